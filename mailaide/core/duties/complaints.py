"""Offer a way out: a complaint gets a substantive answer within its time.

The draft is there at once; the alert comes when the time has passed. A holding reply does not stop the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.letter import Letter, to_client
from mailaide.core.mail import Address
from mailaide.core.matters import cases
from mailaide.core.matters.cases import Case, open_case
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.reading.signals import SignalKind

NAME = "complaints"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """At most one obligation: the open case, due from its first unanswered complaint."""
    case = open_case(dossier)
    if case is None:
        return
    project, hours = dossier.project, dossier.person.hours
    due = hours.after(case.opened.at, project.complaints.answer_within)
    latest = case.complaints[-1]
    to = reply_address(latest)
    writable = to is not None and _may_write_to(dossier, latest, to)
    signal = case.opened.signal(SignalKind.COMPLAINT)
    yield Obligation(
        duty=NAME,
        project=project.key,
        key=cases.key(case, dossier),
        since=case.opened.at,
        due=due,
        because=_because(dossier, case),
        evidence=tuple(entry.id for entry in (*case.complaints, *case.held)),
        thread=case.opened.thread,
        draft_at=case.opened.at,
        letter=_letter(dossier, latest, to, due if due > now else None) if to and writable else None,
        facts={
            "sentence": signal.sentence if signal else "",
            "heard_on": case.opened.at.astimezone(dossier.person.zone).date(),
            "repeats": len(case.repeats),
            "held": bool(case.held),
            "unlisted": to.email if to and not writable else "",
        },
        alerts=(Rung(name="due", at=due),),
        urgent=True,
    )


def _because(dossier: Dossier, case: Case) -> str:
    signal = case.opened.signal(SignalKind.COMPLAINT)
    sentence = signal.sentence if signal else ""
    zone = dossier.person.zone
    text = f'the client wrote "{sentence}" on {case.opened.at.astimezone(zone):%Y-%m-%d %H:%M}'
    if case.repeats:
        text += f", and complained again {len(case.repeats)} time{'s' if len(case.repeats) > 1 else ''}"
    if case.held:
        text += "; a holding reply was sent, an answer was not"
    return f"{text}; answer within {dossier.project.complaints.answer_within}"


def _letter(dossier: Dossier, latest: Entry, to: Address, answer_by: datetime | None) -> Letter:
    """The answer; `answer_by` is None when that time has passed, and only the person can name a new one."""
    client, project = dossier.project.client, dossier.project
    signal = latest.signal(SignalKind.COMPLAINT)
    return to_client(
        client,
        "complaint",
        to=to,
        answers=latest.header,
        project=project,
        sentences=(signal.sentence,) if signal else (),
        heard_on=latest.at.astimezone(client.zone).date(),
        remedies=project.remedies,
        answer_by=answer_by.astimezone(client.zone).date() if answer_by else None,
        owner=dossier.person.name,
    )


def reply_address(entry: Entry) -> Address | None:
    """Where a reply goes: Reply-To, else From (RFC 5322, 3.6.2)."""
    return entry.header.reply_to[0] if entry.header.reply_to else entry.header.sender


def _may_write_to(dossier: Dossier, entry: Entry, to: Address) -> bool:
    """A listed address, or one that we have written to ourselves; a Reply-To that leads elsewhere is never used."""
    if dossier.project.client.owns(to):
        return True
    return entry.author is Author.OTHER and any(
        to.email == address.email
        for ours in dossier.entries
        if ours.author is Author.US
        for address in ours.header.recipients
    )
