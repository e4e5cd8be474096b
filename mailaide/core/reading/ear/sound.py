"""How a sentence sounds: the numbers of its words, of their pieces and of the turns of their senses.

The ear and the model of what sentences do weigh the same numbers; nobody takes them twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mailaide.core.reading.ear import grams, senses

FEWEST = 4
"""A sentence of two words is weighed as if it had four numbers: one word alone must not shout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A text as numbers: its phrases and pieces of words, the turns of their senses, and these in their order."""

    phrases: set[int]
    pieces: set[int]
    turns: set[int]
    senses: tuple[int, ...] = ()


@lru_cache(maxsize=32)
def sound_of(words: str, language: str) -> Sound:
    """How a sentence sounds, by its small letters; remembered, for what it does is read from the same numbers."""
    run = grams.words(words)
    meant = senses.senses(run, language)
    return Sound(phrases=grams.phrases(run), pieces=grams.pieces(run), turns=senses.turns(meant), senses=meant)
