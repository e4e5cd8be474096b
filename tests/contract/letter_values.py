"""The letters and notices that tests render, and what every rendered text must be."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.core.letter import Letter, Part, Promised, Rendered
from mailaide.core.mail import Address
from mailaide.core.obligation import Withheld
from mailaide.core.project import Client, ComplaintPolicy, Fee, Form, Milestone, Person, Project
from mailaide.core.worktime import Span, Unit, WorkingHours

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PERSON = Person(
    name="Saskia de Boer",
    addresses=("saskia@deboer.example",),
    zone=AMSTERDAM,
    hours=WorkingHours(zone=AMSTERDAM, week={0: ((time(9), time(17)),)}),
)
CLIENT = Client(key="hofstee", name="Hofstee bv", addresses=("k@hofstee.example",), language="nl", zone=AMSTERDAM)
DESIGN = Milestone(name="Ontwerp", on=date(2026, 1, 9), done=date(2026, 1, 8))
TRIAL = Milestone(name="Proefversie", on=date(2026, 1, 16))
LAUNCH = Milestone(name="Livegang", on=date(2026, 2, 27))
HOURLY = Fee(
    what="Extra werk",
    amount=Decimal(85),
    currency="EUR",
    unit="uur",
    condition="alleen na overleg",
    tax="excl. btw",
)
FIXED = Fee(what="Website", amount=Decimal("4250.00"), currency="EUR")
PROJECT = Project(
    key="harbour",
    title="Website haven",
    client=CLIENT,
    account="work",
    tag="HAVEN",
    complaints=ComplaintPolicy(answer_within=Span(amount=4, unit=Unit.WORKING_HOURS)),
)
FRIDAY = date(2026, 1, 23)
DUE = datetime(2026, 1, 23, 14, 0, tzinfo=AMSTERDAM)
SENTENCE = "De kaart werkt nu al drie dagen niet."
FORBIDDEN = ("garand", "guarant", "100 %", "100%", "zoals ik al", "as i already", "none", "{{", "undefined")
TUESDAY = date(2026, 1, 20)
COMPLAINT: Mapping[str, object] = {
    "sentence": SENTENCE,
    "heard_on": TUESDAY,
    "repeats": 2,
    "held": True,
    "unlisted": "k.hofstee@thuis.example",
}
BARE_COMPLAINT: Mapping[str, object] = {**COMPLAINT, "sentence": "", "repeats": 0, "held": False}
FEES: Mapping[str, object] = {"fees": (FIXED, HOURLY)}
STATUS: Mapping[str, object] = {"since": date(2026, 1, 6)}
PROMISE = Promised(sentence=SENTENCE, made_on=TUESDAY, due=FRIDAY)
PROMISES: Mapping[str, object] = {"promises": (PROMISE, PROMISE), "late": True, "waits": False}
FACTS: Mapping[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "answers": (
        {"sentence": "", "wrote_on": TUESDAY, "maybe": False},
        {"sentence": SENTENCE, "wrote_on": TUESDAY, "maybe": True},
    ),
    "approvals": ({"asked_on": TUESDAY, "sentence": PROMISE.sentence},) * 2,
    "blanks": ({"subject": "", "sent_on": TUESDAY, "blank": "[[]]"},) * 2,
    "complaints": (BARE_COMPLAINT, COMPLAINT),
    "dispute": (
        {"sentence": "", "heard_on": TUESDAY, "untold": ()},
        {"sentence": SENTENCE, "heard_on": TUESDAY, "untold": (FIXED, HOURLY)},
    ),
    "fees": ({"fees": (FIXED,)}, FEES),
    "kickoff": ({}, {}),
    "promises": ({"promises": (PROMISE,), "late": False, "waits": True}, PROMISES),
    "questions": (
        {"questions": (SENTENCE,), "asked_on": TUESDAY},
        {"questions": (SENTENCE,) * 7, "asked_on": TUESDAY},
    ),
    "returned": (
        {"subject": "", "sent_on": TUESDAY, "recipients": ""},
        {"subject": "Ontwerp", "sent_on": TUESDAY, "recipients": "k@hofstee.example, l@hofstee.example"},
    ),
    "revisions": (
        {"round": 1, "included": None, "fee": None, "beyond": False},
        {"round": 3, "included": 2, "fee": HOURLY, "beyond": True},
    ),
    "status": ({"since": None}, STATUS),
    "wrap_up": ({"ended_on": TUESDAY},) * 2,
}
WHY_NONE = ("", "unlisted", *Withheld)
HOSTILE = [
    "{{ 7*7 }}{% for a in [1] %}x{% endfor %}",
    "een\r\nBcc: boef@example.org\r\n\r\ntwee",
    "een\u2028Bcc: boef@example.org\x85twee",
    "\u202eetsil\u202c \u2066x\u2069 \x00\x1b[31m\x07\udc80",
    "N" * 10_240,
]
HOSTILE_IDS = ["template", "crlf", "separators", "marks", "long"]


def a_letter(
    template: str,
    values: Mapping[str, object],
    *,
    language: str = "nl",
    form: Form = Form.FORMAL,
    greeting: str = "mevrouw Hofstee",
    frame: str = "letter",
) -> Letter:
    return Letter(
        frame=frame,
        language=language,
        form=form,
        to=Address(email="k@hofstee.example"),
        greeting=greeting,
        parts=(Part(template=template, values=values),),
    )


def rendered(letter: Letter, own: Path | None = None, person: Person = PERSON) -> Rendered:
    return (shipped() if own is None and person is PERSON else JinjaLetters(person, own)).render(letter)


@functools.cache
def shipped() -> JinjaLetters:
    """Compiled once for all tests that use the shipped letters."""
    return JinjaLetters(PERSON, None)


def an_alert(duty: str = "complaints", facts: Mapping[str, object] = COMPLAINT, **changes: Any) -> dict[str, object]:
    values = {
        "duty": duty,
        "project": PROJECT,
        "client_name": "Hofstee bv",
        "due": DUE,
        "rung": "due",
        "draft": "waiting",
        "why_none": "",
        "facts": MappingProxyType(dict(facts)),
        "also": (),
    }
    return {**values, **changes}


def a_conversation(**changes: Any) -> dict[str, object]:
    values = {
        "sender": Address(email="k@hofstee.example", name="Klaas Hofstee"),
        "subject": "Vraag over de kaart",
        "received_on": FRIDAY,
        "candidates": (PROJECT, dataclasses.replace(PROJECT, title="Folder haven", tag="")),
    }
    return {**values, **changes}


def told(template: str, values: Mapping[str, object], language: str = "nl") -> Rendered:
    return rendered(
        a_letter(template, values, language=language, form=Form.INFORMAL, greeting="Saskia", frame="notice")
    )


def assert_plain(letter: Rendered) -> None:
    """Nothing overpromises, no value shows as none, and the layout is that of a plain letter."""
    assert not [word for word in FORBIDDEN if word in (letter.subject + letter.text).lower()]
    assert all(line == line.rstrip() for line in letter.text.split("\n"))
    assert "\n\n\n" not in letter.text
    assert not [line for line in letter.text.split("\n") if "  " in line.lstrip()]
    assert "\n" not in letter.subject
    assert "  " not in letter.subject


def assert_harmless(letter: Rendered, like: Rendered) -> None:
    """The letter has the lines of `like` and nothing that turns, hides, calculates or breaks a header."""
    everything = letter.subject + letter.text
    assert letter.text.count("\n") == like.text.count("\n")
    assert "\n" not in letter.subject
    assert len(letter.subject) <= 150
    assert "49" not in everything
    assert not set(everything) & set("\r\x00\x1b\x07\x85\u2028\u202e\u202c\u2066\u2069\udc80")
    assert everything.encode()
