"""Answering two of five leaves three."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_signal,
    from_client,
    from_us,
    holding_reply,
    thanks,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties.questions import owed
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind

WHEN, WHO, COST = "When will the drawing be ready?", "Who delivers the poster?", "What does the paper cost?"


def asking(at: datetime, *questions: str, also: tuple[SignalKind, ...] = ()) -> Entry:
    signals = [a_signal(SignalKind.QUESTION, one) for one in questions]
    signals += [a_signal(kind, questions[0]) for kind in also]
    return from_client(at, " ".join(questions), signals=tuple(signals))


def obligations(*entries: Entry, now: datetime = MONDAY_10H) -> list[Obligation]:
    return list(owed(a_dossier(*entries), now))


def open_questions(*entries: Entry) -> list[object]:
    return [one.facts["questions"] for one in obligations(*entries)]


def test_a_question_is_drafted_at_once_and_due_in_two_working_days():
    asked = asking(MONDAY_9H, WHEN, WHO)
    (one,) = obligations(asked)

    assert (one.key, one.draft_at, one.due) == (f"questions/harbour/{asked.id}", MONDAY_9H, WEDNESDAY_9H)
    assert one.because == f'Harbour Ltd asked on 2026-03-02 09:00: "{WHEN}" and 1 more'
    assert one.letter
    assert one.letter.answers == asked.header
    assert one.letter.parts[0].values["questions"] == (WHEN, WHO)
    assert one.letter.parts[0].values["asked_on"] == date(2026, 3, 2)


def test_what_was_not_answered_is_still_owed():
    asked = asking(MONDAY_9H, WHEN, WHO, COST)
    answer = from_us(MONDAY_10H, "The drawing will be ready on Friday. The paper costs 40 euros.")

    assert open_questions(asked, answer) == [(WHO,)]


def test_each_message_is_answered_by_itself():
    assert open_questions(asking(MONDAY_9H, WHEN), asking(TUESDAY_9H, WHO)) == [(WHEN,), (WHO,)]


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (thanks(MONDAY_9H),),
        (asking(MONDAY_9H, WHEN), from_us(MONDAY_10H, "The drawing will be ready on Friday.")),
        (asking(MONDAY_9H, WHEN, also=(SignalKind.COMPLAINT,)),),
    ],
    ids=["no mail", "no question", "answered", "asked in a complaint"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...]):
    assert obligations(*entries) == []


def test_a_holding_reply_answers_nothing():
    assert open_questions(asking(MONDAY_9H, WHEN), holding_reply(MONDAY_10H)) == [(WHEN,)]
