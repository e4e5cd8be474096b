"""Who contests a fee hears when it was told; what was never told is conceded."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from builders import (
    MONDAY_9H,
    TUESDAY_9H,
    TUESDAY_10H,
    WEDNESDAY_9H,
    a_dossier,
    a_fee,
    a_signal,
    from_client,
    from_us,
    local,
    thanks,
)

from mailaide.core.dossier import Entry
from mailaide.core.duties.dispute import owed
from mailaide.core.letter import Told
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind

DESIGN, EXTRA = a_fee("1450"), a_fee("95", what="extra round")
QUOTE = from_us(MONDAY_9H, "The design costs EUR 1450.")
WORDS = "This bill is higher than I expected."


def contests(at: datetime) -> Entry:
    return from_client(at, WORDS, signals=(a_signal(SignalKind.PRICE_DISPUTE, WORDS),))


def obligations(*entries: Entry) -> list[Obligation]:
    return list(owed(a_dossier(*entries, fees=(DESIGN, EXTRA)), WEDNESDAY_9H))


def test_the_ledger_speaks_in_dated_facts():
    (one,) = obligations(QUOTE, contests(TUESDAY_9H))

    assert (one.key, one.draft_at, one.due) == (
        f"dispute/harbour/{contests(TUESDAY_9H).id}",
        TUESDAY_9H,
        local(2026, 3, 5, 9),
    )
    assert one.letter
    values = one.letter.parts[0].values
    assert values["told"] == (Told(fee=DESIGN, on=date(2026, 3, 2)),)
    assert values["untold"] == (EXTRA,)
    assert values["sentence"] == WORDS


def test_what_is_told_after_the_protest_was_not_told_before():
    (one,) = obligations(contests(MONDAY_9H), from_us(TUESDAY_9H, "No."), contests(TUESDAY_10H))

    assert one.facts["untold"] == (DESIGN, EXTRA)


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (QUOTE,),
        (QUOTE, contests(TUESDAY_9H), from_us(TUESDAY_10H, "We spoke of it on Monday.")),
        (QUOTE, contests(TUESDAY_9H), from_us(TUESDAY_10H, "We spoke of it on Monday."), thanks(WEDNESDAY_9H)),
    ],
    ids=["no mail", "no dispute", "answered", "settled"],
)
def test_nothing_is_owed(entries: tuple[Entry, ...]):
    assert obligations(*entries) == []


def test_where_the_client_names_the_sum_only_that_one_is_spoken_of():
    words = "A further 95 euros was never agreed."
    named = from_client(TUESDAY_9H, words, signals=(a_signal(SignalKind.PRICE_DISPUTE, words),))
    (one,) = obligations(QUOTE, named)

    assert one.letter
    assert (one.letter.parts[0].values["told"], one.letter.parts[0].values["untold"]) == ((), (EXTRA,))
