"""Every letter with little, with much, with hostile and with no data: right, or refused with a reason (row 57)."""

from __future__ import annotations

import dataclasses
import itertools
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from contract.letter_values import HOSTILE, HOSTILE_IDS, assert_harmless, assert_plain

from mailaide.adapters.letters.jinja import JinjaLetters, shipped_templates
from mailaide.core.letter import Letter, Part, Rendered
from mailaide.core.parts import PARTS, Value
from mailaide.core.project import Form, Project
from mailaide.core.reading.ours.wording import wording
from mailaide.core.samples.parts import sample_letter, sample_person
from mailaide.core.worktime import Span
from mailaide.errors import LetterError

TODAY = date(2026, 3, 16)
LANGUAGES = ("nl", "en", "de", "fr", "es")
EVERY = [
    pytest.param(sample_letter(part, language, form, TODAY), id=f"{language}-{form}-{part}")
    for language, form in itertools.product(LANGUAGES, Form)
    for part in PARTS
]
LETTERS = {language: JinjaLetters(sample_person(language), None) for language in LANGUAGES}
WORDS = {"status": 150, "fees": 200, "complaint": 180}
"""The longest a letter may be, without its lists."""

WITH_TERMS = {"kickoff", "fees", "status", "complaint", "revisions", "dispute", "wrap_up"}
"""These hold the person's own words, which are never cut: too many of them are refused."""

NEEDED = {"fees": "fees", "questions": "questions", "promises": "promises", "approvals": "sentence"}
"""Without this a part has nothing to say, and is refused."""


def rendered(letter: Letter) -> Rendered:
    return LETTERS[letter.language].render(letter)


def with_values(letter: Letter, values: Mapping[str, object]) -> Letter:
    return replace(letter, parts=(Part(template=letter.parts[0].template, values=values),))


def changed(letter: Letter, change: Callable[[Value, object], object]) -> Letter:
    part = letter.parts[0]
    return with_values(letter, {one.name: change(one, part.values[one.name]) for one in PARTS[part.template]})


def least(value: Value, sample: object) -> object:
    """The emptiest value of that type."""
    if type(None) in typing.get_args(value.type):
        return None
    return () if isinstance(sample, tuple) else False if isinstance(sample, bool) else "" if sample == "" else sample


def minimal(letter: Letter) -> Letter:
    needed = NEEDED.get(letter.parts[0].template)
    return changed(letter, lambda value, sample: sample if value.name == needed else least(value, sample))


def maximal(letter: Letter) -> Letter:
    return changed(letter, lambda _, sample: sample * 3 if isinstance(sample, tuple) else sample)


def spoilt(value: object, text: str) -> object:
    """The value with this text wherever the client or the person wrote one."""
    match value:
        case str():
            return text
        case tuple():
            return tuple(spoilt(one, text) for one in value)
        case Project():
            return replace(value, title=text)
        case Span():
            return value
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            texts = {
                field.name: spoilt(inner, text)
                for field in dataclasses.fields(value)
                if isinstance(inner := getattr(value, field.name), str) and field.name != "currency"
            }
            inner_values = {
                field.name: spoilt(inner, text)
                for field in dataclasses.fields(value)
                if dataclasses.is_dataclass(inner := getattr(value, field.name)) and field.name == "fee"
            }
            return replace(value, **texts, **inner_values)
        case _:
            return value


@pytest.mark.parametrize("letter", EVERY)
@pytest.mark.parametrize("size", [lambda letter: letter, minimal, maximal], ids=["typical", "minimal", "maximal"])
def test_every_letter_is_short_plain_and_well_worded(letter: Letter, size: Callable[[Letter], Letter]) -> None:
    written = rendered(size(letter))

    assert_plain(written)
    prose = [line for line in written.text.splitlines() if not line.startswith(("- ", "  "))]
    assert sum(len(line.split()) for line in prose) <= WORDS.get(letter.parts[0].template, 180)
    assert wording(f"{written.subject}\n\n{written.text}", language=letter.language) == ()
    assert written.text.splitlines()[-1] == "Anna de Vries"


@pytest.mark.parametrize("letter", [one for one in EVERY if str(one.id).endswith("-status")])
def test_a_typical_status_update_has_at_most_150_words_with_its_lists(letter: Letter) -> None:
    assert len(rendered(letter).text.split()) <= WORDS["status"]


@pytest.mark.parametrize("letter", EVERY)
@pytest.mark.parametrize("text", HOSTILE, ids=HOSTILE_IDS)
def test_what_a_client_writes_is_harmless_in_every_letter(letter: Letter, text: str) -> None:
    spoilt_letter = changed(letter, lambda _, sample: spoilt(sample, text))
    if len(text) > 1_000 and letter.parts[0].template in WITH_TERMS:
        with pytest.raises(LetterError, match="longer than 20000 characters"):
            rendered(spoilt_letter)
        return
    written = rendered(spoilt_letter)
    benign = rendered(changed(letter, lambda _, sample: spoilt(sample, "x y z")))

    assert_harmless(written, benign)
    assert "7*7" not in text or text in written.text


@pytest.mark.parametrize("letter", EVERY)
def test_a_letter_without_a_value_is_refused_with_its_name(letter: Letter) -> None:
    """Branches may pass a value by, so each is looked for in a small, a typical and a late letter."""
    for name in letter.parts[0].values:
        refusals = []
        for given in _variants(letter):
            lacking = {key: value for key, value in given.parts[0].values.items() if key != name}
            try:
                rendered(with_values(letter, lacking))
            except LetterError as error:
                refusals.append(str(error))

        assert refusals, f"no letter misses {name}"
        assert all(f"'{name}' is undefined" in refusal for refusal in refusals)


def _variants(letter: Letter) -> Iterator[Letter]:
    yield letter
    yield minimal(letter)
    yield changed(letter, lambda value, sample: not sample if value.type is bool else sample)


@pytest.mark.parametrize("letter", EVERY)
def test_nothing_instead_of_a_value_is_never_printed(letter: Letter) -> None:
    for name in letter.parts[0].values:
        values = {**letter.parts[0].values, name: None}
        try:
            written = str(rendered(with_values(letter, values)))
        except LetterError as refused:
            written = re.sub(r"^\S+\.j2:\d+: .*the value is None", "refused", str(refused))

        assert "None" not in re.sub(r"^\S+\.j2:\d+: .*", "", written)


@pytest.mark.parametrize("part", NEEDED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_with_nothing_to_say_is_refused(part: str, language: str) -> None:
    letter = sample_letter(part, language, Form.FORMAL, TODAY)
    empty = changed(letter, lambda value, sample: "" if value.name == "sentence" else least(value, sample))

    with pytest.raises(
        LetterError, match=rf"{part}\.j2.*(there is no|the project has no|nothing to quote).*Nothing was"
    ):
        rendered(empty)


@pytest.mark.parametrize("letter", EVERY)
def test_the_sample_has_exactly_the_values_and_types_that_are_documented(letter: Letter) -> None:
    part = letter.parts[0]

    assert list(part.values) == [one.name for one in PARTS[part.template]]
    for one in PARTS[part.template]:
        assert fits(part.values[one.name], one.type), one


def fits(value: object, type_: typing.Any) -> bool:
    origin, inner = typing.get_origin(type_), typing.get_args(type_)
    if origin is tuple:
        return isinstance(value, tuple) and all(isinstance(one, inner[0]) for one in value)
    if origin in {types.UnionType, typing.Union}:
        return any(fits(value, one) for one in inner)
    return isinstance(value, type_)


FORMAL = {
    "nl": {"u", "uw"},
    "de": {"Sie", "Ihnen", "Ihr", "Ihre", "Ihrer", "Ihren", "Ihrem"},
    "fr": {"vous", "votre", "vos"},
    "es": {"usted", "su", "sus", "le"},
}
INFORMAL = {
    "nl": {"je", "jij", "jou", "jouw", "jullie"},
    "de": {"du", "dir", "dich", "dein", "deine", "deiner", "deinen", "deinem"},
    "fr": {"tu", "te", "toi", "ton", "ta", "tes", "t'ai", "t'en"},
    "es": {"tú", "ti", "te", "tu", "tus"},
}


@pytest.mark.parametrize("letter", [one for one in EVERY if not str(one.id).startswith("en")])
@pytest.mark.parametrize("size", [lambda letter: letter, minimal, maximal], ids=["typical", "minimal", "maximal"])
def test_formal_and_informal_words_are_never_mixed(letter: Letter, size: Callable[[Letter], Letter]) -> None:
    language = letter.language
    own = re.sub(r"[“„«][^”“»]*[”“»]", "", rendered(size(letter)).text)
    words = re.findall(r"[\w']+", own)
    other = INFORMAL if letter.form is Form.FORMAL else FORMAL

    small = {word if language == "de" else word.lower() for word in words}

    assert not small & other[language]


def test_every_language_has_every_letter() -> None:
    shipped = shipped_templates()

    found = {language: {file.stem for file in (shipped / language).glob("*.j2")} for language in LANGUAGES}

    wanted = {*PARTS, "letter", "words"}
    assert {language: wanted - names for language, names in found.items()} == {
        language: set() for language in LANGUAGES
    }


def test_a_language_without_a_letter_has_no_letter_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "it").mkdir()
    letter = replace(sample_letter("kickoff", "en", Form.FORMAL, TODAY), language="it")

    with pytest.raises(
        LetterError, match=r"it/kickoff\.j2: the template kickoff\.j2 does not exist.*Nothing was drafted"
    ):
        JinjaLetters(sample_person("en"), tmp_path).render(letter)


def test_a_users_own_block_replaces_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "status.j2").write_text(
        '{% extends "shipped/status.j2" %}\n{% block closing %}Bel gerust.{% endblock %}\n', encoding="utf-8"
    )
    letter = sample_letter("status", "nl", Form.FORMAL, TODAY)

    own = JinjaLetters(sample_person("nl"), tmp_path).render(letter).text

    shipped = rendered(letter).text
    assert own == shipped.replace("Hebt u een vraag of wilt u iets bespreken? Dan hoor ik het graag.", "Bel gerust.")


def test_the_signature_of_an_identity_stands_under_the_letter_as_it_is() -> None:
    person = replace(sample_person("nl"), signature="-- \nAnna de Vries\n06 1234 5678")

    letter = JinjaLetters(person, None).render(sample_letter("status", "nl", Form.FORMAL, TODAY))

    assert letter.text.endswith("\n\nMet vriendelijke groet,\n\n-- \nAnna de Vries\n06 1234 5678\n")
