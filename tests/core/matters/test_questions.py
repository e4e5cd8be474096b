"""Which questions of the client's are answered, which were passed by, and which wait."""

from __future__ import annotations

from builders import (
    MONDAY_9H,
    MONDAY_10H,
    MONDAY_11H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    from_client,
    from_us,
    holding_reply,
)

from mailaide.core.dossier import Entry
from mailaide.core.matters.questions import Asked, asked
from mailaide.core.reading.ours.answers import asks_for
from mailaide.core.reading.signals import Signal, SignalKind

PROOF = "When is the proof of the sign ready?"
PRICE = "What does a second sign cost?"


def a_question(sentence: str) -> Signal:
    return Signal(kind=SignalKind.QUESTION, sentence=sentence, because="", topics=asks_for(sentence))


def two_questions() -> Entry:
    return from_client(MONDAY_9H, f"{PROOF} {PRICE}", signals=(a_question(PROOF), a_question(PRICE)))


def test_a_question_waits():
    question = from_client(MONDAY_9H, PROOF, signals=(a_question(PROOF),))

    assert asked(a_dossier(question)) == (Asked(entry=question, signal=question.reading.signals[0]),)


def test_answering_one_of_two_leaves_one_that_was_passed_by():
    mail, reply = two_questions(), from_us(TUESDAY_9H, "The proof of the sign is ready on Friday.")

    assert asked(a_dossier(mail, reply)) == (
        Asked(entry=mail, signal=a_question(PROOF), answered=reply),
        Asked(entry=mail, signal=a_question(PRICE), passed=reply),
    )


def test_what_was_passed_by_may_still_be_answered():
    mail, first = two_questions(), from_us(TUESDAY_9H, "The proof of the sign is ready on Friday.")
    second = from_us(WEDNESDAY_9H, "A second sign is € 80.")

    assert asked(a_dossier(mail, first, second))[1] == Asked(
        entry=mail, signal=a_question(PRICE), answered=second, passed=first
    )


def test_a_holding_reply_neither_answers_nor_passes_by():
    mail = two_questions()

    assert {(one.answered, one.passed) for one in asked(a_dossier(mail, holding_reply(MONDAY_10H)))} == {(None, None)}


def test_a_mail_about_something_else_passes_nothing_by():
    mail = two_questions()
    other = from_us(MONDAY_11H, "The photos came out well.", thread="<new@me.example>", subject="Photos")

    assert {one.passed for one in asked(a_dossier(mail, other))} == {None}


def test_blame_alone_answers_nothing():
    mail = from_client(MONDAY_9H, "Which colour is the door?", signals=(a_question("Which colour is the door?"),))
    blame = from_us(TUESDAY_9H, "Dear Piet,\n\nThis is your own fault.\n\nRik")

    assert asked(a_dossier(mail, blame)) == (Asked(entry=mail, signal=mail.reading.signals[0], passed=blame),)


def test_a_letter_with_an_open_blank_answers_nothing():
    blank = from_us(TUESDAY_9H, "“When is it ready?”\n[[answer]]")
    when = from_client(MONDAY_9H, signals=(a_question("When is it ready?"),))

    (question,) = asked(a_dossier(when, blank))

    assert (question.answered, question.passed) == (None, blank)


def test_who_only_calls_our_name_asks_nothing():
    call = from_client(MONDAY_9H, "Rik?", signals=(a_question("Rik?"),))

    assert asked(a_dossier(call)) == ()
