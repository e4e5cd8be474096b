"""What a person may come to regret: overpromises, blame, silence taken for a yes."""

from __future__ import annotations

import pytest

from mailaide.core.reading.ours.wording import Flaw, wording


@pytest.mark.parametrize(
    ("language", "text", "flaws"),
    [
        ("nl", "Dit gaat nooit meer mis.", [Flaw.OVERPROMISE]),
        ("nl", "Dat kan ik niet garanderen.", []),
        ("nl", "Had u de bijlage gelezen, dan was dit niet nodig geweest.", [Flaw.BLAME]),
        ("nl", "De fout lag bij mij.", []),
        ("nl", "Hoor ik niets, dan ga ik ervan uit dat u akkoord bent.", [Flaw.SILENCE]),
        ("en", "We guarantee the top of Google.", [Flaw.OVERPROMISE]),
        ("en", "The statutory warranty runs for two years.", []),
        ("en", 'The label says "guaranteed for life".', []),
        ("en", "You should have told me earlier.", [Flaw.BLAME]),
        ("en", "Errors and omissions excepted.", [Flaw.DISCLAIMER]),
        ("de", "Das passiert nie wieder.", [Flaw.OVERPROMISE]),
        ("fr", "Vous auriez dû me prévenir.", [Flaw.BLAME]),
        ("es", "Es culpa suya o por su culpa, da igual.", [Flaw.BLAME]),
        ("nl", "Als jij op tijd had gereageerd, was dit niet gebeurd.", [Flaw.BLAME]),
        ("nl", "Dat ligt niet aan jullie.", []),
        ("nl", "Niemand kan beloven dat je bovenaan in Google komt.", []),
        ("nl", "Zonder jouw akkoord ga ik niet drukken.", []),
        ("nl", "Reageert u niet voor vrijdag, dan ga ik ervan uit dat het goed is.", [Flaw.SILENCE]),
        ("nl", "Als ik vrijdag niets gehoord heb, bel ik je even.", []),
        ("en", "If you do not reply I will carry out the change.", [Flaw.SILENCE]),
        ("en", "If I haven't heard by Friday I'll give you a ring.", []),
        ("en", "We guarantee nothing, but we do our best.", []),
        ("en", "This coating never comes off, I guarantee it.", [Flaw.OVERPROMISE]),
        ("en", "You broke it yourself.", [Flaw.BLAME]),
        ("nl", "U betaalt niets, ook dat laat ik op mijn kosten vervangen.", []),
        ("en", "The frames are guaranteed for ten years.", []),
        ("en", "Nothing can go wrong.", [Flaw.OVERPROMISE]),
        ("en", "The delay is down to you.", [Flaw.BLAME]),
        ("en", "It's down to you to choose.", []),
        ("en", "It isn't your fault.", []),
        ("de", "Auf die Fenster geben wir zehn Jahre Garantie.", []),
        ("de", "Es ist nicht Ihre Schuld.", []),
        ("fr", "Les fenêtres sont garanties dix ans.", []),
        ("es", "No es culpa vuestra.", []),
    ],
)
def test_words_that_we_may_regret_are_found_with_better_ones(language: str, text: str, flaws: list[Flaw]) -> None:
    found = wording(text, language=language)

    assert [one.flaw for one in found] == flaws
    assert all(one.better for one in found)
