"""Named cues: phrases that dissatisfied people write, by kind and language, each kind a reason that can be told.

Kinds in brackets speak against a complaint. A new language adds a file of patterns and no code. Patterns see small
letters without quotations, and have no unbounded repetition across words.
"""

from __future__ import annotations

from collections.abc import Mapping

from mailaide.core.reading import cues_de, cues_en, cues_es, cues_fr, cues_nl
from mailaide.core.reading.spans import compiled

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "nl": cues_nl.CUES,
    "en": cues_en.CUES,
    "de": cues_de.CUES,
    "fr": cues_fr.CUES,
    "es": cues_es.CUES,
}

NAMES: tuple[str, ...] = tuple(cues_nl.CUES)

ENOUGH = 3
"""More of one kind say no more."""


def counted(words: str, language: str) -> tuple[int, ...]:
    """How often each kind of cue stands in the words, in the order of NAMES; nothing in an unknown language."""
    cues = LANGUAGES.get(language)
    if cues is None:
        return (0,) * len(NAMES)
    return tuple(min(ENOUGH, len(compiled(cues[name]).findall(words))) for name in NAMES)


def reasons(words: str, language: str) -> tuple[str, ...]:
    """The kinds of cue in the words that speak for a complaint."""
    counts = zip(NAMES, counted(words, language), strict=True)
    return tuple(name for name, count in counts if count and not name.startswith("("))
