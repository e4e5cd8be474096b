"""What clients ask and what they want altered, quoted word for word."""

from __future__ import annotations

import pytest

from mailaide.core.reading.client.changes import changes
from mailaide.core.reading.client.questions import questions


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("nl", "Kun je vrijdag leveren? Groet, Piet", ("Kun je vrijdag leveren?",)),
        ("nl", "Laat even weten of dat past.", ("Laat even weten of dat past.",)),
        ("nl", "Wanneer komt u.", ("Wanneer komt u.",)),
        ("nl", 'Hij vroeg "komt het nog goed?" en lachte.', ()),
        ("nl", "Waarom moet ik dit van een ander horen?", ()),
        ("nl", "Kun je de kop aanpassen?", ()),
        (
            "nl",
            "Kun je de kop aanpassen, en wanneer is dat klaar?",
            ("Kun je de kop aanpassen, en wanneer is dat klaar?",),
        ),
        ("en", "I would also like to know if you post them.", ("I would also like to know if you post them.",)),
        ("en", "Please do ask if you have any questions.", ()),
        ("de", "Bis wann dürfen wir damit rechnen?", ("Bis wann dürfen wir damit rechnen?",)),
        ("fr", "Pourriez-vous me dire si le 17 convient ?", ("Pourriez-vous me dire si le 17 convient ?",)),
        ("es", "Dime, por favor, si llegas al día 22.", ("Dime, por favor, si llegas al día 22.",)),
        ("en", "Hello, where do we put the map?", ("Hello, where do we put the map?",)),
        ("en", "Who writes the text about the founders?", ("Who writes the text about the founders?",)),
        ("en", "OK, when do we start?", ("OK, when do we start?",)),
        ("en", "Let me know if you need anything else.", ()),
        ("nl", "Waarom moet ik de domeinnaam verhuizen?", ("Waarom moet ik de domeinnaam verhuizen?",)),
        (
            "nl",
            "Ik vroeg me af of het ook op een telefoon werkt.",
            ("Ik vroeg me af of het ook op een telefoon werkt.",),
        ),
        ("nl", "Wie had dat gedacht?", ()),
        ("en", "My colleague asks whether charities pay less.", ("My colleague asks whether charities pay less.",)),
        ("de", "Ich würde gern wieder mit Ihnen arbeiten.", ()),
        ("", "Kun je vrijdag leveren?", ("Kun je vrijdag leveren?",)),
    ],
)
def test_questions_are_quoted(language: str, text: str, asked: tuple[str, ...]) -> None:
    assert questions(text, language=language) == asked


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("nl", "Paar dingetjes:\n- kop groter\n- geel mag weg\n- foto is prima", ("kop groter", "geel mag weg")),
        ("en", "Notes:\n1. Swap the two rooms\n2. The door is perfect", ("Swap the two rooms",)),
        ("de", "Bitte das Logo nach links verschieben.", ("Bitte das Logo nach links verschieben.",)),
        ("nl", "Graag de kop nog groen.", ("Graag de kop nog groen.",)),
        ("nl", "Maak de kop maar groen.", ("Maak de kop maar groen.",)),
        ("nl", "Wil je de kop groen maken?", ("Wil je de kop groen maken?",)),
        ("nl", "Dit is het nog niet, graag een andere kleur.", ("Dit is het nog niet, graag een andere kleur.",)),
        ("nl", "Het logo mag wat groter en de regel kan weg.", ("Het logo mag wat groter", "de regel kan weg.")),
        ("en", "Let's go with a darker grey for the footer.", ("Let's go with a darker grey for the footer.",)),
        ("en", "We would rather have a photo without people.", ("We would rather have a photo without people.",)),
        ("de", "Mach die Überschrift ruhig größer.", ("Mach die Überschrift ruhig größer.",)),
        ("fr", "Le titre pourrait être plus court.", ("Le titre pourrait être plus court.",)),
        ("es", "No es esto, otro color por favor.", ("No es esto, otro color por favor.",)),
        ("en", "Approved, subject to the blue being a touch darker.", ("the blue being a touch darker",)),
        ("nl", '"Tandarts" staat op pagina 2 als "Tandrats".', ('"Tandarts" staat op pagina 2 als "Tandrats".',)),
        ("nl", "De foto van het team is te donker.", ("De foto van het team is te donker.",)),
        ("en", "The intro is too long, cut it to five seconds.", ("The intro is too long, cut it to five seconds.",)),
        ("en", "Please don't use the old photo any more.", ("Please don't use the old photo any more.",)),
        ("nl", "De factuur is te laat.", ()),
        ("nl", "Laat 'sinds 1987' maar weg.", ("Laat 'sinds 1987' maar weg.",)),
        ("en", "We want the fence a foot lower after all.", ("We want the fence a foot lower after all.",)),
        ("en", "Could you put them side by side instead?", ("Could you put them side by side instead?",)),
        ("en", "Could you send it as a link instead?", ()),
        ("nl", "De datum is verkeerd: het is 14 mei.", ("De datum is verkeerd: het is 14 mei.",)),
        ("en", "It would be nicer if the logo was central.", ("It would be nicer if the logo was central.",)),
        ("fr", "Ajoutez aussi nos horaires.", ("Ajoutez aussi nos horaires.",)),
        ("en", "One small thing: the cover still says 2025.", ("One small thing: the cover still says 2025.",)),
        ("en", "One small thing: I'm away next week.", ()),
        ("nl", "Ik haal de sleutel morgen bij je op.", ()),
        ("nl", "We willen graag wat vaker contact.", ()),
        ("en", "Next year we want a bigger stand at the fair.", ()),
        ("en", "Could you make the quote a little lower?", ()),
        ("nl", "Zou je het logo links of rechts zetten?", ()),
        ("nl", "Graag een andere dag.", ()),
        ("nl", "Ik kan er vrijdag niet bij zijn.", ()),
        ("en", "Could the font be a little cleaner?", ("Could the font be a little cleaner?",)),
        ("en", "Change of plan, see you on Monday.", ()),
        ("en", "Good to go from our side.", ()),
        ("nl", "Kunnen we de afspraak verzetten naar dinsdag?", ()),
        ("en", "Please correct the invoice.", ()),
        ("nl", "Niets meer aan veranderen!", ()),
    ],
)
def test_changes_are_quoted_point_by_point(language: str, text: str, wanted: tuple[str, ...]) -> None:
    assert changes(text, language=language) == wanted


def test_points_that_ask_are_questions_and_no_changes() -> None:
    text = "Nog wat punten voor de folder:\n- welk formaat, A5 of A6\n- hoeveel exemplaren raad je aan\n- kop groter"

    assert questions(text, language="nl") == ("welk formaat, A5 of A6", "hoeveel exemplaren raad je aan")
    assert changes(text, language="nl") == ("kop groter",)


def test_an_and_within_a_point_parts_nothing_where_commas_do():
    german = "Zwei Anmerkungen: Die Anrede zwischen Mutter und Tochter sollte „Ihr“ sein, und das Ende ist zu lang."

    assert changes(german, language="de") == (
        "Die Anrede zwischen Mutter und Tochter sollte „Ihr“ sein",
        "das Ende ist zu lang.",
    )
    assert changes("Two things: the logo larger and the line gone.", language="en") == (
        "the logo larger",
        "the line gone.",
    )
