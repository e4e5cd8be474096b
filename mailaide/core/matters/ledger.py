"""Which fact was told to the client, by which sent message, and what the client said to it.

Only what really stands in a sent mail counts: a fee with its amount as money and the words of its condition, anything
else with the words it is made of. That a draft held it proves nothing: the person may have struck the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.intent import LYING, OPEN, Intent
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.project import Fee, Milestone
from mailaide.core.reading.signals import SignalKind
from mailaide.core.reading.text.stems import stems
from mailaide.core.reading.text.sums import Price, names_invoice

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")

ENOUGH = 0.6
"""Share of a fact's words that must stand in one sentence of a sent mail."""


class Subject(StrEnum):
    """What a line of the ledger is about."""

    FEE = "fee"
    DRAWBACK = "drawback"
    REQUIREMENT = "requirement"
    MILESTONE = "milestone"


class Stage(StrEnum):
    """How far a fact has come on its way to the client."""

    DUE = "due"
    DRAFTED = "drafted"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What a fee was said to be before: the sum, and the first sent message that held it."""

    price: Price
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact. `told` is the first sent message that holds it, `acknowledged` the client's message that accepts it,
    `declined` the one that does without.

    `before` is another amount told for the same fee before this one, `draft` a letter about it that was not sent yet.
    """

    subject: Subject
    fact: Fee | Milestone | str
    draft: Intent | None = None
    told: Entry | None = None
    acknowledged: Entry | None = None
    declined: Entry | None = None
    before: Earlier | None = None

    @property
    def stage(self) -> Stage:
        if self.told is None:
            return Stage.DRAFTED if self.draft else Stage.DUE
        return Stage.ACKNOWLEDGED if self.acknowledged else Stage.SENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A price that is no fee of the configuration, the sent message that first named it, and who accepted it.

    `declined` is the client's message that does without what it is for.
    """

    price: Price
    told: Entry
    acknowledged: Entry | None = None
    declined: Entry | None = None

    @property
    def stage(self) -> Stage:
        return Stage.ACKNOWLEDGED if self.acknowledged else Stage.SENT


@once
def ledger(dossier: Dossier) -> tuple[Line, ...]:
    """A line for each fact of the project: fees, drawbacks, requirements, milestones, in the person's order."""
    project = dossier.project
    facts: tuple[tuple[Subject, Fee | Milestone | str], ...] = (
        *((Subject.FEE, fee) for fee in project.fees),
        *((Subject.DRAWBACK, one) for one in project.drawbacks),
        *((Subject.REQUIREMENT, one) for one in project.requirements),
        *((Subject.MILESTONE, one) for one in project.milestones),
    )
    return tuple(_line(dossier, subject, fact) for subject, fact in facts)


def fees(dossier: Dossier) -> tuple[Line, ...]:
    """The lines of the ledger that are about money."""
    return tuple(line for line in ledger(dossier) if line.subject is Subject.FEE)


@once
def quotations(dossier: Dossier) -> tuple[Quotation, ...]:
    """Prices told for what the configuration does not know, each where it first stands.

    A sum that the client named before us is their budget, their own price or what they dispute: nothing new to them.
    """
    known = {fee.amount for fee in dossier.project.fees}
    known |= {line.before.price.amount for line in fees(dossier) if line.before is not None}
    ours = {entry.id for entry in dossier.to_client()}
    found = []
    for entry in dossier.entries:
        sums = [one for one in entry.reading.sums if one.currency]
        if sums and entry.id in ours:
            for price in sums:
                if price.charged and price.amount not in known:
                    known.add(price.amount)
                    accepted = _acknowledged(dossier, entry, price.amount, frozenset())
                    declined = _declined(dossier, entry, price) if accepted is None else None
                    found.append(Quotation(price=price, told=entry, acknowledged=accepted, declined=declined))
        known |= {one.amount for one in sums}
    return tuple(found)


@once
def late_fees(dossier: Dossier) -> tuple[Quotation, ...]:
    """Sums that an invoice of ours was the first to name: nobody told the client of them before.

    What follows from a rate that was told, by a number beside it, was told with that rate; what is taken off is none.
    """
    ours = {entry.id for entry in dossier.to_client()}
    rates = {fee.amount for fee in dossier.project.fees} | {one.price.amount for one in quotations(dossier)}
    known, found = set(rates), []
    for entry in dossier.entries:
        for price in entry.reading.sums:
            if entry.id in ours and price.currency and price.amount not in known and names_invoice(price.sentence):
                known.add(price.amount)
                beside = {Decimal(one.replace(",", ".")) for one in _NUMBER.findall(price.sentence)}
                if not any(price.amount == rate * number for rate in rates for number in beside):
                    found.append(Quotation(price=price, told=entry))
        known |= {one.amount for one in entry.reading.sums if one.currency}
    return tuple(found)


def _line(dossier: Dossier, subject: Subject, fact: Fee | Milestone | str) -> Line:
    name = fact if isinstance(fact, str) else fact.what if isinstance(fact, Fee) else fact.name
    line = Line(subject=subject, fact=fact, draft=_draft(dossier, fact, name))
    if isinstance(fact, Fee):
        return _of_fee(dossier, line, fact)
    wanted, day = stems(name), fact.on if isinstance(fact, Milestone) else None
    told = next((one for one in dossier.to_client() if _stands_in(wanted, one, day)), None)
    return replace(line, told=told)


def _of_fee(dossier: Dossier, line: Line, fee: Fee) -> Line:
    wanted, condition = stems(fee.what), stems(fee.condition)
    before: Earlier | None = None
    for entry in dossier.to_client():
        for price in entry.reading.sums:
            if price.amount == fee.amount and _is_fee(price, fee, wanted) and _holds(entry, condition):
                accepted = _acknowledged(dossier, entry, fee.amount, wanted)
                declined = _declined(dossier, entry, price) if accepted is None else None
                return replace(line, told=entry, acknowledged=accepted, declined=declined, before=before)
        before = before or _earlier(dossier, entry, fee, wanted)
    return replace(line, before=before)


def _is_fee(price: Price, fee: Fee, wanted: frozenset[str]) -> bool:
    """A number is money beside a currency or the word for a price, or beside the fee's own words."""
    if price.currency:
        return price.currency == fee.currency
    return price.charged or not wanted.isdisjoint(stems(price.sentence))


def _earlier(dossier: Dossier, entry: Entry, fee: Fee, wanted: frozenset[str]) -> Earlier | None:
    """Another price told for this very fee: the only one beside its words that is not another fee's."""
    known = {one.amount for one in dossier.project.fees}
    others = [
        price
        for price in entry.reading.sums
        if price.charged and price.currency == fee.currency and price.amount not in known
    ]
    for price in others:
        said = stems(price.sentence)
        alone = sum(one.sentence == price.sentence for one in others) == 1
        if alone and wanted and len(wanted & said) >= ENOUGH * len(wanted):
            return Earlier(price=price, entry=entry)
    return None


def _holds(entry: Entry, condition: frozenset[str]) -> bool:
    if not condition:
        return True
    said = stems(entry.reading.new_text)
    return len(condition & said) >= ENOUGH * len(condition)


def _stands_in(wanted: frozenset[str], entry: Entry, day: date | None) -> bool:
    """What has a day is told by its words beside any day, for it may have moved, or by its very day."""
    for one in entry.reading.said:
        if day is not None and one.day == day:
            return True
        if wanted.isdisjoint(one.words) or (day is not None and one.day is None):
            continue
        if len(wanted.intersection(one.words)) >= ENOUGH * len(wanted):
            return True
    return False


def _acknowledged(dossier: Dossier, told: Entry, amount: Decimal, wanted: frozenset[str]) -> Entry | None:
    """The client's yes: to that sum by name, or to the conversation it was told in before we delivered anything."""
    after: Iterator[Turn] = iter(turns(dossier))
    telling = next((turn for turn in after if turn.id == told.id), None)
    delivered = False
    for turn in after:
        if turn.ours:
            delivered = delivered or turn.signal(SignalKind.DELIVERY) is not None
            continue
        accepts, agrees = turn.signal(SignalKind.FEE_ACCEPTED), turn.signal(SignalKind.APPROVAL)
        here = (accepts or agrees) and telling is not None and turn.belongs_with(telling)
        if (
            accepts
            and (here or turn.by_client)
            and (
                any(one.amount == amount for one in turn.entry.reading.sums)
                or re.search(rf"(?<!\d){amount.normalize():f}(?!\d)", accepts.sentence)
                or not wanted.isdisjoint(stems(accepts.sentence))
            )
        ):
            return turn.entry
        if here and agrees and not delivered:
            return turn.entry
    return None


def _declined(dossier: Dossier, told: Entry, price: Price) -> Entry | None:
    """The client's message in that conversation that does without what the price is of."""
    after = [turn for turn in _declining(dossier) if turn.at > told.at]
    telling = next((turn for turn in turns(dossier) if turn.id == told.id), None) if after else None
    words = stems(price.sentence)
    for turn in after:
        declines = turn.signal(SignalKind.FEE_DECLINED)
        if telling and declines and turn.belongs_with(telling) and not words.isdisjoint(stems(declines.sentence)):
            return turn.entry
    return None


@once
def _declining(dossier: Dossier) -> tuple[Turn, ...]:
    return tuple(turn for turn in turns(dossier) if not turn.ours and turn.signal(SignalKind.FEE_DECLINED))


def _draft(dossier: Dossier, fact: Fee | Milestone | str, name: str) -> Intent | None:
    amount = f"{fact.amount.normalize():f}" if isinstance(fact, Fee) else ""
    return next((one for one in _unsent(dossier) if _mentions(one.facts, name, amount)), None)


@once
def _unsent(dossier: Dossier) -> tuple[Intent, ...]:
    return tuple(draft for draft in dossier.drafts() if draft.state in OPEN | LYING)


def _mentions(facts: Sequence[tuple[str, str]], name: str, amount: str) -> bool:
    return any(name in value and amount in value for _, value in facts)
