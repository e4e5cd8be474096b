"""What the ear looks at: the words of a sentence, their neighbours and their pieces, each as a number.

The same function serves training and running, so the two cannot drift apart. Case, accents and figures are folded:
"dépassé" is "depasse", and a 19th is as late as a 12th.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise
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

_SIGNS = str.maketrans({"’": "'", "‘": "'", "…": "...", "€": "$", "£": "$", "¿": "", "¡": ""})
_FIGURES = re.compile(r"\d+")
_WORD = re.compile(r"[a-z0]+(?:'[a-z]+)?|[?!]+|\.\.\.|[$%:;]")
_MASK = HALF - 1


def words(text: str) -> list[str]:
    """The words of a text, folded to plain small letters; other scripts leave none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SIGNS)).encode("ascii", "ignore").decode("ascii")
    return _WORD.findall(_FIGURES.sub("0", plain))


def phrases(run: Sequence[str]) -> set[int]:
    """The words, pairs and triples of words."""
    pairs = map(" ".join, pairwise(run))
    triples = map(" ".join, zip(run, run[1:], run[2:], strict=False))
    return {HALF + (crc32(one.encode("ascii")) & _MASK) for one in {*run, *pairs, *triples}}


def pieces(run: Sequence[str]) -> set[int]:
    """The pieces of the words."""
    return set().union(*map(_pieces, set(run)))


def weighed(numbers: Collection[int], tables: Sequence[bytes]) -> list[int]:
    """What these numbers weigh together, in each of the tables: a byte for each number, of which NOTHING is none."""
    if len(numbers) < 2:  # noqa: PLR2004  # `itemgetter` of one makes no sequence
        return [sum(table[one] - NOTHING for one in numbers) for table in tables]
    of, nothing = itemgetter(*numbers), NOTHING * len(numbers)
    return [sum(of(table)) - nothing for table in tables]


@lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[int, ...]:
    """Remembered, for the same words come in every mail."""
    edged = f" {word[:LONGEST_WORD]} ".encode("ascii")
    length = len(edged)
    found = {edged[at : at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(length - size + 1)}
    return tuple(crc32(one) & _MASK for one in (found if length > LONGEST else {*found, edged}))
