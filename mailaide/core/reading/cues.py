"""Named cues: phrases that dissatisfied people write, by kind and language, each kind a reason that can be told.

Kinds in brackets speak against a complaint. A new language adds a file of patterns and no code. Patterns see small
letters without quotations, and have no unbounded repetition across words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

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


def spoken(sentences: Sequence[str], language: str) -> list[tuple[int, ...]]:
    """For each sentence, how often each kind of cue stands in it, in the order of NAMES; none in an unknown language.

    The sentences are searched as one text: a pattern is asked once, not once a sentence.
    """
    starts = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))[:-1]
    counts = [[0] * len(NAMES) for _ in sentences]
    text = "\n".join(sentences)
    for kind, pattern in enumerate(LANGUAGES.get(language, {}).values()):
        for match in compiled(pattern).finditer(text):
            counts[bisect_right(starts, match.start()) - 1][kind] += 1
    return [tuple(min(ENOUGH, count) for count in row) for row in counts]


def together(counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The counts of a whole message from those of its sentences."""
    return tuple(min(ENOUGH, sum(kind)) for kind in zip(*counts, strict=True)) or (0,) * len(NAMES)


def reasons(sentences: Sequence[str], language: str) -> tuple[str, ...]:
    """The kinds of cue in the sentences that speak for a complaint."""
    counts = together(spoken(sentences, language))
    return tuple(name for name, count in zip(NAMES, counts, strict=True) if count and not name.startswith("("))
