"""Working time: how much of it lies between two instants, and when a span of it is over.

Hours are local times of a zone, several slots a day; the arithmetic is in UTC per local day, so a day on which
the clocks change is as long as it really is. A slot that ends at or before its start runs past midnight. A local time
comes when the clocks first show it or, if they skip it, when they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from mailaide.core.closed import ClosedDays

HORIZON = timedelta(days=3660)
"""How far ahead an opening is looked for before the hours count as never open."""

ONE_DAY = timedelta(days=1)


class Unit(StrEnum):
    WORKING_HOURS = "working hours"
    WORKING_DAYS = "working days"
    HOURS = "hours"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time as a person states it: "4 working hours", "2 days"."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        unit = self.unit.value
        return f"{self.amount} {unit[:-1] if self.amount == 1 else unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """A stretch of each day, in local time, in which nobody is disturbed; it may run past midnight."""

    zone: ZoneInfo
    begins: time
    ends: time

    def over(self, at: datetime) -> datetime:
        """`at` itself, or the end of the quiet hours that it falls in."""
        today = at.astimezone(self.zone).date()
        nights = (stretch(day, self.begins, self.ends, self.zone) for day in (today - ONE_DAY, today))
        return next((ends for begins, ends in nights if begins <= at < ends), at)


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When the clocks of a zone first show a local time, or skip it; in UTC."""
    local = datetime.combine(day, at, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone) == local:  # of the same zone, so by the clock on the wall
        return found
    skipped_to, before = found.astimezone(zone).utcoffset(), local.replace(fold=1).astimezone(UTC)
    while found - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(found - before) // timedelta(seconds=2))
        before, found = (before, middle) if middle.astimezone(zone).utcoffset() == skipped_to else (middle, found)
    return found


def stretch(day: date, begins: time, ends: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From one local time to another, in UTC; past midnight when the second is not the later."""
    return instant(day, begins, zone), instant(day if ends > begins else day + ONE_DAY, ends, zone)


class NeverOpen(ValueError):
    """The working hours have no opening within ten years, so no working time ever passes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """When the person works. `week` maps 0 (Monday) to 6 to slots; a missing day has no hours."""

    zone: ZoneInfo
    week: Mapping[int, tuple[tuple[time, time], ...]]
    closed: ClosedDays = field(default_factory=ClosedDays)

    def is_working_day(self, day: date) -> bool:
        return day not in self.closed and bool(self.week.get(day.weekday()))

    def slots(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The openings of one local day as UTC instants, in order."""
        if day in self.closed:
            return
        for opens, closes in self.week.get(day.weekday(), ()):
            start, end = stretch(day, opens, closes, self.zone)
            if end > start:
                yield start, end

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; zero when `end` is not later."""
        total = timedelta()
        day = start.astimezone(self.zone).date() - ONE_DAY  # a slot may run past midnight
        while day <= end.astimezone(self.zone).date():
            for opens, closes in self.slots(day):
                total += max(timedelta(), min(closes, end) - max(opens, start))
            day += ONE_DAY
        return total

    def working_days_between(self, start: datetime, end: datetime) -> int:
        """Whole working days strictly between the local days of two instants."""
        day, last = start.astimezone(self.zone).date() + ONE_DAY, end.astimezone(self.zone).date()
        count = 0
        while day < last:
            count += self.is_working_day(day)
            day += ONE_DAY
        return count

    def after(self, start: datetime, span: Span) -> datetime:
        """The instant at which `span` is over, counted from `start`.

        "2 working days" from Monday 10:00 is Wednesday 10:00; counted from outside the hours it runs from the
        next opening, and on a shorter day it is over when work ends. Raises NeverOpen.
        """
        match span.unit:
            case Unit.HOURS:
                return start + timedelta(hours=span.amount)
            case Unit.DAYS:
                local = start.astimezone(self.zone)
                return instant(local.date() + timedelta(days=span.amount), local.time(), self.zone)
            case Unit.WORKING_HOURS:
                return self.after_working_time(start, timedelta(hours=span.amount))
            case Unit.WORKING_DAYS:
                return self._after_working_days(start, span.amount)

    def next_opening(self, start: datetime) -> datetime:
        """`start` itself inside the hours, else the next opening. Raises NeverOpen."""
        return next(max(opens, start) for _, opens, closes in self._slots_from(start) if closes > start)

    def after_working_time(self, start: datetime, need: timedelta) -> datetime:
        """The instant at which that much working time has passed since `start`. Raises NeverOpen."""
        for _, opens, closes in self._slots_from(start):
            begin = max(opens, start)
            if closes - begin >= need:
                return (begin + need).astimezone(UTC)
            need -= max(timedelta(), closes - begin)
        raise NeverOpen

    def _after_working_days(self, start: datetime, days: int) -> datetime:
        slots = self._slots_from(start)
        day, begin = next((day, max(opens, start)) for day, opens, closes in slots if closes > start)
        local = begin.astimezone(self.zone)
        past_midnight = local.date() - day  # the small hours belong to the day on which the slot opened
        for _ in range(HORIZON.days):
            if days == 0:
                openings = list(self.slots(day))
                over = instant(day + past_midnight, local.time(), self.zone)
                return min(max(over, openings[0][0]), openings[-1][1]) if openings else over
            day += ONE_DAY
            days -= self.is_working_day(day)
        raise NeverOpen

    def _slots_from(self, start: datetime) -> Iterator[tuple[date, datetime, datetime]]:
        """Openings, each with its local day, from the day before that of `start` on. Raises NeverOpen."""
        first = start.astimezone(self.zone).date() - ONE_DAY  # a slot may run past midnight
        for offset in range(HORIZON.days):
            day = first + timedelta(days=offset)
            yield from ((day, opens, closes) for opens, closes in self.slots(day))
        raise NeverOpen
