"""What a mail of ours lets the client know about the project: which round this is, or that it is over."""

from __future__ import annotations

import pytest

from mailaide.core.reading.ours.announced import names_round, takes_leave


@pytest.mark.parametrize(
    "text",
    [
        "This is the round of revisions that is included.",
        "Fijn. Dit is de laatste ronde die in de prijs zit.",
        "This is round 3 of revisions; 2 rounds are included.",
        "Eine weitere Runde ist nicht im Preis enthalten.",
        "C'est la série de corrections n° 2.",
        "Otra ronda no está incluida en el precio.",
    ],
)
def test_the_client_is_told_which_round_this_is(text: str):
    assert names_round(text)


@pytest.mark.parametrize(
    "text", ["I will go round the corner.", "Ik heb er een ronde langs gemaakt. De laatste foto's volgen.", ""]
)
def test_the_client_is_told_of_no_round(text: str):
    assert not names_round(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was good working with you.",
        "With your yes I will close the project.",
        "Met uw ja sluit ik het project af.",
        "Mit Ihrem Ja schließe ich das Projekt ab.",
        "Avec votre oui, je clos le projet.",
        "Con su sí cierro el proyecto.",
    ],
)
def test_leave_is_taken(text: str):
    assert takes_leave(text)


@pytest.mark.parametrize(
    "text", ["I closed the window of the shop.", "De deur sluit weer.", "Ich schließe das Kabel morgen an.", ""]
)
def test_no_leave_is_taken(text: str):
    assert not takes_leave(text)
