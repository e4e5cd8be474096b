"""When an answer is due, and when the person is told: the ladder of alerts.

A wait starts at the first unanswered message. A holding reply that names a day for the answer swaps in the clock of
that day; one that names none stops nothing. Each clock has rungs of its own, so a swapped one is told anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mailaide.core.dossier import Entry
from mailaide.core.matters.waits import is_of_answer
from mailaide.core.obligation import Rung
from mailaide.core.project import Person
from mailaide.core.reading.signals import SignalKind
from mailaide.core.worktime import Span, instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One running clock. `name` is empty for the first, and the day for one that a holding reply has set."""

    since: datetime
    due: datetime
    name: str = ""

    def rung(self, name: str, at: datetime) -> Rung:
        return Rung(name=f"{name} {self.name}".rstrip(), at=at)


def clock(person: Person, since: datetime, within: Span, held: Iterable[Entry] = ()) -> Clock:
    """The clock of a wait: until the end of the day that the latest of the holding replies promised, if any did."""
    days = [
        (entry, one.due)
        for entry in held
        for one in entry.reading.all(SignalKind.PROMISE)
        if one.due is not None and is_of_answer(one, entry)
    ]
    if not days:
        return Clock(since=since, due=person.hours.after(since, within))
    latest, day = max(days, key=lambda item: item[0].at)
    return Clock(since=latest.at, due=max(latest.at, end_of(day, person)), name=day.isoformat())


def due_rung(clock: Clock) -> tuple[Rung, ...]:
    """One alert, when the time has passed."""
    return (clock.rung("due", clock.due),)


def ladder(person: Person, clock: Clock, warn_after: Span | None, again: Span, repeats: int) -> tuple[Rung, ...]:
    """A warning (left out: when half of the working time has gone), the due instant, and repeats with a cap."""
    if warn_after is None:
        half = person.hours.between(clock.since, clock.due) / 2
        warn_at = person.hours.after_working_time(clock.since, half)
    else:
        warn_at = person.hours.after(clock.since, warn_after)
    rungs = [clock.rung("half", warn_at)] if warn_at < clock.due else []
    at = clock.due
    rungs.append(clock.rung("due", at))
    for number in range(1, repeats + 1):
        at = person.hours.after(at, again)
        rungs.append(clock.rung(f"again-{number}", at))
    return tuple(rungs)


def start_of(day: date, person: Person) -> datetime:
    """When work begins on that day, or on the next on which there is work."""
    return person.hours.next_opening(datetime.combine(day, time(), person.zone).astimezone(UTC))


def day_after(day: date, zone: ZoneInfo) -> datetime:
    """When a day is over in a zone."""
    return instant(day + timedelta(days=1), time(), zone)


def end_of(day: date, person: Person) -> datetime:
    """When work ends on that day; the last minute of a day without work."""
    closings = [closes for _, closes in person.hours.slots(day)]
    midnight = datetime.combine(day, time(23, 59), person.zone).astimezone(UTC)
    return max(closings, default=midnight)
