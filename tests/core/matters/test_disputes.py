"""A contested fee, until the client accepts it or takes the protest back."""

from __future__ import annotations

from typing import Any

import pytest
from builders import MONDAY_9H, TUESDAY_9H, WEDNESDAY_9H, a_dossier, from_us, saying, thanks

from mailaide.core.dossier import Entry
from mailaide.core.matters.disputes import Dispute, disputes
from mailaide.core.reading.signals import SignalKind

PROTEST = saying(SignalKind.PRICE_DISPUTE, MONDAY_9H, "We never agreed to £85.")
ANSWER = from_us(TUESDAY_9H, "It stood in the offer of 2 February.")


def a_dispute(**outcome: Any) -> Dispute:
    return Dispute(entry=PROTEST, signal=PROTEST.reading.signals[0], **outcome)


def test_our_answer_settles_nothing():
    assert disputes(a_dossier(PROTEST, ANSWER)) == (a_dispute(),)


@pytest.mark.parametrize(
    ("end", "withdrawn"),
    [
        (saying(SignalKind.FEE_ACCEPTED, WEDNESDAY_9H, "£85 is fair then."), False),
        (thanks(WEDNESDAY_9H), False),
        (saying(SignalKind.DISPUTE_WITHDRAWN, WEDNESDAY_9H, "There it is in black and white."), True),
    ],
)
def test_the_clients_word_settles_a_dispute(end: Entry, *, withdrawn: bool):
    assert disputes(a_dossier(PROTEST, ANSWER, end)) == (a_dispute(settled=end, withdrawn=withdrawn),)


def test_the_same_protest_again_is_no_second_dispute():
    again = saying(SignalKind.PRICE_DISPUTE, WEDNESDAY_9H, "I still do not see £85 anywhere.")

    assert disputes(a_dossier(PROTEST, ANSWER, again)) == (a_dispute(repeats=(again,)),)


def test_thanks_before_our_answer_settle_nothing():
    assert disputes(a_dossier(PROTEST, thanks(TUESDAY_9H))) == (a_dispute(),)
