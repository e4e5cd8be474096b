"""Every alert to the person, of every duty and rung, and the summary of them all, whole.

The texts lie in tests/data/notices. After a change on purpose they are written anew by
`PYTHONPATH=. python tests/contract/test_golden_notices.py`, and every line of the difference is read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.core.letter import Letter
from mailaide.core.notices import to_person
from mailaide.core.parts import FACTS
from mailaide.core.project import Form
from mailaide.core.samples.parts import DAY, sample_letter, sample_person, sample_project
from mailaide.core.samples.words import SAMPLE_WORDS

GOLDEN = Path(__file__).parents[1] / "data" / "notices"
TODAY = date(2026, 3, 16)
DUE = datetime(2026, 3, 16, 14, tzinfo=UTC)
RUNGS = ("ready", "half", "due", "again")
PART_OF = {"complaints": "complaint"}


def facts(duty: str, language: str) -> Mapping[str, object]:
    """Those of the sample letter of the duty, and what only an alert tells."""
    words = SAMPLE_WORDS[language]
    more: dict[str, object] = {
        "held": False,
        "repeats": 1,
        "unlisted": "",
        "maybe": True,
        "waits": False,
        "sentence": words.complaint,
        "subject": words.title,
        "sent_on": TODAY - DAY,
        "received_on": TODAY - DAY,
        "sender": "ellen@harbour.example",
        "recipients": "ellen@harbour.example",
        "blank": "[[…]]",
    }
    part = PART_OF.get(duty, duty)
    if part in {"forgeries", "blanks", "returned"}:
        return {name: more[name] for name in FACTS[duty]}
    values = {**more, **sample_letter(part, language, Form.INFORMAL, TODAY).parts[0].values}
    return {name: values[name] for name in FACTS[duty]}


def alert(duty: str, language: str, **changes: Any) -> dict[str, object]:
    values = {
        "duty": duty,
        "project": sample_project(language, Form.INFORMAL, TODAY),
        "client_name": "Harbour Coffee",
        "due": DUE,
        "rung": "due",
        "draft": "waiting",
        "why_none": "",
        "facts": facts(duty, language),
        "also": (),
    }
    return {**values, **changes}


def notices() -> Iterator[tuple[str, Letter]]:
    for language, duty in itertools.product(("nl", "en"), FACTS):
        person = replace(sample_person(language), name="Anna")
        yield f"{language}-{duty}", to_person("alert", person, **alert(duty, language))
        without = alert(duty, language, draft="none", rung="again", due=DUE - timedelta(days=1))
        yield f"{language}-{duty}-again-without-draft", to_person("alert", person, **without)
        if duty in {"complaints", "questions", "promises"}:
            for rung in RUNGS[:2]:
                yield f"{language}-{duty}-{rung}", to_person("alert", person, **alert(duty, language, rung=rung))
    for language in ("nl", "en"):
        person = replace(sample_person(language), name="Anna")
        first = ("complaints", *(duty for duty in FACTS if duty != "complaints"))
        items = tuple(alert(duty, language, draft="none" if duty == "fees" else "waiting") for duty in first)
        fees = {"duty": "fees", "facts": facts("fees", language)}
        yield f"{language}-kickoff-and-fees", to_person("alert", person, **alert("kickoff", language, also=(fees,)))
        yield f"{language}-summary", to_person("summary", person, items=items, rebuilt=False)


NOTICES = dict(notices())


def shown(letter: Letter) -> str:
    rendered = JinjaLetters(sample_person(letter.language), None).render(letter)
    return f"{rendered.subject}\n\n{rendered.text}"


@pytest.mark.parametrize(("name", "letter"), [*NOTICES.items()], ids=NOTICES)
def test_the_notice_is_the_one_that_was_reviewed(name: str, letter: Letter) -> None:
    assert shown(letter) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_notice_is_still_written() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == NOTICES.keys()


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file in GOLDEN.glob("*.txt"):
        file.unlink()
    for name, letter in NOTICES.items():
        (GOLDEN / f"{name}.txt").write_text(shown(letter), encoding="utf-8")
