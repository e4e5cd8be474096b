"""Which hour of the day a sentence of ours names."""

from __future__ import annotations

from datetime import time

import pytest

from mailaide.core.reading.days.hours import last_hour


@pytest.mark.parametrize(
    ("sentence", "hour"),
    [
        ("I'm with you between 12 and 1 today with a new one.", time(13)),
        ("With you by 1.45.", time(13, 45)),
        ("I'll ring you at 9 a.m.", time(9)),
        ("The call is at 3pm", time(15)),
        ("Vrijdag om drie uur lopen we er samen doorheen.", time(15)),
        ("Tussen 14.00 en 15.30 uur kom ik langs.", time(15, 30)),
        ("Ik ben er om half drie.", time(14, 30)),
        ("Ich rufe Sie um 14 Uhr an.", time(14)),
        ("Je vous appelle à 14 h.", time(14)),
        ("Les llamo a las 11.", time(11)),
    ],
)
def test_the_end_of_a_stretch_in_the_hours_of_people_at_work(sentence: str, hour: time):
    assert last_hour(sentence) == hour


@pytest.mark.parametrize(
    "sentence",
    ["I'll be with you on Friday.", "You pay within 30 days.", "Ik kom voor 40 euro.", "Three rooms by 8 people."],
)
def test_other_numbers_are_no_hours(sentence: str):
    assert last_hour(sentence) is None


def test_an_hour_that_is_past_is_the_one_of_the_evening():
    assert last_hour("I'll call you at 8.", since=time(13)) == time(20)
