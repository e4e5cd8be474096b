"""The byte budget of an account: what counts, when it is spent, and that a restart does not begin it anew."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mailaide.adapters.imap.meter import MEGABYTE, Meter
from mailaide.errors import BudgetSpent

HOUR = 3600.0


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000 * HOUR

    def __call__(self) -> float:
        return self.now


def a_meter(clock: Clock, known: str = "") -> Meter:
    return Meter("work", 10, known=known, clock=clock)


def test_below_the_budget_nothing_happens():
    meter = a_meter(Clock())
    meter.count(10 * MEGABYTE - 1)

    meter.check()

    assert meter.spent() == 10 * MEGABYTE - 1


def test_fault_26_a_budget_that_is_spent_stops_the_reading_and_says_what_to_do():
    meter = a_meter(Clock())
    meter.count(10 * MEGABYTE)

    with pytest.raises(
        BudgetSpent, match=r"account work: 10 MB were read in 24 hours.*limits\.megabytes_per_day"
    ) as it:
        meter.check()

    assert it.value.wait == timedelta(hours=1)


def test_fault_26_what_was_read_a_day_ago_counts_no_more():
    clock = Clock()
    meter = a_meter(clock)
    meter.count(6 * MEGABYTE)
    clock.now += 12 * HOUR
    meter.count(6 * MEGABYTE)
    clock.now += 12 * HOUR

    meter.check()

    assert meter.spent() == 6 * MEGABYTE


def test_fault_26_a_restart_does_not_begin_the_day_anew():
    clock = Clock()
    meter = a_meter(clock)
    meter.count(11 * MEGABYTE)

    with pytest.raises(BudgetSpent):
        a_meter(clock, meter.record()).check()


def test_the_record_changes_only_with_the_megabytes():
    meter = a_meter(Clock())
    meter.count(3 * MEGABYTE)
    before = meter.record()
    meter.count(1_000)

    assert meter.record() == before


def test_a_clock_that_was_set_back_does_not_stop_the_reading_for_ever():
    clock = Clock()
    meter = a_meter(clock)
    meter.count(11 * MEGABYTE)
    clock.now -= 1_000 * HOUR

    meter.check()
