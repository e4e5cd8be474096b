"""How long an account rests after an error."""

from __future__ import annotations

from datetime import timedelta

from mailaide.errors import LoginRefused, MailboxBusy, MailboxUnreachable
from mailaide.service.rest import Resting

BROKEN = MailboxUnreachable("work", "no route")
REFUSED = LoginRefused("work", "wrong password")
BUSY = MailboxBusy("work", "too many connections")
A_DAY = 24 * 3600.0


def length(resting: Resting, start: float) -> float:
    """Until when "work" rests, to the second."""
    return next(float(second) for second in range(2_000) if not resting.at(start + second))


def test_nobody_rests_before_an_error():
    assert Resting().at(0.0) == frozenset()


def test_fault_23_a_broken_connection_is_tried_again_after_seconds_then_minutes_then_at_most_a_quarter_of_an_hour():
    resting = Resting()
    lengths = []
    for _ in range(12):
        resting.failed("work", BROKEN, 0.0)
        lengths.append(length(resting, 0.0))

    assert 3 <= lengths[0] <= 7
    assert lengths[3] > 20
    assert max(lengths) <= 1_126


def test_a_refused_login_rests_long_from_the_start():
    resting = Resting()
    resting.failed("work", REFUSED, 0.0)

    assert 225 <= length(resting, 0.0) <= 376


def test_fault_24_the_others_go_on():
    resting = Resting()
    resting.failed("work", BROKEN, 0.0)

    assert resting.at(1.0) == {"work"}


def test_a_success_ends_it():
    resting = Resting()
    resting.failed("work", REFUSED, 0.0)
    resting.recovered("work")

    assert resting.at(1.0) == frozenset()


def test_fault_25_a_refused_login_is_given_up_after_three():
    """One attempt a day is left, in case the server was wrong."""
    resting = Resting()
    given_up = []
    for _ in range(3):
        resting.failed("work", REFUSED, 0.0)
        given_up.append(resting.given_up("work"))

    assert given_up == [False, False, True]
    assert resting.left("work", 0.0) == A_DAY


def test_fault_25_a_line_that_breaks_in_between_makes_no_difference_to_three_refusals():
    resting = Resting()
    for error in (REFUSED, BROKEN, REFUSED, BUSY, REFUSED):
        resting.failed("work", error, 0.0)

    assert resting.given_up("work")


def test_fault_25_a_limit_is_waited_for_however_often_it_is_met():
    resting = Resting()
    for _ in range(20):
        resting.failed("work", BUSY, 0.0)

    assert not resting.given_up("work")
    assert 45 <= _first_rest(BUSY) <= 75
    assert resting.left("work", 0.0) <= 1_126


def test_fault_26_the_wait_that_a_server_asks_for_is_kept():
    asked = MailboxBusy("work", "throttled", wait=timedelta(milliseconds=2_999_610))

    assert 2_999.61 <= _first_rest(asked) <= 1.1 * 2_999.61


def _first_rest(error: MailboxBusy) -> float:
    resting = Resting()
    resting.failed("work", error, 0.0)
    return resting.left("work", 0.0)


def test_fault_23_accounts_do_not_come_back_in_step():
    resting = Resting()
    for number in range(20):
        resting.failed(f"account{number}", BROKEN, 0.0)

    assert len({resting.left(f"account{number}", 0.0) for number in range(20)}) == 20
