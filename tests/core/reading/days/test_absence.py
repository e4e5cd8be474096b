"""When who is away is back."""

from __future__ import annotations

from datetime import date

import pytest

from mailaide.core.reading.days.absence import back_on

THURSDAY = date(2026, 1, 8)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("nl", "Ik ben afwezig tot en met maandag 23 februari.", date(2026, 2, 24)),
        ("nl", "Ons kantoor is gesloten van 24 april t/m 5 mei.", date(2026, 5, 6)),
        ("en", "I'm on leave until Monday 2 March.", date(2026, 3, 2)),
        ("en", "I'm at a fair in Hannover 20–24 April.", date(2026, 4, 25)),
        ("fr", "Je suis absente jusqu'au 6 mars inclus.", date(2026, 3, 7)),
        ("en", "This mailbox is no longer read.", None),
    ],
)
def test_who_is_away_tells_when_they_are_back(language: str, text: str, day: date | None) -> None:
    assert back_on(text, sent=THURSDAY, language=language) == day
