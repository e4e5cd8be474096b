"""The shape of a cue; each language has a file of them, and a new language adds a file, no code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One thing that dissatisfied people write.

    `name` is told to the person as a reason. A `weight` of 3 makes a complaint alone, less needs company,
    and a negative one speaks against it. `pattern` has no unbounded repetition across words.
    """

    name: str
    weight: float
    pattern: str
