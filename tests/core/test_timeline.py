"""What the timeline tells of a dossier, and what it keeps quiet about."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import (
    MONDAY_9H,
    MONDAY_10H,
    NEXT_MONDAY_9H,
    NEXT_TUESDAY_9H,
    PIET,
    RIK,
    STRANGER,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_milestone,
    complaint,
    from_client,
    from_us,
    holding_reply,
)

from mailaide.core.dossier import Author, Entry
from mailaide.core.mail import Address
from mailaide.core.reading.ours.answers import asks_for
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.timeline import timeline

HOME = Address(email="piet@home.example", name="Piet")
JAN = Address(email="jan@harbour.example", name="Jan")
YES_TO_A_SUM = (SignalKind.APPROVAL, SignalKind.FEE_ACCEPTED)


def told(*entries: Entry, **project: Any) -> list[tuple[str, str]]:
    """What was told of these messages, and the message that shows it."""
    return [(fact.what, fact.message) for fact in timeline(a_dossier(*entries, **project))]


def test_a_project_without_messages_has_no_facts() -> None:
    assert told() == []


def test_a_complaint_is_told_from_first_word_to_answer() -> None:
    first, again = complaint(MONDAY_9H), complaint(MONDAY_10H)
    held, answer = holding_reply(TUESDAY_9H), from_us(WEDNESDAY_9H)

    assert told(first, again, held, answer) == [
        ("complaint opened", first.id),
        ("complaint repeated", again.id),
        ("holding reply", held.id),
        ("complaint answered", answer.id),
    ]


def test_a_complaint_after_the_answer_reopens() -> None:
    later = complaint(WEDNESDAY_9H)

    assert told(complaint(MONDAY_9H), from_us(TUESDAY_9H), later)[-1] == ("complaint reopened", later.id)


def test_putting_off_a_question_is_a_holding_reply() -> None:
    held = holding_reply(TUESDAY_9H)

    assert told(from_client(MONDAY_9H, "When do you come?"), held) == [("holding reply", held.id)]


def test_putting_off_a_stranger_is_none() -> None:
    assert told(holding_reply(MONDAY_9H, to=(STRANGER,))) == []


def test_a_configured_fee_and_another_price_are_told_where_they_first_stand() -> None:
    offer = from_us(MONDAY_9H, "The design is € 1.450.")
    more = from_us(TUESDAY_9H, "The leaflet is € 180, on top of the € 1.450.")

    assert told(offer, more, fees=(a_fee("1450"),)) == [
        ("fee disclosed: design EUR 1450", offer.id),
        ("fee disclosed: EUR 180", more.id),
    ]


def test_five_working_days_between_two_mails_of_ours_are_a_silence() -> None:
    before, after = from_us(MONDAY_9H), from_us(NEXT_TUESDAY_9H)
    (fact,) = timeline(a_dossier(before, after))

    assert (fact.what, fact.between, fact.at) == (
        "no news from us for 5 working days",
        (before.id, after.id),
        NEXT_TUESDAY_9H,
    )


def test_four_working_days_are_none() -> None:
    assert told(from_us(MONDAY_9H), from_us(NEXT_MONDAY_9H)) == []


def test_an_automatic_reply_of_ours_ends_no_silence() -> None:
    machine = from_us(WEDNESDAY_9H, machine="Auto-Submitted: auto-replied")

    assert told(from_us(MONDAY_9H), machine, from_us(NEXT_TUESDAY_9H)) == [
        ("automatic reply, ignored", machine.id),
        ("no news from us for 5 working days", ""),
    ]


def test_a_new_address_in_the_conversation_is_told_once() -> None:
    home = from_client(TUESDAY_9H, sender=HOME, author=Author.OTHER)
    again = from_client(WEDNESDAY_9H, sender=HOME, author=Author.OTHER)

    assert told(from_client(MONDAY_9H), home, again) == [("client writes from another address", home.id)]


def test_a_colleague_with_a_listed_address_is_another_address() -> None:
    colleague = from_client(TUESDAY_9H, sender=JAN)

    assert told(from_us(MONDAY_9H, to=(PIET,), cc=(JAN,)), colleague) == [
        ("client writes from another address", colleague.id)
    ]


def test_the_address_that_the_conversation_began_with_is_not() -> None:
    assert told(from_us(MONDAY_9H, to=(RIK, JAN)), from_client(TUESDAY_9H, sender=JAN)) == []


def test_a_machine_is_no_other_address() -> None:
    machine = from_client(TUESDAY_9H, sender=HOME, author=Author.OTHER, machine="Return-Path: <>")

    assert told(from_client(MONDAY_9H), machine) == [("automatic reply, ignored", machine.id)]


def test_a_new_subject_of_the_clients_in_a_thread_is_told() -> None:
    changed = from_client(TUESDAY_9H, subject="The jetty (was: The harbour)")
    kept = from_client(WEDNESDAY_9H, subject="Re: The jetty")

    assert told(from_client(MONDAY_9H), changed, kept) == [("subject changed", changed.id)]


def test_our_own_new_subject_is_no_change() -> None:
    assert told(from_client(MONDAY_9H), from_us(TUESDAY_9H, subject="The first page")) == []


def test_going_back_to_an_old_subject_is_not() -> None:
    ours = from_us(TUESDAY_9H, subject="The first page")

    assert told(from_client(MONDAY_9H), ours, from_client(WEDNESDAY_9H)) == []


def test_words_added_to_the_subject_do_not_change_it() -> None:
    assert told(from_client(MONDAY_9H), from_client(TUESDAY_9H, subject="RE: The harbour - URGENT")) == []


def test_an_empty_subject_does_not_change_it() -> None:
    assert told(from_client(MONDAY_9H), from_client(TUESDAY_9H, subject="")) == []


def test_a_new_thread_about_a_complaint_that_waits_changes_the_subject() -> None:
    first, again = complaint(MONDAY_9H), complaint(TUESDAY_9H, thread="<new@harbour.example>", subject="Anybody there?")

    assert told(first, again)[1:] == [("complaint repeated", again.id), ("subject changed", again.id)]


def test_a_new_thread_about_something_else_does_not() -> None:
    assert told(from_client(MONDAY_9H), from_client(TUESDAY_9H, thread="<n@h.example>", subject="The jetty")) == []


def a_signal(kind: SignalKind, sentence: str, due: date | None = None) -> Signal:
    topics = asks_for(sentence) if kind is SignalKind.QUESTION else ()
    return Signal(kind=kind, sentence=sentence, because="", due=due, topics=topics)


def test_a_question_is_told_until_a_mail_of_ours_takes_it_up() -> None:
    what = "When is the proof of the sign ready?"
    asked = from_client(MONDAY_9H, what, signals=(a_signal(SignalKind.QUESTION, what),))
    passed_by = from_us(TUESDAY_9H, "The photos came out well.")
    answer = from_us(WEDNESDAY_9H, "The proof of the sign is ready on Friday.")

    assert told(asked, holding_reply(MONDAY_10H), passed_by, answer) == [
        ("question asked", asked.id),
        ("question left unanswered", asked.id),
        ("holding reply", holding_reply(MONDAY_10H).id),
        ("question answered", answer.id),
    ]


def test_changes_before_our_next_mail_are_one_round() -> None:
    first, second, third = (
        from_client(at, signals=(a_signal(SignalKind.CHANGE, "The logo may be larger."),))
        for at in (MONDAY_9H, MONDAY_10H, WEDNESDAY_9H)
    )
    reached = a_milestone("Sketch", MONDAY_9H.date(), done=MONDAY_9H.date())

    assert told(first, second, from_us(TUESDAY_9H), third, milestones=(reached,)) == [
        ("revision round 1 requested", first.id),
        ("revision round 1 requested", second.id),
        ("revision round 2 requested", third.id),
    ]


def test_a_promise_is_told_with_its_day_or_without_one() -> None:
    dated = a_signal(SignalKind.PROMISE, "I'll send it on Friday.", date(2026, 3, 6))
    mail = from_us(MONDAY_9H, signals=(dated, a_signal(SignalKind.PROMISE, "I'll see to it.")))

    assert told(mail) == [("promise made, due 2026-03-06", mail.id), ("promise made, no date", mail.id)]


def test_a_go_ahead_and_a_contested_sum_are_told() -> None:
    yes = from_client(MONDAY_9H, signals=(a_signal(SignalKind.APPROVAL, "Approved."),))
    if_only = from_client(MONDAY_10H, signals=(a_signal(SignalKind.CONDITIONAL_APPROVAL, "Fine, if it is blue."),))
    no = from_client(TUESDAY_9H, signals=(a_signal(SignalKind.PRICE_DISPUTE, "We never agreed £85."),))

    assert told(yes, if_only, no) == [
        ("approval given", yes.id),
        ("conditional approval given", if_only.id),
        ("fee disputed", no.id),
    ]


def test_after_a_first_yes_one_to_a_sum_is_told_as_that_only() -> None:
    words = ("€ 450 is fine, go.", "€ 180 is fine, go.")
    first, second = (
        from_client(at, text, signals=tuple(a_signal(kind, text) for kind in YES_TO_A_SUM))
        for at, text in zip((MONDAY_10H, WEDNESDAY_9H), words, strict=True)
    )
    offers = (from_us(MONDAY_9H, "The logo costs € 450."), from_us(TUESDAY_9H, "A second version costs € 180 more."))

    facts = told(offers[0], first, offers[1], second)

    assert [message for what, message in facts if what == "approval given"] == [first.id]
