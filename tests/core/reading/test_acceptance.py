"""A client who says that the work is what was wanted has said yes to it."""

from __future__ import annotations

import pytest

from mailaide.core.reading.acceptance import acceptance


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Exactly what we wanted."),
        ("en", "This is just what I had in mind, thank you!"),
        ("en", "The leaflet is precisely what we were looking for."),
        ("nl", "Precies wat we wilden."),
        ("nl", "Dit is exact wat wij voor ogen hadden, dank!"),
        ("de", "Genau das, was wir wollten."),
        ("de", "Die Karte ist genau so, wie ich sie mir vorgestellt habe."),
        ("fr", "C'est exactement ce que nous voulions."),
        ("es", "Es justo lo que queríamos."),
    ],
)
def test_it_is_heard(language: str, text: str):
    assert acceptance(text, language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It isn't exactly what we wanted."),
        ("en", "Almost exactly what we had in mind."),
        ("en", "Is this exactly what we asked for?"),
        ("en", "Exactly what we wanted, but the logo is the old one."),
        ("en", "Tell me if it is just what you wanted."),
        ("nl", "Het is nog niet precies wat we wilden."),
        ("nl", "Precies wat we wilden, behalve de kleur."),
        ("de", "Fast genau das, was wir wollten."),
        ("fr", "Ce n'est pas exactement ce que nous voulions."),
        ("es", "No es exactamente lo que queríamos."),
    ],
)
def test_with_a_doubt_it_is_none(language: str, text: str):
    assert acceptance(text, language=language) == ""
