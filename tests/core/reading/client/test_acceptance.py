"""A client who says that the work is what was wanted, or lets it begin, has said yes to it."""

from __future__ import annotations

import pytest

from mailaide.core.reading.client.acceptance import acceptance


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
        ("nl", "Voor de tekst geef ik jullie mijn zegen."),
        ("nl", "Het bestuur en ik stemmen in met het ontwerp."),
        ("nl", "Van ons mag de gids naar de drukker."),
        ("nl", "Prima, printen maar!"),
        ("nl", "Dit wordt hem."),
        ("en", "The board gives it a thumbs up."),
        ("en", "You're clear to publish."),
        ("en", "Yes, yes, yes!"),
        ("en", "Consider it signed off."),
        ("en", "We said yes to the second one last night."),
        ("de", "Hiermit erteile ich die Freigabe."),
        ("de", "Das dürfen Sie so drucken."),
        ("fr", "Nous vous donnons notre accord."),
        ("es", "Le damos el visto bueno."),
    ],
)
def test_a_yes_in_other_words_is_heard(language: str, text: str):
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
        ("nl", "Zodra het logo klopt mag het naar de drukker."),
        ("nl", "Dan mag het naar de drukker."),
        ("nl", "Ik geef je binnenkort graag nog een opdracht."),
        ("nl", "Mag dit naar de drukker?"),
        ("en", "Move the logo and you can print."),
        ("en", "With those two changes you may publish it."),
        ("en", "Had you asked, I would have said yes to the second one."),
        ("en", "We would like to start a second project in May."),
        ("en", "The council hasn't given its consent."),
        ("de", "Nach der Korrektur erteile ich die Freigabe."),
        ("de", "Bitte drucken Sie noch einmal 200 Stück."),
        ("fr", "Vous pouvez imprimer dès que la date est corrigée."),
        ("es", "Cuando cambien la fecha pueden imprimir."),
    ],
)
def test_with_a_doubt_it_is_none(language: str, text: str):
    assert acceptance(text, language=language) == ""
