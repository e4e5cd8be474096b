"""Hearing complaints: on mail of our own, at the edges, and within its time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from builders import ScriptedEar
from hypothesis import given, settings
from hypothesis import strategies as st

from mailaide.adapters.ear_model import built_in
from mailaide.core.reading.ear import cues
from mailaide.core.reading.ear.complaint import complaint
from mailaide.core.reading.ear.cues import LANGUAGES, NAMES
from mailaide.core.reading.ear.ear import Heard
from mailaide.core.reading.ear.levels import ENOUGH, FAINTEST, LAST, TERMS, Budget, Levels, levels, usual
from mailaide.core.reading.ear.topics import TOPICS
from mailaide.core.reading.signals import SignalKind

SAMPLES = yaml.safe_load((Path(__file__).parents[1] / "samples.yaml").read_text("utf-8"))
EASY = Levels(sure=0.5, maybe=0.3)
LIMIT = 64 * 1024
SLOW = 0.5
"""Seconds; far above the usual time: only a runaway pattern takes longer."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_samples_reach_their_floor(language: str) -> None:
    mails = [(text, true) for spoken, true, text in SAMPLES if spoken == language]
    said = [(complaint(text, language=language, ear=built_in(), levels=EASY) is not None, true) for text, true in mails]
    hits = sum(found and true for found, true in said)

    assert hits / sum(true for _, true in said) >= 0.9
    assert hits / sum(found for found, _ in said) >= 0.8


@pytest.mark.parametrize(
    ("score", "kind"),
    [(0.9, SignalKind.COMPLAINT), (0.5, SignalKind.COMPLAINT), (0.49, SignalKind.MAYBE_COMPLAINT), (0.29, None)],
)
def test_the_levels_tell_sure_from_maybe_from_nothing(score: float, kind: SignalKind | None) -> None:
    heard = Heard(score=score, sentence="No answer since Monday.", topics=("silence",))

    signal = complaint("Hi. No answer since Monday.", language="en", ear=ScriptedEar(lambda _: heard), levels=EASY)

    assert (signal.kind if signal else None) == kind


def test_a_complaint_quotes_its_proof_and_names_cues_and_topics() -> None:
    text = "Hi Tom,\n\nI still have had no reply to my third email. See you.\n\nAnn"

    signal = complaint(text, language="en", ear=built_in())

    assert signal is not None
    assert signal.kind is SignalKind.COMPLAINT
    assert "no reply" in signal.sentence
    assert signal.sentence in text
    assert "no answer" in signal.because.split("; ")
    assert "silence" in signal.topics


@pytest.mark.parametrize(
    ("language", "salutation", "said"),
    [
        ("en", "Dear Mrs Smith-Jones, ", "you promised the proofs for Monday and nobody has answered me since."),
        ("en", "", "Monday, Tuesday and Friday I called, and nobody has answered me since."),
        ("nl", "Beste Noor, ", "je zou maandag de proeven sturen en sindsdien antwoordt er niemand."),
        ("nl", "Noor, ", "ik heb maandag gebeld en sindsdien niets meer gehoord, dit is de derde keer."),
        ("de", "Sehr geehrte Frau Bauer, ", "seit drei Wochen warte ich auf die Korrektur und niemand antwortet mir."),
        ("fr", "Bonjour Léa, ", "cela fait trois semaines que j'attends et personne ne me répond."),
        ("es", "Hola, Marta: ", "llevo tres semanas esperando y nadie me contesta."),
    ],
)
def test_a_complaint_is_quoted_without_its_salutation(language: str, salutation: str, said: str) -> None:
    signal = complaint(salutation + said, language=language, ear=built_in(), levels=EASY)

    assert signal is not None
    assert signal.sentence == said


@pytest.mark.parametrize("language", ["", "unknown", "it", "xx"])
def test_an_unknown_language_is_not_heard(language: str) -> None:
    assert complaint("This is unacceptable. I want my money back.", language=language, ear=built_in()) is None


def test_words_in_quotation_marks_are_not_the_writers() -> None:
    quoted = complaint(
        'Please set the headline to "This is unacceptable, nobody answers".', language="en", ear=built_in()
    )
    said = complaint("This is unacceptable, nobody answers.", language="en", ear=built_in())

    assert said is not None
    assert quoted is None or quoted.score < said.score


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_kind_of_cue(language: str) -> None:
    assert tuple(LANGUAGES[language]) == NAMES


@pytest.mark.parametrize(
    ("language", "made", "denied"),
    [
        ("nl", "ik heb een klacht", "er was geen klacht"),
        ("en", "i have a complaint", "we heard no complaint"),
        ("de", "ich beschwere mich", "es gab keine beschwerde"),
        ("fr", "c'est une plainte", "nous n'avons eu aucune plainte"),
        ("es", "tengo una queja", "no hubo ninguna queja"),
    ],
)
def test_a_complaint_that_nobody_has_is_no_cue(language: str, made: str, denied: str) -> None:
    reasons = [cues.reasons([said], language) for said in (made, denied)]

    assert reasons == [("consequences",), ()]


def test_a_young_account_starts_with_its_budget() -> None:
    assert usual([0.99] * (ENOUGH - 1)) == ()
    assert [levels(budget).sure for budget in Budget] == [TERMS[budget].start for budget in Budget]
    assert levels(Budget.STRICT).sure > levels(Budget.NORMAL).sure > levels(Budget.CAUTIOUS).sure


def test_the_budget_moves_the_level_within_its_bounds() -> None:
    terms = TERMS[Budget.NORMAL]

    assert levels(before=usual([0.01] * 300)).sure == terms.lowest
    assert levels(before=usual([0.95] * 300)).sure == terms.highest
    assert levels(before=usual([0.05] * 180 + [0.6] * 20)).sure == 0.6


def test_only_the_last_mails_set_the_level() -> None:
    assert usual([0.95] * LAST + [0.01] * LAST) == usual([0.01] * LAST)


@given(st.lists(st.floats(0, 1), max_size=600), st.sampled_from(Budget))
def test_any_scores_give_a_level_in_bounds(scores: list[float], budget: Budget) -> None:
    found, terms = levels(budget, usual(scores)), TERMS[budget]

    assert terms.lowest <= found.sure <= terms.highest
    assert FAINTEST.maybe <= found.maybe < found.sure


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["a", "no answer ", "zou ", "¡¿", "x@", "\n", ". ", "لا رد ", "לא ", "😡", "é", "it is now ", "€ 9 ", "'", '"'],
)
def test_64_kib_of_anything_is_heard_in_time(unit: str, language: str) -> None:
    text = unit * (LIMIT // len(unit))
    started = time.thread_time()

    complaint(text, language=language, ear=built_in())

    assert time.thread_time() - started < SLOW


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "😡😡😡", "\u202eلماذا لم ترد على رسائلي؟\u202c", "12 34", "----", "\x00"]
)
def test_without_a_word_that_can_be_read_nothing_is_said(text: str) -> None:
    assert complaint(text, language="nl", ear=built_in()) is None


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([sample[2] for sample in SAMPLES] + ["\n", "😡", "\u202e", "\x00", "ﬁ", "İ", '"', "…"])
        | st.text(max_size=30)
    ).map(" ".join),
    st.sampled_from([*LANGUAGES, ""]),
)
def test_any_text_is_heard_and_what_is_quoted_stands_in_it(text: str, language: str) -> None:
    signal = complaint(text, language=language, ear=built_in(), levels=Levels(sure=0.5, maybe=0.15))

    if signal is not None:
        assert signal.sentence
        assert signal.sentence in text
        assert "\n" not in signal.sentence
        assert set(signal.topics) <= set(TOPICS)
        assert 0.15 <= signal.score <= 1
