"""Working time in every zone of the world, at each change of the clocks in ten years, against a clock on the wall.

The wall is looked at every quarter of an hour and when the clocks change: a local time has come as soon as the wall
shows it or something later.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.config.closed import public_holidays
from mailaide.core.closed import ClosedDays
from mailaide.core.worktime import QuietHours, Span, Unit, WorkingHours

FIRST, LAST = datetime(2021, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
NIGHT_AND_DAY = ((time(0, 15), time(1, 30)), (time(1, 45), time(2, 15)), (time(2, 30), time(3)), (time(3, 15), time(4)))
EVENINGS = ((time(12), time(17, 30)), (time(22), time(2, 30)))
AROUND_THE_CLOCK = ((time(), time()),)
QUIET = [(time(22), time(7)), (time(0, 30), time(2, 15)), (time(23), time(2, 30)), (time(2, 30), time(23, 45))]


@cache
def changes() -> dict[ZoneInfo, tuple[datetime, ...]]:
    """The first instants after each change of a clock; zones that change alike are told once."""
    alike: dict[tuple[tuple[datetime, timedelta | None, timedelta | None], ...], ZoneInfo] = {}
    for name in sorted(available_timezones() - {"localtime"}):
        zone, found, at = ZoneInfo(name), [], FIRST
        while at < LAST:
            later = at + timedelta(days=7)
            if at.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
                change = _change(zone, at, later)
                before, after = ((change + gap).astimezone(zone).utcoffset() for gap in (-QUARTER, timedelta()))
                found.append((change, before, after))
            at = later
        if found:
            alike.setdefault(tuple(found), zone)
    return {zone: tuple(change for change, _, _ in found) for found, zone in alike.items()}


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    offset = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        before, after = (before, middle) if middle.astimezone(zone).utcoffset() == offset else (middle, after)
    return after.replace(microsecond=0)


def wall(zone: ZoneInfo, change: datetime) -> list[tuple[datetime, datetime]]:
    """What the wall shows in five days around a change: the instant, and the local time without a zone."""
    at = change.replace(minute=0) - 2.5 * DAY
    looks = sorted({change, *(at + n * QUARTER for n in range(480))})
    return [(one, one.astimezone(zone).replace(tzinfo=None)) for one in looks]


def has_come(shown: list[tuple[datetime, datetime]], day: date, at: time) -> datetime:
    return next(instant for instant, local in shown if local >= datetime.combine(day, at))


def stretches(
    shown: list[tuple[datetime, datetime]], week: tuple[tuple[time, time], ...], days: list[date]
) -> Iterator[tuple[datetime, datetime]]:
    for day in days:
        for opens, closes in week:
            last = day if closes > opens else day + DAY
            start, end = has_come(shown, day, opens), has_come(shown, last, closes)
            if start < end:
                yield start, end


def every_change() -> Iterator[tuple[ZoneInfo, list[tuple[datetime, datetime]], list[date]]]:
    for zone, instants in changes().items():
        for change in instants:
            around = change.astimezone(zone).date()
            yield zone, wall(zone, change), [around - DAY, around]


def offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def test_there_are_changes_of_every_sort():
    jumps = {offset(at, zone) - offset(at - QUARTER, zone) for zone, instants in changes().items() for at in instants}
    at_midnight = [zone for zone, instants in changes().items() if instants[0].astimezone(zone).time() <= time(1)]

    assert len(changes()) > 40
    assert {timedelta(minutes=30), timedelta(hours=1), timedelta(hours=-1), timedelta(hours=2)} <= jumps
    assert len(at_midnight) > 5


def test_a_slot_opens_and_closes_when_the_wall_says_so():
    wrong = []
    for zone, shown, days in every_change():
        for slots in (NIGHT_AND_DAY, EVENINGS, AROUND_THE_CLOCK):
            hours = WorkingHours(zone=zone, week=dict.fromkeys(range(7), slots))
            opened = [one for day in days for one in hours.slots(day)]
            if opened != list(stretches(shown, slots, days)):
                wrong.append((zone.key, days, slots))

    assert wrong == []


def test_slots_never_count_the_same_hour_twice():
    for zone, shown, days in every_change():
        for slots in (NIGHT_AND_DAY, EVENINGS, AROUND_THE_CLOCK):
            hours = WorkingHours(zone=zone, week=dict.fromkeys(range(7), slots))
            opened = [one for day in days for one in hours.slots(day)]

            assert all(end <= start for (_, end), (start, _) in pairwise(opened)), (zone.key, days)
            assert hours.between(shown[0][0], shown[-1][0]) == sum(
                (min(end, shown[-1][0]) - max(start, shown[0][0]) for start, end in _all(hours, shown)), timedelta()
            )


def _all(hours: WorkingHours, shown: list[tuple[datetime, datetime]]) -> Iterator[tuple[datetime, datetime]]:
    first, last = shown[0][0], shown[-1][0]
    day = shown[0][1].date() - DAY
    while day <= shown[-1][1].date():
        yield from ((start, end) for start, end in hours.slots(day) if end > first and start < last)
        day += DAY


def test_quiet_hours_end_when_the_wall_says_so_and_not_before():
    for zone, shown, days in every_change():
        for begins, ends in QUIET:
            quiet = QuietHours(zone=zone, begins=begins, ends=ends)
            nights = list(stretches(shown, ((begins, ends),), [days[0] - DAY, *days]))
            for at, local in shown[::5]:
                if local.date() not in days:
                    continue
                over = next((end for start, end in nights if start <= at < end), at)

                assert quiet.over(at) == over, (zone.key, at, begins, ends)


ZONES = st.sampled_from(sorted(available_timezones() - {"localtime"})).map(ZoneInfo)
INSTANTS = st.integers(0, int((LAST - FIRST) / QUARTER)).map(lambda quarters: FIRST + quarters * QUARTER)
TIMES = st.integers(0, 95).map(lambda quarters: time(quarters // 4, quarters % 4 * 15))


@st.composite
def days_of_work(draw: st.DrawFn) -> tuple[tuple[time, time], ...]:
    """One to three slots of a day, the last perhaps past midnight, but never into the first of the next."""
    count = draw(st.integers(1, 3))
    edges = sorted(draw(st.sets(st.integers(0, 95), min_size=2 * count, max_size=2 * count)))
    if draw(st.booleans()):
        edges[-1] = draw(st.integers(0, edges[0]))
    times = [time(edge // 4, edge % 4 * 15) for edge in edges]
    return tuple(zip(times[::2], times[1::2], strict=True))


@st.composite
def calendars(draw: st.DrawFn) -> WorkingHours:
    """A week, Dutch or German holidays with additions and strikes, and some weeks away; something is always open."""
    slots = draw(days_of_work())
    working = draw(st.sets(st.integers(0, 6), min_size=1))
    some_days = st.dates(FIRST.date(), LAST.date())
    away = draw(st.lists(some_days.map(lambda first: (first, first + timedelta(days=16))), max_size=3))
    country, region = draw(st.sampled_from([("NL", None), ("DE", "BY"), ("GB", None)]))
    closed = ClosedDays(
        public=_holidays(country, region),
        added=draw(st.frozensets(some_days, max_size=3)),
        struck=draw(st.frozensets(st.sampled_from([date(2026, 4, 3), date(2026, 12, 25)]))),
        away=tuple(away),
    )
    return WorkingHours(zone=draw(ZONES), week=dict.fromkeys(working, slots), closed=closed)


_holidays = cache(public_holidays)


@settings(max_examples=150, deadline=None)
@given(calendars(), INSTANTS, st.integers(1, 60))
def test_after_is_the_inverse_of_between_on_any_calendar(hours: WorkingHours, start: datetime, amount: int):
    over = hours.after(start, Span(amount=amount, unit=Unit.WORKING_HOURS))

    assert hours.between(start, over) == timedelta(hours=amount)
    assert hours.between(start, over - timedelta(seconds=1)) < timedelta(hours=amount)


@settings(max_examples=150, deadline=None)
@given(calendars(), INSTANTS, st.timedeltas(timedelta(), timedelta(days=20)), st.sampled_from(Unit), st.integers(1, 12))
def test_who_starts_later_is_never_done_earlier_on_any_calendar(
    hours: WorkingHours, start: datetime, later: timedelta, unit: Unit, amount: int
):
    span = Span(amount=amount, unit=unit)

    assert start < hours.after(start, span) <= hours.after(start + later, span)


@settings(max_examples=100, deadline=None)
@given(calendars(), INSTANTS, st.integers(1, 12))
def test_working_days_are_counted_on_days_that_are_open(hours: WorkingHours, start: datetime, amount: int):
    """A working day is counted from the opening, whose small hours belong to the day before; then by the clock."""
    opening = hours.next_opening(start)
    local = opening.astimezone(hours.zone)
    opened = next(
        day
        for day in (local.date() - DAY, local.date())
        if any(opens <= opening < closes for opens, closes in hours.slots(day))
    )
    following = (opened + n * DAY for n in range(1, 3660))
    counted = [
        day for day, _ in zip((day for day in following if hours.is_working_day(day)), range(amount), strict=False)
    ]
    wanted = datetime.combine(counted[-1] + (local.date() - opened), local.time(), hours.zone)
    over = hours.after(start, Span(amount=amount, unit=Unit.WORKING_DAYS))

    assert abs(over - wanted.astimezone(UTC)) <= timedelta(hours=1)
    assert over.astimezone(hours.zone).time() == local.time() or wanted.astimezone(UTC) > over


@settings(max_examples=100, deadline=None)
@given(calendars(), INSTANTS, st.timedeltas(timedelta(), timedelta(days=40)))
def test_a_closed_day_adds_nothing(hours: WorkingHours, start: datetime, length: timedelta):
    end = start + length
    day, total = start.astimezone(hours.zone).date() - DAY, timedelta()
    while day <= end.astimezone(hours.zone).date():
        if hours.is_working_day(day):
            total += sum((max(timedelta(), min(c, end) - max(o, start)) for o, c in hours.slots(day)), timedelta())
        day += DAY

    assert hours.between(start, end) == total


@settings(max_examples=150, deadline=None)
@given(ZONES, TIMES, TIMES, INSTANTS, st.timedeltas(timedelta(), timedelta(days=2)))
def test_after_quiet_hours_it_is_not_quiet_and_order_is_kept(
    zone: ZoneInfo, begins: time, ends: time, at: datetime, later: timedelta
):
    if begins == ends:
        return
    quiet = QuietHours(zone=zone, begins=begins, ends=ends)

    assert at <= quiet.over(at) <= quiet.over(at + later)
    assert quiet.over(quiet.over(at)) == quiet.over(at)
    assert quiet.over(at) - at < timedelta(hours=27)
