"""Working days before and after an instant, so that the sample mailbox is never stale and never on a Sunday.

Everything is a function of `now`. Monday to Friday are working days; the demo's configuration names no holidays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
LATEST_TIMES = (time(9, 4), time(11, 12), time(13, 37), time(15, 48))
"""When the newest mail may have come: within working hours, and so often that it is always fresh."""

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDays:
    """Counts from `latest`, the moment the newest mail came, in local time."""

    latest: datetime

    def day(self, back: int) -> date:
        """The working day that many working days before the latest one; a negative number looks ahead."""
        day = self.latest.date()
        for _ in range(abs(back)):
            day = _working(day - ONE_DAY, -1) if back > 0 else _working(day + ONE_DAY, 1)
        return day

    def at(self, back: int, clock: str = "") -> datetime:
        """That day at a local time such as "10:14"; without one, at the time of the latest mail."""
        return datetime.combine(self.day(back), time.fromisoformat(clock) if clock else self.latest.time(), ZONE)


def working_days(now: datetime) -> WorkingDays:
    """The days as seen from `now`, which is aware."""
    local = now.astimezone(ZONE)
    day = _working(local.date(), -1)
    moments = [datetime.combine(day, clock, ZONE) for clock in LATEST_TIMES]
    passed = [moment for moment in moments if moment.astimezone(UTC) <= now]
    if not passed:
        passed = [datetime.combine(_working(day - ONE_DAY, -1), LATEST_TIMES[-1], ZONE)]
    return WorkingDays(latest=passed[-1])


def _working(day: date, step: int) -> date:
    """The day itself, or the nearest working day in that direction."""
    while day.weekday() >= SATURDAY:
        day += step * ONE_DAY
    return day
