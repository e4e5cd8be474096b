"""From which score on a message is a complaint, for sure or maybe: set by how many alarms a person wants to hear.

An account starts with the levels of its budget. Once there are a hundred client mails before a message, its level is
where the budgeted share of them lies above, within bounds: a quiet client is not made to complain, nor a loud one
unheard. A level looks back only, so later mail changes no case, and a store that was lost finds the same levels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Budget(StrEnum):
    """How many alarms a person wants."""

    STRICT = "strict"
    """Few: what is not plain stays quiet."""

    NORMAL = "normal"

    CAUTIOUS = "cautious"
    """Rather one too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Scores from 0 to 1."""

    sure: float
    maybe: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """`share` of an account's client mails may raise the alarm; the level starts at `start` and stays in bounds."""

    share: float
    start: float
    lowest: float
    highest: float


TERMS: Mapping[Budget, Terms] = {
    Budget.STRICT: Terms(share=0.03, start=0.65, lowest=0.60, highest=0.90),
    Budget.NORMAL: Terms(share=0.08, start=0.52, lowest=0.45, highest=0.70),
    Budget.CAUTIOUS: Terms(share=0.15, start=0.35, lowest=0.30, highest=0.55),
}

ENOUGH = 100
"""Scores; fewer tell nothing of an account."""

LAST = 400
"""Scores looked at; what was before is past."""

MAYBE = 0.6
"""What share of the sure level is a maybe."""


Usual = tuple[float, ...]
"""What the loudest mails of an account come to, by budget: the budgeted share of them scored as much or more."""


def usual(scores: Sequence[float]) -> Usual:
    """From the scores of client mails, oldest first; empty when there are too few of them."""
    recent = sorted(scores[-LAST:])
    if len(recent) < ENOUGH:
        return ()
    return tuple(recent[int(len(recent) * (1 - TERMS[budget].share))] for budget in Budget)


def levels(budget: Budget = Budget.NORMAL, before: Usual = ()) -> Levels:
    """The levels for a message of an account, by the client mails there were before it."""
    terms = TERMS[budget]
    sure = max(terms.lowest, min(terms.highest, before[list(Budget).index(budget)])) if before else terms.start
    return Levels(sure=sure, maybe=MAYBE * sure)


DEFAULT = levels()

FAINTEST = Levels(sure=DEFAULT.sure, maybe=MAYBE * min(terms.lowest for terms in TERMS.values()))
"""What is kept of a message: everything that some account, at some time, may take for a complaint."""
