"""How long an account rests after an error."""

from __future__ import annotations

from mailaide.errors import LoginRefused, MailboxUnreachable
from mailaide.rest import Resting

BROKEN = MailboxUnreachable("work", "no route")
REFUSED = LoginRefused("work", "wrong password")


def length(resting: Resting, start: float) -> float:
    """Until when "work" rests, to the second."""
    return next(float(second) for second in range(2_000) if not resting.at(start + second))


def test_nobody_rests_before_an_error():
    assert Resting().at(0.0) == frozenset()


def test_a_broken_connection_is_tried_again_after_seconds_then_minutes_then_at_most_a_quarter_of_an_hour():
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


def test_the_others_go_on():
    resting = Resting()
    resting.failed("work", BROKEN, 0.0)

    assert resting.at(1.0) == {"work"}


def test_a_success_ends_it():
    resting = Resting()
    resting.failed("work", REFUSED, 0.0)
    resting.recovered("work")

    assert resting.at(1.0) == frozenset()
