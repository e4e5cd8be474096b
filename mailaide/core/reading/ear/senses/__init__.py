"""What the words of a message mean, coarsely: some senses that all languages share, and in which order they come.

"You said the 2nd; it is the 19th" and "dijiste el 2 y estamos a 19" have few letters in common, and nearly all their
senses. So what was learnt from one author, trade or language is heard in the next. The same function serves training
and running. A new language adds a file of words and no code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from mailaide.core.reading.ear.senses import de, en, es, fr, nl

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "nl": nl.SENSES,
    "en": en.SENSES,
    "de": de.SENSES,
    "fr": fr.SENSES,
    "es": es.SENSES,
}
"""Sense → its words; one that ends with a star is the beginning of words."""

SIGNS = "?!.;:%"
"""Each is a sense of its own; the full stop stands for three of them."""

BEGINS, ENDS = 0, 1
NAMES: tuple[str, ...] = ("(begins)", "(ends)", *SIGNS, *nl.SENSES)

REACH = 10
"""How far apart two senses of a sentence may stand and still be a pair."""

KINDS = 1 << 8
"""More senses than there are."""

_PAIR = KINDS * KINDS
_BESIDE, _APART, _ONWARD, _TRIPLE = _PAIR, 2 * _PAIR, 3 * _PAIR, 4 * _PAIR
_TRIPLES = 1 << 18
SIZE = _TRIPLE + _TRIPLES
"""How many numbers there are: senses, pairs side by side, pairs apart, pairs from one sentence to the next, triples."""


def senses(run: Sequence[str], language: str) -> tuple[int, ...]:
    """The senses of the words that have one, in their order."""
    found = (_sense(word, language) for word in run)
    return tuple(one for one in found if one is not None)


def turns(found: Sequence[int]) -> set[int]:
    """The senses of a sentence, and how they stand to one another."""
    run = (BEGINS, *found, ENDS)
    rows = [(_APART + KINDS * one, run[at + 2 : at + 1 + REACH]) for at, one in enumerate(run)]
    triples = zip(found, found[1:], found[2:], strict=False)
    return {
        *run,
        *[row + other for row, others in rows for other in others],
        *[_BESIDE + KINDS * one + other for one, other in pairwise(run)],
        *[_TRIPLE + (one * 40503 + other * 2053 + third * 31) % _TRIPLES for one, other, third in triples],
    }


def onward(sentences: Sequence[Sequence[int]]) -> set[int]:
    """Which sense of a sentence is followed by which of the next one."""
    numbers: set[int] = set()
    distinct = [set(one) for one in sentences]
    for first, second in pairwise(distinct):
        for one in first:
            row = _ONWARD + KINDS * one
            numbers.update([row + other for other in second])
    return numbers


@lru_cache(maxsize=4096)
def _sense(word: str, language: str) -> int | None:
    """Of the whole word, else of its longest known beginning, else of what stands beside its apostrophe."""
    if word[0] in SIGNS:
        return NAMES.index(word[0])
    whole, beginnings = _lexicon(language)
    known = whole.get(word)
    if known is not None:
        return known
    for length in range(len(word), 1, -1):
        known = beginnings.get(word[:length])
        if known is not None:
            return known
    first, _, second = word.partition("'")
    if not second:
        return None
    known = _sense(second, language) if len(second) > 1 else None
    return known if known is not None else _sense(first, language)


@cache
def _lexicon(language: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The words and the beginnings of words of a language; a word belongs to the first sense that names it."""
    whole: dict[str, int] = {}
    beginnings: dict[str, int] = {}
    table = LANGUAGES.get(language, {})
    for number, name in enumerate(NAMES):
        for one in table.get(name, "").split():
            (beginnings if one.endswith("*") else whole).setdefault(one.removesuffix("*"), number)
    return whole, beginnings
