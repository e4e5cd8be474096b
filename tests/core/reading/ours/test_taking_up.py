"""Which words of ours answer a question, and which only put it off."""

from __future__ import annotations

from datetime import date

import pytest

from mailaide.core.reading.ours.answers import answers, asks_for, same_question, takes_up
from mailaide.core.reading.ours.said import answered_lines, statements
from mailaide.core.reading.signals import Signal, SignalKind

THURSDAY = date(2026, 1, 8)


def a_question(sentence: str) -> Signal:
    return Signal(kind=SignalKind.QUESTION, sentence=sentence, because="", topics=asks_for(sentence))


def test_a_question_is_answered_when_it_is_taken_up() -> None:
    asked = ["When is the proof ready?", "What does a second round cost?", "Which colour is the door?"]
    reply = "The proof is ready on Friday. A second round costs £80."

    said = statements(reply, sent=THURSDAY, language="en")

    assert [takes_up(a_question(one), said) for one in asked] == [True, True, False]


def test_elsewhere_a_day_alone_answers_nothing() -> None:
    said = statements("I'm away on Friday.", sent=THURSDAY, language="en")

    assert takes_up(a_question("When is the proof ready?"), said)
    assert not takes_up(a_question("When is the proof ready?"), said, direct=False)


def test_a_question_asked_again_is_the_same() -> None:
    assert same_question(a_question("Wanneer komt u kijken?"), a_question("Ik vraag u nog eens: wanneer komt u?"))
    assert same_question(a_question("Is parking included for 60 cars?"), a_question("So is the parking included?"))
    assert not same_question(a_question("Is parking included for 60 cars?"), a_question("Who signs the contract?"))


def test_a_question_is_answered_below_its_quote() -> None:
    said = statements("DI please.", sent=THURSDAY, language="en")

    assert takes_up(a_question("Line in or DI?"), said, answered_lines("> Line in or DI?\n\nDI please."))
    assert not takes_up(a_question("Line in or DI?"), said, answered_lines("> Line in or DI?\n> And when?\n> Piet"))


@pytest.mark.parametrize(
    ("language", "question", "reply", "answered"),
    [
        ("nl", "Wanneer gaat de homepage online?", "De homepage gaat online zodra de foto's er zijn.", True),
        ("nl", "Wanneer gaat de homepage online?", "Zodra ik het weet, hoor je van mij.", False),
        ("nl", "Hoeveel foto's hebben jullie nodig?", "Een stuk of twaalf is genoeg.", True),
        ("nl", "Hoeveel foto's hebben jullie nodig?", "De foto's zijn mooi geworden.", False),
        ("nl", "Is de drukproef al klaar?", "Ja, dat is hij.", True),
        ("en", "How long is the text about the founders?", "The text about the founders is 300 words long.", True),
        ("en", "When does the shop open?", "The shop is not open because you never sent the copy.", False),
        ("de", "Was kostet eine englische Fassung?", "Eine englische Fassung kostet 350 Euro.", True),
        ("fr", "Combien coûte une version anglaise ?", "Elle est à 350 €.", True),
        ("es", "¿Cuándo estará la portada en línea?", "La portada estará en línea en cuanto lleguen las fotos.", True),
    ],
)
def test_what_a_question_asks_for_answers_it(language: str, question: str, reply: str, answered: bool) -> None:
    said = statements(reply, sent=THURSDAY, language=language)

    assert takes_up(a_question(question), said) is answered


def test_putting_off_is_no_answer() -> None:
    assert not answers("I'll get back to you.", language="en", subject="Re: gate", holding=True)
    assert answers("Yes, that is possible.", language="en", subject="gate")
