"""What the ear looks at: the words of a sentence, their neighbours and their pieces, each as a number.

The same function serves training and running, so the two cannot drift apart. Case, accents and figures are folded:
"dépassé" is "depasse", and a 19th is as late as a 12th.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from zlib import crc32

HALF = 1 << 19
SIZE = 2 * HALF
"""How many numbers there are: pieces have the lower half, phrases the upper one; neither speaks for the other."""

NOTHING = 128
"""The weight of what says nothing; below it speaks against."""

SHORTEST, LONGEST = 3, 5
"""Characters of a piece of a word: enough for endings and slips of the pen."""

LONGEST_WORD = 24
"""Characters; what is longer is no word, and its pieces say nothing."""

REMEMBERED = 2048
"""Words whose pieces need no second look."""

LANE = 24
"""Bits; no text that is looked at has so many pieces that they weigh more."""

_LANE, _MIDDLE = (1 << LANE) - 1, 1 << (LANE - 1)

_SIGNS = str.maketrans({"’": "'", "‘": "'", "…": "...", "€": "$", "£": "$", "¿": "", "¡": ""})
_FIGURES = re.compile(r"\d+")
_WORD = re.compile(r"[a-z0]+(?:'[a-z]+)?|[?!]+|\.\.\.|[$%:;]")
_MASK = HALF - 1


def words(text: str) -> list[str]:
    """The words of a text, folded to plain small letters; other scripts leave none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SIGNS)).encode("ascii", "ignore").decode("ascii")
    return _WORD.findall(_FIGURES.sub("0", plain))


def phrases(run: Sequence[str]) -> set[int]:
    """The words, pairs and triples of words; the checksum of a pair goes on where that of its first word ends."""
    first = [one.encode("ascii") for one in run]
    later = [b" " + one for one in first]
    singles = [*map(crc32, first)]
    pairs = [*map(crc32, later[1:], singles)]
    return {HALF + (one & _MASK) for one in (*singles, *pairs, *map(crc32, later[2:], pairs))}


def pieces(run: Iterable[str]) -> set[int]:
    """The pieces of the words."""
    return set().union(*map(_pieces, set(run)))


def weighed(numbers: Collection[int], tables: Sequence[bytes]) -> list[int]:
    """What these numbers weigh together, in each of the tables: a byte for each number, of which NOTHING is none."""
    if len(numbers) < 2:  # noqa: PLR2004  # `itemgetter` of one makes no sequence
        return [sum(table[one] - NOTHING for one in numbers) for table in tables]
    of, nothing = itemgetter(*numbers), NOTHING * len(numbers)
    return [sum(of(table)) - nothing for table in tables]


class Words:
    """What the pieces of words weigh in several tables at once, as one number with a lane for each table.

    Remembered by the word, for the same words come in every mail; a piece that two of them share is weighed once.
    """

    def __init__(self, tables: Sequence[bytes]) -> None:
        self._tables = tables
        self._of = lru_cache(maxsize=REMEMBERED)(self._weigh)

    def __call__(self, words: Iterable[str]) -> tuple[int, list[int]]:
        """How many pieces there are, and what they weigh together in each of the tables."""
        found: dict[int, int] = {}
        for word in words:
            found.update(self._of(word))
        lanes, apart = sum(found.values()), []
        for _ in self._tables:
            apart.append(((lanes + _MIDDLE) & _LANE) - _MIDDLE)
            lanes = (lanes - apart[-1]) >> LANE
        return len(found), apart

    def _weigh(self, word: str) -> Mapping[int, int]:
        lanes = [*enumerate(self._tables)]
        return {one: sum((table[one] - NOTHING) << place * LANE for place, table in lanes) for one in _pieces(word)}


@lru_cache(maxsize=REMEMBERED)
def _pieces(word: str) -> tuple[int, ...]:
    edged = f" {word[:LONGEST_WORD]} ".encode("ascii")
    length = len(edged)
    found = {edged[at : at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(length - size + 1)}
    return tuple({crc32(one) & _MASK for one in (found if length > LONGEST else {*found, edged})})
