"""A mail that only says it was seen, ours or the client's, and one that says more."""

from __future__ import annotations

import pytest

from mailaide.core.reading.ours.holding import holding_reply, puts_off_looking


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Daar kijk ik morgen naar.", True),
        ("I'll check that tomorrow.", True),
        ("Ich habe Ihre Mail gesehen und melde mich.", True),
        ("J'ai bien vu votre message et je reviens vers vous.", True),
        ("He visto tu correo, te digo algo.", True),
        ("Ik laat je vrijdag weten wat het wordt.", True),
        ("Gelezen, morgen een antwoord.", True),
        ("Seen, and a proper reply is on its way.", True),
        ("Alles da, eine Antwort bekommen Sie morgen.", True),
        ("Bien reçu, une réponse suivra.", True),
        ("Visto; recibirá una respuesta mañana.", True),
        ("Laat je me weten wat je ervan vindt?", False),
        ("Yes, Thursday is fine. I'll check the other thing.", False),
        ("Die Karte kommt unter das Formular. Ich prüfe das.", False),
    ],
)
def test_a_holding_reply_says_nothing_else(text: str, holds: bool) -> None:
    assert (holding_reply(text) is not None) is holds


def test_what_lies_on_it_is_no_holding_reply() -> None:
    assert holding_reply("On it.") is not None
    assert holding_reply("We're on it, Piet.") is not None
    assert holding_reply("Send me anything with a number on it.") is None


def test_our_putting_off_is_a_holding_reply() -> None:
    assert holding_reply("Bericht gezien. Ik bel u morgen.\n\nCor") is not None
    assert holding_reply("De klem was los, die heb ik vervangen. Ik bel u morgen.") is None


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
def test_who_has_not_looked_yet_will_come_back_to_it(text: str):
    assert puts_off_looking(text)


@pytest.mark.parametrize(
    "text",
    ["I haven't seen the drawing yet.", "Ik heb nog niets van je gehoord.", "Haven't you read my mail?"],
)
def test_who_waits_for_us_puts_nothing_off(text: str):
    assert puts_off_looking(text) is None
