"""What words mean, coarsely: the same in every language, in their order, and nothing of a language that is unknown."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mailaide.core.reading.ear.grams import words
from mailaide.core.reading.ear.senses import KINDS, LANGUAGES, NAMES, SIZE, onward, senses, turns

SAME = {
    "en": "You promised Monday, it's Thursday now.",
    "nl": "Je beloofde maandag, het is nu donderdag.",
    "de": "Sie versprachen Montag, jetzt ist es Donnerstag.",
    "fr": "Vous promettiez lundi, maintenant c'est jeudi.",
    "es": "Usted prometió el lunes, ahora es jueves.",
}


def named(text: str, language: str) -> list[str]:
    return [NAMES[one] for one in senses(words(text), language)]


@pytest.mark.parametrize("language", sorted(SAME))
def test_one_promise_means_the_same_in_every_language(language: str) -> None:
    found = named(SAME[language], language)

    assert {"you", "promise", "weekday", "now"} <= set(found)
    assert found.index("promise") < found.index("weekday")


def test_a_word_belongs_to_what_it_is_before_what_it_begins_with() -> None:
    assert named("late latest", "en") == ["late", "new"]
    assert named("delay delayed delays", "en") == ["late"] * 3


def test_what_stands_beside_an_apostrophe_is_known_by_itself() -> None:
    assert named("qu'hier", "fr") == ["past"]
    assert named("Tom's", "en") == []


def test_the_order_of_two_senses_counts() -> None:
    there, back = (turns(senses(words(text), "en")) for text in ("you promised", "promised you"))

    assert there != back
    assert {one for one in there if one < KINDS} == {one for one in back if one < KINDS}


def test_a_sentence_turns_to_the_next_and_not_to_the_one_after() -> None:
    first, second, third = ((3,), (4,), (5,))

    assert onward([first, second, third]) == onward([first, second]) | onward([second, third])
    assert onward([first]) == set()


@pytest.mark.parametrize("language", ["", "xx", "it"])
def test_an_unknown_language_means_nothing_but_its_signs(language: str) -> None:
    assert named("Hello there?", language) == ["?"]


def test_all_languages_have_the_same_senses_and_every_number_has_its_place() -> None:
    assert {tuple(table) for table in LANGUAGES.values()} == {NAMES[NAMES.index("i") :]}
    assert len(NAMES) <= KINDS
    run = range(len(NAMES))
    assert max(turns(run) | onward(list(pairwise(run)))) < SIZE
