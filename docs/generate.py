"""Writes docs/letters.md and docs/letter-values.md from the code. Run it after a change; a test tells when to.

python docs/generate.py
"""

from __future__ import annotations

import dataclasses
import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from mailaide.adapters.letters.filters import filters
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.core.letter import ChangedFee, Criticism, Letter, Promised, Rendered, Step, Told, facts
from mailaide.core.mail import Address
from mailaide.core.parts import EVERYWHERE, FACTS, IN_FRAMES, IN_PARTS, NOTICES, PARTS, Value
from mailaide.core.project import Client, Fee, Form, Milestone, Person, Project
from mailaide.core.samples.parts import sample_letter, sample_person
from mailaide.core.worktime import Span, Unit

HERE = Path(__file__).parent
TODAY = date(2026, 3, 16)
CLASSES = (Project, Client, Person, Address, Milestone, Fee, ChangedFee, Told, Promised, Criticism, Step, Span)
HIDDEN = {"hours", "zone", "keywords", "complaints", "authserv_ids"}
"""Fields that no letter has a use for."""

FILTERS: Mapping[str, tuple[str, tuple[object, ...], str]] = {
    "money": ("amount", (Decimal("87.5"), "EUR"), "a sum with its currency; of a fee without one: `fee\\|money`"),
    "day": ("date", (TODAY,), "a day in words"),
    "moment": ("instant", (datetime(2026, 3, 16, 14, tzinfo=UTC),), "a day and a time"),
    "span": ("span", (Span(amount=5, unit=Unit.WORKING_DAYS),), 'a length of time, as it stands after "after"'),
    "listing": ("names", (["a", "b", "c"],), "several things in one sentence"),
    "line": ("text", (" two\nlines ",), "a text on one line"),
    "name": ("text", ("Ellen Jansen", 30), "somebody else's name or subject, cut after 200 characters or fewer"),
    "quote": ("text", ("It does not work.", 200), "somebody's words, cut after 600 characters or fewer"),
    "quoted": ("text", ("It does not work.",), "the same between the language's quotation marks"),
    "sentence": ("text", ("I will call you",), "a text with a full stop"),
}


def letters_page() -> str:
    """One of each letter, in the languages that letters come in."""
    return "\n".join(_letters())


def _letters() -> Iterator[str]:
    yield from (
        "# The letters",
        "",
        "One of each, as mailaide drafts them for a made-up project. What only you know stands in",
        "`[[double brackets]]`; fill it in before you send. `mailaide preview` shows the same with your own projects.",
        "This page is made by `python docs/generate.py`.",
    )
    shown = [("en", Form.INFORMAL), *((language, Form.FORMAL) for language in ("nl", "de", "fr", "es"))]
    names = {"en": "English", "nl": "Nederlands", "de": "Deutsch", "fr": "Français", "es": "Español"}
    for language, form in shown:
        yield from ("", f"## {names[language]} ({form})")
        letters = JinjaLetters(sample_person(language), None)
        for part in PARTS:
            written = letters.render(sample_letter(part, language, form, TODAY))
            yield from ("", f"### {part}: {written.subject}", "", _indented(written))
    first, then = (sample_letter(part, "en", Form.INFORMAL, TODAY) for part in ("questions", "status"))
    both = dataclasses.replace(first, parts=(*first.parts, *then.parts))
    yield from (
        "",
        "## Two things in one letter",
        "",
        _indented(JinjaLetters(sample_person("en"), None).render(both)),
        "",
    )


def _indented(written: Rendered) -> str:
    return "\n".join(f"    {line}".rstrip() for line in written.text.splitlines())


def values_page() -> str:
    """Every name that a template may use."""
    return "\n".join(_values())


def _values() -> Iterator[str]:
    yield from (
        "# What a template may use",
        "",
        "A letter is a frame (`letter.j2`) around parts (`status.j2`, …); each part extends one of `base/` and fills",
        "its blocks. Dates have no time, tuples may be empty, and a name that is not here is refused. Examples are",
        "those of the made-up project on the page of the [letters](letters.md). This page is made by",
        "`python docs/generate.py`.",
        "",
        "## In every template",
        "",
        *_table(EVERYWHERE, sample_letter("status", "en", Form.FORMAL, TODAY)),
        "",
        "In a part also:",
        "",
        *_table(IN_PARTS, None),
        "",
        "In a frame also:",
        "",
        *_table(IN_FRAMES, None),
        "",
        "## Filters",
        "",
        "| written as | gives | |",
        "|---|---|---|",
    )
    english = filters("en")
    for name, (word, given, meaning) in FILTERS.items():
        settings = ", ".join(repr(one) for one in given[1:]).replace("'", '"')
        used = f"{word}\\|{name}({settings})" if settings else f"{word}\\|{name}"
        yield f"| `{{{{ {used} }}}}` | {english[name](*given)} | {meaning} |"
    yield from ("", "## Letters to a client", "")
    for part, values in PARTS.items():
        yield from (f"### {part}", "", *_table(values, sample_letter(part, "en", Form.FORMAL, TODAY)), "")
    yield from ("## Messages to yourself", "", "They extend `base/` too; their frame is `notice.j2`.", "")
    for name, values in NOTICES.items():
        yield from (f"### {name}", "", *_table(values, None), "")
    yield from (
        "What `facts` holds, by duty; its words stand in `told/<duty>.j2`:",
        "",
        "| duty | facts |",
        "|---|---|",
    )
    for duty, held in FACTS.items():
        yield f"| {duty} | {', '.join(f'{name} ({_type(type_)})' for name, type_ in held.items())} |"
    yield from ("", "## What these things are made of", "")
    for kind in CLASSES:
        hints = typing.get_type_hints(kind)
        fields = [field.name for field in dataclasses.fields(kind) if field.name not in HIDDEN]
        yield from (f"### {kind.__name__}", "", _first_sentence(kind), "", "| field | type |", "|---|---|")
        yield from (f"| `{name}` | {_type(hints[name])} |" for name in fields)
        yield ""


def _table(values: Iterable[Value], letter: Letter | None) -> Iterator[str]:
    examples = _examples(letter) if letter else {}
    yield "| name | type | what it is | example |" if letter else "| name | type | what it is |"
    yield "|---|---|---|---|" if letter else "|---|---|---|"
    for one in values:
        line = f"| `{one.name}` | {_type(one.type)} | {one.meaning} |"
        yield f"{line} {examples.get(one.name, '')} |" if letter else line


def _examples(letter: Letter) -> Mapping[str, str]:
    given = {"greeting": letter.greeting, "formal": "yes", "to": letter.to.email, "person": "Anna de Vries"}
    return dict(facts(letter)) | {"answer_by": "2026-03-18"} | given


def _type(type_: object) -> str:
    plain = isinstance(type_, type) and not typing.get_args(type_)
    shown = re.sub(r"\b(?:[a-z_]+\.)+", "", getattr(type_, "__name__", "") if plain else str(type_))
    return shown.replace("| None", "or nothing").replace("|", "or")


def _first_sentence(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


PAGES = {"letters.md": letters_page, "letter-values.md": values_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
