"""A text as the readers look at it: its sentences with their places, and the same words in small letters.

`words` has the length of `text`, so what a pattern finds in it can be cut out of the text verbatim. What stands in
quotation marks is blanked there: it is somebody else's. A text is cut once, however many readers look at it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mailaide.core.reading.text.patterns import Pattern, pattern

LOOKED_AT = 6 * 1024
"""Characters; who wants something says so before page four, and 64 KiB of anything stay cheap."""

MOST = 300
"""Sentences, for the same reason: a table with a number in each line has as many on four pages."""

SHORT_POINT = 120
LONGEST = 1200
"""Characters of a sentence; a longer run without a stop is cut."""

# From the first stop of a run on, or a text of stops takes the square of its length.
_END = re.compile(r"(?<![.!?…])(?P<stop>[.!?…]+)[\"'”’»)]*\s+|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|\n)\w$|(?:^|[\s(])(?:mr|mrs|ms|dr|drs|ir|ing|prof|dhr|mw|mevr|nr|no|ca|st|vs|pag|blz|art|bijv|incl"
    r"|excl|evt|resp|inc|ex"
    r"|approx|fig|bzw|ggf|evtl|inkl|zzgl|str|sra|srta|sr|lic|mme|mlle|env|lt|col|rev|tel|etc|z\.b|d\.h|i\.v\.m|o\.a"
    r"|m\.b\.t|e\.g|i\.e)$"
)
_ORDINAL = re.compile(r"\b\d{1,2}$")
_MONTH = re.compile(r"(?:jan|feb|mär|apr|mai\b|jun|jul|aug|sep|okt|nov|dez)\w*")
"""After "am 9." no sentence ends when a month follows."""

_QUOTED = re.compile(
    r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»|(?<!\w)['‘][^'’\n]{3,160}['’](?!\w)"
)
_WORD = re.compile(r"\w")

_GREETS = (
    r"(?:hola|buen(?:[oa]s)?|estimad\w+|querid\w+|sra?|señora?|don|doña|lic|dear|hi|hello|hey|good|morning|beste|dag|hoi"
    r"|hallo|ha|goede\w+|goeie\w*|geachte|lieve|liebe\w?|sehr geehrte\w?|guten|grüezi|moin|bonjour|salut|chère?"
    r"|monsieur|madame)\b"
)
_GREETING = re.compile(rf"¡?{_GREETS}")
SALUTATION = re.compile(
    rf"\A\W*{_GREETS}(?:,\s(?=(?-i:[A-ZÀ-Þ])[\w'’ -]{{1,30}}[,:]))?[^,.!?:;–\n]{{0,40}}(?:[,!:]+|\s[–-])\s*",
    re.IGNORECASE,
)
"""A form of address at the beginning of a sentence: what follows is what it says."""

_MARK = re.compile(
    r"(?:[-*•–—+>]|\(?\d{1,2}[.):]|[a-z]\)|(?:p|pag|blz|s|page|pg)\.? ?\d{1,3} ?[-–:])\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """`text` stands at `start`; `words` are its small letters without quotations; `item`: a point of a list."""

    text: str
    words: str
    start: int
    item: bool = False
    line: int = 0

    @property
    def asks(self) -> bool:
        return self.words.rstrip("\"'”’»)*_ ").endswith(("?", "?!"))

    def cut(self, start: int, end: int) -> str:
        """A part of it, verbatim, without the blanks and commas around it."""
        return self.text[start:end].strip(" ,;:–—")


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of the part that is looked at, in order. Lines end sentences too."""
    return _sentences(text[:LOOKED_AT])


def forget() -> None:
    """Cut the next text anew, for whoever measures."""
    _sentences.cache_clear()


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[Sentence, ...]:
    small = _small(text)
    words = _QUOTED.sub(_blank, small)
    found: list[Sentence] = []
    start = line = 0
    listing = False
    for end in (*_END.finditer(words), None):
        stops = len(text) if end is None else end.end()
        if end and end["stop"] == "." and _goes_on(words, end):
            continue
        _add(found, (text, words), (start, stops), line, listing=listing)
        if len(found) >= MOST:
            break
        breaks = end[0].count("\n") if end else 0
        line += bool(breaks)
        start = stops
        if breaks:
            listing = breaks == 1 and bool(found) and (listing or _opens_list(found[-1].words))
    return tuple(found)


def _goes_on(words: str, stop: re.Match[str]) -> bool:
    """Whether a full stop only ends an abbreviation, or the number of a day."""
    before = words[max(0, stop.start() - 12) : stop.start()]
    if _ORDINAL.search(before) and _MONTH.match(words, stop.end()):
        return True
    return _ABBREVIATION.search(before) is not None


def _opens_list(words: str) -> bool:
    return words.endswith(":") and _GREETING.match(words) is None


def _add(found: list[Sentence], texts: tuple[str, str], place: tuple[int, int], line: int, *, listing: bool) -> None:
    """`listing`: the line stands under one that ends with a colon, so it is a point of a list without a mark."""
    (text, words), (start, end) = texts, place
    while start < end:
        stop = min(end, start + LONGEST)
        piece = text[start:stop]
        at = start + len(piece) - len(piece.lstrip())
        mark = _MARK.match(text, at, stop)
        begins = mark.end() if mark else at
        bare = text[begins:stop].rstrip()
        if _WORD.search(bare):
            follows = bool(found) and found[-1].item and found[-1].line == line
            found.append(
                Sentence(
                    text=bare,
                    words=words[begins : begins + len(bare)],
                    start=begins,
                    item=mark is not None or follows or (listing and len(bare) < SHORT_POINT),
                    line=line,
                )
            )
        start = stop


def _small(text: str) -> str:
    small = text.lower()
    if len(small) != len(text):  # "İ" becomes two letters
        small = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    return small.replace("’", "'").replace("\xa0", " ")


def _blank(quoted: re.Match[str]) -> str:
    return '"' + "_" * (len(quoted[0]) - 2) + '"'


Phrases = Mapping[str, str]
"""Language → a pattern over small letters, without unbounded repetition across words."""


def phrases(table: Phrases, language: str) -> Pattern | None:
    """The pattern for a language, or None: an unknown language says nothing."""
    text = table.get(language)
    return pattern(text) if text else None
