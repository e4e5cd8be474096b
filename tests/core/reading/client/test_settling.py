"""Where a client accepts a sum, does without what it is for, or takes a protest back; and what only sounds like it."""

from __future__ import annotations

import pytest

from mailaide.core.reading.client.settling import dispute_withdrawn, fee_accepted, fee_declined


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Die 120 is goed, dat stond er gewoon."),
        ("nl", "€ 140 akkoord."),
        ("en", "£210 is fair."),
        ("en", "Fine with the price."),
    ],
)
def test_a_sum_is_accepted(language: str, text: str) -> None:
    assert fee_accepted(text, language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Akkoord, maar € 140 is te veel."),
        ("nl", "Is € 140 goed?"),
        ("en", "£210 is not fair."),
        ("en", "We have 210 visitors."),
        ("en", "That's fine."),
    ],
)
def test_a_sum_is_not_accepted(language: str, text: str) -> None:
    assert fee_accepted(text, language=language) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Het album laten we zitten."),
        ("nl", "Van de tweede taal zien we toch af."),
        ("en", "We'll skip the album."),
        ("en", "No need for the second language."),
    ],
)
def test_a_client_does_without(language: str, text: str) -> None:
    assert fee_declined(text, language=language) == text


@pytest.mark.parametrize(
    ("language", "text"), [("nl", "Doe maar, ook het album."), ("nl", "Ga maar zitten."), ("en", "Go ahead with both.")]
)
def test_a_client_who_takes_it_does_not_do_without(language: str, text: str) -> None:
    assert fee_declined(text, language=language) == ""


def test_a_protest_is_taken_back() -> None:
    assert dispute_withdrawn("Het stond er gewoon, sorry.", language="nl")
    assert dispute_withdrawn("Well, there it is in black and white.", language="en")
    assert not dispute_withdrawn("I am not paying this.", language="en")
