"""Cut a text into sentences, each an exact substring; one pass, bounded patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 1500
"""Characters; a longer run without a stop is cut, so that no pattern ever sees more."""

# From the first stop of a run on, or a text of stops takes the square of its length.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)]*\s+|\n+")
_LETTER = re.compile(r"\w")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:excl|incl|ex|inkl|zzgl|bzw|ca|nr|no|mr|mrs|ms|dr|drs|ir|mw|mevr|dhr|st|art|blz|tel|z\.b"
    r"|d\.h|m\.b\.t|e\.g|i\.e)$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b\d{1,2}$")
_MONTH = re.compile(r"(?:jan|feb|mär|apr|mai\b|jun|jul|aug|sep|okt|nov|dez)\w*", re.IGNORECASE)
"""Where a full stop ends no sentence: "(excl. btw)", "am 9. Oktober"."""


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of the text in order, stripped; lines end sentences too. Several readers ask of the same text."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(text):
        before = text[max(0, end.start() - 12) : end.start()]
        if end[0][0] == "." and (_SHORT.search(before) or (_DAY.search(before) and _MONTH.match(text, end.end()))):
            continue
        yield from _pieces(text[start : end.end()])
        start = end.end()
    yield from _pieces(text[start:])


def _pieces(run: str) -> Iterator[str]:
    for start in range(0, len(run), LONGEST):
        piece = run[start : start + LONGEST].strip()
        if _LETTER.search(piece):
            yield piece
