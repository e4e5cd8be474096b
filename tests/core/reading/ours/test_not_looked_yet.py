"""A client who has not looked yet will come back to it, and waits for nobody."""

from __future__ import annotations

import pytest

from mailaide.core.reading.ours.holding import puts_off_looking


@pytest.mark.parametrize(
    "text",
    [
        "Home again. Haven't opened it. Shall.",
        "I have not had the time to go through it.",
        "Ik heb het nog niet gelezen, drukke week hier.",
        "We zijn er nog niet aan toegekomen.",
        "Wir sind noch nicht dazu gekommen.",
        "Je n'ai pas encore eu le temps de regarder.",
        "Todavía no lo he leído.",
    ],
)
def test_it_is_heard(text: str):
    assert puts_off_looking(text)


@pytest.mark.parametrize(
    "text",
    ["I haven't seen the drawing yet.", "Ik heb nog niets van je gehoord.", "Haven't you read my mail?"],
)
def test_who_waits_for_us_puts_nothing_off(text: str):
    assert puts_off_looking(text) is None
