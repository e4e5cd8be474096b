"""What happened in a project, as dated facts with the message that shows each. Derived from the dossier alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, pairwise

from mailaide.core.cases import base_subject, cases
from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.ledger import disclosures, quotations
from mailaide.core.reading.signals import SignalKind

QUIET_DAYS = 5
"""From how many whole working days without a word of ours a silence is a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that happened. A fact that lies in nothing having been sent has no `message`, but is `between` two."""

    at: datetime
    what: str
    message: str = ""
    because: str = ""
    between: tuple[str, str] = ("", "")


def timeline(dossier: Dossier) -> tuple[Fact, ...]:
    """All facts of a dossier, oldest first."""
    found = (
        *_complaints(dossier),
        *_holding_replies(dossier),
        *_fees(dossier),
        *_silences(dossier),
        *_machines(dossier),
        *_other_addresses(dossier),
        *_subjects(dossier),
    )
    return tuple(sorted(found, key=lambda fact: (fact.at, fact.what)))


def _complaints(dossier: Dossier) -> Iterator[Fact]:
    for case in cases(dossier):
        for entry in case.complaints:
            signal = entry.signal(SignalKind.COMPLAINT)
            first = "complaint reopened" if case.reopens else "complaint opened"
            what = first if entry is case.opened else "complaint repeated"
            yield _fact(entry, what, signal.sentence if signal else "")
        if case.answered is not None:
            yield _fact(case.answered, "complaint answered")


def _holding_replies(dossier: Dossier) -> Iterator[Fact]:
    """Also to a question: nobody was answered by them."""
    for entry in dossier.to_client():
        signal = entry.signal(SignalKind.HOLDING_REPLY)
        if signal is not None:
            yield _fact(entry, "holding reply", signal.sentence)


def _fees(dossier: Dossier) -> Iterator[Fact]:
    for told in disclosures(dossier):
        fee = told.fee
        what = f"fee disclosed: {fee.what} {fee.currency} {fee.amount}"
        yield Fact(at=told.at, what=what, message=told.message_id)
    for named in quotations(dossier):
        price = named.price
        what = f"fee disclosed: {price.currency} {price.amount}"
        yield Fact(at=named.at, what=what, message=named.message_id, because=price.sentence)


def _silences(dossier: Dossier) -> Iterator[Fact]:
    for earlier, later in pairwise(dossier.to_client()):
        days = dossier.person.hours.working_days_between(earlier.at, later.at)
        if days >= QUIET_DAYS:
            what = f"no news from us for {days} working days"
            because = f"between {earlier.id} and {later.id}"
            yield Fact(at=later.at, what=what, because=because, between=(earlier.id, later.id))


def _machines(dossier: Dossier) -> Iterator[Fact]:
    for entry in dossier.entries:
        if entry.by_machine:
            yield _fact(entry, "automatic reply, ignored", entry.reading.machine)


def _other_addresses(dossier: Dossier) -> Iterator[Fact]:
    """The first message from each address but the one that the conversation began with, be it listed or not."""
    known: set[str] = set()
    for entry in dossier.entries:
        if entry.by_machine:
            continue
        if entry.author is Author.US:
            others = (one.email for one in entry.header.recipients if not dossier.person.is_self(one))
            known = known or set(islice(others, 1))
        elif (sender := entry.header.sender) is not None:
            if known and sender.email not in known:
                yield _fact(entry, "client writes from another address", sender.email)
            known.add(sender.email)


def _subjects(dossier: Dossier) -> Iterator[Fact]:
    """The client's changes only: in a thread, or with a new thread about a complaint that still waits.

    Words added to a subject of before do not change it.
    """
    threads: dict[str, set[str]] = defaultdict(set)
    waiting = {entry.id: case.opened for case in cases(dossier) for entry in case.repeats}
    for entry in dossier.entries:
        if entry.by_machine:
            continue
        subject = base_subject(entry.header.subject)
        before = threads[entry.thread]
        about = before if before or entry.id not in waiting else threads[waiting[entry.id].thread]
        if entry.author is not Author.US and subject and about and not any(_names(subject, old) for old in about):
            yield _fact(entry, "subject changed", entry.header.subject)
        before |= {subject} - {""}


def _names(subject: str, old: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(old)}(?!\w)", subject) is not None


def _fact(entry: Entry, what: str, because: str = "") -> Fact:
    return Fact(at=entry.at, what=what, message=entry.id, because=because)
