"""What is owed for a client's mail is an answer to it: within its time, in its conversation, to whom it may go.

A letter to the wrong reader is worse than none, and so is a line of one reader's mail in a letter to another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mailaide.core.clocks import clock, due_rung, ladder
from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.letter import Letter, to_client
from mailaide.core.mail import Address, Role
from mailaide.core.matters.waits import held
from mailaide.core.obligation import Obligation
from mailaide.core.project import Client
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
    figures: bool = False,
) -> Obligation:
    """That mails of the client's wait for one answer: since the first of them, in reply to the last.

    The draft is there at once, or (`last_minute`) when the time is over. `urgent`: by the ladder of a complaint.
    `figures`: it tells sums, so it goes to a listed address only.
    """
    project, person, policy = dossier.project, dossier.person, dossier.project.complaints
    first, last = mails[0], answerable(dossier, mails, figures=figures)
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
        letter=reply(dossier, last, duty, figures=figures, **values),
        facts={**facts, "unlisted": unlisted(dossier, last, figures=figures)},
        alerts=ladder(person, running, policy.warn_after, policy.repeat_every, policy.repeats)
        if urgent
        else due_rung(running),
        urgent=urgent,
    )


def answerable(dossier: Dossier, mails: Sequence[Entry], *, figures: bool = False) -> Entry:
    """The last of some mails that may be answered by a letter; where none may, the last."""
    return next((one for one in reversed(mails) if _reader(dossier, one, figures=figures)), mails[-1])


def quotable(dossier: Dossier, mails: Sequence[Entry], answered: Entry) -> tuple[Entry, ...]:
    """Those of some mails of which a line may stand in the answer to one."""
    to = reply_address(answered)
    return tuple(one for one in mails if to is not None and dossier.may_quote(one, to))


def reply(dossier: Dossier, entry: Entry, template: str, *, figures: bool = False, **values: object) -> Letter | None:
    """The letter that answers a message of the client's; None when nobody is known to whom it may go."""
    to, project = _reader(dossier, entry, figures=figures), dossier.project
    if to is None:
        return None
    others = reading_along(project.client, entry, to)
    return to_client(project.client, template, to=to, cc=others, answers=entry.header, project=project, **values)


def reading_along(client: Client, entry: Entry, to: Address) -> tuple[Address, ...]:
    """Whom of the client's own people the message went to as well: only those whose address the person has listed.

    Nobody else ever reads along, be they of the client's domain: whom the client shows it to is the client's affair.
    Who writes from an address that is not listed is answered alone.
    """
    if to.email not in client.addresses:
        return ()
    had_it = {one.email: one for one in entry.header.recipients}
    return tuple(one for email, one in had_it.items() if email in client.addresses and email != to.email)


def addressed(client: Client, sent: Entry) -> tuple[Address | None, tuple[Address, ...]]:
    """To whom at the client a mail of ours went, None for whom we write to as a rule, and who may read along."""
    theirs = next((one for one in sent.header.recipients if client.owns(one)), None)
    to = theirs or Address(email=client.addresses[0])
    return None if to.email == client.addresses[0] else to, reading_along(client, sent, to)


def unlisted(dossier: Dossier, entry: Entry, *, figures: bool = False) -> str:
    """The address that a reply would go to and must not, or nothing."""
    to = reply_address(entry)
    return to.email if to is not None and _reader(dossier, entry, figures=figures) is None else ""


def reply_address(entry: Entry) -> Address | None:
    """Where a reply goes: Reply-To, else From (RFC 5322, 3.6.2)."""
    return entry.header.reply_to[0] if entry.header.reply_to else entry.header.sender


def _reader(dossier: Dossier, entry: Entry, *, figures: bool) -> Address | None:
    """To whom a reply may go: who wrote it, at a listed address or at one that we have written to ourselves.

    A Reply-To that leads elsewhere is never used: of the client's it must be listed, of others it must be the sender.
    """
    to = reply_address(entry)
    if to is None or entry.author is Author.CLIENT:
        return to if dossier.project.client.owns(to) else None
    wrote = entry.author is Author.OTHER and entry.header.sender is not None and to.email == entry.header.sender.email
    return to if wrote and not figures and _written_to(dossier, to) else None


def _written_to(dossier: Dossier, address: Address) -> bool:
    """Whether a mail of ours went there. Only what lies in Sent is ours for sure: anybody can write our From."""
    ours = (one.header for one in dossier.entries if one.author is Author.US and one.header.role is Role.SENT)
    return any(one.email == address.email for header in ours for one in header.recipients)
