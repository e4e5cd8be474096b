"""Every letter of every duty, language and form, whole, as a client would read it.

The texts lie in tests/data/letters. After a change on purpose they are written anew by
`python tests/contract/test_golden_letters.py`, and every line of the difference is read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.core.letter import Letter
from mailaide.core.parts import PARTS
from mailaide.core.project import Form
from mailaide.core.samples.parts import sample_letter, sample_person

GOLDEN = Path(__file__).parents[1] / "data" / "letters"
TODAY = date(2026, 3, 16)
LANGUAGES = ("nl", "en", "de", "fr", "es")
TOGETHER = (("questions", "approvals", "status"), ("fees", "status"), ("answers", "fees"))
"""Several parts in one letter."""


def letters() -> Iterator[tuple[str, Letter]]:
    for language, form in itertools.product(LANGUAGES, Form):
        single = {part: sample_letter(part, language, form, TODAY) for part in PARTS}
        for part, letter in single.items():
            yield f"{language}-{form}-{part}", letter
        for parts in TOGETHER:
            together = tuple(single[part].parts[0] for part in parts)
            yield f"{language}-{form}-{'-'.join(parts)}", replace(single[parts[0]], parts=together)
    for part in ("kickoff", "promises", "revisions", "dispute", "wrap_up"):
        for language, form in itertools.product(LANGUAGES, Form):
            first, then = (sample_letter(name, language, form, TODAY) for name in ("answers", part))
            yield f"{language}-{form}-answers-{part}", replace(first, parts=(*first.parts, *then.parts))


def shown(letter: Letter) -> str:
    rendered = JinjaLetters(sample_person(letter.language), None).render(letter)
    return f"{rendered.subject}\n\n{rendered.text}"


LETTERS = dict(letters())


@pytest.mark.parametrize(("name", "letter"), [*LETTERS.items()], ids=LETTERS)
def test_the_letter_is_the_one_that_was_reviewed(name: str, letter: Letter) -> None:
    assert shown(letter) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_letter_is_still_written() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == LETTERS.keys()


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file in GOLDEN.glob("*.txt"):
        file.unlink()
    for name, letter in LETTERS.items():
        (GOLDEN / f"{name}.txt").write_text(shown(letter), encoding="utf-8")
