"""The trained model of what sentences do: whole, small, of today's code, and sensible about sentences it never read."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from bench.acts import score
from mailaide.adapters.acts_model import FILE, built_in, parse
from mailaide.adapters.model_file import DamagedModelError, header
from mailaide.core.reading.ear.acts import Act
from train.act_lines import fingerprint

DATA = (files("mailaide.adapters") / FILE).read_bytes()
RECORD = json.loads((Path(__file__).parents[2] / "train" / "acts.json").read_text("utf-8"))
SMALL = 300 * 1024
CLIENT = {Act.QUESTION: (), Act.CHANGE: ()}
OURS: dict[Act, tuple[str, ...]] = {Act.PROMISE: (), Act.BLAME: ()}
FLOORS = {
    "wishes to alter": (0.74, 0.75),
    "revision request": (0.88, 0.86),
    "questions": (0.92, 0.88),
    "promises": (0.76, 0.84),
    "wording": (0.66, 0.86),
}
"""Reader → least recall and precision on the held-out mail of which every sentence is labelled. They may only rise."""


def test_the_file_is_the_one_that_was_judged() -> None:
    assert sha256(DATA).hexdigest() == RECORD["sha256"]
    assert len(DATA) == RECORD["bytes"] <= SMALL
    assert set(header(DATA)["acts"]) == set(Act)


def test_the_file_was_trained_on_the_features_of_today() -> None:
    """Fails: the grams, senses, sentences, rules or `train/acts` have changed since. Then: ./run train acts"""
    assert header(DATA)["features"] == fingerprint()


@pytest.mark.parametrize("spoilt", [DATA[:-1], DATA + b"x", DATA.replace(b'"sizes": [', b'"sizes": [7, ')])
def test_a_damaged_file_is_refused(spoilt: bytes) -> None:
    with pytest.raises(DamagedModelError):
        parse(spoilt)


def test_strangers_mail_is_read_as_well_as_it_was() -> None:
    found = {name: counts["all"] for name, counts in score().counts.items()}

    assert [name for name, (recall, _) in FLOORS.items() if found[name].recall < recall] == []
    assert [name for name, (_, precision) in FLOORS.items() if found[name].precision < precision] == []


@pytest.mark.parametrize(
    ("language", "text", "wish"),
    [
        ("nl", "Dank voor de proef! De kop staat wel erg dicht op de foto. Verder niets.", "De kop staat wel"),
        ("en", "Thanks for the draft. The heading sits rather close to the photo. Nothing else.", "The heading sits"),
    ],
)
def test_a_wish_in_words_that_no_rule_knows_is_heard(language: str, text: str, wish: str) -> None:
    said = built_in().agreed(text, language=language, found=CLIENT)

    assert [one[: len(wish)] for one in said[Act.CHANGE]] == [wish]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Dinsdag om tien uur is prima. Ik neem de sleutels mee."),
        ("en", "Ten on Tuesday is fine. I shall bring the keys."),
        ("de", "Danke, ist angekommen. Ich melde mich nächste Woche."),
    ],
)
def test_mail_that_wishes_for_nothing_has_no_wish(language: str, text: str) -> None:
    assert built_in().agreed(text, language=language, found=CLIENT) == CLIENT


def test_a_promise_without_a_verb_of_promising_is_heard() -> None:
    text = "Hi Bea, thanks for your note. Treads go in on Tuesday, the rail the day after. The oak is dry."

    said = built_in().agreed(text, language="en", found=OURS)

    assert said == {Act.PROMISE: ("Treads go in on Tuesday, the rail the day after.",), Act.BLAME: ()}
