"""What happened in a project, as dated facts with the message that shows each. Derived from the dossier alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import islice, pairwise

from mailaide.core.dossier import CLIENTS_SIDE, Author, Dossier, Entry
from mailaide.core.matching.threads import base_subject
from mailaide.core.matters.approvals import requests
from mailaide.core.matters.cases import cases
from mailaide.core.matters.disputes import disputes
from mailaide.core.matters.ledger import fees, late_fees, quotations
from mailaide.core.matters.promises import promises, undated
from mailaide.core.matters.questions import Asked, asked
from mailaide.core.matters.rounds import rounds, second_thoughts
from mailaide.core.project import Fee
from mailaide.core.reading.signals import SignalKind

_YES = {
    SignalKind.APPROVAL: "approval given",
    SignalKind.CONDITIONAL_APPROVAL: "conditional approval given",
}

_MORE_THAN_THANKS = (*_YES, SignalKind.FEE_ACCEPTED, SignalKind.DISPUTE_WITHDRAWN, SignalKind.COMPLAINT)

QUIET_DAYS = 5
"""From how many whole working days without a word of ours a silence is a fact."""


LONG_DAYS = 4
"""From how many whole working days a question was left lying, though it was answered."""


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
        *_rounds(dossier),
        *_approvals(dossier),
        *_disputes(dossier),
        *_promises(dossier),
        *_fees(dossier),
        *_kind_words(dossier),
        *_silences(dossier),
        *_machines(dossier),
        *_other_addresses(dossier),
        *_subjects(dossier),
        *_marks(dossier),
    )
    return tuple(sorted(found, key=lambda fact: (fact.at, fact.what)))


def _complaints(dossier: Dossier) -> Iterator[Fact]:
    for case in cases(dossier):
        for entry in case.complaints:
            signal = entry.signal(SignalKind.COMPLAINT)
            first = "complaint reopened" if case.reopens else "complaint opened"
            what = first if entry is case.opened else "complaint repeated"
            yield _fact(entry, what, signal.sentence if signal else "")
        for entry in case.blamed:
            yield _fact(entry, "reply blames the client")
        if case.answered is not None:
            yield _fact(case.answered, "complaint answered")
        if case.resolved is not None:
            yield _fact(case.resolved, "complaint resolved, as the client says")
        if case.marked is not None:
            what = f"complaint {case.marked.kind}, as you marked"
            yield Fact(at=case.marked.at, what=what, because=case.marked.note, message=case.opened.id)


def _marks(dossier: Dossier) -> Iterator[Fact]:
    """What the person said of their own accord; of a complaint it is told with that."""
    told = {case.marked for case in cases(dossier)}
    for mark in dossier.marks:
        if mark not in told:
            yield Fact(at=mark.at, what=f"{mark.kind}, as you marked", because=mark.note or mark.about)


def _holding_replies(dossier: Dossier) -> Iterator[Fact]:
    """Also to a question: nobody was answered by them."""
    for entry in dossier.to_client():
        signal = entry.signal(SignalKind.HOLDING_REPLY)
        if signal is not None:
            yield _fact(entry, "holding reply", signal.sentence)


def _questions(dossier: Dossier) -> Iterator[Fact]:
    for question in asked(dossier):
        sentence = question.signal.sentence
        yield _fact(question.entry, "question asked", sentence)
        if question.answered is not None:
            yield _fact(question.answered, "question answered", sentence)
        if question.passed is not None or _waited_long(question, dossier):
            yield _fact(question.entry, "question left unanswered", sentence)


def _waited_long(question: Asked, dossier: Dossier) -> bool:
    """Before it was answered; what a complaint asks is told with the complaint."""
    if question.answered is None or question.entry.signal(SignalKind.COMPLAINT):
        return False
    hours = dossier.person.hours
    return hours.working_days_between(question.entry.at, question.answered.at) >= LONG_DAYS


def _rounds(dossier: Dossier) -> Iterator[Fact]:
    for round_ in rounds(dossier):
        for entry in round_.mails:
            change = entry.signal(SignalKind.CHANGE)
            if entry is round_.requested or not entry.signal(SignalKind.COMPLAINT):  # who complains asks no more
                yield _fact(entry, f"revision round {round_.number} requested", change.sentence if change else "")
        if round_.delivered is not None:
            yield _fact(round_.delivered, f"revision round {round_.number} delivered")
    for thought in second_thoughts(dossier):
        yield _fact(thought.entry, "change requested after approval", thought.changes[0].sentence)
    for entry in dossier.to_client():
        free = entry.signal(SignalKind.NOT_COUNTED)
        if free is not None and entry.signal(SignalKind.DELIVERY):
            yield _fact(entry, "revision delivered outside the rounds", free.sentence)


def _approvals(dossier: Dossier) -> Iterator[Fact]:
    """What was delivered; that a yes was asked for and never came; and each yes, which needs no request.

    A delivery that ends a round of changes, or is said to be none, is told as that. After a first yes, one to a sum is
    told as that only.
    """
    of_rounds = {one.delivered.id for one in rounds(dossier) if one.delivered is not None}
    for request in requests(dossier):
        told = request.entry.id in of_rounds or request.entry.signal(SignalKind.NOT_COUNTED)
        if request.delivery and not told:
            yield _fact(request.entry, "delivery made", request.sentence)
        if request.delivery and request.asks and request.answer is None:
            yield _fact(request.entry, "no approval after delivery", request.sentence)
    agreed = False
    for entry in dossier.from_client():
        for kind, what in _YES.items():
            signal = entry.signal(kind)
            if signal is not None and not (agreed and entry.signal(SignalKind.FEE_ACCEPTED)):
                yield _fact(entry, what, signal.sentence)
                agreed = True


def _disputes(dossier: Dossier) -> Iterator[Fact]:
    for dispute in disputes(dossier):
        for entry in (dispute.entry, *dispute.repeats):
            signal = entry.signal(SignalKind.PRICE_DISPUTE)
            yield _fact(entry, "fee disputed", signal.sentence if signal else "")
        if dispute.settled is not None and dispute.withdrawn:
            yield _fact(dispute.settled, "fee dispute withdrawn")


def _promises(dossier: Dossier) -> Iterator[Fact]:
    """A new day that was only proposed holds from the client's yes on."""
    agreed = {one.entry.id: one.answer for one in requests(dossier) if one.asks and one.answer is not None}
    for promise in promises(dossier):
        day, sentence = f"due {promise.due:%Y-%m-%d}", promise.signal.sentence
        if not promise.recurs:
            yield _fact(promise.entry, f"promise made, {day}", sentence)
        elif promise.due == promise.signal.due:
            yield _fact(promise.entry, "promise made, recurring", sentence)
        if promise.broken:
            ended = datetime.combine(promise.due + timedelta(days=1), time(), dossier.person.zone).astimezone(UTC)
            yield Fact(at=ended, what=f"promise broken, {day}", message=promise.entry.id, because=sentence)
        elif promise.kept is not None:
            yield _fact(promise.kept, f"promise kept, {day}", sentence)
        elif promise.moved is not None:
            yield _fact(agreed.get(promise.moved.id, promise.moved), f"promise moved, {day}", sentence)
    for entry, signal in undated(dossier):
        yield _fact(entry, "promise made, no date", signal.sentence)


def _fees(dossier: Dossier) -> Iterator[Fact]:
    for line in fees(dossier):
        fee = line.fact
        if line.before is not None:
            price = line.before.price
            yield _fact(line.before.entry, f"fee disclosed: {price.currency} {price.amount}", price.sentence)
        if isinstance(fee, Fee) and line.told is not None:
            yield _fact(line.told, f"fee disclosed: {fee.what} {fee.currency} {fee.amount}")
            yield from _accepted(line.acknowledged, f"{fee.what} {fee.currency} {fee.amount}")
            yield from _declined(line.declined, f"{fee.what} {fee.currency} {fee.amount}")
    for named in quotations(dossier):
        price = named.price
        yield _fact(named.told, f"fee disclosed: {price.currency} {price.amount}", price.sentence)
        yield from _accepted(named.acknowledged, f"{price.currency} {price.amount}")
        yield from _declined(named.declined, f"{price.currency} {price.amount}")
    for late in late_fees(dossier):
        price = late.price
        yield _fact(late.told, f"fee named only on the invoice: {price.currency} {price.amount}", price.sentence)


def _accepted(entry: Entry | None, what: str) -> Iterator[Fact]:
    """A yes to the sum itself; one to the whole offer is told as an approval."""
    signal = entry.signal(SignalKind.FEE_ACCEPTED) if entry else None
    if entry is not None and signal is not None:
        yield _fact(entry, f"fee accepted: {what}", signal.sentence)


def _declined(entry: Entry | None, what: str) -> Iterator[Fact]:
    signal = entry.signal(SignalKind.FEE_DECLINED) if entry else None
    if entry is not None and signal is not None:
        yield _fact(entry, f"fee declined: {what}", signal.sentence)


def _kind_words(dossier: Dossier) -> Iterator[Fact]:
    """Praise, and thanks that are nothing more."""
    for entry in dossier.from_client():
        thanked, praised = entry.signal(SignalKind.THANKS), entry.signal(SignalKind.PRAISE)
        if praised is not None:
            yield _fact(entry, "praise", praised.sentence)
        elif thanked is not None and not any(entry.signal(kind) for kind in _MORE_THAN_THANKS):
            yield _fact(entry, "thanks, no action", thanked.sentence)


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
