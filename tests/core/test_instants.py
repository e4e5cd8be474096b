"""An instant knows at which others a decision could come out otherwise."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from builders import AMSTERDAM, MONDAY_9H, MONDAY_10H, TUESDAY_9H, WEDNESDAY_9H, local
from instants import MOMENT, through

SUNDAY = date(2026, 3, 29)
"""The clocks go forward."""


def days(now: datetime) -> date:
    return now.astimezone(AMSTERDAM).date()


@pytest.mark.parametrize(
    ("decide", "turns"),
    [
        (lambda now: now < MONDAY_10H, [MONDAY_10H]),
        (lambda now: now > MONDAY_10H, [MONDAY_10H + MOMENT]),
        (lambda now: now - MONDAY_9H >= timedelta(days=1), [TUESDAY_9H]),
        (lambda now: days(now) > date(2026, 3, 2), [local(2026, 3, 3)]),
        (lambda now: date(2026, 3, 3) >= days(now), [local(2026, 3, 4)]),
        (lambda now: [at for at in (MONDAY_10H, TUESDAY_9H) if at <= now], [MONDAY_10H, TUESDAY_9H]),
    ],
    ids=["before", "after", "as long ago", "a day that has passed", "a day in the client's zone", "several"],
)
def test_every_change_is_seen_where_it_happens(decide: Callable[[datetime], object], turns: list[datetime]):
    seen = list(through(decide, MONDAY_9H, WEDNESDAY_9H))

    changed = [at for (_, before), (at, after) in itertools.pairwise(seen) if before != after]
    assert changed == turns


def test_a_day_is_over_when_the_clocks_say_so():
    seen = list(through(lambda now: days(now) <= SUNDAY, local(2026, 3, 29, 1), local(2026, 3, 31)))

    assert next(at for at, on_time in seen if not on_time) == local(2026, 3, 29) + timedelta(hours=23)


def test_what_asks_nothing_of_the_time_is_asked_once():
    assert list(through(lambda _: "done", MONDAY_9H, WEDNESDAY_9H)) == [(MONDAY_9H, "done")]
