"""What happened in a project, as dated facts with the message that shows each. Derived from the dossier alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, pairwise

from mailaide.core.cases import cases
from mailaide.core.dossier import CLIENTS_SIDE, Author, Dossier, Entry
from mailaide.core.ledger import disclosures, quotations
from mailaide.core.reading.answers import answered
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.threads import base_subject

_SAID_ONCE = {
    SignalKind.APPROVAL: "approval given",
    SignalKind.CONDITIONAL_APPROVAL: "conditional approval given",
    SignalKind.PRICE_DISPUTE: "fee disputed",
}

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
        *_questions(dossier),
        *_wishes(dossier),
        *_promises(dossier),
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
        if case.marked is not None:
            what = f"complaint {case.marked.kind}, as you marked"
            yield Fact(at=case.marked.at, what=what, because=case.marked.note, message=case.opened.id)


def _holding_replies(dossier: Dossier) -> Iterator[Fact]:
    """Also to a question: nobody was answered by them."""
    for entry in dossier.to_client():
        signal = entry.signal(SignalKind.HOLDING_REPLY)
        if signal is not None:
            yield _fact(entry, "holding reply", signal.sentence)


def _questions(dossier: Dossier) -> Iterator[Fact]:
    """Asked, and answered when a later mail of ours takes it up; what a complaint asks belongs to the complaint."""
    waiting: list[Signal] = []
    ours = {entry.id for entry in dossier.to_client()}
    asking = {entry.id for entry in dossier.from_client() if not entry.signal(SignalKind.COMPLAINT)}
    for entry in dossier.entries:
        asked = list(entry.reading.all(SignalKind.QUESTION)) if entry.id in asking else []
        waiting += asked
        for signal in asked:
            yield _fact(entry, "question asked", signal.sentence)
        if entry.id in ours and waiting and not entry.signal(SignalKind.HOLDING_REPLY):
            text, language = entry.reading.new_text, entry.reading.language
            places = answered([one.sentence for one in waiting], text, language=language, raw=entry.message.text)
            for place in places:
                yield _fact(entry, "question answered", waiting[place].sentence)
            waiting = [one for place, one in enumerate(waiting) if place not in places]


def _wishes(dossier: Dossier) -> Iterator[Fact]:
    """Rounds of changes, approvals and disputes. Changes that come before our next mail belong to the same round."""
    rounds, open_round = 0, False
    ours = {entry.id for entry in dossier.to_client()}
    theirs = {entry.id for entry in dossier.from_client()}
    for entry in dossier.entries:
        open_round = open_round and entry.id not in ours
        if entry.id not in theirs:
            continue
        change = entry.signal(SignalKind.CHANGE)
        if change is not None:
            rounds += not open_round
            open_round = True
            yield _fact(entry, f"revision round {rounds} requested", change.sentence)
        for kind, what in _SAID_ONCE.items():
            signal = entry.signal(kind)
            if signal is not None:
                yield _fact(entry, what, signal.sentence)


def _promises(dossier: Dossier) -> Iterator[Fact]:
    """Those that name a day."""
    for entry in dossier.to_client():
        for signal in entry.reading.all(SignalKind.PROMISE):
            if signal.due is not None:
                yield _fact(entry, f"promise made, due {signal.due:%Y-%m-%d}", signal.sentence)


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
        elif entry.author in CLIENTS_SIDE and (sender := entry.header.sender) is not None:
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
        if entry.author in CLIENTS_SIDE and subject and about and not any(_names(subject, old) for old in about):
            yield _fact(entry, "subject changed", entry.header.subject)
        before |= {subject} - {""}


def _names(subject: str, old: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(old)}(?!\w)", subject) is not None


def _fact(entry: Entry, what: str, because: str = "") -> Fact:
    return Fact(at=entry.at, what=what, message=entry.id, because=because)
