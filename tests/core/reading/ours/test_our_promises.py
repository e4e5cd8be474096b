"""What we promise: by which day, of what kind, from which yes on, and for how many weeks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mailaide.core.reading.ours.promise_matter import Matter, after_yes, looks_back, matter, recurs
from mailaide.core.reading.ours.promises import Promise, promises

THURSDAY = date(2026, 1, 8)


@pytest.mark.parametrize(
    ("language", "text", "made"),
    [
        ("nl", "Morgen bel ik je.", (Promise(text="Morgen bel ik je.", due=date(2026, 1, 9)),)),
        (
            "en",
            "I'll send the proof on Friday.",
            (Promise(text="I'll send the proof on Friday.", due=date(2026, 1, 9)),),
        ),
        (
            "en",
            "I'll write as soon as we have a decision.",
            (Promise(text="I'll write as soon as we have a decision."),),
        ),
        ("nl", "Ik hoop het vrijdag te sturen.", ()),
        ("nl", "De drukker komt vrijdag langs.", ()),
        ("nl", "Ik heb het vrijdag verstuurd.", ()),
        ("en", "Shall I send it on Friday?", ()),
        ("en", "I might have it by Friday.", ()),
        ("nl", "Bob, we beginnen vandaag.", ()),
        (
            "nl",
            "Als je de maten doorgeeft, bestel ik het glas.",
            (Promise(text="Als je de maten doorgeeft, bestel ik het glas."),),
        ),
        ("en", "I will not take that as a yes.", ()),
        ("en", "You send the texts by Friday.", ()),
        ("en", "I can do it on Wednesday.", ()),
        ("nl", "Vrijdag ben ik er niet.", ()),
        ("nl", "Morgen is alles geplaatst.", (Promise(text="Morgen is alles geplaatst.", due=date(2026, 1, 9)),)),
        ("nl", "Dat pas ik voor je aan.", (Promise(text="Dat pas ik voor je aan."),)),
        ("de", "Ich kümmere mich darum.", (Promise(text="Ich kümmere mich darum."),)),
        ("de", "Am Freitag bin ich nicht da.", ()),
        (
            "de",
            "Sie erhalten den Text am Freitag, 23. Januar.",
            (Promise(text="Sie erhalten den Text am Freitag, 23. Januar.", due=date(2026, 1, 23)),),
        ),
        (
            "en",
            "You'll have the proof on Friday, January 23.",
            (Promise(text="You'll have the proof on Friday, January 23.", due=date(2026, 1, 23)),),
        ),
        ("fr", "Je vous l'envoie demain.", (Promise(text="Je vous l'envoie demain.", due=date(2026, 1, 9)),)),
        ("fr", "J'espère que vendredi ira.", ()),
        ("es", "El lunes subo la web.", (Promise(text="El lunes subo la web.", due=date(2026, 1, 12)),)),
    ],
)
def test_promises_are_ours_and_firm(language: str, text: str, made: tuple[Promise, ...]) -> None:
    assert promises(text, sent=THURSDAY, language=language) == made


@pytest.mark.parametrize(
    ("language", "sentence", "of"),
    [
        ("nl", "Ik bel u morgen.", Matter.CALL),
        ("nl", "Ik kom woensdag om 8 uur.", Matter.MEETING),
        ("nl", "U hoort uiterlijk donderdag van mij.", Matter.WORD),
        ("nl", "Vrijdag heb je versie 2.", Matter.WORK),
        ("nl", "Morgen mail ik je de foto's.", Matter.WORK),
        ("en", "I'll ring you at four.", Matter.CALL),
        ("en", "You'll have an answer by Friday.", Matter.WORD),
        ("en", "The recordings come on Tuesday.", Matter.WORK),
    ],
)
def test_a_promise_is_of_work_a_word_or_a_meeting(language: str, sentence: str, of: Matter) -> None:
    assert matter(sentence, language=language) is of


def test_a_mail_looks_back_at_a_call_or_a_visit() -> None:
    assert looks_back("Zoals net samen gezien: de kraan is vervangen.", language="nl")
    assert looks_back("Thank you for the tea.", language="en")
    assert not looks_back("I'll call you on Monday.", language="en")


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("U heeft het twee weken na uw goedkeuring.", 14),
        ("Je hebt hem 3 dagen na je akkoord.", 3),
        ("You have it a week after your go-ahead.", 7),
        ("You have it in a week.", None),
    ],
)
def test_a_time_after_the_yes_counts_from_the_yes(sentence: str, days: int | None) -> None:
    assert after_yes(sentence) == (timedelta(days=days) if days else None)


def test_what_is_promised_for_each_week_recurs() -> None:
    assert recurs("I'll send you a note every Monday.")
    assert recurs("Iedere vrijdag krijg je een bericht.")
    assert not recurs("On Monday you have a note.")
