"""What the conversation adds to doubtful words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY_9H, TUESDAY_9H, WEDNESDAY_9H, a_dossier, complaint, from_client, from_us, holding_reply

from mailaide.core.dossier import Entry
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.matters.cases import cases
from mailaide.core.matters.hearing import in_context, verdict
from mailaide.core.reading.ear.levels import DEFAULT, Budget
from mailaide.core.reading.ear.tuning import Attention
from mailaide.core.reading.signals import Signal, SignalKind

NEAR = DEFAULT.sure - 0.1
FAR = DEFAULT.maybe + 0.01


def a_doubt(at, score: float = NEAR, **changes) -> Entry:
    doubt = Signal(kind=SignalKind.MAYBE_COMPLAINT, sentence="Any news?", because="late", score=score)
    return from_client(at, "Any news?", signals=(doubt,), **changes)


def a_promise(at, due) -> Entry:
    promise = Signal(kind=SignalKind.PROMISE, sentence="You have it today.", because="due", due=due)
    return from_us(at, "You have it today.", signals=(promise,))


def kinds(*entries: Entry, attention: Attention = Attention()) -> list[SignalKind]:  # noqa: B008
    return [one.reading.signals[0].kind for one in in_context(entries, attention) if one.reading.signals]


def test_a_doubt_alone_stays_one():
    assert kinds(from_us(MONDAY_9H), a_doubt(TUESDAY_9H)) == [SignalKind.MAYBE_COMPLAINT]


def test_a_doubt_after_an_unanswered_message_is_a_complaint():
    first, again = from_client(MONDAY_9H), a_doubt(TUESDAY_9H)

    (signal,) = list(in_context([first, again], Attention()))[1].reading.signals

    assert signal.kind is SignalKind.COMPLAINT
    assert signal.because == "late; 1 unanswered before it"
    assert signal.score > DEFAULT.sure


def test_what_hardly_sounds_like_one_stays_a_doubt():
    promise = a_promise(MONDAY_9H, MONDAY_9H.date())

    assert kinds(promise, a_doubt(TUESDAY_9H, FAR))[-1] is SignalKind.MAYBE_COMPLAINT


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

    (case,) = cases(replace(dossier, entries=tuple(in_context(dossier.entries, Attention()))))

    assert case.opened.signal(SignalKind.COMPLAINT) is not None
    assert len(case.held) == 1


@pytest.mark.parametrize(
    ("budget", "kind"),
    [(Budget.STRICT, None), (Budget.NORMAL, SignalKind.MAYBE_COMPLAINT), (Budget.CAUTIOUS, SignalKind.COMPLAINT)],
)
def test_the_budget_of_the_account_says_what_a_score_means(budget: Budget, kind: SignalKind | None):
    attention = Attention(budget=budget)

    assert kinds(a_doubt(MONDAY_9H, 0.36), attention=attention) == ([kind] if kind else [])


def test_what_was_no_complaint_takes_more_to_be_one_from_then_on():
    alarm = a_doubt(MONDAY_9H, DEFAULT.sure + 0.05)
    mark = Mark(kind=MarkKind.NOT_A_COMPLAINT, project="harbour", about=alarm.id, at=TUESDAY_9H)
    attention = Attention(verdicts=(verdict(alarm, mark),))

    assert kinds(alarm, attention=attention) == [SignalKind.COMPLAINT]
    assert kinds(a_doubt(WEDNESDAY_9H, DEFAULT.sure + 0.05), attention=attention) == [SignalKind.MAYBE_COMPLAINT]


def test_who_writes_again_is_not_made_to_complain_by_words_that_do_not():
    assert kinds(from_client(MONDAY_9H), from_client(TUESDAY_9H), from_client(WEDNESDAY_9H)) == []


def test_a_complaint_that_bears_no_score_stays_one():
    assert kinds(complaint(MONDAY_9H)) == [SignalKind.COMPLAINT]


def test_the_mail_of_before_moves_the_level():
    loud = replace(a_doubt(MONDAY_9H, 0.6).reading, before=(0.9, 0.8, 0.7))
    entry = replace(a_doubt(MONDAY_9H, 0.6), reading=loud)

    assert kinds(a_doubt(MONDAY_9H, 0.6)) == [SignalKind.COMPLAINT]
    assert kinds(entry) == [SignalKind.MAYBE_COMPLAINT]


def a_question(at, **changes) -> Entry:
    asked = Signal(kind=SignalKind.QUESTION, sentence="When can you come?", because="question 1")
    return from_client(at, "When can you come?", signals=(asked,), **changes)


def test_a_faint_doubt_that_follows_an_unanswered_message_is_at_least_a_doubt():
    assert kinds(a_doubt(TUESDAY_9H, DEFAULT.maybe - 0.01)) == []
    assert kinds(from_client(MONDAY_9H), a_doubt(TUESDAY_9H, DEFAULT.maybe - 0.01)) == [SignalKind.COMPLAINT]


def test_who_asks_in_a_third_message_without_an_answer_is_perhaps_not_content():
    first, second, third = a_question(MONDAY_9H), a_question(TUESDAY_9H), a_question(WEDNESDAY_9H)

    *before, (doubt, question) = [one.reading.signals for one in in_context([first, second, third], Attention())]

    assert [[one.kind for one in signals] for signals in before] == [[SignalKind.QUESTION]] * 2
    assert (doubt.kind, doubt.sentence) == (SignalKind.MAYBE_COMPLAINT, "When can you come?")
    assert doubt.because == "asks again; 2 unanswered before it"
    assert question.kind is SignalKind.QUESTION


def test_a_holding_reply_is_no_answer():
    held = holding_reply(TUESDAY_9H)

    assert kinds(from_client(MONDAY_9H), held, a_doubt(WEDNESDAY_9H))[-1] is SignalKind.COMPLAINT


def test_a_doubt_after_an_unanswered_complaint_is_one_more():
    faint = DEFAULT.maybe - 0.08

    assert kinds(from_client(MONDAY_9H), a_doubt(TUESDAY_9H, faint)) == [SignalKind.MAYBE_COMPLAINT]
    assert kinds(complaint(MONDAY_9H), a_doubt(TUESDAY_9H, faint))[-1] is SignalKind.COMPLAINT
    assert kinds(complaint(MONDAY_9H), from_client(TUESDAY_9H), a_question(WEDNESDAY_9H))[-2:] == [
        SignalKind.COMPLAINT,
        SignalKind.COMPLAINT,
    ]


def test_a_contested_sum_bears_a_doubt_out():
    doubt = a_doubt(MONDAY_9H, DEFAULT.sure - 0.1)
    contested = Signal(kind=SignalKind.PRICE_DISPUTE, sentence="Any news?", because="contests what is charged")
    both = replace(doubt, reading=replace(doubt.reading, signals=(*doubt.reading.signals, contested)))

    assert kinds(doubt) == [SignalKind.MAYBE_COMPLAINT]
    assert kinds(both) == [SignalKind.COMPLAINT]


@pytest.mark.parametrize("content", [SignalKind.THANKS, SignalKind.HOLDING_REPLY])
def test_who_thanks_or_will_come_back_to_it_is_taken_for_content(content: SignalKind):
    doubt = a_doubt(TUESDAY_9H)
    said = Signal(kind=content, sentence="Any news?", because="says so")
    both = replace(doubt, reading=replace(doubt.reading, signals=(*doubt.reading.signals, said)))

    assert kinds(both) == [content]
    assert kinds(from_client(MONDAY_9H), both) == [SignalKind.MAYBE_COMPLAINT]


def test_who_thanks_has_got_what_was_promised():
    thanked = Signal(kind=SignalKind.THANKS, sentence="Thanks.", because="says thanks")
    doubt = a_doubt(TUESDAY_9H)
    both = replace(doubt, reading=replace(doubt.reading, signals=(*doubt.reading.signals, thanked)))

    assert kinds(a_promise(MONDAY_9H, MONDAY_9H.date()), both)[1:] == [SignalKind.THANKS]


def test_who_praises_and_asks_nothing_has_got_it_too_and_needs_more_to_complain():
    praised, asked = (
        Signal(kind=kind, sentence="Lovely.", because="says so") for kind in (SignalKind.PRAISE, SignalKind.QUESTION)
    )
    doubt = a_doubt(TUESDAY_9H, DEFAULT.sure + 0.05)
    glad = replace(doubt, reading=replace(doubt.reading, signals=(*doubt.reading.signals, praised)))
    asking = replace(glad, reading=replace(glad.reading, signals=(*glad.reading.signals, asked)))
    promise = a_promise(MONDAY_9H, MONDAY_9H.date())

    assert [kinds(promise, one)[-1] for one in (doubt, glad, asking)] == [
        SignalKind.COMPLAINT,
        SignalKind.MAYBE_COMPLAINT,
        SignalKind.COMPLAINT,
    ]


def test_a_later_day_is_still_promised_when_we_write_before_it():
    """The first of two parts was sent on its day; the second was not."""
    later = a_promise(MONDAY_9H - timedelta(days=3), MONDAY_9H.date())
    doubt = a_doubt(WEDNESDAY_9H, DEFAULT.sure - 0.05)

    assert kinds(later, from_us(MONDAY_9H - timedelta(days=1)), doubt)[-1] is SignalKind.COMPLAINT
    assert kinds(later, from_us(MONDAY_9H), doubt)[-1] is SignalKind.MAYBE_COMPLAINT


def test_a_complaint_that_was_answered_with_a_day_lives_again_when_that_has_passed():
    answer, faint = a_promise(TUESDAY_9H, TUESDAY_9H.date()), a_doubt(WEDNESDAY_9H, FAR)

    assert kinds(from_client(MONDAY_9H), answer, faint)[-1] is SignalKind.MAYBE_COMPLAINT
    assert kinds(complaint(MONDAY_9H), answer, faint)[-1] is SignalKind.COMPLAINT
    assert kinds(complaint(MONDAY_9H), from_us(TUESDAY_9H), faint)[-1] is SignalKind.MAYBE_COMPLAINT


def test_who_expected_nothing_waits_for_nothing():
    received = from_client(MONDAY_9H, signals=(Signal(kind=SignalKind.THANKS, sentence="Received.", because=""),))

    assert kinds(received, a_doubt(TUESDAY_9H))[1:] == [SignalKind.MAYBE_COMPLAINT]
