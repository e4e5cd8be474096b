"""Firm and kind: who contests a fee hears when and where it was told, in dated facts; what was never told is conceded.

The ledger speaks, nobody is blamed. It is the client who settles it, or the person's mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.clocks import clock, due_rung
from mailaide.core.dossier import Dossier
from mailaide.core.duties.replies import may_write_to, reply_address
from mailaide.core.letter import Told, to_client
from mailaide.core.matters.disputes import Dispute, disputes
from mailaide.core.matters.ledger import fees
from mailaide.core.matters.waits import waits
from mailaide.core.obligation import Obligation
from mailaide.core.project import Fee

NAME = "dispute"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """At most one: the open dispute, while its latest mail has no answer."""
    last = disputes(dossier)[-1:]
    if not last or last[0].settled is not None:
        return
    waiting = {wait.entry.id for wait in waits(dossier)}
    open_ = [entry for entry in (last[0].entry, *last[0].repeats) if entry.id in waiting]
    if open_:
        yield _obligation(dossier, last[0])


def _obligation(dossier: Dossier, dispute: Dispute) -> Obligation:
    project, person, client = dossier.project, dossier.person, dossier.project.client
    entry = (dispute.entry, *dispute.repeats)[-1]
    to = reply_address(entry)
    writable = to is not None and may_write_to(dossier, entry, to)
    told = tuple(
        Told(
            fee=line.fact,
            on=line.told.at.astimezone(client.zone).date(),
            acknowledged_on=line.acknowledged.at.astimezone(client.zone).date() if line.acknowledged else None,
        )
        for line in fees(dossier)
        if isinstance(line.fact, Fee) and line.told is not None and line.told.at < dispute.entry.at
    )
    known = {one.fee for one in told}
    untold = tuple(fee for fee in project.fees if fee not in known)
    running = clock(person, dispute.entry.at, project.answer_within)
    heard = dispute.entry.at
    return Obligation(
        duty=NAME,
        project=project.key,
        key=f"{NAME}/{project.key}/{dispute.entry.id}",
        since=heard,
        due=running.due,
        because=f'{client.name} contests a fee: "{dispute.signal.sentence}"; told before: '
        + (", ".join(f"{one.fee.what} on {one.on}" for one in told) or "none"),
        evidence=(dispute.entry.id, *(one.id for one in dispute.repeats)),
        thread=entry.thread,
        draft_at=heard,
        letter=to_client(
            client,
            NAME,
            to=to,
            answers=entry.header,
            project=project,
            sentence=dispute.signal.sentence,
            heard_on=heard.astimezone(client.zone).date(),
            told=told,
            untold=untold,
            remedies=project.remedies,
        )
        if to and writable
        else None,
        facts={
            "sentence": dispute.signal.sentence,
            "heard_on": heard.astimezone(person.zone).date(),
            "untold": untold,
            "unlisted": to.email if to and not writable else "",
        },
        alerts=due_rung(running),
    )
