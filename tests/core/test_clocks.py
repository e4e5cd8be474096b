"""When an answer is due, and the ladder of alerts on the way."""

from __future__ import annotations

from datetime import date, timedelta

from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    MONDAY_11H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_person,
    a_signal,
    from_us,
    holding_reply,
    local,
    working_days,
    working_hours,
)

from mailaide.core.clocks import Clock, clock, end_of, ladder, start_of
from mailaide.core.obligation import Rung
from mailaide.core.reading.signals import SignalKind

RIK = a_person()
FOUR_HOURS = working_hours(4)
ONE_DAY = working_days(1)


def test_a_clock_runs_from_the_first_message():
    assert clock(RIK, MONDAY_9H, FOUR_HOURS) == Clock(since=MONDAY_9H, due=local(2026, 3, 2, 13))


def test_a_holding_reply_without_a_day_stops_nothing():
    assert clock(RIK, MONDAY_9H, FOUR_HOURS, [holding_reply(MONDAY_10H)]).due == local(2026, 3, 2, 13)


def test_a_holding_reply_swaps_in_the_clock_of_the_day_that_it_names():
    held = holding_reply(MONDAY_10H, by=date(2026, 3, 4))

    assert clock(RIK, MONDAY_9H, FOUR_HOURS, [held]) == Clock(
        since=MONDAY_10H, due=local(2026, 3, 4, 17), name="2026-03-04"
    )


def test_the_latest_of_several_counts():
    first = holding_reply(MONDAY_10H, by=date(2026, 3, 6))
    second = holding_reply(MONDAY_11H, by=date(2026, 3, 4))

    assert clock(RIK, MONDAY_9H, FOUR_HOURS, [first, second]).due == local(2026, 3, 4, 17)


def test_the_ladder_warns_at_half_of_the_working_time_and_repeats_with_a_cap():
    running = Clock(since=MONDAY_9H, due=TUESDAY_9H)

    assert ladder(RIK, running, None, ONE_DAY, 2) == (
        Rung(name="half", at=local(2026, 3, 2, 13)),
        Rung(name="due", at=TUESDAY_9H),
        Rung(name="again-1", at=WEDNESDAY_9H),
        Rung(name="again-2", at=WEDNESDAY_9H + timedelta(days=1)),
    )


def test_the_warning_may_be_set_and_one_that_would_come_too_late_is_left_out():
    running = Clock(since=MONDAY_9H, due=TUESDAY_9H)

    assert ladder(RIK, running, working_hours(1), ONE_DAY, 0)[0] == Rung(name="half", at=MONDAY_10H)
    assert [rung.name for rung in ladder(RIK, running, ONE_DAY, ONE_DAY, 0)] == ["due"]


def test_a_swapped_clock_has_rungs_of_its_own():
    running = Clock(since=MONDAY_10H, due=FRIDAY_9H, name="2026-03-06")

    assert [rung.name for rung in ladder(RIK, running, None, ONE_DAY, 1)] == [
        "half 2026-03-06",
        "due 2026-03-06",
        "again-1 2026-03-06",
    ]


def test_a_day_of_work_starts_and_ends_with_the_hours():
    saturday = date(2026, 3, 7)

    assert (start_of(date(2026, 3, 2), RIK), end_of(date(2026, 3, 2), RIK)) == (MONDAY_9H, local(2026, 3, 2, 17))
    assert (start_of(saturday, RIK), end_of(saturday, RIK)) == (local(2026, 3, 9, 9), local(2026, 3, 7, 23, 59))


def test_a_day_for_other_work_swaps_in_no_clock():
    stand = "The stand will be ready on Friday."
    work = a_signal(SignalKind.PROMISE, stand, due=date(2026, 3, 6), topics=("work",))
    puts_off = a_signal(SignalKind.HOLDING_REPLY, "The drawing: working on it, more soon.")
    held = from_us(MONDAY_10H, f"{stand} {puts_off.sentence}", signals=(puts_off, work))

    assert clock(RIK, MONDAY_9H, FOUR_HOURS, [held]) == clock(RIK, MONDAY_9H, FOUR_HOURS)
