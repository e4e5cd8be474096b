"""What a client wants altered in delivered or presented work, point by point and verbatim.

A point of a list counts when the list is one of remarks, or when it says itself what is to be altered; a sentence
counts when it asks for an alteration. Bills, appointments, extra work and what may stay as it is are no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from mailaide.core.reading.client import change_words as say
from mailaide.core.reading.client.approval_words import GIVES
from mailaide.core.reading.client.change_frames import ELSEWHERE, FRAMES, JUDGED
from mailaide.core.reading.text.patterns import Pattern
from mailaide.core.reading.text.spans import Phrases, Sentence, phrases, sentences_of

LONGEST_WHOLE = 110
"""Characters up to which a sentence is quoted whole; of a longer one, the clause that holds the change."""

LONGEST_LEAD = 160
MOST = 60
"""Points; who has more has sent a document."""

ASKING: Phrases = {
    "nl": r"^(?:wat|wanneer|waar|hoe(?:veel)?|wie|welke?|waarom)\b",
    "en": r"^(?:what|when|where|how|who|which|why)\b",
    "de": r"^(?:was|wann|wo|wie|wer|welche[rsn]?|warum)\b",
    "fr": r"^(?:quand|où|comment|combien|qui|quels?|quelles?|pourquoi)\b",
    "es": r"^¿?(?:cuándo|dónde|cómo|cuánt[oa]s?|quién|qué|cuál)\b",
}
"""A point that asks is none that alters."""

_LEADS_IN = re.compile(
    r"(?:mits|zolang|(?:op|onder) (?:de )?voorwaarde dat|subject to|provided(?: that)?|as long as|so long as|on"
    r" (?:the )?condition"
    r" that|sofern|solange|vorausgesetzt,?|unter der bedingung,? dass|à (?:la )?condition que|pourvu que|tant que"
    r"|siempre (?:que|y cuando)|mientras|con la condición de que) ",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:–—(),]\s|\s(?:want|omdat|zodat|maar|en dan|because|so that|since|but|and then|weil|damit|aber|denn"
    r"|car|mais|porque|pero)\s"
)
_PARTS = re.compile(r"[,;]\s+|\s(?:en|and|und|et|y)\s")
_POINTS = re.compile(r"[,;]\s+(?:(?:en|and|und|et|y)\s)?")


def changes(text: str, *, language: str, subject: str = "") -> tuple[str, ...]:
    """The changes that a newly written text asks for, each an exact substring."""
    return tuple(found for _, found in zip(range(MOST), _changes(text, language, subject), strict=False))


def is_change(sentence: Sentence, language: str) -> bool:
    """Whether it asks for an alteration and for nothing else: not whether, when or at what price."""
    also = phrases(say.ALSO_ASKS, language)
    return _wish(sentence.words, language) is not None and not (also and also.search(sentence.words))


def condition(sentence: Sentence, language: str, *, near: bool) -> str:
    """What a go-ahead hangs on, verbatim, or empty; `near`: the sentence is the one that gives it."""
    hangs, unless = phrases(say.CONDITION, language), phrases(say.UNLESS, language)
    if hangs and (found := hangs.search(sentence.words)):
        return sentence.cut(*found.span())
    if near and unless and (found := unless.search(sentence.words)):
        return sentence.cut(found.start(), len(sentence.text))
    return ""


def _changes(text: str, language: str, subject: str) -> Iterator[str]:
    said = sentences_of(text)
    lead = phrases(say.LEAD, language)
    if lead is None:
        return
    listed = lead.search(subject[:200].lower()) is not None or any(
        lead.search(one.words) for one in said if not one.item and len(one.words) < LONGEST_LEAD
    )
    remarks = listed or _wishes_among(said, language)
    for in_list, run in groupby(said, key=lambda one: one.item):
        for sentence in run:
            if in_list and remarks:
                yield from _of_point(sentence, language)
            else:
                found = tuple(_of_sentence(sentence, language, lead))
                hangs = "" if found else condition(sentence, language, near=False)
                counts = hangs and not _elsewhere(hangs, language) and _yes_among(said, language)
                yield from (_without_lead(hangs),) if counts else found


def _without_lead(hangs: str) -> str:
    """What is to be altered, without the words that make it a condition: "the blue being a touch darker"."""
    lead = _LEADS_IN.match(hangs)
    return hangs[lead.end() :] if lead else hangs


def _elsewhere(hangs: str, language: str) -> bool:
    """Whether a condition lies with others, in money or in time, and not in the work."""
    others = phrases(say.NOT_OURS, language)
    return others is not None and others.search(hangs.lower()) is not None


def _yes_among(said: tuple[Sentence, ...], language: str) -> bool:
    gives = phrases(GIVES, language)
    return gives is not None and any(gives.search(one.words) for one in said)


def _wishes_among(said: tuple[Sentence, ...], language: str) -> bool:
    points = [one for one in said if one.item]
    return len(points) > 1 and sum(_wish(one.words, language) is not None for one in points) * 3 >= len(points)


def _of_point(sentence: Sentence, language: str) -> Iterator[str]:
    keep, other = phrases(say.STAYS, language), phrases(say.OTHER, language)
    words = sentence.words
    if (keep and keep.search(words)) or (other and other.search(words)) or not re.search(r"[^\W\d_]{2}", words):
        return
    asking = phrases(ASKING, language)
    if (sentence.asks or (asking and asking.search(words))) and not is_change(sentence, language):
        return
    yield _without_reason(sentence)


def _without_reason(sentence: Sentence) -> str:
    """The point without the bracket at its end that explains it."""
    bracket = re.search(r"\s\([^()]{8,200}\)\.?$", sentence.words)
    return sentence.cut(0, bracket.start()) if bracket else sentence.text


def _of_sentence(sentence: Sentence, language: str, lead: Pattern) -> Iterator[str]:
    opening = lead.search(sentence.words)
    colon = sentence.words.find(":", opening.end()) if opening else -1
    if colon != -1 and (parts := tuple(_parts(sentence, colon + 1))) and len(parts) > 1:
        yield from parts
        return
    found = _wish(sentence.words, language)
    if found is None:
        return
    also = phrases(say.ALSO_ASKS, language)
    if sentence.asks and also and also.search(sentence.words):
        return
    wishes = () if sentence.asks else tuple(_each(sentence, language))
    if len(wishes) > 1:
        yield from wishes
    else:
        yield sentence.text if len(sentence.text) <= LONGEST_WHOLE else _clause(sentence, found)


def _each(sentence: Sentence, language: str) -> Iterator[str]:
    """The parts of a sentence when each of them alone is a wish: "the logo may be larger and the line can go"."""
    start, judged = 0, phrases(JUDGED, language)
    for end in (*_PARTS.finditer(sentence.words), None):
        stop = end.start() if end else len(sentence.words)
        part = sentence.words[start:stop]
        if _wish(part, language) is not None and not (judged and judged.search(part)):
            yield sentence.cut(start, stop)
        elif end is None or start == 0:
            return
        start = end.end() if end else stop


def _parts(sentence: Sentence, start: int) -> Iterator[str]:
    """What is counted up after a colon: "two things: the date is the 3rd, and the logo may be larger".

    Where commas part the points, an "and" stands within one.
    """
    parting = _POINTS if _POINTS.search(sentence.words, start) else _PARTS
    for end in (*parting.finditer(sentence.words, start), None):
        stop = end.start() if end else len(sentence.words)
        part = sentence.cut(start, stop)
        if len(part.split()) > 1:
            yield part
        start = end.end() if end else stop


def _clause(sentence: Sentence, found: re.Match[str]) -> str:
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(sentence.words)), len(sentence.words)]
    start = max(cut for cut in cuts if cut <= found.start())
    end = min((cut for cut in cuts if cut > found.end()), default=len(sentence.words))
    return sentence.cut(start, end)


@lru_cache(maxsize=64)
def _wish(words: str, language: str) -> re.Match[str] | None:
    """Where it says what is to be altered, or None; the questions and the approval of a mail ask about it again."""
    found = _said(words, language)
    against = (phrases(table, language) for table in (say.OTHER, say.STAYS)) if found else ()
    return None if any(pattern and pattern.search(words) for pattern in against) else found


def _said(words: str, language: str) -> re.Match[str] | None:
    """The same, whatever speaks against it: most sentences wish for nothing, and are not asked further."""
    for table in (say.FACT, say.ORDER):
        pattern = phrases(table, language)
        if pattern and (found := pattern.search(words)):
            return found
    for table in (FRAMES, JUDGED):
        pattern = phrases(table, language)
        if pattern and (found := pattern.search(words)):
            elsewhere = phrases(ELSEWHERE, language)
            return None if elsewhere and elsewhere.search(words) else found
    return None
