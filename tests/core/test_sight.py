"""When an account is blind, who is told of it, and when it is over: one word each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from mailaide.core.sight import Sight, Why, back, blind

HALF_AN_HOUR = timedelta(minutes=30)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = 60.0


def a_sight(account: str = "studio", *, seen_at: float = 0.0) -> Sight:
    return Sight(account=account, seen_at=seen_at)


def failing(sight: Sight, *, hopeless: bool = False) -> Sight:
    return sight.failed(Why.UNREACHABLE, "no route", hopeless=hopeless)


def test_an_account_that_fails_is_not_blind_yet():
    assert blind([failing(a_sight())], tick=29 * MINUTE, after=HALF_AN_HOUR) == []


def test_an_account_that_has_failed_long_enough_is_blind():
    sight = failing(a_sight())

    assert blind([sight], tick=30 * MINUTE, after=HALF_AN_HOUR) == [sight]


def test_an_account_of_which_nothing_is_heard_is_blind_as_well():
    """A look that hangs neither fails nor ends."""
    assert blind([a_sight()], tick=30 * MINUTE, after=HALF_AN_HOUR) == [a_sight()]


def test_a_long_read_that_gets_on_is_not_blind():
    sight = a_sight().alive(25 * MINUTE)

    assert blind([sight], tick=50 * MINUTE, after=HALF_AN_HOUR) == []


def test_a_refused_login_is_not_waited_for():
    sight = failing(a_sight(), hopeless=True)

    assert blind([sight], tick=1.0, after=HALF_AN_HOUR) == [sight]


def test_those_that_are_about_to_go_dark_are_told_of_along_with_the_first():
    first, second, fresh = (
        failing(a_sight(name, seen_at=at)) for name, at in (("a", 0.0), ("b", 9 * MINUTE), ("c", 25 * MINUTE))
    )
    quiet = a_sight("d", seen_at=9 * MINUTE)

    assert blind([second, first, fresh, quiet], tick=30 * MINUTE, after=HALF_AN_HOUR) == [second, first]


def test_nobody_is_told_twice_of_the_same_spell():
    told = Sight(account="studio", seen_at=0.0, told=NOON)

    assert blind([failing(told)], tick=600 * MINUTE, after=HALF_AN_HOUR) == []
    assert back([failing(told)]) == []


def test_sight_that_is_back_is_told_if_its_loss_was():
    told = Sight(account="studio", seen_at=0.0, told=NOON)

    assert [one.account for one in back([told.well(9.0), a_sight("office").well(9.0)])] == ["studio"]


def test_sight_that_is_lost_again_before_it_was_told_is_one_spell():
    sight = failing(Sight(account="studio", seen_at=0.0, told=NOON).well(9.0))

    assert (back([sight]), sight.told) == ([], NOON)


def test_since_is_when_it_was_last_seen():
    assert a_sight(seen_at=60.0).since(tick=120.0, now=NOON) == NOON - timedelta(minutes=1)
