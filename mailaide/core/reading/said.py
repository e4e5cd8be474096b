"""What a mail of ours states, sentence by sentence, in a form that later questions can be held against cheaply.

Which question a mail answers is only known from the conversation; that must not read the text again each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mailaide.core.reading.due import due
from mailaide.core.reading.spans import sentences_of
from mailaide.core.reading.sums import sums
from mailaide.core.reading.words import stems

MOST = 60
"""Statements of one mail; what comes later is an attachment."""

QUOTED = 60
"""Characters by which a quoted line is known again."""

_SAYS_YES_NO = re.compile(
    r"\b(?:ja|nee|jazeker|zeker|kan|klopt|inderdaad|helaas|yes|no|yep|nope|sure|of course|certainly"
    r"|confirmed|afraid|absolutely|geen probleem|no problem|natuurlijk|niet nodig|hoeft niet)\b"
)

_REPLIES = re.compile(
    r"^(?:(?:hi|hey|dear|hoi|dag|ha|beste) \w+,? )?(?:(?:and|en|but|maar|so|dus|beide keren|twice|twee keer),? )*"
    r"(?:yes|no|yep|nope|sure can|ja|nee|jazeker|klopt)\b|[,;:] (?:and |en )?(?:yes|no|ja|nee),? "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence that asks nothing: its words, the day it names, and whether it names a sum or says yes or no.

    `replies`: yes or no is how it opens.
    """

    words: frozenset[str]
    day: date | None = None
    sum: bool = False
    yes_no: bool = False
    replies: bool = False


def statements(text: str, *, sent: date, language: str) -> tuple[Statement, ...]:
    """The statements of a newly written text, in order."""
    told = (one for one in sentences_of(text) if not one.asks)
    return tuple(
        Statement(
            words=stems(one.words),
            day=found.day if (found := due(one.words, sent=sent, language=language)) else None,
            sum=bool(sums(one.text)),
            yes_no=_SAYS_YES_NO.search(one.words) is not None,
            replies=_REPLIES.search(one.words) is not None,
        )
        for one, _ in zip(told, range(MOST), strict=False)
    )


def answered_lines(text: str) -> tuple[str, ...]:
    """The quoted lines under which a whole mail goes on in its own words: each is taken up there."""
    return tuple(dict.fromkeys(_answered_lines(text.lower().split("\n"))))


def _answered_lines(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if line.startswith(">") and any(
            after.strip() and not after.startswith(">") for after in lines[number + 1 : number + 3]
        ):
            yield " ".join(line[1:].split())
