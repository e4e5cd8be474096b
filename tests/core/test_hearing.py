"""What the conversation adds to doubtful words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY_9H, TUESDAY_9H, WEDNESDAY_9H, a_dossier, from_client, from_us, holding_reply

from mailaide.core.cases import cases
from mailaide.core.dossier import Entry
from mailaide.core.hearing import in_context
from mailaide.core.reading.ear_levels import DEFAULT
from mailaide.core.reading.signals import Signal, SignalKind

NEAR = DEFAULT.sure - 0.1
FAR = 0.05


def a_doubt(at, score: float = NEAR, **changes) -> Entry:
    doubt = Signal(kind=SignalKind.MAYBE_COMPLAINT, sentence="Any news?", because="late", score=score)
    return from_client(at, "Any news?", signals=(doubt,), **changes)


def a_promise(at, due) -> Entry:
    promise = Signal(kind=SignalKind.PROMISE, sentence="You have it today.", because="due", due=due)
    return from_us(at, "You have it today.", signals=(promise,))


def kinds(*entries: Entry) -> list[SignalKind]:
    return [one.reading.signals[0].kind for one in in_context(entries) if one.reading.signals]


def test_a_doubt_alone_stays_one():
    assert kinds(from_us(MONDAY_9H), a_doubt(TUESDAY_9H)) == [SignalKind.MAYBE_COMPLAINT]


def test_a_doubt_after_an_unanswered_message_is_a_complaint():
    first, again = from_client(MONDAY_9H), a_doubt(TUESDAY_9H)

    (signal,) = list(in_context([first, again]))[1].reading.signals

    assert signal.kind is SignalKind.COMPLAINT
    assert signal.because == "late; 1 unanswered before it"
    assert signal.score > DEFAULT.sure


def test_what_hardly_sounds_like_one_stays_none():
    assert kinds(from_client(MONDAY_9H), a_doubt(TUESDAY_9H, FAR)) == [SignalKind.MAYBE_COMPLAINT]


def test_our_answer_ends_the_waiting_and_a_machine_does_not():
    machine = replace(from_us(TUESDAY_9H), reading=replace(from_us(TUESDAY_9H).reading, machine="auto-replied"))

    assert kinds(from_client(MONDAY_9H), from_us(TUESDAY_9H), a_doubt(WEDNESDAY_9H)) == [SignalKind.MAYBE_COMPLAINT]
    assert kinds(from_client(MONDAY_9H), machine, a_doubt(WEDNESDAY_9H)) == [SignalKind.COMPLAINT]


@pytest.mark.parametrize(("days", "kind"), [(-1, SignalKind.COMPLAINT), (0, SignalKind.MAYBE_COMPLAINT)])
def test_a_promised_day_that_has_passed_bears_it_out(days: int, kind: SignalKind):
    promise = a_promise(MONDAY_9H, (WEDNESDAY_9H + timedelta(days=days)).date())

    assert kinds(promise, a_doubt(WEDNESDAY_9H, DEFAULT.sure - 0.05))[-1] is kind


def test_a_complaint_by_its_place_opens_a_case():
    dossier = a_dossier(from_client(MONDAY_9H), a_doubt(TUESDAY_9H), holding_reply(WEDNESDAY_9H))

    (case,) = cases(dossier)

    assert case.opened.signal(SignalKind.COMPLAINT) is not None
    assert len(case.held) == 1
