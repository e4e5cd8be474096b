"""What a complaint is about: delay, silence, quality, price, hidden cost, communication, scope, attitude.

Only asked about a message that sounds like a complaint; each topic is a small linear model over the pieces of the
words and the named cues.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from mailaide.core.reading.ear.grams import weighed

TOPICS = ("delay", "silence", "quality", "price", "hidden_cost", "communication", "scope", "attitude")
SIZE = 1 << 14
"""How many numbers of pieces are kept apart: a topic needs fewer than a complaint."""

AT_MOST = 3
LIKELY = -0.5
"""Logits from which a topic is told beside the surest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One topic: small weights for each number with their scale, a weight for each cue, and where they start from."""

    bias: float
    scale: float
    weights: bytes
    cues: Sequence[float]


def numbers(pieces: Collection[int]) -> set[int]:
    return {piece % SIZE for piece in pieces}


def topics(pieces: Collection[int], cues: Sequence[int], subjects: Mapping[str, Subject]) -> Iterator[str]:
    """At most three topics, the surest first; the surest one always, for a complaint is about something."""
    found = numbers(pieces)
    if not found:
        return
    length = sqrt(len(found))
    heavy = weighed(found, [one.weights for one in subjects.values()])
    scores = {
        name: one.bias
        + one.scale * weight / length
        + sum(count * weight for count, weight in zip(cues, one.cues, strict=True))
        for (name, one), weight in zip(subjects.items(), heavy, strict=True)
    }
    for rank, name in enumerate(sorted(scores, key=scores.__getitem__, reverse=True)[:AT_MOST]):
        if rank == 0 or scores[name] > LIKELY:
            yield name
