"""Single values as a person writes them, turned into what they mean: "2 werkdagen", "09:00-12:30", "bob@shop.example".

Every refusal is a ValueError whose text is shown to the person as it stands: what is wrong, what to write.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo, available_timezones

import email_validator

from mailaide.core.matching.shared_domains import SHARED_DOMAINS
from mailaide.core.worktime import Span, Unit

# Names kept for machines at home: the demo and the tests mail there, and nobody else can have them.
email_validator.SPECIAL_USE_DOMAIN_NAMES = [
    name for name in email_validator.SPECIAL_USE_DOMAIN_NAMES if name not in {"test", "localhost"}
]

UNITS = {
    "working hour": Unit.WORKING_HOURS,
    "working hours": Unit.WORKING_HOURS,
    "werkuur": Unit.WORKING_HOURS,
    "werkuren": Unit.WORKING_HOURS,
    "working day": Unit.WORKING_DAYS,
    "working days": Unit.WORKING_DAYS,
    "werkdag": Unit.WORKING_DAYS,
    "werkdagen": Unit.WORKING_DAYS,
    "hour": Unit.HOURS,
    "hours": Unit.HOURS,
    "uur": Unit.HOURS,
    "uren": Unit.HOURS,
    "day": Unit.DAYS,
    "days": Unit.DAYS,
    "dag": Unit.DAYS,
    "dagen": Unit.DAYS,
}
LONGEST = {Unit.HOURS: 24 * 366, Unit.WORKING_HOURS: 24 * 366, Unit.DAYS: 366, Unit.WORKING_DAYS: 366}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HIGHEST_AMOUNT = Decimal(10**9)

Slot = tuple[time, time]


def span(written: object) -> Span:
    """ "2 working days", "36 uur"."""
    problem = f'"{written}" is not a duration; write "2 days" or "4 working hours"'
    if not isinstance(written, str):
        raise ValueError(problem)
    match = re.fullmatch(r"([0-9]{1,4})\s+([a-z]+(?:\s+[a-z]+)?)", written.strip().lower())
    if match is None:
        raise ValueError(problem)
    unit = UNITS.get(" ".join(match[2].split()))
    amount = int(match[1])
    if unit is None or amount == 0:
        raise ValueError(problem)
    if amount > LONGEST[unit]:
        raise ValueError(f'"{written}" is longer than a year')
    return Span(amount=amount, unit=unit)


def address(written: object) -> str:
    """An e-mail address, lower-case."""
    problem = f'"{written}" is not an address'
    if not isinstance(written, str):
        raise ValueError(problem)
    try:
        return email_validator.validate_email(written.strip(), check_deliverability=False).normalized.lower()
    except email_validator.EmailNotValidError:
        raise ValueError(problem) from None


def client_domain(written: object) -> str:
    """A domain that belongs to one client alone."""
    if isinstance(written, str) and "@" in written:
        raise ValueError(
            f'"{written}" is not a domain; write "{written.rpartition("@")[2]}", or put it under "addresses"'
        )
    try:
        domain = address(f"x@{written}").rpartition("@")[2]
    except ValueError:
        raise ValueError(f'"{written}" is not a domain; write it like "harbour.example"') from None
    if domain in SHARED_DOMAINS:
        raise ValueError(
            f'"{domain}" is shared by many people, so mail from strangers would count as this client\'s; '
            'list the client\'s addresses under "addresses" instead'
        )
    return domain


def day(written: object) -> date:
    """A day of the calendar as 2026-03-31."""
    if isinstance(written, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written.strip()):
        try:
            return date.fromisoformat(written.strip())
        except ValueError:
            raise ValueError(f'"{written}" is not a day of the calendar') from None
    raise ValueError(f'"{written}" is not a date; write year-month-day, like 2026-03-31')


def amount(written: object) -> Decimal:
    """A price above zero, exactly as written; it never passes through a float."""
    problem = f'"{written}" is not an amount; write it like 95 or 95.50'
    if isinstance(written, bool) or not isinstance(written, str | int | Decimal):
        raise ValueError(problem)
    if isinstance(written, str) and not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,9})?", written.strip()):
        raise ValueError(problem)
    try:
        number = Decimal(written)
    except InvalidOperation:
        raise ValueError(problem) from None
    if not 0 < number < HIGHEST_AMOUNT:
        raise ValueError(f"{written} is not a price; write an amount above zero")
    return number


def currency(written: object) -> str:
    if isinstance(written, str) and re.fullmatch(r"[A-Za-z]{3}", written.strip()):
        return written.strip().upper()
    raise ValueError(f'"{written}" is not a currency; write its three letters, like EUR')


def zone(written: object) -> ZoneInfo:
    """A zone of the IANA time zone database."""
    if isinstance(written, str) and written in available_timezones():
        return ZoneInfo(written)
    last = str(written).strip().replace(" ", "_").casefold()
    near = sorted(name for name in available_timezones() if name.rpartition("/")[2].casefold() == last)
    raise ValueError(f'"{written}" is not a time zone; write it like "{near[0] if near else "Europe/Amsterdam"}"')


def slot(written: object) -> Slot:
    """ "09:00-12:30"; one that ends earlier than it starts runs past midnight."""
    problem = f'"{written}" is not a stretch of time; write it like 09:00-12:30'
    match = re.fullmatch(r"\s*([0-9]{1,2}):([0-9]{2})\s*[-–]\s*([0-9]{1,2}):([0-9]{2})\s*", str(written))
    if match is None:
        raise ValueError(problem)
    hour, minute, last_hour, last_minute = (int(part) for part in match.groups())
    whole_day_end = (last_hour, last_minute) == (24, 0)
    try:
        opens, closes = time(hour, minute), time(0 if whole_day_end else last_hour, last_minute)
    except ValueError:
        raise ValueError(problem) from None
    if opens == closes and not whole_day_end:
        raise ValueError(f'"{written}" is over at once; write it like 09:00-12:30')
    return opens, closes


def step(written: object) -> tuple[str, bool]:
    """A line of a checklist in Markdown: "[x] texts" is done, "[ ] photos" is not."""
    match = re.fullmatch(r"\s*(?:[-*]\s*)?\[([ xX])\]\s*(\S.*?)\s*", written) if isinstance(written, str) else None
    if match is None:
        raise ValueError(
            f'"{written}" is not a step; write it in quotes, "[x] texts" when done and "[ ] texts" until then'
        )
    return match[2], match[1] != " "


def weekdays(written: str) -> tuple[int, ...]:
    """The days a key of the working hours stands for, Monday is 0: "fri", "mon-fri", "sat-mon"."""
    first, dash, last = written.strip().lower().partition("-")
    if first not in DAYS or (dash and last not in DAYS):
        raise ValueError(
            f'"{written}" is not a day; write mon, tue, wed, thu, fri, sat, sun, or a range like "mon-fri"'
        )
    start = DAYS.index(first)
    count = (DAYS.index(last) - start) % 7 + 1 if dash else 1
    return tuple((start + offset) % 7 for offset in range(count))


def week(written: Mapping[str, list[Slot]]) -> dict[int, tuple[Slot, ...]]:
    """The slots of each weekday, sorted. Raises ValueError for a day given twice, for overlap, for no hours at all."""
    found: dict[int, tuple[Slot, ...]] = {}
    for key, slots in written.items():
        for number in weekdays(key):
            if number in found:
                raise ValueError(f'{DAYS[number]} is given twice; "{key}" covers it as well')
            found[number] = tuple(sorted(slots))
    if not any(found.values()):
        raise ValueError("there are no working hours; write at least one day, like mon-fri: [09:00-17:00]")
    _refuse_overlap(found)
    return found


def _refuse_overlap(week: Mapping[int, tuple[Slot, ...]]) -> None:
    """Time that counts twice would make a deadline come early. The week is a ring: Sunday night runs into Monday."""
    minutes = sorted(
        (start, start + ((_minute(closes) - _minute(opens)) % 1440 or 1440), number)
        for number, slots in week.items()
        for opens, closes in slots
        for start in (number * 1440 + _minute(opens),)
    )
    following = [*minutes[1:], (minutes[0][0] + 7 * 1440, 0, minutes[0][2])]
    for (_, end, number), (start, _, _) in zip(minutes, following, strict=True):
        if start < end:
            raise ValueError(f"two stretches of time overlap on or after {DAYS[number]}")


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def key(written: str) -> str:
    """The name a project, client or account is known by."""
    if not re.fullmatch(r"\w[\w-]{0,63}", written):
        raise ValueError(f'"{written}" cannot be a name here; use letters, digits, "-" and "_", without spaces')
    return written


def text(written: object) -> str:
    """Words on one or more lines; what YAML takes for a number or true/false asks for quotes."""
    if isinstance(written, str):
        if written.strip():
            return written.strip()
        raise ValueError("this is empty; write something, or leave the line out")
    if isinstance(written, bool):
        raise ValueError(f'this is true or false, not text; put it in quotes: "{str(written).lower()}"')
    if isinstance(written, int | Decimal):
        raise ValueError(f"{written} is a number, not text; put it in quotes")
    raise ValueError("this must be text, not a list or further keys")
