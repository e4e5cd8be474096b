"""What clients think of it: a go-ahead, praise, contentment, a sum that they contest."""

from __future__ import annotations

import pytest

from mailaide.core.reading.client.approval import Consent, approval
from mailaide.core.reading.client.dispute import price_dispute
from mailaide.core.reading.client.praise import praise
from mailaide.core.reading.client.thanks import thanks


@pytest.mark.parametrize(
    ("language", "text", "consent"),
    [
        ("nl", "Akkoord!", Consent.EXPLICIT),
        ("nl", "prima", Consent.EXPLICIT),
        ("nl", "Akkoord, mits het groen wat donkerder wordt.", Consent.CONDITIONAL),
        ("nl", "Dank, ik kijk er naar.", Consent.NONE),
        ("nl", "Wij zijn niet akkoord.", Consent.NONE),
        ("nl", "Ik heb nooit akkoord gegeven.", Consent.NONE),
        ("nl", "Is het akkoord zo?", Consent.NONE),
        ("en", "Approved, please print.", Consent.EXPLICIT),
        ("en", "Thanks, will look at it.", Consent.NONE),
        ("en", "We're good to go as long as the logo comes off.", Consent.CONDITIONAL),
        ("en", "Please do not print before I have approved it.", Consent.NONE),
        ("de", "Passt so, bitte drucken.", Consent.EXPLICIT),
        ("fr", "C'est validé, vous pouvez imprimer.", Consent.EXPLICIT),
        ("es", "Adelante.", Consent.EXPLICIT),
        ("nl", "Laat maar drukken.", Consent.EXPLICIT),
        ("nl", "Hierbij geef ik toestemming om te starten.", Consent.EXPLICIT),
        ("nl", "Offerte is akkoord, wanneer begin je?", Consent.EXPLICIT),
        ("nl", "Met die ene wijziging is het akkoord.", Consent.CONDITIONAL),
        ("nl", "Zodra het logo klopt mag hij gedrukt.", Consent.CONDITIONAL),
        ("nl", "Akkoord, alleen de datum moet nog 12 mei worden.", Consent.CONDITIONAL),
        ("nl", "Eerst wil ik de kleuren zien, dan pas geef ik akkoord.", Consent.NONE),
        ("nl", "Druk hem alsjeblieft nog niet.", Consent.NONE),
        ("en", "Terms are agreed.", Consent.EXPLICIT),
        ("en", "It can go live like this.", Consent.EXPLICIT),
        ("en", "Happy for this to go to the printer.", Consent.EXPLICIT),
        ("en", "Fine, as long as the colour gets a bit darker.", Consent.CONDITIONAL),
        ("en", "With that one change it's signed off.", Consent.CONDITIONAL),
        ("en", "First I want to see the colours, only then will I approve.", Consent.NONE),
        ("en", "I approve designs myself; Ms Webb handles invoices.", Consent.NONE),
        ("en", "I look forward to hearing how you propose to proceed.", Consent.NONE),
        ("en", "If you can do the drawings, let me know what you need.", Consent.NONE),
        ("de", "Von mir aus kann das so raus.", Consent.EXPLICIT),
        ("de", "Einverstanden, solange die Farbe dunkler wird.", Consent.CONDITIONAL),
        ("fr", "C'est bien, vous pouvez l'envoyer.", Consent.EXPLICIT),
        ("fr", "D'accord, à condition que le prix ne bouge pas.", Consent.CONDITIONAL),
        ("es", "Podéis mandarlo a imprenta.", Consent.EXPLICIT),
        ("es", "De acuerdo, siempre que el precio no cambie.", Consent.CONDITIONAL),
        ("unknown", "Akkoord!", Consent.NONE),
    ],
)
def test_only_a_go_ahead_is_an_approval(language: str, text: str, consent: Consent) -> None:
    assert approval(text, language=language).consent is consent


def test_praise_is_more_than_thanks() -> None:
    assert praise("Wat een prachtig ontwerp!", language="nl") == ("Wat een prachtig ontwerp!",)
    assert praise("Bedankt, ziet er goed uit.", language="nl") == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ziet er goed uit!", True),
        ("Looks good!", True),
        ("Sieht gut aus!", True),
        ("Merci, c'est parfait.", True),
        ("brill x", True),
        ("JAAA dit is m!!!", True),
        ("Sounds fair. Crack on", True),
        ("Spitze.", True),
        ("The champion page is missing.", False),
        ("Passt so nicht.", False),
        ("Klinkt goed, maar de titel mist nog.", False),
        ("Merci de passer le titre en vert.", False),
        ("Gracias. ¿Cuándo sale?", False),
        ("Ziet er goed uit, maar kun je de kop nog aanpassen?", False),
    ],
)
def test_contentment_expects_nothing(text: str, content: bool) -> None:
    assert (thanks(text) is not None) is content


def test_a_sum_that_is_contested_is_a_dispute_and_haggling_is_none() -> None:
    assert price_dispute("Op de factuur staat € 85, dat is nooit afgesproken.", language="nl")
    assert not price_dispute("Zie je kans om de offerte wat lager te maken?", language="nl")


@pytest.mark.parametrize(
    ("language", "text", "disputed"),
    [
        ("nl", "Volgens mij klopt het bedrag op de factuur niet.", True),
        ("nl", "Deze factuur is hoger dan de offerte.", True),
        ("nl", "De factuur telt 6 uur overleg. Daar hebben we het nooit over gehad. Kunt u dat toelichten?", True),
        ("en", "The bill has six hours of calls. I don't remember agreeing to any.", True),
        ("nl", "Wanneer moet de factuur betaald zijn?", False),
        ("en", "The invoice says 12 hours, we agreed on 8.", True),
        ("en", "You are charging twice for the same photos.", True),
        ("en", "They say we charged them twice for the ticket.", False),
        ("en", "We think it's a fair price.", False),
        ("de", "Den Eilzuschlag haben wir nie bestellt.", True),
        ("fr", "La facture compte 12 heures, nous avions convenu de 8.", True),
        ("es", "La factura es más alta que el presupuesto.", True),
    ],
)
def test_who_contests_a_sum_is_heard_in_five_languages(language: str, text: str, disputed: bool) -> None:
    assert bool(price_dispute(text, language=language)) is disputed
