"""A pattern finds what the regular expression of its text finds, and asks a sentence for less."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailaide.core import reading
from mailaide.core.reading.ear.cues import LANGUAGES as CUES
from mailaide.core.reading.text.needs import needs, offered
from mailaide.core.reading.text.patterns import Kinds, Pattern
from mailaide.core.reading.text.spans import sentences_of

MAILS = Path(__file__).parents[3] / "data" / "mails"
LANGUAGES = ("nl", "en", "de", "fr", "es")
ENOUGH = 250
"""Sentences of a language."""


def patterns(language: str) -> set[str]:
    """All that the readers ask in a language."""
    found = set(CUES[language].values())
    for module in pkgutil.walk_packages(reading.__path__, f"{reading.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            table = isinstance(value, Mapping) and value.keys() <= set(LANGUAGES)
            if table and isinstance(text := value.get(language), str):
                found.add(text)
    return found


EVERY = sorted(set().union(*map(patterns, LANGUAGES)))


def said(language: str) -> Iterator[str]:
    for file in sorted(MAILS.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            mail = json.loads(line)
            if mail["lang"] == language:
                yield from (one.words for one in sentences_of(mail["body"]))


def place(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match and match.span()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_of_the_readers_finds_what_its_regular_expression_finds(language: str) -> None:
    sentences = [one for one, _ in zip(said(language), range(ENOUGH), strict=False)]
    for text in patterns(language):
        plain, ours = re.compile(text), Pattern(text)

        found = [place(ours.search(one)) for one in sentences]

        assert found == [place(plain.search(one)) for one in sentences]


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_pattern_of_the_readers_matches_is_found(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(EVERY))
    said = data.draw(st.from_regex(data.draw(st.sampled_from([way for way, _ in needs(text)]))))

    found = Pattern(text).search(said)

    assert place(found) == place(re.search(text, said))


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"\bmag er nog iets bij\b", [({"iets"}, {"mag"}, {"nog"}, {"bij"}, {"er"})]),
        (r"\b(?:mag|moet) weg\b", [({"weg"}, {"mag", "moet"})]),
        (r"\b(?:the invoice|our bill)\b", [({"invo"}, {"the"}), ({"bill"}, {"our"})]),
        (r"\b(?:refunds?|credits?) (?:\w+ ){0,3}?please\b", [({"plea"}, {"refu", "cred"})]),
        (r"^(?!no\b)(?:perhaps )?[^.?!]{2,40} instead", [({"inst"},)]),
        (r"[€£$]\s?\d|\b\d+ pct?\b", [({"0"}, {"€", "£", "$"}), ({"0"},)]),
        (r"\bmy \"_+\"", [({'"'}, {"my"})]),
        (r"goed\w*|\bgoed\w*", [(), ({"goed"},)]),
        (r"\ba(?:b|c)?d|\b(?:well|\w+ly) done", [(), ({"done"},)]),
        (r"\b\w*charge|\b(?:sur)?charge|\bx?charge", [(), (), ()]),
        (r"\bcolou?r|\bsit(?:e|es)\b|\bsit(?:e|es)? map\b", [({"colo"},), (), ({"map"},)]),
    ],
)
def test_what_an_alternative_cannot_do_without(pattern: str, told: list[tuple[set[str], ...]]) -> None:
    assert [needed for _, needed in needs(pattern)] == told


def test_a_text_offers_the_beginnings_of_its_words_its_signs_and_that_it_has_a_figure() -> None:
    assert offered("i'll pay € 12,50 tomorrow") == {"i", "'", "ll", "pay", "€", "12", ",", "50", "tomo", "0"}


WORDS = ("mag", "moet", "moeten", "er", "erbij", "nog", "iets", "bij", "weg", "€", "12", "?", "het logo", "graag,")
ALTERNATIVES = (
    r"\b(?:mag|moet(?:en)?) (?:er )?(?:nog )?(?:iets )?(?:bij|weg)\b",
    r"\blogo (?!mag)\w+",
    r"^het [^?]{2,20}\?",
    r"(?:^|[,;] ?|\ber )(?:nog )*weg",
    r"\b\w*bij\b",
    r"\b(?:er)?bij nog",
    r"€\s?\d+",
    r"\bgraag\b|\bnog iets$",
)


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.permutations(ALTERNATIVES))
def test_the_leftmost_match_is_found_and_of_those_the_first_alternative(words: list[str], ways: list[str]) -> None:
    text, written = " ".join(words), "|".join(ways)
    plain, ours = re.compile(written), Pattern(written)

    found = ours.search(text)

    assert place(found) == place(plain.search(text))
    assert ours.count(text) == sum(1 for _ in plain.finditer(text))


def test_kinds_are_counted_together_as_far_as_is_wanted() -> None:
    kinds = Kinds([r"\blate\b", r"\b(?:no|never an) answer\b", r"\w*full"])

    assert kinds.counts("late, late, late: no answer, a carefull word", 2) == (2, 1, 1)
