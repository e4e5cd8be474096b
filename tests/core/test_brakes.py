"""The brakes: how many drafts a day, and how old a matter may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY_9H, TUESDAY_9H, a_dossier, a_fee, complaint, local

from mailaide.core.brakes import BACKLOG, LIMIT, Limits, brake
from mailaide.core.decide import decide
from mailaide.core.obligation import Plan

NOW = TUESDAY_9H
ONE_A_DAY = Limits(drafts_per_day=1)


def a_plan(key: str, **changes: object) -> Plan:
    """A plan that wants one draft: an answer to a complaint of Monday, under this key."""
    plan = decide(a_dossier(complaint(MONDAY_9H)), now=NOW)
    action = next(one for one in plan.actions if hasattr(one, "letter"))
    return replace(plan, actions=(replace(action, obligation=replace(action.obligation, key=key, **changes)),))


def test_nothing_is_held_within_the_limits():
    assert brake([a_plan("a"), a_plan("b")], Limits(), drafted=0, now=NOW) == {}


@pytest.mark.parametrize(("drafted", "held"), [(0, {"later": LIMIT}), (1, {"first": LIMIT, "later": LIMIT})])
def test_what_is_due_first_goes_first(drafted: int, held: dict[str, str]):
    plans = [a_plan("later", due=NOW + timedelta(days=1)), a_plan("first", due=NOW)]

    assert brake(plans, ONE_A_DAY, drafted=drafted, now=NOW) == held


def test_what_is_urgent_goes_before_what_is_due_first():
    plans = [a_plan("calm", due=NOW - timedelta(days=1), urgent=False), a_plan("urgent", due=NOW)]

    assert brake(plans, ONE_A_DAY, drafted=0, now=NOW) == {"calm": LIMIT}


def test_an_old_matter_is_held_and_takes_no_room():
    plans = [a_plan("old", since=NOW - timedelta(days=31), due=NOW - timedelta(days=30)), a_plan("new")]

    assert brake(plans, ONE_A_DAY, drafted=0, now=NOW) == {"old": BACKLOG}


def test_an_untold_fee_does_not_grow_old():
    dossier = a_dossier(fees=(a_fee(),), starts=local(2025, 9, 1).date())

    assert brake([decide(dossier, now=NOW)], Limits(), drafted=0, now=NOW) == {}
