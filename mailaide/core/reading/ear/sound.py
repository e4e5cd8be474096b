"""How a sentence sounds: the numbers of its words, of their pieces and of the turns of their senses.

The ear and the model of what sentences do weigh the same numbers; nobody takes them twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from mailaide.core.reading.ear import grams, senses
from mailaide.core.reading.text.spans import Sentence

FEWEST = 4
"""A sentence of two words is weighed as if it had four numbers: one word alone must not shout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A text as numbers: its phrases, the turns of the senses of its words, and these senses in their order.

    Its `words` stand for the numbers of their pieces, which are mostly wanted weighed and not by themselves.
    """

    phrases: set[int]
    words: frozenset[str]
    turns: set[int]
    senses: tuple[int, ...] = ()

    @property
    def pieces(self) -> set[int]:
        return grams.pieces(self.words)


@lru_cache(maxsize=2)
def sounds(said: tuple[Sentence, ...], language: str) -> tuple[Sound, ...]:
    """How each sentence of a text sounds; remembered, for what it does is read from the same numbers."""
    return tuple(_sound(one.words, language) for one in said)


def _sound(words: str, language: str) -> Sound:
    run = grams.words(words)
    meant = senses.senses(run, language)
    return Sound(phrases=grams.phrases(run), words=frozenset(run), turns=senses.turns(meant), senses=meant)
