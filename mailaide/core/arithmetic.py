"""What a clock counted: which hours of which day, and the days on which it stood still, each with the reason.

A person can check a due time against their own calendar; a wrong holiday shows by its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from mailaide.core.worktime import ONE_DAY, WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One local day between two instants: the stretches of work in it, or `closed`, why there are none."""

    day: date
    stretches: tuple[tuple[datetime, datetime], ...] = ()
    closed: str = ""

    @property
    def time(self) -> timedelta:
        return sum((end - start for start, end in self.stretches), timedelta())


def counted(hours: WorkingHours, since: datetime, until: datetime) -> tuple[Counted, ...]:
    """The days from one instant to another; their times add up to `hours.between`."""
    last, day = until.astimezone(hours.zone).date(), since.astimezone(hours.zone).date()
    earlier = day - ONE_DAY  # its night may run into the first day
    found = []
    while earlier <= last:
        slots = ((max(opens, since), min(closes, until)) for opens, closes in hours.slots(earlier))
        stretches = tuple((start, end) for start, end in slots if start < end)
        if stretches or earlier >= day:
            found.append(Counted(day=earlier, stretches=stretches, closed=_closed(hours, earlier)))
        earlier += ONE_DAY
    return tuple(found)


def in_words(hours: WorkingHours, since: datetime, until: datetime) -> Iterator[str]:
    """The sum, then a line for each day; days that follow each other and are alike share one."""
    days = counted(hours, since, until)
    first, last = (f"{at.astimezone(hours.zone):%a %Y-%m-%d %H:%M}" for at in (since, until))
    yield f"from {first} to {last} ({hours.zone.key}): {_length(days)} of work"
    for alike, run in groupby(days, key=lambda one: _what_it_adds(one, hours)):
        yield _line(tuple(run), alike)


def _closed(hours: WorkingHours, day: date) -> str:
    return hours.closed.why(day) or ("" if hours.is_working_day(day) else "no working hours")


def _what_it_adds(one: Counted, hours: WorkingHours) -> str:
    local = ((start.astimezone(hours.zone), end.astimezone(hours.zone)) for start, end in one.stretches)
    times = ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in local)
    return one.closed or times or "outside your hours"


def _line(run: Sequence[Counted], alike: str) -> str:
    first, last = run[0].day, run[-1].day
    days = f"{first:%a %Y-%m-%d}" + (f" to {last:%a %Y-%m-%d}" if last > first else "")
    each = " each" if last > first and run[0].stretches else ""
    return f"{days}: {alike}{each}" + (f", {_length(run)}" if run[0].stretches else "")


def _length(days: Sequence[Counted]) -> str:
    minutes = sum((one.time for one in days), timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours or not rest else []
    return " ".join([*words, *([f"{rest} minute{'' if rest == 1 else 's'}"] if rest else [])])
