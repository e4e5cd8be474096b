"""What a complaint is about: delay, silence, quality, price, hidden cost, communication, scope, attitude.

Only asked about a message that sounds like a complaint; each topic is a small linear model over the pieces of the
words, the turns of their senses and the named cues.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from mailaide.core.reading.ear.grams import weighed
from mailaide.core.reading.ear.sound import Sound

TOPICS = ("delay", "silence", "quality", "price", "hidden_cost", "communication", "scope", "attitude")
HALF = 1 << 14
SIZE = 2 * HALF
"""How many numbers are kept apart, half of them of pieces and half of turns: a topic needs fewer than a complaint."""

AT_MOST = 3
LIKELY = -0.9
"""Logits from which a topic is told beside the surest one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One topic: small weights for each number with their scale, a weight for each cue, and where they start from."""

    bias: float
    scale: float
    weights: bytes
    cues: Sequence[float]


def numbers(sound: Sound) -> set[int]:
    return {piece % HALF for piece in sound.pieces} | {HALF + turn % HALF for turn in sound.turns}


def topics(sound: Sound, cues: Sequence[int], subjects: Mapping[str, Subject]) -> Iterator[str]:
    """At most three topics, the surest first; the surest one always, for a complaint is about something."""
    found = numbers(sound)
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
