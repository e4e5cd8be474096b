"""Rounds of changes are counted ahead."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from builders import (
    MONDAY_9H,
    MONDAY_10H,
    MONDAY_11H,
    TUESDAY_9H,
    TUESDAY_10H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_milestone,
    a_signal,
    from_client,
    from_us,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties.revisions import owed
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind

EXTRA = a_fee("95", what="extra revision round")
SHOWN = a_milestone("First version", date(2026, 2, 27), done=date(2026, 2, 27))


def change(at: datetime, text: str = "Make the ship blue, please.") -> Entry:
    return from_client(at, text, signals=(a_signal(SignalKind.CHANGE, text),))


def delivery(at: datetime, text: str = "Here is the new version.") -> Entry:
    return from_us(at, text, signals=(a_signal(SignalKind.DELIVERY, text),))


FIRST, DONE, SECOND = change(MONDAY_9H), delivery(TUESDAY_9H), change(WEDNESDAY_9H)


def obligations(*entries: Entry, included: int | None = 2) -> list[Obligation]:
    project = a_dossier(*entries, revision_rounds=included, fees=(a_fee(), EXTRA), milestones=(SHOWN,))
    return list(owed(project, WEDNESDAY_9H))


def test_the_last_round_in_the_price_is_announced_with_the_price_of_the_next():
    (one,) = obligations(FIRST, DONE, SECOND)

    assert (one.key, one.draft_at) == (f"revisions/harbour/{SECOND.id}", WEDNESDAY_9H)
    assert one.letter
    values = one.letter.parts[0].values
    assert (values["round"], values["included"], values["last"], values["beyond"], values["fee"]) == (
        2,
        2,
        True,
        False,
        EXTRA,
    )
    assert values["changes"] == ("Make the ship blue, please.",)


def test_a_round_beyond_the_price_is_told_before_the_work():
    (one,) = obligations(FIRST, DONE, SECOND, included=1)

    assert one.facts == {"round": 2, "included": 1, "fee": EXTRA, "beyond": True, "unlisted": ""}


def test_several_mails_are_one_round():
    (one,) = obligations(FIRST, change(MONDAY_10H, "And the sea green."), included=1)

    assert one.facts["round"] == 1
    assert one.letter
    assert one.letter.parts[0].values["changes"] == ("Make the ship blue, please.", "And the sea green.")


@pytest.mark.parametrize(
    ("entries", "included"),
    [
        ((), 1),
        ((FIRST,), 2),
        ((FIRST,), None),
        ((FIRST, DONE), 1),
        ((FIRST, from_us(MONDAY_10H, "This is the last round in the price.")), 1),
        ((FIRST, from_us(MONDAY_10H, "Another one would be 95 euros.")), 1),
        ((FIRST, from_us(MONDAY_10H, "Dit is de tweede en laatste ronde.")), 1),
    ],
    ids=["no mail", "rounds left", "no rounds agreed", "delivered: too late", "told", "price told", "told in Dutch"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...], included: int | None):
    assert obligations(*entries, included=included) == []


def test_a_word_that_is_not_about_the_round_tells_nothing():
    assert len(obligations(FIRST, from_us(MONDAY_11H, "I will start on it."), included=1)) == 1
    assert len(obligations(FIRST, from_us(TUESDAY_10H, "The last ship was blue."), included=1)) == 1
