"""Which day is meant: "vrijdag", "by the end of next week", "binnen twee werkdagen", seen from the day of the mail.

The answer is the last day on which it can be kept. "Before Friday" is Thursday, "this week" Friday, a bare weekday the
next one, the weekend Sunday, "the end of the month" its last day. Without a day the answer is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailaide.core.reading.days import day_words as say
from mailaide.core.reading.text.patterns import compiled

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


_OF_WORK = re.compile(r"^(?:werk|work|business|arbeits)|ouvr|hábil|labor")
"""A unit of working days."""


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


def _week_of(words: str, sent: date, language: str, works: Callable[[date], bool]) -> Iterator[Day]:
    """ "The week of 23 March"; otherwise the date itself."""
    for found in _dated(words, sent, language, works):
        week = compiled(say.WEEK_OF).search(words[max(0, found.start - 45) : found.start])
        friday = found.day + timedelta(days=FRIDAY - found.day.weekday())
        yield replace(found, day=friday) if week and found.day <= friday else found


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


def _ahead(sent: date, name: str) -> date:
    """The next day of that name, not today; or today and tomorrow themselves."""
    if name in say.TODAY_IS or name in say.TOMORROW_IS:
        return sent + timedelta(days=name in say.TOMORROW_IS)
    return sent + timedelta(days=(say.WEEKDAYS[name] - sent.weekday() - 1) % WEEK + 1)


def _a_week_on(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.A_WEEK_ON[language], words):
        told = {name.rstrip("23"): value for name, value in found.groupdict().items() if value}
        weeks = 2 if "two" in told else say.WEEKS.get(told.get("n", ""), 1)
        day = _ahead(sent, told.get("day", "today")) + timedelta(days=WEEK * weeks)
        yield Day(day=day, start=found.start(), end=found.end())


def _either_weekday(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.EITHER[language], words):
        day = _ahead(_ahead(sent, found["one"]), found["other"])
        yield Day(day=day, start=found.start(), end=found.end())


def _bare_weekday(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    name, ending = say.WEEKDAYS_OF[language], say.PART_OF_DAY.get(language, "")
    for found in _match(rf"\b(?P<next>next )?(?P<day>{name}){ending}\b(?P<past>{say.LAST_AFTER})?", words):
        if found["past"] or compiled(say.LAST_BEFORE).search(words[: found.start()][-12:]):
            continue
        day = _ahead(sent, found["day"])
        if found["next"] and day.isocalendar()[1] == sent.isocalendar()[1]:
            day += timedelta(days=WEEK)
        yield Day(day=day, start=found.start(), end=found.end())


def _span(words: str, sent: date, language: str, works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.SPAN[language], words):
        told = found.groupdict()
        if alone := told.get("alone"):
            day = sent + timedelta(days=WEEK if alone == "huitaine" else 2 * WEEK)
        else:
            number = int(found["n"]) if found["n"].isdigit() else say.NUMBERS.get(found["n"], 1)
            day = _counted(sent, number, found["unit"], works)
        yield Day(day=day, start=found.start(), end=found.end(), floats=True)


def _counted(sent: date, number: int, unit: str, works: Callable[[date], bool]) -> date:
    if _OF_WORK.search(unit):
        day = sent
        while number > 0:
            day += timedelta(days=1)
            number -= works(day)
        return day
    if unit.startswith(("maand", "month", "monat", "mois", "mes")):
        months = sent.month - 1 + number
        first = date(sent.year + months // DECEMBER, months % DECEMBER + 1, 1)
        return first.replace(day=min(sent.day, _last(first).day))
    if unit.startswith(("week", "weke", "woche", "semaine", "semana")):
        return sent + timedelta(days=WEEK * number)
    if unit.startswith("fortnight"):
        return sent + timedelta(days=2 * WEEK)
    if unit.startswith(("dag", "day", "tag", "jour", "día")):
        return sent + timedelta(days=number)
    return sent + timedelta(days=number // 24)  # hours


def _of_week(words: str, sent: date, language: str, _works: Callable[[date], bool]) -> Iterator[Day]:
    monday = sent - timedelta(days=sent.weekday())
    for table, weeks in ((say.AFTER_NEXT, 2), (say.NEXT_WEEK, 1)):
        for found in _match(table[language], words):
            day = monday + timedelta(days=WEEK * weeks + _part_of_week(found["part"]))
            yield Day(day=day, start=found.start(), end=found.end())
    for found in _match(say.THIS_WEEK[language], words):
        week = 0 if sent.weekday() <= FRIDAY else WEEK
        yield Day(day=monday + timedelta(days=week + FRIDAY), start=found.start(), end=found.end())
    for found in _match(say.WEEKEND[language], words):
        head = words[max(0, found.start() - 14) : found.start()]
        before = compiled(rf"\b{say.BEFORE[language]} {say.AFTER_BEFORE[language]}$").search(head)
        after = re.search(r"\b(?:na|after|nach|après|tras) (?:het |the |dem |le |el )?$", head)
        weekday = FRIDAY if before else WEEK if after else SUNDAY
        yield Day(day=monday + timedelta(days=weekday), start=found.start(), end=found.end())
    for found in _match(say.WEEK_NUMBER, words):
        numbered = _week_numbered(sent, int(found["n"]))
        if numbered is not None:
            day = numbered + timedelta(days=_part_of_week(found["part"]))
            yield Day(day=day, start=found.start(), end=found.end())


def _part_of_week(part: str | None) -> int:
    if part and re.search(r"begin|early|start|anfang|début|principio", part):
        return TUESDAY
    return WEDNESDAY if part and re.search(r"midden|halverwege|mid|mitte|milieu|mediados", part) else FRIDAY


def _week_numbered(sent: date, number: int) -> date | None:
    """The Monday of an ISO week, of next year when it lies long past."""
    try:
        monday = date.fromisocalendar(sent.year, number, 1)
        return date.fromisocalendar(sent.year + 1, number, 1) if (sent - monday).days > LONG_PAST else monday
    except ValueError:
        return None


def _of_month(words: str, sent: date, language: str, works: Callable[[date], bool]) -> Iterator[Day]:
    for found in _match(say.THIS_MONTH[language], words):
        yield Day(day=_last(sent), start=found.start(), end=found.end())
    for found in _match(say.NEXT_MONTH[language], words):
        following = _last(sent) + timedelta(days=1)
        yield Day(day=_part_of_month(following, found["part"] or ""), start=found.start(), end=found.end())
    parts = (
        r"(?P<part>begin|half|medio|halverwege|eind|einde|early|mid|mid-|late|the end of|end of|anfang|mitte|ende"
        r"|début|mi-|fin|principios de|mediados de|finales de|fines de)"
    )
    for found in _match(rf"\b{parts} ?(?:van |of )?(?P<month>{say.MONTHS_OF[language]})\b(?! \d)", words):
        first = _of_year(sent.replace(day=1), say.MONTHS[found["month"]], 1)
        if first is None:
            continue
        yield Day(day=_part_of_month(first, found["part"]), start=found.start(), end=found.end())


def _part_of_month(first: date, part: str) -> date:
    if re.match(r"begin|early|start|anfang|début|principios", part):
        return first.replace(day=10)
    return first.replace(day=15) if re.match(r"half|medio|halverwege|mid|mitte|mi|mediados", part) else _last(first)


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
    _week_of, _ordinal_weekday, _a_week_on, _weekday_of_next_week, _either_weekday, _day_of_month, _near,
    _bare_weekday, _span, _of_week, _of_month,
    _named, _today, _in_month, _clock,
)  # fmt: skip
"""The most exact first."""

_LAST = (_in_month, _clock)
"""Only read where nothing else names a day."""
