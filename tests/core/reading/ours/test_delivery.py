"""What hands work over, asks for a yes, looks back at a meeting, accepts a sum: and what only sounds like it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mailaide.core.reading.ours.delivery import approval_request, delivery, outside_rounds
from mailaide.core.reading.ours.promise_matter import looks_back
from mailaide.core.reading.text.newtext import new_text

THURSDAY = date(2026, 1, 8)
LETTERS = Path(__file__).parents[3] / "data" / "letters"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "In de bijlage vind je de tweede proef."),
        ("nl", "De site staat live."),
        ("nl", "Je opmerkingen zijn verwerkt."),
        ("nl", "Versie 3 met de nieuwe kop."),
        ("nl", "Hierbij het rapport."),
        ("nl", "Hier de gegevens van de fotograaf: 06 55 51 23 45."),
        ("nl", "De lekkage is verholpen."),
        ("nl", "Alles staat in de map, de factuur volgt morgen."),
        ("en", "The second proof is attached."),
        ("en", "Here are the photos."),
        ("en", "Both done."),
        ("en", "The form is fixed and live."),
        ("en", "v4, scissors gone."),
        ("en", "Stops 1 to 10 are attached, the other 14 come on Tuesday 10 February."),
        ("en", "All nineteen chapters, 84,000 words."),
        ("en", "All changes have been made, have a look."),
        ("de", "Anbei die zweite Fassung der Broschüre."),
        ("fr", "Voici la deuxième version de la brochure."),
        ("es", "Aquí va la segunda versión del folleto."),
    ],
)
def test_work_is_handed_over_by_giving_it_or_saying_it_is_done(language: str, text: str) -> None:
    assert delivery(f"Hi Piet,\n{text}\nRik", sent=THURSDAY, language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De factuur vind je in de bijlage."),
        ("nl", "De proef is vrijdag klaar."),
        ("nl", "Morgen zetten we de kitnaden en dan is de badkamer klaar."),
        ("nl", "Zodra het klaar is hoor je van me."),
        ("nl", "Is de tekst al klaar?"),
        ("nl", "In concept 2 neem ik beide over."),
        ("nl", "Het is nog niet af."),
        ("en", "The invoice is attached."),
        ("en", "The proof will be ready on Friday."),
        ("en", "Script on 12 December, all 24 recordings on 16 January."),
        ("en", "Is everything in place?"),
        ("en", "It isn't finished."),
        ("en", "Here's what I suggest."),
        ("en", "All 212 received, nothing missing."),
        ("en", "Whether they run it is up to them."),
        ("en", "The old version was online by mistake."),
        ("en", "Where things stand: the homepage is done, the shop is in progress."),
        ("en", "Five of the eight are done."),
        ("nl", "Daarom is nu alles weer zoals afgesproken."),
        ("nl", "Hierbij bevestig ik de ontvangst van de tekst."),
        ("nl", "Dit is de stand van nu. Dit is klaar: de homepage."),
        ("de", "Die alte Fassung war versehentlich online."),
        ("unknown", "The second proof is attached."),
    ],
)
def test_what_is_no_work_or_not_there_yet_is_not_handed_over(language: str, text: str) -> None:
    assert delivery(text, sent=THURSDAY, language=language) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Ga je hiermee akkoord?"),
        ("nl", "Laat je weten of dit 'm is?"),
        ("nl", "Ik hoor graag of u zich hierin kunt vinden."),
        ("nl", "Mag ik dit zo laten drukken?"),
        ("nl", "Graag je akkoord voor ik bestel."),
        ("en", "Let me know if it's good to use."),
        ("en", "Shall we order the acrylic?"),
        ("en", "May I sign on your behalf?"),
        ("en", "I need your approval before I print."),
        ("en", "Are you happy with the layout?"),
        ("en", "If I don't hear from you, I'll assume you approve."),
        ("de", "Kann ich das so drucken lassen?"),
        ("fr", "Est-ce que cela vous convient ?"),
        ("es", "¿Puedo imprimir?"),
    ],
)
def test_a_yes_is_asked_for(language: str, text: str) -> None:
    assert approval_request(text, language=language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Wanneer kun je de foto's sturen?"),
        ("nl", "Dank voor je akkoord."),
        ("en", "When can you send the photos?"),
        ("en", "Thank you for your approval."),
        ("en", "Could you tell me how many guests there will be?"),
    ],
)
def test_another_question_asks_for_no_yes(language: str, text: str) -> None:
    assert approval_request(text, language=language) == ""


OWN_MAIL = Path(__file__).parents[3] / "data" / "mails" / "own_nl_en.jsonl"
HAND_OVER = {
    *("own-nl-007", "own-nl-010", "own-nl-025", "own-nl-031", "own-nl-035", "own-nl-040"),
    *("own-en-005", "own-en-009", "own-en-013", "own-en-021", "own-en-025", "own-en-032", "own-en-038"),
}
"""Mails of the collection that hand work over or say that it is done."""

EITHER_WAY = {"own-nl-038", "own-en-040"}
"""A state of affairs, and a photograph of the work."""


def test_deliveries_are_found_in_mail_that_was_not_written_for_them(scores: dict[str, list[str]]) -> None:
    mails = [json.loads(line) for line in OWN_MAIL.read_text("utf-8").splitlines()]
    heard = {
        mail["id"]
        for mail in mails
        if delivery(new_text(mail["body"]), sent=date.fromisoformat(mail["date"][:10]), language=mail["lang"])
    }
    found, wrong = heard & HAND_OVER, heard - HAND_OVER - EITHER_WAY
    scores[f"deliveries in {len(mails)} mails of our own"] = [
        f"expected {len(HAND_OVER)}, found {len(found)}, wrong {len(wrong)} ({', '.join(sorted(wrong))})"
    ]

    assert len(found) >= 11, HAND_OVER - heard
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Dit telt niet als correctieronde."),
        ("nl", "Dat kost je geen ronde."),
        ("en", "Of course this doesn't count as a revision."),
        ("en", "That is outside your rounds."),
    ],
)
def test_what_is_put_right_counts_as_no_round_when_it_says_so(language: str, text: str) -> None:
    assert outside_rounds(text, language=language) == text


@pytest.mark.parametrize(("language", "text"), [("nl", "Dit is de tweede ronde."), ("en", "This counts as round two.")])
def test_a_round_that_is_called_one_counts(language: str, text: str) -> None:
    assert outside_rounds(text, language=language) == ""


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr", "es"])
def test_a_letter_of_ours_hands_over_nothing_and_looks_back_at_no_meeting(language: str):
    written = [new_text(file.read_text(encoding="utf-8")) for file in LETTERS.glob(f"{language}-*.txt")]
    sent = date(2026, 3, 16)  # the day after those that the letters name

    found = [(delivery(text, sent=sent, language=language), looks_back(text, language=language)) for text in written]

    assert set(found) == {("", "")}


@pytest.mark.parametrize("part", ["kickoff", "status", "complaint", "questions", "promises", "answers", "revisions"])
def test_a_letter_of_ours_asks_for_a_yes_only_where_it_does(part: str):
    files = [file for file in LETTERS.glob("*.txt") if file.stem.endswith(f"al-{part}")]
    found = [approval_request(new_text(file.read_text(encoding="utf-8")), language=file.name[:2]) for file in files]

    assert (set(found), len(files)) == ({""}, 10)
