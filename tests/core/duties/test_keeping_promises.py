"""What you said that you would do by a day is done, or gets another day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from builders import (
    FRIDAY_9H,
    MONDAY_9H,
    MONDAY_10H,
    PIET,
    THURSDAY_9H,
    WEDNESDAY_9H,
    a_client,
    a_dossier,
    a_signal,
    from_client,
    from_us,
    holding_reply,
    local,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties.promises import owed
from mailaide.core.letter import Promised
from mailaide.core.mail import Address
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.reading.signals import SignalKind

WORDS = "You will have the drawing on Wednesday."
WEDNESDAY = date(2026, 3, 4)
MADE = from_us(MONDAY_9H, WORDS, signals=(a_signal(SignalKind.PROMISE, WORDS, due=WEDNESDAY),))
WEDNESDAY_17H = local(2026, 3, 4, 17)
LATER = "You will have the drawing on Friday instead."
MOVED = from_us(MONDAY_10H, LATER, signals=(a_signal(SignalKind.PROMISE, LATER, due=date(2026, 3, 6)),))
DELIVERED = (a_signal(SignalKind.DELIVERY, "Here it is."),)


def promising(at: datetime, day: date) -> Entry:
    return from_us(at, "Then.", signals=(a_signal(SignalKind.PROMISE, "Then.", due=day),))


def obligations(*entries: Entry, now: datetime = MONDAY_10H) -> list[Obligation]:
    return list(owed(a_dossier(*entries), now))


def sentences(one: Obligation) -> list[str]:
    promises: Any = one.facts["promises"]
    return [promise.sentence for promise in promises]


def test_on_the_morning_of_the_day_it_is_told():
    (one,) = obligations(MADE)

    assert (one.key, one.draft_at, one.due) == (
        f"promises/harbour/{MADE.id}/2026-03-04",
        WEDNESDAY_9H,
        WEDNESDAY_17H,
    )
    assert one.alerts == (Rung(name="half", at=local(2026, 3, 4, 16)),)
    assert one.facts == {
        "promises": (Promised(sentence=WORDS, made_on=date(2026, 3, 2), due=WEDNESDAY),),
        "late": False,
        "waits": False,
    }


def test_it_is_told_to_the_one_whom_it_was_promised():
    signals = (a_signal(SignalKind.PROMISE, WORDS, due=WEDNESDAY),)
    client = a_client(domains=("harbour.example",))
    readers = (PIET, Address(email="ruud@harbour.example", name="Ruud"))
    made = [
        from_us(MONDAY_9H + timedelta(minutes=i), WORDS, to=(one,), signals=signals) for i, one in enumerate(readers)
    ]

    found = owed(a_dossier(*made, client=client), MONDAY_10H)

    assert [(one.letter.to.email, one.letter.greeting) for one in found if one.letter] == [
        (PIET.email, "Piet"),
        ("ruud@harbour.example", "Ruud"),
    ]


def test_afterwards_it_is_late():
    (one,) = obligations(MADE, now=THURSDAY_9H)

    assert one.facts["late"] is True


@pytest.mark.parametrize(
    ("made_at", "draft_at", "told_at"),
    [
        (local(2026, 3, 2, 9), local(2026, 3, 2, 13), local(2026, 3, 2, 16)),
        (local(2026, 3, 2, 16), local(2026, 3, 2, 16, 30), local(2026, 3, 2, 16, 30)),
        (local(2026, 3, 2, 18), local(2026, 3, 2, 18), local(2026, 3, 2, 18)),
    ],
    ids=["in the morning", "in the last hour", "in the evening"],
)
def test_what_is_promised_for_the_same_day_has_half_of_the_time_left(
    made_at: datetime, draft_at: datetime, told_at: datetime
):
    (one,) = obligations(promising(made_at, date(2026, 3, 2)))

    assert (one.draft_at, one.alerts) == (draft_at, (Rung(name="half", at=told_at),))


def test_a_visit_is_reported_by_nobody():
    come = "I'll be with you on Wednesday at two."
    visit = from_us(MONDAY_9H, come, signals=(a_signal(SignalKind.PROMISE, come, due=WEDNESDAY, topics=("meeting",)),))
    (one,) = obligations(visit)

    assert (one.draft_at, one.alerts) == (WEDNESDAY_9H, ())
    assert obligations(visit, now=THURSDAY_9H) == []


def test_on_the_day_of_a_visit_nothing_is_an_alarm():
    come = "On Wednesday at three we walk through it together."
    promised = (
        a_signal(SignalKind.PROMISE, WORDS, due=WEDNESDAY, topics=("work",)),
        a_signal(SignalKind.PROMISE, come, due=WEDNESDAY, topics=("meeting",)),
    )
    (one,) = obligations(from_us(MONDAY_9H, f"{WORDS} {come}", signals=promised))

    assert (sentences(one), one.alerts) == ([WORDS, come], ())


@pytest.mark.parametrize(
    ("at", "alerts"),
    [(local(2026, 3, 4, 12), ()), (local(2026, 3, 4, 13, 20), (Rung(name="due", at=local(2026, 3, 4, 13, 20)),))],
    ids=["before the hour", "after it"],
)
def test_a_client_who_writes_after_the_hour_of_a_visit_has_waited_for_us(at: datetime, alerts: tuple[Rung, ...]):
    come = "I'm with you on Wednesday between 12 and 1."
    visit = from_us(MONDAY_9H, come, signals=(a_signal(SignalKind.PROMISE, come, due=WEDNESDAY, topics=("meeting",)),))
    theirs = from_client(at, "It is twenty past one.")
    (one,) = obligations(visit, theirs, now=at)

    assert one.alerts == alerts
    assert one.facts["waits"] is bool(alerts)


def test_who_names_an_hour_of_the_same_day_is_at_it():
    words = "The correction goes out at 11:30 today."
    made = from_us(MONDAY_9H, words, signals=(a_signal(SignalKind.PROMISE, words, due=date(2026, 3, 2)),))
    (one,) = obligations(made)

    assert one.alerts == ()


def test_other_work_that_a_holding_reply_promises_is_owed_by_itself():
    stand = "The stand will be ready on Wednesday."
    puts_off = a_signal(SignalKind.HOLDING_REPLY, "The drawing: working on it, more soon.")
    work = a_signal(SignalKind.PROMISE, stand, due=WEDNESDAY, topics=("work",))
    held = from_us(MONDAY_10H, f"{stand} {puts_off.sentence}", signals=(puts_off, work))

    assert [sentences(one) for one in obligations(from_client(MONDAY_9H), held)] == [[stand]]


def test_what_hangs_on_a_yes_is_owed_when_it_has_come_in_time():
    words = "If you agree, you have the proof on Wednesday."
    signals = (a_signal(SignalKind.PROMISE, words, due=WEDNESDAY), a_signal(SignalKind.APPROVAL_REQUEST, words))
    hanging = from_us(MONDAY_9H, words, signals=signals)
    yes, late = (
        from_client(at, "Yes.", signals=(a_signal(SignalKind.APPROVAL, "Yes."),)) for at in (MONDAY_10H, FRIDAY_9H)
    )

    assert obligations(hanging) == []
    assert len(obligations(hanging, yes)) == 1
    assert obligations(hanging, late, now=FRIDAY_9H) == []


def test_what_puts_off_no_message_of_the_clients_is_a_promise_of_its_own():
    assert len(obligations(holding_reply(MONDAY_9H, by=WEDNESDAY))) == 1


def test_a_day_without_work_is_told_on_the_working_day_before():
    (one,) = obligations(promising(MONDAY_9H, date(2026, 3, 8)))

    assert one.draft_at == local(2026, 3, 6, 9)


def test_promises_for_one_day_are_one_and_for_two_days_two():
    same = promising(MONDAY_10H, WEDNESDAY)
    other = promising(MONDAY_10H + timedelta(hours=1), date(2026, 3, 20))

    assert [one.evidence for one in obligations(MADE, same, now=MONDAY_10H)] == [(MADE.id, same.id)]
    assert len(obligations(MADE, promising(MONDAY_10H, date(2026, 3, 3)))) == 2
    assert [one.evidence for one in obligations(other)] == [(other.id,)]


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (from_us(MONDAY_9H),),
        (MADE, from_us(MONDAY_10H, "Here it is.", signals=DELIVERED)),
        (MADE, MOVED, from_us(FRIDAY_9H, "Here is the drawing.", signals=DELIVERED)),
        (MADE, from_us(THURSDAY_9H, "Late, with apologies.")),
        (from_client(MONDAY_9H), holding_reply(MONDAY_10H, by=WEDNESDAY)),
    ],
    ids=["no mail", "no promise", "kept", "moved and kept", "spoken of after its day", "part of a holding reply"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...]):
    assert obligations(*entries) == []


def test_it_is_not_remembered_for_ever():
    assert obligations(MADE, now=WEDNESDAY_17H + timedelta(days=30)) == []
