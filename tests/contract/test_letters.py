"""What every letter must be: whole, short, in its language, harmless whatever a client wrote."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from contract.letter_values import (
    DESIGN,
    FIXED,
    FRIDAY,
    HOSTILE,
    HOSTILE_IDS,
    HOURLY,
    LAUNCH,
    PERSON,
    PROJECT,
    SENTENCE,
    TRIAL,
    a_letter,
    assert_harmless,
    rendered,
)

from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.letters import MemoryLetters
from mailaide.core.letter import ChangedFee, Rendered, Step
from mailaide.core.project import Fee, Form
from mailaide.errors import LetterError
from mailaide.ports import Letters

QUIET: dict[str, object] = {"progress": (), "waiting_for": ()}
MINIMAL: dict[str, dict[str, object]] = {
    "status": {"project": PROJECT, "done": (), "next": (), "slipped": (), "since": None, "next_step": "", **QUIET},
    "fees": {
        "project": PROJECT,
        "fees": (FIXED,),
        "drawbacks": (),
        "requirements": (),
        "changed": (),
        "revision_rounds": None,
    },
    "complaint": {
        "project": PROJECT,
        "sentences": (SENTENCE,),
        "heard_on": date(2026, 1, 20),
        "remedies": (),
        "answer_by": FRIDAY,
        "owner": PERSON.name,
    },
}
MAXIMAL: dict[str, dict[str, object]] = {
    "status": {
        "project": PROJECT,
        "done": (DESIGN, DESIGN),
        "next": (LAUNCH, LAUNCH),
        "slipped": (TRIAL, TRIAL),
        "since": date(2026, 1, 6),
        "next_step": "maandag zet ik de kaart erin",
        "progress": (Step(text="De kaart", done=True), Step(text="Het menu", done=False)),
        "waiting_for": ("De liggelden van 2026",),
    },
    "fees": {
        "project": PROJECT,
        "fees": (FIXED, HOURLY),
        "drawbacks": ("De kaart vraagt een betaald abonnement",),
        "requirements": ("Foto's van de steigers", "De liggelden van 2026"),
        "changed": (ChangedFee(fee=HOURLY, before=Decimal(80), told_on=date(2026, 1, 6)),),
        "revision_rounds": 2,
    },
    "complaint": {
        **MINIMAL["complaint"],
        "remedies": ("De oude kaart terugzetten", "De kaart samen nalopen"),
        "owner": "Jan Visser",
    },
}


def test_a_formal_dutch_status_letter_in_full() -> None:
    values = {**MAXIMAL["status"], "done": (DESIGN,), "slipped": (TRIAL,), "next": (LAUNCH,), **QUIET}

    assert rendered(a_letter("status", values)) == Rendered(
        subject="Website haven: hoe het ervoor staat",
        text="""\
Beste mevrouw Hofstee,

Op dinsdag 6 januari 2026 schreef ik u voor het laatst over “Website haven”. Dit is de stand van nu.

De volgende stap:
- maandag zet ik de kaart erin.

Dit komt nog:
- Livegang: vrijdag 27 februari 2026

Dit is er nog niet:
- Proefversie: de datum was vrijdag 16 januari 2026, de nieuwe datum is [[nieuwe datum]]

In deze periode heb ik gewerkt aan [[wat ik deze periode heb gedaan]].

Dit is klaar:
- Ontwerp (donderdag 8 januari 2026)

Hebt u een vraag of wilt u iets bespreken? Dan hoor ik het graag.

Met vriendelijke groet,

Saskia de Boer
""",
    )


def test_an_informal_english_fees_letter_in_full() -> None:
    fees = (
        Fee(what="Website", amount=Decimal("4250.00"), currency="EUR", tax="excl. VAT", condition="due on delivery"),
        Fee(what="Translation", amount=Decimal("0.125"), currency="EUR", unit="word"),
    )
    values = {**MINIMAL["fees"], "fees": fees, "revision_rounds": 1, "requirements": ("Photos of the piers",)}
    letter = a_letter("fees", values, language="en", form=Form.INFORMAL, greeting="Wiebe")

    assert rendered(letter) == Rendered(
        subject="Website haven: fees and terms",
        text="""\
Hi Wiebe,

Here is what “Website haven” costs and what to expect, so that you know in advance where you stand.

Fees:
- Website: €4,250.00 (excl. VAT); due on delivery
- Translation: €0.125 per word

One round of revisions is included.

What I need from you:
- Photos of the piers

Could you drop me a line to say whether you agree? Until I hear from you, it stays open.

If you'd rather talk something through or change it first, that's fine; we can also do that by phone.

Best,

Saskia de Boer
""",
    )


def test_a_price_that_has_changed_stands_once_and_what_was_told_before_is_not_told_again() -> None:
    fees = (FIXED, HOURLY)
    changed = (ChangedFee(fee=HOURLY, before=Decimal(80), told_on=date(2026, 1, 6)),)
    values = {**MINIMAL["fees"], "changed": changed, "revision_rounds": 1}
    prices = [rendered(a_letter("fees", {**values, "fees": one})).text.count(HOURLY.what) for one in (fees, (HOURLY,))]

    assert prices == [1, 1]
    assert "correctieronde" not in rendered(a_letter("fees", {**values, "fees": (HOURLY,)})).text


def test_a_last_word_leaves_open_what_was_delivered_and_quotes_an_open_question() -> None:
    open_points, ended_on = ("Can we have the files?", "the map"), date(2026, 3, 2)
    values = {"project": PROJECT, "done": (), "open_points": open_points, "criticism": (), "ended_on": ended_on}

    text = rendered(a_letter("wrap_up", values, language="en")).text

    assert "Delivered: [[what was delivered]]\n" in text
    assert "- “Can we have the files?” [[how and when]]\n- the map: [[how and when]]\n" in text


def test_an_informal_dutch_complaint_letter_leaves_open_what_only_the_person_knows() -> None:
    values = {**MINIMAL["complaint"], "remedies": ("De oude kaart terugzetten",)}
    letter = a_letter("complaint", values, form=Form.INFORMAL, greeting="Klaas")

    assert rendered(letter) == Rendered(
        subject="Website haven: je bericht van dinsdag 20 januari 2026",
        text="""\
Hoi Klaas,

Dank je wel dat je me dit laat weten. Op dinsdag 20 januari 2026 schreef je over “Website haven”:

“De kaart werkt nu al drie dagen niet.”

Het spijt me dat je hiermee zit. Dit is er gebeurd: [[wat er gebeurd is]]

Dit zijn manieren om het op te lossen:
- De oude kaart terugzetten
- [[een tweede oplossing]]

Wat heeft je voorkeur? Heb je zelf een ander voorstel, dan hoor ik dat graag.

Ik pak dit zelf op. Uiterlijk vrijdag 23 januari 2026 laat ik je weten hoe het verdergaat.

Groet,

Saskia de Boer
""",
    )


def test_a_complaint_without_a_quotable_sentence_leaves_the_quote_to_the_person() -> None:
    letter = rendered(a_letter("complaint", {**MINIMAL["complaint"], "sentences": ()}))

    assert "\n\n“[[de woorden van de klant]]”\n\n" in letter.text


def test_the_signature_stands_under_the_letter_as_it_is() -> None:
    person = dataclasses.replace(PERSON, signature="-- \nSaskia de Boer\n06 1234 5678")

    letter = rendered(a_letter("status", MINIMAL["status"]), person=person)

    assert letter.text.endswith("\n\nMet vriendelijke groet,\n\n-- \nSaskia de Boer\n06 1234 5678\n")


def test_two_letters_of_the_same_values_are_the_same() -> None:
    letter = a_letter("fees", MAXIMAL["fees"])

    assert JinjaLetters(PERSON, None).render(letter) == JinjaLetters(PERSON, None).render(letter)


@pytest.mark.parametrize("text", HOSTILE, ids=HOSTILE_IDS)
def test_what_a_client_writes_is_harmless(text: str) -> None:
    letter = rendered(a_letter("complaint", {**MINIMAL["complaint"], "sentences": (text,)}))

    assert_harmless(letter, rendered(a_letter("complaint", MINIMAL["complaint"])))
    assert "7*7" not in text or text in letter.text


def test_a_greeting_cannot_bring_lines_along() -> None:
    letter = rendered(a_letter("status", MINIMAL["status"], greeting="Wiebe\r\nBcc: boef@example.org"))

    assert letter.text.startswith("Beste Wiebe Bcc: boef@example.org,\n\n")


@pytest.mark.parametrize("letters", [JinjaLetters(PERSON, None), MemoryLetters()], ids=["jinja", "memory"])
@pytest.mark.parametrize("greeting", ["", " \n "])
def test_an_empty_greeting_is_refused(letters: Letters, greeting: str) -> None:
    with pytest.raises(LetterError, match=r"status.*greeting is empty.*[Nn]othing was drafted"):
        letters.render(a_letter("status", MINIMAL["status"], greeting=greeting))


@pytest.mark.parametrize("letters", [JinjaLetters(PERSON, None), MemoryLetters()], ids=["jinja", "memory"])
def test_a_letter_has_a_subject_of_one_line_and_a_text_that_ends_its_last_line(letters: Letters) -> None:
    letter = letters.render(a_letter("status", MINIMAL["status"]))

    assert letter.subject
    assert "\n" not in letter.subject
    assert letter.text.endswith("\n")
    assert "mevrouw Hofstee" in letter.text


def test_a_project_with_nothing_to_tell_has_no_fees_letter() -> None:
    with pytest.raises(LetterError, match=r"nl/fees\.j2: the project has no fees.*Nothing was drafted"):
        rendered(a_letter("fees", {**MINIMAL["fees"], "fees": ()}))
