"""What a message comes to in its conversation and for its account: a complaint, perhaps one, or none.

The ear leaves a score. What the person taught shifts it, the levels of the account say what it means, and the
conversation settles a doubt: the client who writes again before we have answered, or after a day that we had promised
and let pass, is given the benefit of it. Nothing of this is stored, so another budget holds for old mail too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, log

from mailaide.core.dossier import CLIENTS_SIDE, Author, Entry
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.reading.cues import NAMES
from mailaide.core.reading.ear_levels import levels
from mailaide.core.reading.ear_tuning import Attention, Verdict, shifted
from mailaide.core.reading.signals import Signal, SignalKind

UNANSWERED = 1.0
"""Logits for each message of theirs that still waits for ours."""

MOST_UNANSWERED = 2

PROMISE_PASSED = 0.4
"""Logits when a day that we had named has passed without a word from us."""

EDGE = 1e-6


def verdict(entry: Entry, mark: Mark) -> Verdict:
    """What the person's word on a message teaches: its cues were no complaint there."""
    told = _complaint(entry)
    cues = _cues(told) if told else ()
    return Verdict(message_id=entry.id, at=mark.at, cues=cues, complaint=mark.kind is not MarkKind.NOT_A_COMPLAINT)


def in_context(entries: Sequence[Entry], attention: Attention) -> Iterator[Entry]:
    """The entries, in order, each with a complaint of the kind that it comes to, or with none."""
    waiting = 0
    promised: Signal | None = None
    for entry in entries:
        if entry.by_machine or (entry.author is not Author.US and entry.author not in CLIENTS_SIDE):
            yield entry
        elif entry.author is Author.US:
            waiting = 0
            promised = next((one for one in entry.reading.signals if one.kind is SignalKind.PROMISE and one.due), None)
            yield entry
        else:
            passed = promised is not None and promised.due is not None and promised.due < entry.at.date()
            yield _decided(entry, attention, waiting, passed=passed)
            waiting += 1


def _decided(entry: Entry, attention: Attention, waiting: int, *, passed: bool) -> Entry:
    told = _complaint(entry)
    if told is None or not told.score:  # without a score somebody has decided already
        return entry
    score = shifted(told.score, _cues(told), attention.learnt(entry.at))
    level = levels(attention.budget, entry.reading.before)
    facts: list[str] = []
    if level.maybe <= score < level.sure:
        facts = [f"{waiting} unanswered before it"] * bool(waiting) + ["a promised day has passed"] * passed
        score = _raised(score, UNANSWERED * min(waiting, MOST_UNANSWERED) + PROMISE_PASSED * passed)
    if score < level.maybe:
        found = None
    elif score < level.sure:
        found = replace(told, kind=SignalKind.MAYBE_COMPLAINT)
    else:
        because = "; ".join([told.because, *facts])
        found = replace(told, kind=SignalKind.COMPLAINT, because=because, score=round(score, 3))
    signals = [found if one is told else one for one in entry.reading.signals]
    return replace(entry, reading=replace(entry.reading, signals=tuple(one for one in signals if one is not None)))


def _complaint(entry: Entry) -> Signal | None:
    return entry.signal(SignalKind.COMPLAINT) or entry.signal(SignalKind.MAYBE_COMPLAINT)


def _cues(complaint: Signal) -> tuple[str, ...]:
    return tuple(cue for cue in complaint.because.split("; ") if cue in NAMES)


def _raised(score: float, logits: float) -> float:
    return 1 / (1 + exp(-(log(max(EDGE, score) / max(EDGE, 1 - score)) + logits)))
