"""Silence is not a yes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    NEXT_MONDAY_9H,
    PIET,
    STRANGER,
    THURSDAY_9H,
    TUESDAY_9H,
    a_client,
    a_dossier,
    a_milestone,
    a_signal,
    from_client,
    from_us,
    local,
    thanks,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties.approvals import owed
from mailaide.core.mail import Address
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind

ASK = "Can you let me know if this is good to print?"
ASKED = from_us(MONDAY_9H, ASK, signals=(a_signal(SignalKind.APPROVAL_REQUEST, ASK),))
DELIVERED = from_us(MONDAY_9H, "Here it is.", signals=(a_signal(SignalKind.DELIVERY, "Here it is."),))


def said(kind: SignalKind, at: datetime = TUESDAY_9H) -> Entry:
    return from_client(at, "Well.", signals=(a_signal(kind, "Well."),))


def obligations(*entries: Entry, now: datetime = TUESDAY_9H, **project: Any) -> list[Obligation]:
    return list(owed(a_dossier(*entries, **project), now))


@pytest.mark.parametrize("sent", [ASKED, DELIVERED], ids=["asked", "delivered"])
def test_a_yes_that_does_not_come_is_asked_for_again(sent: Entry):
    (one,) = obligations(sent)

    assert (one.key, one.draft_at, one.due) == (f"approvals/harbour/{sent.id}", THURSDAY_9H, NEXT_MONDAY_9H)
    assert one.letter
    assert one.letter.answers == sent.header


@pytest.mark.parametrize(
    ("ask", "drafted"),
    [
        ("Could we have your thoughts by the end of next week?", local(2026, 3, 16, 9)),
        ("Please let us know by Friday 13 March whether you approve.", local(2026, 3, 16, 9)),
        ("Could you let us know by tomorrow?", THURSDAY_9H),
        ("Are you happy with the page for the launch on Friday 13 March?", THURSDAY_9H),
        ("Could you let us know before the launch on 1 June?", THURSDAY_9H),
    ],
    ids=["a later day", "with its month", "an earlier one", "the day of something else", "long after"],
)
def test_nobody_is_reminded_before_the_day_that_they_were_given(ask: str, drafted: datetime):
    (one,) = obligations(from_us(MONDAY_9H, ask, signals=(a_signal(SignalKind.APPROVAL_REQUEST, ask),)))

    assert one.draft_at == drafted


def test_it_names_what_waits_for_the_yes():
    print_ = a_milestone("print", date(2026, 3, 20))
    (one,) = obligations(ASKED, milestones=(a_milestone("text", date(2026, 4, 1)), print_))

    assert one.letter
    assert one.letter.parts[0].values == {
        "project": one.letter.parts[0].values["project"],
        "sentence": ASK,
        "asked_on": date(2026, 3, 2),
        "holds": print_,
    }


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (from_us(MONDAY_9H),),
        (ASKED, said(SignalKind.APPROVAL)),
        (ASKED, said(SignalKind.CONDITIONAL_APPROVAL)),
        (ASKED, said(SignalKind.CHANGE)),
        (ASKED, said(SignalKind.QUESTION)),
    ],
    ids=["no mail", "nothing asked", "yes", "yes, if", "no, changes", "they wait for us"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...]):
    assert obligations(*entries) == []


@pytest.mark.parametrize(
    "entry",
    [thanks(TUESDAY_9H), from_client(TUESDAY_9H, machine="Auto-Submitted: auto-replied"), said(SignalKind.PRAISE)],
    ids=["thanks", "out of office", "praise"],
)
def test_nothing_but_a_yes_or_a_no_is_an_answer(entry: Entry):
    assert len(obligations(ASKED, entry, from_us(TUESDAY_9H.replace(hour=12), "Good to hear."))) == 1


def test_a_project_that_is_over_asks_no_more():
    assert obligations(ASKED, ends=date(2026, 3, 2)) == []


def test_after_the_last_milestone_the_last_letter_asks():
    done = a_milestone("print", date(2026, 3, 2), done=date(2026, 3, 2))

    assert obligations(ASKED, milestones=(done,)) == []


def reminder(at: datetime) -> Entry:
    return from_us(at, "Is it good?", signals=(a_signal(SignalKind.APPROVAL_REQUEST, "Is it good?"),))


def test_a_second_reminder_goes_on_from_the_first_and_is_the_last():
    first, second = reminder(TUESDAY_9H), reminder(THURSDAY_9H)
    (one,) = obligations(ASKED, first)

    assert (one.key, one.draft_at) == (f"approvals/harbour/{first.id}", local(2026, 3, 6, 9))
    assert one.letter
    assert one.letter.answers == first.header
    assert obligations(ASKED, first, second) == []


def test_it_goes_to_whom_was_asked_and_to_who_read_along():
    an, boss = Address(email="an@harbour.example"), Address(email="boss@harbour.example")
    client = a_client(addresses=(PIET.email, an.email, boss.email))
    asked = from_us(MONDAY_9H, ASK, to=(an,), cc=(boss, STRANGER), signals=ASKED.reading.signals)
    (one,) = obligations(asked, client=client)

    assert one.letter
    assert (one.letter.to, one.letter.cc) == (an, (boss,))


def test_the_reminder_counts_from_the_last_word():
    (one,) = obligations(ASKED, thanks(MONDAY_10H))

    assert one.draft_at == local(2026, 3, 5, 10)
