"""From which score on a message is a complaint, for sure or maybe: set by how many alarms a person wants to hear.

An account starts with the levels of its budget. Once a few hundred client mails have been read, the level is where
the budgeted share of them lies above, within bounds: a quiet client is not made to complain, nor a loud one unheard.
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
    Budget.NORMAL: Terms(share=0.08, start=0.45, lowest=0.40, highest=0.70),
    Budget.CAUTIOUS: Terms(share=0.15, start=0.35, lowest=0.30, highest=0.55),
}

ENOUGH = 100
"""Scores; fewer tell nothing of an account."""

LAST = 400
"""Scores looked at; what was before is past."""

MAYBE = 0.6
"""What share of the sure level is a maybe."""


def levels(scores: Sequence[float], budget: Budget = Budget.NORMAL) -> Levels:
    """The levels for an account whose client mails had these scores, oldest first."""
    terms, recent = TERMS[budget], sorted(scores[-LAST:])
    sure = terms.start
    if len(recent) >= ENOUGH:
        sure = max(terms.lowest, min(terms.highest, recent[int(len(recent) * (1 - terms.share))]))
    return Levels(sure=sure, maybe=MAYBE * sure)


DEFAULT = levels(())
