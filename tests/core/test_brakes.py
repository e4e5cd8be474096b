"""The brakes: how many drafts a day, and how many letters of our own accord a client gets in a week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from builders import MONDAY_9H, TUESDAY_9H, a_dossier, a_fee, complaint, local

from mailaide.core.brakes import Drafted, Hold, Limits, brake
from mailaide.core.decide import decide
from mailaide.core.obligation import Plan, Withheld, WriteDraft

NOW = TUESDAY_9H
LONG_AGO = NOW - timedelta(days=99)
LIMIT, WEEK = Withheld.LIMIT, Withheld.WEEK
USUAL = Limits()
ONE_A_DAY = Limits(drafts_per_day=1)
TWO_A_DAY = Limits(drafts_per_day=2)
CLIENTS = {"harbour": "piet", "site": "piet", "logo": "anna"}


def a_plan(key: str, *, project: str = "harbour", own: bool = False, **changes: Any) -> Plan:
    """A plan that wants one draft under this key: an answer to a complaint of Monday, or a letter about fees."""
    dossier = a_dossier(fees=(a_fee(),), starts=local(2026, 3, 2).date()) if own else a_dossier(complaint(MONDAY_9H))
    plan = decide(dossier, now=NOW)
    action = next(one for one in plan.actions if isinstance(one, WriteDraft))
    obligation = replace(action.obligation, key=key, project=project, **changes)
    return replace(plan, project=project, actions=(replace(action, obligation=obligation),))


def held(
    plans: Iterable[Plan], limits: Limits = USUAL, *, lately: Iterable[Drafted] = (), began: timedelta | None = None
) -> Mapping[str, str]:
    start = NOW - began if began is not None else LONG_AGO
    found = brake(plans, limits, lately=lately, clients=CLIENTS, began=start, now=NOW)
    return {key: hold.why for key, hold in found.items()}


def drafted(project: str = "harbour", *, hours: int = 1, own: bool = False) -> Drafted:
    return Drafted(project=project, at=NOW - timedelta(hours=hours), own=own)


def test_nothing_is_held_within_the_limits():
    assert held([a_plan("a"), a_plan("b")]) == {}


@pytest.mark.parametrize(
    ("lately", "expected"),
    [
        ((), {"later": LIMIT}),
        ((drafted(),), {"first": LIMIT, "later": LIMIT}),
        ((drafted(hours=25),), {"later": LIMIT}),
    ],
    ids=["none today", "one today", "one yesterday"],
)
def test_what_is_due_first_goes_first(lately: tuple[Drafted, ...], expected: dict[str, str]):
    plans = [a_plan("later", due=NOW + timedelta(days=1)), a_plan("first", due=NOW)]

    assert held(plans, ONE_A_DAY, lately=lately) == expected


def test_what_is_urgent_goes_before_what_is_due_first():
    plans = [a_plan("calm", due=NOW - timedelta(days=1), urgent=False), a_plan("urgent", due=NOW)]

    assert held(plans, ONE_A_DAY) == {"calm": LIMIT}


def test_in_the_first_week_there_are_fewer():
    plans = [a_plan(f"{number}", due=NOW + timedelta(hours=number)) for number in range(6)]

    assert held(plans, began=timedelta(days=6)) == {"5": LIMIT}
    assert held(plans, began=timedelta(days=7)) == {}


def test_a_client_gets_so_many_letters_a_week_over_all_projects():
    three = [drafted("harbour", hours=100, own=True), drafted("site", hours=80, own=True), drafted("site", own=True)]

    assert held([a_plan("a", project="site", own=True)], lately=three) == {"a": WEEK}
    assert held([a_plan("a", project="logo", own=True)], lately=three) == {}
    assert held([a_plan("a", project="site", own=True)], lately=three[:2]) == {}
    assert held([a_plan(one, own=True) for one in "abcd"]) == {"d": WEEK}


def test_a_reply_is_no_letter_of_our_own_accord():
    replies = [drafted(hours=hours) for hours in range(30, 40)]

    assert held([a_plan("reply")], lately=[drafted(own=True)] * 3) == {}
    assert held([a_plan("letter", own=True)], lately=replies) == {}


@pytest.mark.parametrize(
    ("limits", "own", "lately", "why", "until"),
    [
        (ONE_A_DAY, False, (drafted(hours=5), drafted(hours=30)), LIMIT, NOW + timedelta(hours=19, seconds=1)),
        (
            TWO_A_DAY,
            False,
            (drafted(hours=5), drafted(hours=7)),
            LIMIT,
            NOW + timedelta(hours=17, seconds=1),
        ),
        (Limits(letters_per_week=1), True, (drafted(hours=48, own=True),), WEEK, NOW + timedelta(days=5, seconds=1)),
        (Limits(drafts_per_day=0), False, (), LIMIT, None),
    ],
    ids=["one a day", "two a day", "one a week", "none at all"],
)
def test_a_hold_says_until_when(
    limits: Limits, own: bool, lately: tuple[Drafted, ...], why: Withheld, until: datetime | None
):
    plans = [a_plan("letter", own=own)]
    found = brake(plans, limits, lately=lately, clients=CLIENTS, began=LONG_AGO, now=NOW)

    assert found == {"letter": Hold(why=why, until=until)}
    if until is not None:
        earlier = brake(plans, limits, lately=lately, clients=CLIENTS, began=LONG_AGO, now=until - timedelta(seconds=1))
        assert list(earlier) == ["letter"]
        assert brake(plans, limits, lately=lately, clients=CLIENTS, began=LONG_AGO, now=until) == {}


def test_the_narrower_limit_of_the_first_week_ends_with_it():
    five, began = tuple(drafted(hours=1) for _ in range(5)), NOW - timedelta(days=6, hours=20)

    found = brake([a_plan("letter")], USUAL, lately=five, clients=CLIENTS, began=began, now=NOW)

    assert found == {"letter": Hold(why=LIMIT, until=NOW + timedelta(hours=4))}
