"""Rounds of changes, not mails."""

from __future__ import annotations

from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    MONDAY_11H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    from_client,
    holding_reply,
    saying,
    we_say,
)

from mailaide.core.matters.rounds import Round, rounds
from mailaide.core.reading.signals import SignalKind

LARGER = saying(SignalKind.CHANGE, MONDAY_9H, "The logo may be larger.")
BLUE = saying(SignalKind.CHANGE, MONDAY_11H, "And blue, please.")
DELIVERED = we_say(SignalKind.DELIVERY, TUESDAY_9H, "Version 2 is attached.")


def test_two_mails_before_our_delivery_are_one_round():
    assert rounds(a_dossier(LARGER, holding_reply(MONDAY_10H), BLUE, DELIVERED)) == (
        Round(
            number=1,
            requested=LARGER,
            changes=(*LARGER.reading.signals, *BLUE.reading.signals),
            mails=(LARGER, BLUE),
            delivered=DELIVERED,
        ),
    )


def test_a_change_after_the_delivery_is_the_next_round():
    green = saying(SignalKind.CHANGE, WEDNESDAY_9H, "Rather green.")

    assert [(one.number, one.requested, one.delivered) for one in rounds(a_dossier(LARGER, DELIVERED, green))] == [
        (1, LARGER, DELIVERED),
        (2, green, None),
    ]


def test_mail_without_a_change_is_no_round():
    assert rounds(a_dossier(from_client(MONDAY_9H), DELIVERED, from_client(FRIDAY_9H))) == ()
