"""What we commit ourselves to in a mail of ours, verbatim, and the last day on which it can be kept.

Not a promise: hope, attempts, terms of business, what a third party will do, what we did, a question. The day hangs on
nothing that the client has yet to do, otherwise there is none; a condition beside a named day keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from mailaide.core.reading.days.due import Day, due
from mailaide.core.reading.ours import promise_words as say
from mailaide.core.reading.text.spans import Sentence, phrases, sentences_of

LONGEST_WHOLE = 80
"""Characters up to which a sentence is quoted whole."""

MOST = 30
LONGEST_TIME = 6
"""Words of a day that stands by itself before a clause."""

LONGEST_MARK = 3
"""Characters that may close a sentence."""

NEAR = 40
"""Characters between a promise and its day when both stand in one sentence."""

_TABLES = (say.FIRM, say.WITH_DAY, say.NONE, say.PAST, say.THIRD)
_MONTH = (
    r"(?:jan|feb|fév|mär|mar|maa|mrt|apr|avr|abr|mai|may|mei|jun|jui|jul|aug|aoû|ago|sep|o[kc]t|nov|de[zcs]|déc|dic)"
)
_DATE = (
    rf"(?:(?:de[mnr]?|the|le|el) )?\d{{1,2}}(?:st|nd|rd|th|er)?(?:[.]\s?\d|[.]? (?:of |de )?(?:{_MONTH}|ene))"
    rf"|{_MONTH}\w*[.]? \d"
)
"""How the rest of a day begins after a comma: "Friday, 16 October"."""

_CLAUSE = re.compile(
    rf"(?<!date)(?<!datum)[;:,–—]\s(?!{_DATE})"
    r"|\s(?:maar|want|dus|but|because|so|aber|denn|mais|car|pero|porque)\s"
    r"|\s(?=en (?:dan )?[a-z]+ (?:ik|wij|we|je|u|jullie)\b"
    r"|and (?:then )?(?:i|we|you|it|they)(?:'ll| will| shall|'ve|'d)\b"
    r"|(?:en|and) (?:op |on )?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b)"
)
_SAME_DAY = re.compile(r"\b(?:same day|dezelfde dag|selben tag|gleichen tag|même jour|mismo día)\b")
_WE_DO = re.compile(r"\s\w{3,} (?:ik|wij|we|ich|wir)\b")
"""A main clause turned round by what it opens with: "na uw akkoord bestel ik"."""

_OPENING = re.compile(
    r"^(?:hoi|hallo|beste|dag|ha|hey|hi|hello|dear|lieve|morgen|goedemorgen|morning|geachte|yo"
    r"|hee)(?: [^\s,!.]+){1,4}[,!]?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """`due` is the last day on which it can be kept, or None when no day is named."""

    text: str
    due: date | None = None


def promises(
    text: str, *, sent: date, language: str, works: Callable[[date], bool] | None = None
) -> tuple[Promise, ...]:
    """The promises of a newly written text of ours that was sent on `sent`; `works` tells our working days."""
    found = (one for sentence in sentences_of(text) for one in _promises(sentence, sent, language, works))
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))


def dated(said: str, *, sent: date, language: str, works: Callable[[date], bool] | None = None) -> Promise:
    """The promise of one sentence that makes one in words of its own, with the day that it names."""
    words = said.lower()
    day = due(words, sent=sent, language=language, works=works)
    hinges, hour = phrases(say.HINGES, language), phrases(say.AT_HOUR, language)
    if day is None:
        return Promise(text=said, due=sent if hour and hour.search(words) else None)
    hanging = day.floats and hinges is not None and hinges.search(words)
    return Promise(text=said, due=None if hanging or day.day < sent else day.day)


def _promises(sentence: Sentence, sent: date, language: str, works: Callable[[date], bool] | None) -> Iterator[Promise]:
    if sentence.asks or _OPENING.match(sentence.words):
        return
    found = []
    for start, end in _clauses(sentence.words):
        made = _promise(sentence, start, end, (sent, language, works))
        if made is not None:
            found.append((start, end, made.due))
    whole = len(found) == 1 and len(sentence.text) <= LONGEST_WHOLE
    for start, end, day in found:
        yield Promise(text=sentence.text if whole else sentence.cut(start, end), due=day)


def _clauses(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in (*_CLAUSE.finditer(words), None):
        end = cut.start() if cut else len(words)
        if end - start > 3:  # noqa: PLR2004  # "so," is no clause
            yield start, end
        start = cut.end() if cut else end


def _promise(
    sentence: Sentence,
    start: int,
    end: int,
    seen: tuple[date, str, Callable[[date], bool] | None],
) -> Promise | None:
    sent, language, works = seen
    words = sentence.words[start:end]
    firm, with_day, none, past, third = (phrases(table, language) for table in _TABLES)
    if firm is None or with_day is None or none is None or past is None or third is None:
        return None
    commits = firm.search(words)
    bound = commits or with_day.search(words)
    then = start > 0 and _then(sentence, words, language)
    opens = start == 0 and _opens_condition(sentence, end, language)
    if (bound is None and not then) or opens or none.search(words):
        return None
    if commits is None and (third.search(words) or past.search(words)):
        return None
    place = bound.start() if bound else 0
    day = due(words, sent=sent, language=language, works=works, near=place)
    if (day is None and commits is not None) or (day is not None and day.vague):
        whole = due(sentence.words, sent=sent, language=language, works=works, near=start + place)
        day = whole if whole is not None and _belongs(sentence, whole, start, end, language) else day
    if day is None and not commits and (ahead := _ahead_of(sentence, start, (sent, language, works))):
        day = ahead
    if day is None and commits is not None and (hour := phrases(say.AT_HOUR, language)) and hour.search(words):
        return Promise(text=sentence.cut(start, end), due=sent)
    if (day is None and commits is None and not then) or (day is not None and day.day < sent):
        return None
    hinges = phrases(say.HINGES, language)
    hanging = day is not None and day.floats and hinges is not None and hinges.search(sentence.words)
    return Promise(text=sentence.cut(start, end), due=None if hanging or day is None else day.day)


def _ahead_of(sentence: Sentence, start: int, seen: tuple[date, str, Callable[[date], bool] | None]) -> Day | None:
    """The day that stands by itself before a clause: "Friday at the latest, you have my answer"."""
    before = sentence.words[:start]
    if not 0 < len(before.split()) <= LONGEST_TIME or before.rstrip()[-1:] != ",":
        return None
    sent, language, works = seen
    day = due(before, sent=sent, language=language, works=works)
    return day if day is not None and 2 * (day.end - day.start) >= len(before) - 1 else None


def _opens_condition(sentence: Sentence, end: int, language: str) -> bool:
    """Whether the clause up to `end` only says what must come first, and another follows."""
    conditioned, words = phrases(say.CONDITIONED, language), sentence.words[:end]
    if conditioned is None or len(sentence.words) - end <= LONGEST_MARK or _WE_DO.search(words):
        return False
    return conditioned.search(words) is not None


def _then(sentence: Sentence, words: str, language: str) -> bool:
    """Whether a clause says what we do once what the sentence opens with has happened."""
    conditioned, then = phrases(say.CONDITIONED, language), phrases(say.THEN, language)
    if conditioned is None or then is None:
        return False
    return conditioned.search(sentence.words) is not None and then.search(words) is not None


def _belongs(sentence: Sentence, whole: Day, start: int, end: int, language: str) -> bool:
    """A day named elsewhere in the sentence is the promise's when no other clause stands between them."""
    none = phrases(say.NONE, language)
    if _SAME_DAY.search(sentence.words[start:end]):
        return True
    between = sentence.words[min(end, whole.end) : max(start, whole.start)]
    beside = sentence.words[max(0, whole.start - 30) : whole.end]
    return len(between) < NEAR and not (none and none.search(beside))
