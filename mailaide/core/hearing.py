"""What the conversation adds to what the ear heard: a doubtful message that follows an unanswered one is a complaint.

Words alone leave doubt ("Any news?"). The client who writes again before we have answered, or after a day that we had
promised and let pass, is given the benefit of it: a MAYBE_COMPLAINT that is near enough becomes a COMPLAINT.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, log

from mailaide.core.dossier import CLIENTS_SIDE, Author, Entry
from mailaide.core.reading.ear_levels import DEFAULT
from mailaide.core.reading.signals import Signal, SignalKind

UNANSWERED = 1.0
"""Logits for each message of theirs that still waits for ours."""

MOST_UNANSWERED = 2

PROMISE_PASSED = 0.4
"""Logits when a day that we had named has passed without a word from us."""

EDGE = 1e-6


def in_context(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, in order, with a doubtful complaint made a sure one where the conversation bears it out."""
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
            doubt = entry.signal(SignalKind.MAYBE_COMPLAINT)
            yield _decided(entry, doubt, waiting, promised) if doubt else entry
            waiting += 1


def _decided(entry: Entry, doubt: Signal, waiting: int, promised: Signal | None) -> Entry:
    passed = promised is not None and promised.due is not None and promised.due < entry.at.date()
    added = UNANSWERED * min(waiting, MOST_UNANSWERED) + PROMISE_PASSED * passed
    score = 1 / (1 + exp(-(log(max(EDGE, doubt.score) / max(EDGE, 1 - doubt.score)) + added)))
    if not added or score < DEFAULT.sure:
        return entry
    facts = [f"{waiting} unanswered before it"] * bool(waiting) + ["a promised day has passed"] * passed
    sure = replace(doubt, kind=SignalKind.COMPLAINT, score=round(score, 3), because="; ".join([doubt.because, *facts]))
    signals = tuple(sure if one is doubt else one for one in entry.reading.signals)
    return replace(entry, reading=replace(entry.reading, signals=signals))
