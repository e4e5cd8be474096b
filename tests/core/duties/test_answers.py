"""No message of a client waits for ever."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    STRANGER,
    THREAD,
    TUESDAY_9H,
    WEDNESDAY_9H,
    a_dossier,
    a_signal,
    complaint,
    from_client,
    from_us,
    holding_reply,
    local,
    thanks,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties.answers import owed
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.reading.signals import SignalKind

PHOTOS = from_client(MONDAY_9H)
QUESTION = from_client(MONDAY_9H, signals=(a_signal(SignalKind.QUESTION, "When is it ready?"),))
DOUBTFUL = from_client(MONDAY_9H, signals=(a_signal(SignalKind.MAYBE_COMPLAINT, "Any news?"),))


def obligations(*entries: Entry, now: datetime = MONDAY_10H) -> list[Obligation]:
    return list(owed(a_dossier(*entries), now))


def test_a_message_that_waits_is_told_when_its_time_has_passed():
    (one,) = obligations(PHOTOS)

    assert (one.key, one.since, one.due, one.draft_at) == (
        f"answers/harbour/{PHOTOS.id}",
        MONDAY_9H,
        WEDNESDAY_9H,
        WEDNESDAY_9H,
    )
    assert (one.thread, one.evidence, one.alerts) == (THREAD, (PHOTOS.id,), (Rung(name="due", at=WEDNESDAY_9H),))
    assert one.because == "Harbour Ltd wrote on 2026-03-02 09:00 and has had no answer"
    assert one.facts == {"sentence": "", "wrote_on": date(2026, 3, 2), "maybe": False, "unlisted": ""}


def test_what_may_be_a_complaint_has_the_clock_of_a_complaint_and_its_draft_at_once():
    (one,) = obligations(DOUBTFUL)

    assert (one.due, one.draft_at, one.facts["maybe"]) == (local(2026, 3, 2, 13), MONDAY_9H, True)


def test_a_reminder_does_not_start_the_clock_anew():
    (one,) = obligations(PHOTOS, from_client(TUESDAY_9H, "And?"))

    assert one.key == f"answers/harbour/{PHOTOS.id}"


def test_other_conversations_wait_by_themselves():
    other = from_client(TUESDAY_9H, thread="<other@harbour.example>", subject="The bill")

    assert [one.key for one in obligations(PHOTOS, other)] == [
        f"answers/harbour/{PHOTOS.id}",
        f"answers/harbour/{other.id}",
    ]


def test_a_holding_reply_swaps_in_the_day_that_it_names():
    (one,) = obligations(PHOTOS, holding_reply(MONDAY_10H, by=date(2026, 3, 6)))

    assert one.due == local(2026, 3, 6, 17)


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (thanks(MONDAY_9H),),
        (from_client(MONDAY_9H, machine="Auto-Submitted: auto-replied"),),
        (PHOTOS, from_us(MONDAY_10H)),
        (QUESTION,),
        (complaint(MONDAY_9H),),
    ],
    ids=["no mail", "thanks", "a machine", "answered", "a question", "a complaint"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...]):
    assert obligations(*entries) == []


def test_to_an_address_that_nobody_knows_nothing_is_written():
    (one,) = obligations(from_client(MONDAY_9H, reply_to=(STRANGER,)))

    assert (one.letter, one.facts["unlisted"]) == (None, STRANGER.email)
