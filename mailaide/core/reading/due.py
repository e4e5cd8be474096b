"""Which day is meant: "vrijdag", "by the end of next week", "binnen twee werkdagen", seen from the day of the mail.

The answer is the last day on which it can be kept. "Before Friday" is Thursday, "this week" Friday, a bare weekday the
next one, the weekend Sunday, "the end of the month" its last day. Without a day the answer is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mailaide.core.reading import day_words as say
from mailaide.core.reading.spans import compiled

FRIDAY, SUNDAY, TUESDAY, WEDNESDAY = 4, 6, 1, 2
WEEK = 7
TWO_MONTHS = 63
"""Days in which every number of a month comes by."""

BESIDE = 14
"""Characters between two words for one day: "Friday, the 20th"."""

AFTER_FIRST = 15
"""Characters by which a day after the words that promise is nearer than one before."""

LONG_PAST = 45
"""Days: a day and month further back than this is one of next year."""

DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that words name, from `start` to `end` in them; `floats`: counted from an event ("within two weeks");
    `vague`: an hour without a day."""

    day: date
    start: int
    end: int
    floats: bool = False
    vague: bool = False


def due(
    words: str, *, sent: date, language: str, works: Callable[[date], bool] | None = None, near: int | None = None
) -> Day | None:
    """The day that a promise names, or None; of several, the one nearest to the place `near`, else the first.

    `works` tells working days; left out, Monday to Friday.
    """
    found = tuple(_days(words, sent, language, works or _weekday))
    if near is None or not found:
        return found[0] if found else None
    return min(found, key=lambda one: near - one.end + AFTER_FIRST if one.end <= near else max(0, one.start - near))


def _days(words: str, sent: date, language: str, works: Callable[[date], bool]) -> Iterator[Day]:
    """The most exact first; what lies inside or right beside a day that was told before is part of it."""
    told: list[Day] = []
    if language not in say.WEEKDAYS_OF or not compiled(say.ANY[language]).search(words):
        return
    for rule in _RULES:
        if told and rule in _LAST:
            return
        for found in rule(words, sent, language, works):
            if not any(found.start < one.end + BESIDE and found.end + BESIDE > one.start for one in told):
                told.append(found)
                yield _before(found, words, language, works)


def _weekday(day: date) -> bool:
    return day.weekday() <= FRIDAY


def _before(found: Day, words: str, language: str, works: Callable[[date], bool]) -> Day:
    """One working day earlier, after "before"; an end, a weekend and an hour are not moved."""
    head = words[max(0, found.start - 30) : found.start]
    sign = compiled(rf"\b{say.BEFORE[language]} {say.AFTER_BEFORE[language]}$").search(head)
    said = words[found.start : found.end]
    hour = compiled(
        r"^,? (?:om |at )?\d{1,2}(?:[.:]\d\d)? ?(?:uur|uhr|am|pm|h\b|o'clock)?|^ (?:noon|midday|lunch)"
    ).match(words, found.end)
    if sign is None or hour is not None or re.search(r"eind|end of|ende|fin |final|week", said):
        return found
    day = found.day - timedelta(days=1)
    while not works(day) and (found.day - day).days < WEEK:
        day -= timedelta(days=1)
    return Day(day=day, start=found.start - len(head) + sign.start(), end=found.end, floats=found.floats)


def _match(pattern: str, words: str) -> Iterator[re.Match[str]]:
    return compiled(pattern).finditer(words)


def _of_year(sent: date, month: int, day: int, year: int | None = None) -> date | None:
    try:
        found = date(year or sent.year, month, day)
    except ValueError:
        return None
    if year is None and (sent - found).days > LONG_PAST:
        return found.replace(year=found.year + 1) if (month, day) != (2, 29) else None
    return found


def _dated(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    months = say.MONTHS_OF[language]
    for found in _match(r"\b(20\d\d)-(\d\d)-(\d\d)\b", words):
        if day := _of_year(sent, int(found[2]), int(found[3]), int(found[1])):
            yield Day(day=day, start=found.start(), end=found.end())
    for found in _match(
        rf"\b(\d{{1,2}})(?:st|nd|rd|th|ste|de|e|er|\.)? (?:of |de )?({months})\b\.?(?: (?:de )?(20\d\d))?", words
    ):
        if day := _of_year(sent, say.MONTHS[found[2]], int(found[1]), int(found[3]) if found[3] else None):
            yield Day(day=day, start=found.start(), end=found.end())
    if language == "en":
        for found in _match(
            rf"\b({months})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?(?:am|pm|%|\d))(?:,? (20\d\d))?", words
        ):
            if day := _of_year(sent, say.MONTHS[found[1]], int(found[2]), int(found[3]) if found[3] else None):
                yield Day(day=day, start=found.start(), end=found.end())
    for found in _match(
        r"(?<![\d.,/€£$-])\b(\d{1,2})(?:[/-](\d{1,2})(?:[/-](20\d\d))?|\.(\d{1,2})\.(20\d\d)?)(?![\d/%-])", words
    ):
        year = found[3] or found[5]
        if day := _of_year(sent, int(found[2] or found[4]), int(found[1]), int(year) if year else None):
            yield Day(day=day, start=found.start(), end=found.end())


def _ordinal_weekday(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    """The first Monday of May."""
    pattern = (
        rf"\b(first|second|third|last|eerste|tweede|derde|laatste) ({say.WEEKDAYS_OF[language]}) (?:of|van"
        rf"|in) ({say.MONTHS_OF[language]})\b"
    )
    for found in _match(pattern, words):
        month, nth = say.MONTHS[found[3]], say.ORDINALS[found[1]]
        first = _of_year(sent, month, 1)
        if first is None:
            continue
        days = [first + timedelta(days=n) for n in range(monthrange(first.year, month)[1])]
        days = [day for day in days if day.weekday() == say.WEEKDAYS[found[2]]]
        yield Day(day=days[nth - 1 if nth > 0 else nth], start=found.start(), end=found.end())


def _day_of_month(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    """ "De 19e", "Friday the 18th": the next day with that number."""
    for found in _match(say.DAY_OF_MONTH[language], words):
        ahead = (sent + timedelta(days=days) for days in range(1, TWO_MONTHS))
        day = next((one for one in ahead if one.day == int(found[1])), None)
        if day is not None:
            yield Day(day=day, start=found.start(), end=found.end())


def _weekday_of_next_week(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    monday = sent - timedelta(days=sent.weekday()) + timedelta(days=WEEK)
    for found in _match(say.DAY_OF_NEXT_WEEK[language], words):
        name = next(value for value in found.groups() if value)
        yield Day(day=monday + timedelta(days=say.WEEKDAYS[name]), start=found.start(), end=found.end())


def _bare_weekday(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    name, ending = say.WEEKDAYS_OF[language], say.PART_OF_DAY.get(language, "")
    for found in _match(rf"\b(?P<next>next )?(?P<day>{name}){ending}\b(?P<past>{say.LAST_AFTER})?", words):
        if found["past"] or compiled(say.LAST_BEFORE).search(words[: found.start()][-12:]):
            continue
        ahead = (say.WEEKDAYS[found["day"]] - sent.weekday() - 1) % WEEK + 1
        day = sent + timedelta(days=ahead)
        if found["next"] and day.isocalendar()[1] == sent.isocalendar()[1]:
            day += timedelta(days=WEEK)
        yield Day(day=day, start=found.start(), end=found.end())


def _span(words: str, sent: date, language: str, works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.SPAN[language], words):
        number = int(found["n"]) if found["n"].isdigit() else say.NUMBERS.get(found["n"], 1)
        unit = found["unit"]
        day = sent
        if (
            unit.startswith(("werk", "work", "business", "arbeits"))
            or "ouvr" in unit
            or "hábil" in unit
            or "labor" in unit
        ):
            while number > 0:
                day += timedelta(days=1)
                number -= works(day)
        elif unit.startswith(("week", "weke", "woche", "semaine", "semana")):
            day += timedelta(days=WEEK * number)
        elif unit.startswith("fortnight"):
            day += timedelta(days=2 * WEEK)
        elif unit.startswith(("dag", "day", "tag", "jour", "día")):
            day += timedelta(days=number)
        elif unit.startswith(("maand", "month", "monat", "mois", "mes")):
            day += timedelta(days=30 * number)
        else:  # hours
            day += timedelta(days=number // 24)
        yield Day(day=day, start=found.start(), end=found.end(), floats=True)


def _of_week(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    monday = sent - timedelta(days=sent.weekday())
    for found in _match(say.NEXT_WEEK[language], words):
        part = found["part"] or ""
        early = re.search(r"begin|early|start|anfang|début|principio", part)
        middle = re.search(r"midden|halverwege|mid|mitte|milieu|mediados", part)
        weekday = TUESDAY if early else WEDNESDAY if middle else FRIDAY
        yield Day(day=monday + timedelta(days=WEEK + weekday), start=found.start(), end=found.end())
    for found in _match(say.THIS_WEEK[language], words):
        week = 0 if sent.weekday() <= FRIDAY else WEEK
        yield Day(day=monday + timedelta(days=week + FRIDAY), start=found.start(), end=found.end())
    for found in _match(say.WEEKEND[language], words):
        before = compiled(rf"\b{say.BEFORE[language]} $").search(words[max(0, found.start() - 12) : found.start()])
        after = re.search(r"\b(?:na|after|nach|après|tras) (?:het |the |dem |le |el )?$", words[: found.start()][-12:])
        weekday = FRIDAY if before else WEEK if after else SUNDAY
        yield Day(day=monday + timedelta(days=weekday), start=found.start(), end=found.end())


def _of_month(words: str, sent: date, language: str, works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.THIS_MONTH[language], words):
        yield Day(day=_last(sent), start=found.start(), end=found.end())
    for found in _match(say.NEXT_MONTH[language], words):
        yield Day(day=_last(_last(sent) + timedelta(days=1)), start=found.start(), end=found.end())
    parts = (
        r"(?P<part>begin|half|medio|halverwege|eind|einde|early|mid|mid-|late|the end of|end of|anfang|mitte|ende"
        r"|début|mi-|fin|"
        r"principios de|mediados de|finales de)"
    )
    for found in _match(rf"\b{parts} ?(?:van |of )?(?P<month>{say.MONTHS_OF[language]})\b(?! \d)", words):
        first = _of_year(sent.replace(day=1), say.MONTHS[found["month"]], 1)
        if first is None:
            continue
        if re.match(r"begin|early|anfang|début|principios", found["part"]):
            day = first.replace(day=10)
        elif re.match(r"half|medio|halverwege|mid|mitte|mi-|mediados", found["part"]):
            day = first.replace(day=15)
        else:
            day = _last(first)
        yield Day(day=day, start=found.start(), end=found.end())


def _in_month(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    """ "In May": its last day."""
    for found in _match(rf"\b(?:in|im|en) (?P<month>{say.MONTHS_OF[language]})\b(?! \d)", words):
        first = _of_year(sent.replace(day=1), say.MONTHS[found["month"]], 1)
        if first is not None:
            yield Day(day=_last(first), start=found.start(), end=found.end())


def _last(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _named(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    christmas = {
        "nl": (r"\bkerstavond\b", r"\b(?:eerste )?kerst(?:mis|dag)?\b"),
        "en": (r"\bchristmas eve\b", r"\b(?:christmas|xmas)\b"),
        "de": (r"\bheiligabend\b", r"\bweihnachten\b"),
        "fr": (r"\bréveillon\b", r"\bnoël\b"),
        "es": (r"\bnochebuena\b", r"\bnavidad\b"),
    }[language]
    for pattern, number in zip(christmas, (24, 25), strict=True):
        for found in _match(pattern, words):
            if day := _of_year(sent, DECEMBER, number):
                yield Day(day=day, start=found.start(), end=found.end())
    for found in _match(
        {"nl": r"\bpasen\b", "en": r"\beaster\b", "de": r"\bostern\b", "fr": r"\bpâques\b", "es": r"\bpascua\b"}[
            language
        ],
        words,
    ):
        day = _easter(sent.year)
        yield Day(day=day if day > sent else _easter(sent.year + 1), start=found.start(), end=found.end())


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _near(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    for table, ahead in ((say.DAY_AFTER, 2), (say.TOMORROW, 1)):
        for found in _match(table[language], words):
            yield Day(day=sent + timedelta(days=ahead), start=found.start(), end=found.end())


def _today(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.TODAY[language], words):
        yield Day(day=sent, start=found.start(), end=found.end())


def _clock(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    """An hour without a day is today's."""
    for found in _match(say.CLOCK[language], words):
        yield Day(day=sent, start=found.start(), end=found.end(), vague=True)


_RULES = (
    _dated, _ordinal_weekday, _weekday_of_next_week, _day_of_month, _near, _bare_weekday, _span, _of_week, _of_month,
    _named, _today, _in_month, _clock,
)  # fmt: skip
"""The most exact first."""

_LAST = (_in_month, _clock)
"""Only read where nothing else names a day."""
