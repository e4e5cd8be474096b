"""Rounds of changes, not mails."""

from __future__ import annotations

from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    MONDAY_11H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    WEDNESDAY_10H,
    a_dossier,
    a_milestone,
    a_signal,
    from_client,
    from_us,
    holding_reply,
    local,
    saying,
    we_say,
)

from mailaide.core.matters.rounds import Round, SecondThought, rounds, second_thoughts
from mailaide.core.reading.signals import SignalKind

WEDNESDAY_11H = local(2026, 3, 4, 11)
SHOWN = we_say(SignalKind.DELIVERY, local(2026, 2, 27, 9), "Version 1 is attached.")
LARGER = saying(SignalKind.CHANGE, MONDAY_9H, "The logo may be larger.")
BLUE = saying(SignalKind.CHANGE, MONDAY_11H, "And blue, please.")
DELIVERED = we_say(SignalKind.DELIVERY, TUESDAY_9H, "Version 2 is attached.")


def test_two_mails_before_our_delivery_are_one_round():
    assert rounds(a_dossier(SHOWN, LARGER, holding_reply(MONDAY_10H), BLUE, DELIVERED)) == (
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

    assert [
        (one.number, one.requested, one.delivered) for one in rounds(a_dossier(SHOWN, LARGER, DELIVERED, green))
    ] == [
        (1, LARGER, DELIVERED),
        (2, green, None),
    ]


def test_who_complains_that_it_was_not_done_asks_for_no_new_round():
    excuse = from_us(MONDAY_11H, "It is large enough on my screen.")
    again = from_client(
        WEDNESDAY_9H,
        signals=(a_signal(SignalKind.COMPLAINT, "Nobody can read it."), a_signal(SignalKind.CHANGE, "Larger!")),
    )
    still = saying(SignalKind.CHANGE, WEDNESDAY_10H, "And bolder.")

    (one,) = rounds(a_dossier(SHOWN, LARGER, excuse, again, still))
    assert (one.requested, one.mails, one.delivered) == (LARGER, (LARGER, again, still), None)
    assert [one.number for one in rounds(a_dossier(SHOWN, LARGER, DELIVERED, again))] == [1, 2]


def test_mail_without_a_change_is_no_round():
    assert rounds(a_dossier(from_client(MONDAY_9H), DELIVERED, from_client(FRIDAY_9H))) == ()


def test_what_we_put_right_and_call_no_round_is_none():
    free = a_signal(SignalKind.NOT_COUNTED, "That does not count as a round.")
    put_right = from_us(TUESDAY_9H, signals=(*DELIVERED.reading.signals, free))

    assert rounds(a_dossier(SHOWN, LARGER, put_right)) == ()


def test_a_change_of_what_has_its_yes_is_a_second_thought_and_no_round():
    yes = saying(SignalKind.APPROVAL, WEDNESDAY_9H, "Approved.")
    after = saying(SignalKind.CHANGE, FRIDAY_9H, "Make it green.")
    project = a_dossier(DELIVERED, yes, after)

    assert rounds(project) == ()
    assert second_thoughts(project) == (SecondThought(entry=after, changes=after.reading.signals, agreed=yes),)


def test_a_change_of_what_was_shown_since_is_a_round():
    yes = saying(SignalKind.APPROVAL, WEDNESDAY_9H, "Approved.")
    next_page = we_say(SignalKind.DELIVERY, WEDNESDAY_10H, "Here is the next page.")
    after = saying(SignalKind.CHANGE, FRIDAY_9H, "Make it green.")
    asked = we_say(SignalKind.APPROVAL_REQUEST, WEDNESDAY_11H, "Is it good to go?")

    assert [one.requested for one in rounds(a_dossier(DELIVERED, yes, next_page, asked, after))] == [after]


def test_what_is_wished_for_before_anything_was_shown_is_no_round():
    day = LARGER.at.date()
    reached = a_milestone("Sketch", day, done=day)

    assert rounds(a_dossier(LARGER, from_us(MONDAY_10H, "Noted."), BLUE, DELIVERED)) == ()
    assert [one.mails for one in rounds(a_dossier(LARGER, milestones=(reached,)))] == [(LARGER,)]
