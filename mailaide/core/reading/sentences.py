"""Cut a text into sentences, each an exact substring; one pass, bounded patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 1500
"""Characters; a longer run without a stop is cut, so that no pattern ever sees more."""

_END = re.compile(r"[.!?…]+[\"'”’)]*\s+|\n+")
_LETTER = re.compile(r"\w")


def sentences(text: str) -> Iterator[str]:
    """The sentences of the text in order, stripped; lines end sentences too."""
    start = 0
    for end in _END.finditer(text):
        yield from _pieces(text[start : end.end()])
        start = end.end()
    yield from _pieces(text[start:])


def _pieces(run: str) -> Iterator[str]:
    for start in range(0, len(run), LONGEST):
        piece = run[start : start + LONGEST].strip()
        if _LETTER.search(piece):
            yield piece
