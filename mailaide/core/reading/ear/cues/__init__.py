"""Named cues: phrases that dissatisfied people write, by kind and language, each kind a reason that can be told.

Kinds in brackets speak against a complaint. A new language adds a file of patterns and no code. Patterns see small
letters without quotations, and have no unbounded repetition across words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from mailaide.core.reading.ear.cues import de, en, es, fr, nl
from mailaide.core.reading.text.patterns import Kinds

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "nl": nl.CUES,
    "en": en.CUES,
    "de": de.CUES,
    "fr": fr.CUES,
    "es": es.CUES,
}

NAMES: tuple[str, ...] = tuple(nl.CUES)

ENOUGH = 3
"""More of one kind say no more."""


@lru_cache(maxsize=64)
def spoken(sentence: str, language: str) -> tuple[int, ...]:
    """How often each kind of cue stands in a sentence, in the order of NAMES; none in an unknown language.

    Remembered: what is taken for a complaint is asked for its reasons as well.
    """
    return _kinds(language).counts(sentence, ENOUGH) or (0,) * len(NAMES)


@cache
def _kinds(language: str) -> Kinds:
    return Kinds(LANGUAGES.get(language, {}).values())


def together(counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The counts of a whole message from those of its sentences."""
    return tuple(min(ENOUGH, sum(kind)) for kind in zip(*counts, strict=True)) or (0,) * len(NAMES)


def reasons(sentences: Sequence[str], language: str) -> tuple[str, ...]:
    """The kinds of cue in the sentences that speak for a complaint."""
    counts = together([spoken(sentence, language) for sentence in sentences])
    return tuple(name for name, count in zip(NAMES, counts, strict=True) if count and not name.startswith("("))
