"""Silence is not a yes: what closes a request, and what does not."""

from __future__ import annotations

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    STRANGER,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    from_client,
    from_us,
    local,
    saying,
    thanks,
    we_say,
)

from mailaide.core.dossier import Author, Entry
from mailaide.core.matters.approvals import Request, requests
from mailaide.core.reading.signals import SignalKind

PROOF = we_say(SignalKind.DELIVERY, MONDAY_9H, "The proof is attached.")
OPEN = Request(entry=PROOF, sentence="The proof is attached.", delivery=True, asks=False)


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (SignalKind.APPROVAL, "yes"),
        (SignalKind.CONDITIONAL_APPROVAL, "conditional"),
        (SignalKind.CHANGE, "no"),
    ],
)
def test_a_word_about_the_work_closes_it(kind: SignalKind, verdict: str):
    answer = saying(kind, TUESDAY_9H, "So and so.")

    assert [(one.answer, one.verdict) for one in requests(a_dossier(PROOF, answer))] == [(answer, verdict)]


def test_of_others_only_who_answers_there_says_yes():
    home = {"sender": STRANGER, "author": Author.OTHER}
    there = saying(SignalKind.APPROVAL, TUESDAY_9H, "Fine with us.", **home)
    elsewhere = saying(SignalKind.APPROVAL, TUESDAY_9H, "Fine with us.", **home, thread="<x@x>", subject="[HS] Hello")
    clients = saying(SignalKind.APPROVAL, TUESDAY_9H, "Fine with us.", thread="<x@x>", subject="[HS] Hello")

    answers = [requests(a_dossier(PROOF, one))[0].answer for one in (there, elsewhere, clients)]

    assert answers == [there, None, clients]


@pytest.mark.parametrize(
    "other",
    [
        thanks(TUESDAY_9H),
        from_client(TUESDAY_9H, "I am back on Monday.", machine="Auto-Submitted: auto-replied"),
        saying(SignalKind.PRAISE, TUESDAY_9H, "How nice!"),
        from_us(TUESDAY_9H),
    ],
    ids=["thanks", "out of office", "praise", "our own mail"],
)
def test_nothing_else_ends_a_request(other: Entry):
    assert requests(a_dossier(PROOF, other)) == (OPEN,)


def test_a_reminder_is_the_same_request():
    again = we_say(SignalKind.APPROVAL_REQUEST, FRIDAY_9H, "Is it good so?")

    assert [(one.entry, one.reminders) for one in requests(a_dossier(PROOF, again))] == [(PROOF, (again,))]


def test_a_yes_closes_what_was_delivered_before_in_that_conversation():
    second, yes = (
        we_say(SignalKind.DELIVERY, TUESDAY_9H, "Part 2."),
        saying(SignalKind.APPROVAL, WEDNESDAY_9H, "Approved."),
    )

    assert [one.verdict for one in requests(a_dossier(PROOF, second, yes))] == ["yes", "yes"]


def test_a_yes_under_another_subject_is_about_the_last_delivery():
    other = we_say(SignalKind.DELIVERY, TUESDAY_9H, "The photos.", thread="<p@me.example>", subject="Photos")
    yes = saying(SignalKind.APPROVAL, WEDNESDAY_9H, "Approved.", thread="<y@harbour.example>", subject="Yes")

    assert [one.verdict for one in requests(a_dossier(PROOF, other, yes))] == ["", "yes"]


def test_what_follows_a_yes_at_once_carries_it_out():
    yes, final = saying(SignalKind.APPROVAL, TUESDAY_9H, "Approved."), "The files for the printer are in the folder."
    carried_out = we_say(SignalKind.DELIVERY, WEDNESDAY_9H, final)
    late = we_say(SignalKind.DELIVERY, local(2026, 3, 20, 9), "The leaflet is attached.")

    assert [one.answer for one in requests(a_dossier(PROOF, yes, carried_out))] == [yes, yes]
    assert [one.answer for one in requests(a_dossier(PROOF, yes, late))] == [yes, None]
    assert [one.answer for one in requests(a_dossier(PROOF, yes, carried_out, late))] == [yes, yes, None]


def test_a_yes_to_an_offer_is_none_to_the_work():
    offer = we_say(SignalKind.APPROVAL_REQUEST, MONDAY_9H, "Do you agree?")
    yes = saying(SignalKind.APPROVAL, TUESDAY_9H, "Agreed.")
    work = we_say(SignalKind.DELIVERY, WEDNESDAY_9H, "The first page is attached.")

    assert [one.answer for one in requests(a_dossier(offer, yes, work))] == [yes, None]


def test_a_yes_that_nobody_asked_for_answers_nothing():
    assert requests(a_dossier(saying(SignalKind.APPROVAL, MONDAY_9H, "Approved."))) == ()
