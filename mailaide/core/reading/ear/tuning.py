"""What a person teaches the ear: "this was no complaint" and "this was one" shift the weight of its cues a little.

The verdicts are kept, the weights are computed from them anew: to take a verdict back is to leave it out. No verdict
weighs more than a step, and all together no more than a few, so that nobody can talk the ear deaf by accident.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import exp, log

from mailaide.core.reading.ear.levels import Budget

STEP = 0.25
"""Logits that one verdict moves the weight of each of its cues."""

FARTHEST = 1.5
"""Logits that all verdicts together move one weight."""

WITHOUT = "no cue"
"""What is shifted when a message was heard without any cue."""

EDGE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A person's word on one message: was it a complaint, and which cues had it?"""

    message_id: str
    at: datetime
    cues: tuple[str, ...]
    complaint: bool


Shifts = Mapping[str, float]
"""Cue → logits, above 0 for "more often a complaint than thought"."""


def shifts(verdicts: Iterable[Verdict]) -> Shifts:
    """What the verdicts teach; the last word on a message counts."""
    last = {verdict.message_id: verdict for verdict in verdicts}
    moved: Counter[str] = Counter()
    for verdict in last.values():
        for cue in verdict.cues or (WITHOUT,):
            moved[cue] += 1 if verdict.complaint else -1
    return {cue: max(-FARTHEST, min(FARTHEST, STEP * count)) for cue, count in moved.items() if count}


def shifted(score: float, cues: Iterable[str], learnt: Shifts) -> float:
    """The score of a message with these cues, after what was learnt: the strongest shift counts, they do not add up."""
    touched = [learnt[cue] for cue in tuple(cues) or (WITHOUT,) if cue in learnt]
    if not touched:
        return score
    odds = log(max(EDGE, score) / max(EDGE, 1 - score)) + max(touched, key=abs)
    return 1 / (1 + exp(-odds))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """How an account listens: how many alarms its person wants, and what the person taught it."""

    budget: Budget = Budget.NORMAL
    verdicts: tuple[Verdict, ...] = ()

    def learnt(self, at: datetime) -> Shifts:
        """What had been taught by then: a word of today closes no case of yesterday but its own."""
        return shifts(verdict for verdict in self.verdicts if verdict.at <= at) if self.verdicts else {}


def told(learnt: Shifts) -> list[str]:
    """For `explain`, the furthest first."""
    ranked = sorted(learnt.items(), key=lambda one: (-abs(one[1]), one[0]))
    return [f"{cue}: {'more' if shift > 0 else 'less'} often a complaint ({shift:+.2f})" for cue, shift in ranked]
