"""What is printed about a due time can be checked against a calendar (rows 55 and 62)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from builders import AMSTERDAM, NINE_TO_FIVE, local, working_days, working_hours
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.config.closed import public_holidays
from mailaide.core.arithmetic import counted, in_words
from mailaide.core.closed import ClosedDays
from mailaide.core.worktime import WorkingHours

HALF_DAYS = WorkingHours(
    zone=AMSTERDAM, week={day: ((time(9), time(12, 30)), (time(13), time(17, 15))) for day in range(5)}
)
NIGHTS = WorkingHours(zone=AMSTERDAM, week={day: ((time(22), time(6)),) for day in range(5)})
DUTCH = public_holidays("NL", None)
EASTER = WorkingHours(zone=AMSTERDAM, week=NINE_TO_FIVE.week, closed=ClosedDays(public=DUTCH))
WORKS_ON_GOOD_FRIDAY = ClosedDays(
    public=DUTCH,
    struck=frozenset({date(2026, 4, 3)}),
    added=frozenset({date(2026, 4, 7)}),
    away=((date(2026, 4, 8), date(2026, 4, 10)),),
)
STRUCK = WorkingHours(zone=AMSTERDAM, week=NINE_TO_FIVE.week, closed=WORKS_ON_GOOD_FRIDAY)


def test_each_stretch_of_work_is_named_with_its_length():
    since = local(2026, 3, 2, 11, 45)

    assert list(in_words(HALF_DAYS, since, HALF_DAYS.after(since, working_hours(6)))) == [
        "from Mon 2026-03-02 11:45 to Tue 2026-03-03 10:00 (Europe/Amsterdam): 6 hours of work",
        "Mon 2026-03-02: 11:45-12:30, 13:00-17:15, 5 hours",
        "Tue 2026-03-03: 09:00-10:00, 1 hour",
    ]


def test_row_55_a_holiday_that_stops_the_clock_is_named():
    since = local(2026, 4, 2, 16)

    assert list(in_words(EASTER, since, EASTER.after(since, working_hours(2)))) == [
        "from Thu 2026-04-02 16:00 to Tue 2026-04-07 10:00 (Europe/Amsterdam): 2 hours of work",
        "Thu 2026-04-02: 16:00-17:00, 1 hour",
        "Fri 2026-04-03: Good Friday",
        "Sat 2026-04-04: no working hours",
        "Sun 2026-04-05: Easter Sunday",
        "Mon 2026-04-06: Easter Monday",
        "Tue 2026-04-07: 09:00-10:00, 1 hour",
    ]


def test_row_55_a_holiday_can_be_struck_and_another_day_added():
    since = local(2026, 4, 2, 16)

    assert list(in_words(STRUCK, since, STRUCK.after(since, working_days(2)))) == [
        "from Thu 2026-04-02 16:00 to Mon 2026-04-13 16:00 (Europe/Amsterdam): 16 hours of work",
        "Thu 2026-04-02: 16:00-17:00, 1 hour",
        "Fri 2026-04-03: 09:00-17:00, 8 hours",
        "Sat 2026-04-04: no working hours",
        "Sun 2026-04-05: Easter Sunday",
        "Mon 2026-04-06: Easter Monday",
        "Tue 2026-04-07: a holiday of yours",
        "Wed 2026-04-08 to Fri 2026-04-10: away",
        "Sat 2026-04-11 to Sun 2026-04-12: no working hours",
        "Mon 2026-04-13: 09:00-16:00, 7 hours",
    ]


def test_row_55_48_hours_never_become_six_days_unseen():
    """Two days of eight hours over a weekend with nothing else in it end on Tuesday, and the lines say why."""
    since = local(2026, 6, 12, 17)

    assert list(in_words(EASTER, since, EASTER.after(since, working_hours(16)))) == [
        "from Fri 2026-06-12 17:00 to Tue 2026-06-16 17:00 (Europe/Amsterdam): 16 hours of work",
        "Fri 2026-06-12: outside your hours",
        "Sat 2026-06-13 to Sun 2026-06-14: no working hours",
        "Mon 2026-06-15 to Tue 2026-06-16: 09:00-17:00 each, 16 hours",
    ]


def test_row_62_the_night_in_which_the_clocks_change_has_the_hours_that_it_really_has():
    spring, autumn = local(2026, 3, 26, 20), local(2026, 10, 22, 20)
    over_a_change = WorkingHours(zone=AMSTERDAM, week={5: ((time(22), time(6)),)})

    assert list(in_words(over_a_change, spring, spring + timedelta(days=3)))[-2:] == [
        "Sat 2026-03-28: 22:00-06:00, 7 hours",
        "Sun 2026-03-29: no working hours",
    ]
    assert list(in_words(over_a_change, autumn, autumn + timedelta(days=3)))[-2:] == [
        "Sat 2026-10-24: 22:00-06:00, 9 hours",
        "Sun 2026-10-25: no working hours",
    ]


def test_the_small_hours_are_told_with_the_evening_that_they_belong_to():
    since = local(2026, 3, 7, 2)

    assert list(in_words(NIGHTS, since, NIGHTS.after(since, working_hours(4)))) == [
        "from Sat 2026-03-07 02:00 to Sat 2026-03-07 06:00 (Europe/Amsterdam): 4 hours of work",
        "Fri 2026-03-06: 02:00-06:00, 4 hours",
        "Sat 2026-03-07: no working hours",
    ]


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([NINE_TO_FIVE, HALF_DAYS, NIGHTS, EASTER, STRUCK]),
    st.integers(0, 370 * 24 * 4).map(lambda quarters: local(2026, 1, 1) + quarters * timedelta(minutes=15)),
    st.timedeltas(timedelta(), timedelta(days=40)),
)
def test_what_is_told_adds_up_to_what_was_counted(hours: WorkingHours, since: datetime, length: timedelta):
    days = counted(hours, since, since + length)

    assert sum((one.time for one in days), timedelta()) == hours.between(since, since + length)
    assert not any(one.stretches and one.closed for one in days)
