"""Which messages of the client's wait for an answer, and which expect none."""

from __future__ import annotations

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_signal,
    complaint,
    from_client,
    from_us,
    holding_reply,
    saying,
    thanks,
)

from mailaide.core.dossier import Entry
from mailaide.core.matters.waits import Wait, waits
from mailaide.core.reading.signals import SignalKind

MAIL = from_client(MONDAY_9H)
THREAD_OF_COMPLAINT = MAIL.id
"""A thread bears the name of its first message."""


def test_a_message_waits_whatever_it_says():
    assert waits(a_dossier(MAIL)) == (Wait(entry=MAIL),)


def test_what_it_wants_is_told():
    bad = complaint(MONDAY_9H)

    assert waits(a_dossier(bad)) == (Wait(entry=bad, signal=bad.reading.signals[0]),)


@pytest.mark.parametrize(
    "mail",
    [
        thanks(MONDAY_9H),
        saying(SignalKind.APPROVAL, MONDAY_9H, "Approved."),
        saying(SignalKind.HOLDING_REPLY, MONDAY_9H, "I'll get back to you."),
        from_client(MONDAY_9H, machine="Auto-Submitted: auto-replied"),
    ],
    ids=["bare thanks", "a plain yes", "a word that they will come back", "a machine"],
)
def test_some_expect_no_answer(mail: Entry):
    assert waits(a_dossier(mail)) == ()


@pytest.mark.parametrize(
    "answer",
    [
        from_us(TUESDAY_9H, subject="Re: The harbour"),
        from_us(TUESDAY_9H, thread="<new@me.example>"),
        from_us(TUESDAY_9H, thread="<new@me.example>", subject="About it", references=(MAIL.id,)),
    ],
    ids=["in the thread", "under the same subject", "by a reference"],
)
def test_an_answer_ends_it(answer: Entry):
    assert waits(a_dossier(MAIL, answer)) == ()


@pytest.mark.parametrize(
    "other",
    [
        holding_reply(TUESDAY_9H),
        from_us(TUESDAY_9H, thread="<new@me.example>", subject="The invoice"),
        from_us(TUESDAY_9H, machine="Auto-Submitted: auto-replied"),
        thanks(TUESDAY_9H),
    ],
    ids=["a holding reply", "about something else", "by a machine", "by the client"],
)
def test_nothing_else_ends_a_wait(other: Entry):
    assert waits(a_dossier(MAIL, other)) == (Wait(entry=MAIL),)


def test_an_answer_ends_every_wait_in_the_conversation():
    assert waits(a_dossier(MAIL, from_client(MONDAY_10H), from_us(TUESDAY_9H))) == ()


def test_who_complained_in_two_conversations_was_answered_in_one():
    first = complaint(MONDAY_9H, thread="<one@harbour.example>")
    again = complaint(MONDAY_10H, thread="<two@harbour.example>", subject="ANSWER ME")
    answer = from_us(TUESDAY_9H, thread="<two@harbour.example>", subject="ANSWER ME")

    assert waits(a_dossier(first, again, answer)) == ()


def test_what_is_said_after_a_complaint_was_answered_waits_by_itself():
    first = complaint(MONDAY_9H, thread=THREAD_OF_COMPLAINT)
    answer = from_us(MONDAY_10H, thread=THREAD_OF_COMPLAINT)
    later = from_client(TUESDAY_9H, thread=THREAD_OF_COMPLAINT)

    assert first.id == THREAD_OF_COMPLAINT
    assert waits(a_dossier(first, answer, later)) == (Wait(entry=later),)


def test_a_bill_that_is_asked_for_beside_a_yes_is_waited_for():
    text = "Approved. Please send us the invoice."
    wanted = a_signal(SignalKind.ERRAND, "Please send us the invoice.")
    mail = from_client(MONDAY_9H, text, signals=(wanted, a_signal(SignalKind.APPROVAL, "Approved.")))

    assert waits(a_dossier(mail)) == (Wait(entry=mail, signal=wanted),)


ELSEWHERE = from_us(TUESDAY_9H, "Version 2 has a larger logo.", thread="<new@me.example>", subject="Version 2")
REPLY = from_client(WEDNESDAY_9H, thread="<new@me.example>", subject="Re: Version 2")


def test_what_asks_nothing_ends_where_both_went_on_elsewhere():
    other = from_client(WEDNESDAY_9H, thread="<third@harbour.example>", subject="The invoice")

    assert waits(a_dossier(MAIL, ELSEWHERE, REPLY)) == (Wait(entry=REPLY),)
    assert waits(a_dossier(MAIL, ELSEWHERE, other)) == (Wait(entry=MAIL), Wait(entry=other))


def test_what_asks_for_something_ends_elsewhere_only_for_a_change_that_was_taken_up():
    logo = saying(SignalKind.CHANGE, MONDAY_9H, "The logo may be larger.")
    menu = saying(SignalKind.CHANGE, MONDAY_9H, "Put the menu on top.")
    bill = saying(SignalKind.ERRAND, MONDAY_9H, "Send me the logo, please.")

    assert [waits(a_dossier(one, ELSEWHERE, REPLY))[0].entry for one in (logo, menu, bill)] == [REPLY, menu, bill]


def test_what_the_client_calls_resolved_waits_no_more():
    resolved = a_signal(SignalKind.RESOLVED, "Never mind, found it.")
    wants = a_signal(SignalKind.ERRAND, "Send the bill, please.")
    content = from_client(TUESDAY_9H, signals=(resolved,))
    and_more = from_client(TUESDAY_9H, signals=(wants, resolved))

    assert waits(a_dossier(MAIL, content)) == ()
    assert waits(a_dossier(MAIL, and_more)) == (Wait(entry=and_more, signal=wants),)
