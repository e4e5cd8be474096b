"""What is owed for a client's mail is an answer to it: within its time, in its conversation, to whom it may go.

A letter to the wrong reader is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mailaide.core.clocks import clock, due_rung, ladder
from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.letter import Letter, to_client
from mailaide.core.mail import Address
from mailaide.core.matters.waits import held
from mailaide.core.obligation import Obligation
from mailaide.core.worktime import Span


def answer_owed(
    dossier: Dossier,
    duty: str,
    mails: Sequence[Entry],
    *,
    within: Span,
    because: str,
    facts: Mapping[str, object],
    values: Mapping[str, object],
    evidence: Sequence[Entry] = (),
    urgent: bool = False,
    last_minute: bool = False,
) -> Obligation:
    """That mails of the client's wait for one answer: since the first of them, in reply to the last.

    The draft is there at once, or (`last_minute`) when the time is over. `urgent`: by the ladder of a complaint.
    """
    project, person, policy = dossier.project, dossier.person, dossier.project.complaints
    first, last = mails[0], mails[-1]
    running = clock(person, first.at, within, held(dossier, first))
    return Obligation(
        duty=duty,
        project=project.key,
        key=f"{duty}/{project.key}/{first.id}",
        since=first.at,
        due=running.due,
        because=because,
        evidence=tuple(one.id for one in evidence or mails),
        thread=last.thread,
        draft_at=running.due if last_minute else first.at,
        letter=reply(dossier, last, duty, **values),
        facts={**facts, "unlisted": unlisted(dossier, last)},
        alerts=ladder(person, running, policy.warn_after, policy.repeat_every, policy.repeats)
        if urgent
        else due_rung(running),
        urgent=urgent,
    )


def reply(dossier: Dossier, entry: Entry, template: str, **values: object) -> Letter | None:
    """The letter that answers a message of the client's; None when nobody is known to whom it may go."""
    to = reply_address(entry)
    if to is None or not _may_write_to(dossier, entry, to):
        return None
    project = dossier.project
    return to_client(project.client, template, to=to, answers=entry.header, project=project, **values)


def unlisted(dossier: Dossier, entry: Entry) -> str:
    """The address that a reply would go to and must not, or nothing."""
    to = reply_address(entry)
    return to.email if to is not None and not _may_write_to(dossier, entry, to) else ""


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
