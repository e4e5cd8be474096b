"""Working time: what a clock on the wall and a calendar would say, also when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from builders import (
    AMSTERDAM,
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    NEXT_MONDAY_9H,
    NINE_TO_FIVE,
    TUESDAY_9H,
    WEDNESDAY_10H,
    local,
    working_days,
    working_hours,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.core.closed import ClosedDays
from mailaide.core.worktime import NeverOpen, Span, Unit, WorkingHours

TWO_SLOTS = WorkingHours(
    zone=AMSTERDAM, week={day: ((time(9), time(12, 30)), (time(13, 30), time(17))) for day in range(5)}
)
NIGHTS = WorkingHours(zone=AMSTERDAM, week={day: ((time(22), time(6)),) for day in (4, 5, 6)})
AROUND_THE_CLOCK = WorkingHours(zone=AMSTERDAM, week={day: ((time(), time()),) for day in range(7)})
EASTER = ClosedDays(public={date(2026, 4, 3): "Good Friday", date(2026, 4, 6): "Easter Monday"})
HOLIDAYS = WorkingHours(zone=AMSTERDAM, week=NINE_TO_FIVE.week, closed=EASTER)
CLOSED = WorkingHours(zone=AMSTERDAM, week={})

CALENDARS = st.sampled_from([NINE_TO_FIVE, TWO_SLOTS, NIGHTS, AROUND_THE_CLOCK, HOLIDAYS])
INSTANTS = st.integers(0, 370 * 24 * 60).map(lambda minutes: local(2026, 1, 1) + timedelta(minutes=minutes))
HOURS = st.integers(1, 60)


@pytest.mark.parametrize(
    ("start", "span", "over"),
    [
        (MONDAY_9H, working_hours(4), local(2026, 3, 2, 13)),
        (local(2026, 3, 2, 15), working_hours(4), local(2026, 3, 3, 11)),
        (local(2026, 3, 2, 7), working_hours(1), MONDAY_10H),
        (local(2026, 3, 6, 16), working_hours(2), local(2026, 3, 9, 10)),
        (local(2026, 3, 7, 12), working_hours(8), local(2026, 3, 9, 17)),
        (MONDAY_10H, working_days(2), WEDNESDAY_10H),
        (local(2026, 3, 6, 10), working_days(1), local(2026, 3, 9, 10)),
        (local(2026, 3, 7, 23), working_days(1), local(2026, 3, 10, 9)),
        (local(2026, 3, 2, 20), working_days(1), local(2026, 3, 4, 9)),
        (MONDAY_9H, Span(amount=30, unit=Unit.HOURS), local(2026, 3, 3, 15)),
        (MONDAY_9H, Span(amount=2, unit=Unit.DAYS), local(2026, 3, 4, 9)),
    ],
)
def test_a_span_is_over_when_a_person_would_say_so(start: datetime, span: Span, over: datetime):
    assert NINE_TO_FIVE.after(start, span) == over


@pytest.mark.parametrize(
    ("start", "over"),
    [
        (local(2026, 3, 5, 16), local(2026, 3, 6, 12, 30)),
        (local(2026, 3, 5, 11), local(2026, 3, 6, 11)),
        (local(2026, 3, 5, 9), local(2026, 3, 6, 10)),
        (local(2026, 3, 6, 11), local(2026, 3, 9, 11)),
    ],
    ids=["after its end", "within", "before its beginning", "counted from it"],
)
def test_a_working_day_is_over_with_the_hours_of_a_shorter_day(start: datetime, over: datetime):
    week = {**NINE_TO_FIVE.week, 4: ((time(10), time(12, 30)),)}

    assert WorkingHours(zone=AMSTERDAM, week=week).after(start, working_days(1)) == over


def test_the_lunch_hour_does_not_count():
    assert TWO_SLOTS.after(local(2026, 3, 2, 12), working_hours(1)) == local(2026, 3, 2, 14)
    assert TWO_SLOTS.between(MONDAY_9H, TUESDAY_9H) == timedelta(hours=7)


def test_a_week_has_forty_working_hours():
    assert NINE_TO_FIVE.between(MONDAY_9H, NEXT_MONDAY_9H) == timedelta(hours=40)


def test_no_working_time_passes_backwards():
    assert NINE_TO_FIVE.between(TUESDAY_9H, MONDAY_9H) == timedelta()


@pytest.mark.parametrize(
    ("friday", "monday", "in_utc"),
    [
        (local(2026, 3, 27, 16), local(2026, 3, 30, 10), "08:00"),
        (local(2026, 10, 23, 16), local(2026, 10, 26, 10), "09:00"),
    ],
)
def test_work_goes_on_by_the_clock_on_the_wall_after_the_clocks_change(friday: datetime, monday: datetime, in_utc: str):
    assert NINE_TO_FIVE.after(friday, working_hours(2)) == monday
    assert NINE_TO_FIVE.after(friday, working_days(1)) == monday + timedelta(hours=6)
    assert NINE_TO_FIVE.between(friday, monday) == timedelta(hours=2)
    assert f"{monday:%H:%M}" == in_utc


def test_a_night_is_as_long_as_it_really_is():
    spring, autumn = local(2026, 3, 28, 12), local(2026, 10, 24, 12)

    assert NIGHTS.between(spring, spring + timedelta(hours=20)) == timedelta(hours=7)
    assert NIGHTS.between(autumn, autumn + timedelta(hours=20)) == timedelta(hours=9)


def test_days_are_counted_by_the_calendar_and_not_by_the_hour():
    two_days = Span(amount=2, unit=Unit.DAYS)

    assert NINE_TO_FIVE.after(local(2026, 3, 28, 9), two_days) == local(2026, 3, 30, 9)
    assert NINE_TO_FIVE.after(local(2026, 10, 24, 9), two_days) == local(2026, 10, 26, 9)


def test_a_slot_past_midnight_belongs_to_the_day_on_which_it_opens():
    friday_night = NIGHTS.slots(date(2026, 3, 6))

    assert list(friday_night) == [(local(2026, 3, 6, 22), local(2026, 3, 7, 6))]
    assert NIGHTS.after(local(2026, 3, 7, 2), working_hours(5)) == local(2026, 3, 7, 23)
    assert NIGHTS.next_opening(local(2026, 3, 9, 3)) == local(2026, 3, 9, 3)
    assert NIGHTS.next_opening(local(2026, 3, 9, 7)) == local(2026, 3, 13, 22)


def test_holidays_are_skipped():
    thursday = local(2026, 4, 2, 16)

    assert HOLIDAYS.after(thursday, working_hours(2)) == local(2026, 4, 7, 10)
    assert HOLIDAYS.after(thursday, working_days(1)) == local(2026, 4, 7, 16)
    assert HOLIDAYS.working_days_between(thursday, local(2026, 4, 8, 9)) == 1
    assert not HOLIDAYS.is_working_day(date(2026, 4, 6))


def test_working_days_between_counts_neither_end():
    assert NINE_TO_FIVE.working_days_between(MONDAY_9H, FRIDAY_9H) == 3
    assert NINE_TO_FIVE.working_days_between(FRIDAY_9H, NEXT_MONDAY_9H) == 0
    assert NINE_TO_FIVE.working_days_between(MONDAY_9H, MONDAY_10H) == 0


@pytest.mark.parametrize("span", [working_hours(1), working_days(1)])
def test_closed_for_good_is_said_instead_of_searched_for_ever(span: Span):
    with pytest.raises(NeverOpen):
        CLOSED.after(MONDAY_9H, span)


def test_a_span_reads_as_a_person_writes_it():
    assert [str(working_hours(4)), str(working_days(1))] == ["4 working hours", "1 working day"]


@settings(max_examples=60, deadline=None)
@given(CALENDARS, INSTANTS, HOURS)
def test_after_is_the_inverse_of_between(hours: WorkingHours, start: datetime, amount: int):
    over = hours.after(start, working_hours(amount))

    assert hours.between(start, over) == timedelta(hours=amount)
    assert hours.between(start, over - timedelta(seconds=1)) < timedelta(hours=amount)
    assert over.tzinfo is UTC


@settings(max_examples=40, deadline=None)
@given(CALENDARS, INSTANTS, INSTANTS, INSTANTS)
def test_working_time_adds_up(hours: WorkingHours, one: datetime, two: datetime, three: datetime):
    first, middle, last = sorted([one, two, three])

    assert hours.between(first, middle) + hours.between(middle, last) == hours.between(first, last)


@settings(max_examples=40, deadline=None)
@given(CALENDARS, INSTANTS, HOURS, HOURS)
def test_two_waits_after_each_other_are_one_long_wait(hours: WorkingHours, start: datetime, one: int, two: int):
    first = hours.after(start, working_hours(one))

    assert hours.after(first, working_hours(two)) == hours.after(start, working_hours(one + two))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([NINE_TO_FIVE, TWO_SLOTS, HOLIDAYS]),
    INSTANTS,
    st.timedeltas(timedelta(), timedelta(days=30)),
    st.sampled_from([Unit.WORKING_HOURS, Unit.WORKING_DAYS]),
    st.integers(1, 10),
)
def test_who_starts_later_is_never_done_earlier(
    hours: WorkingHours, start: datetime, later: timedelta, unit: Unit, amount: int
):
    span = Span(amount=amount, unit=unit)

    assert start < hours.after(start, span) <= hours.after(start + later, span)


@settings(max_examples=30, deadline=None)
@given(INSTANTS, st.integers(1, 300))
def test_around_the_clock_an_hour_is_an_hour(start: datetime, amount: int):
    assert AROUND_THE_CLOCK.after(start, working_hours(amount)) == start + timedelta(hours=amount)
