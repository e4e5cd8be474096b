"""What holds for every notice: one language, short, complete, harmless whatever a client wrote."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

import pytest
from builders import FRIDAY_9H, MONDAY_9H, STRANGER, TUESDAY_9H, a_dossier, a_fee, a_person, working_days
from builders import complaint as a_complaint
from builders import from_us as a_mail_of_ours
from builders import holding_reply as a_holding_reply
from contract.letter_values import (
    BARE_COMPLAINT,
    COMPLAINT,
    DUE,
    FACTS,
    FEES,
    HOSTILE,
    HOSTILE_IDS,
    PERSON,
    PROJECT,
    PROMISES,
    SENTENCE,
    STATUS,
    WHY_NONE,
    a_conversation,
    a_letter,
    an_alert,
    assert_harmless,
    assert_plain,
    rendered,
    told,
)

from mailaide.core import notices
from mailaide.core.dossier import Author, Dossier
from mailaide.core.duties import Duty, complaints, fees, status
from mailaide.core.letter import Rendered
from mailaide.core.mail import Address
from mailaide.core.obligation import RaiseAlert, Withheld
from mailaide.errors import LetterError

LONGEST = 120
"""Words."""

ENGLISH = {"the", "and", "to", "you", "your", "has", "have", "not", "there", "they", "draft", "client", "wrote"}
DUTCH = {"de", "het", "een", "en", "van", "je", "niet", "heeft", "er", "dit", "klant", "schreef", "concept", "nog"}
CLIENT_WORDS = "De kaart werkt nu al drie dagen niet"


ALERTS = [
    pytest.param(an_alert(duty, facts, draft=draft, why_none=why), id=f"{duty}-{size}-{draft}-{why}")
    for duty, both in FACTS.items()
    for size, facts in zip(("minimal", "full"), both, strict=True)
    for draft, why in (
        ("waiting", ""),
        *(("none", why) for why in WHY_NONE if duty == "complaints" or why != "unlisted"),
    )
]
EVERY = [
    *(pytest.param("alert", *one.values, id=f"alert-{one.id}") for one in ALERTS),
    *(
        pytest.param("summary", {"items": items, "rebuilt": False}, id=f"summary-{len(items)}")
        for items in (
            (an_alert("status", {"since": None}, draft="none", why_none="backlog"),),
            (an_alert(facts=BARE_COMPLAINT), an_alert()),
            (an_alert("fees", FEES), an_alert("status", STATUS), an_alert("promises", PROMISES)),
        )
    ),
    *(
        pytest.param("question", {"items": items}, id=f"question-{len(items)}")
        for items in ((a_conversation(subject="", sender="k@hofstee.example", candidates=()),), (a_conversation(),) * 2)
    ),
    pytest.param(
        "wording",
        {
            "project": PROJECT,
            "client_name": "Hofstee bv",
            "items": ({"flaw": "blame", "text": SENTENCE, "better": SENTENCE},) * 2,
        },
        id="wording",
    ),
    *(
        pytest.param("full", {"account": "studio", "items": items, "since": DUE}, id=f"full-{len(items)}")
        for items in (({"draft": False, "project": None},), ({"draft": True, "project": PROJECT},) * 3)
    ),
]
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


@LANGUAGES
@pytest.mark.parametrize(("template", "values"), EVERY)
def test_every_notice_is_short_plain_and_in_one_language(
    template: str, values: dict[str, object], language: str
) -> None:
    notice = told(template, values, language)

    assert_plain(notice)
    assert len(notice.text.split()) <= LONGEST
    assert notice.text.startswith(("Dag" if language == "nl" else "Hello") + " Saskia,\n\n")
    assert notice.text.endswith("\n\nmailaide\n")
    ours = (notice.subject + "\n" + notice.text).replace(CLIENT_WORDS, "").replace("Vraag over de kaart", "").lower()
    assert not set(re.findall(r"\w+", ours)) & (ENGLISH if language == "nl" else DUTCH)


@LANGUAGES
def test_every_value_of_a_full_mailbox_is_required(language: str) -> None:
    plain = {"account": "studio", "items": ({"draft": True, "project": PROJECT},), "since": DUE}

    for name in plain:
        with pytest.raises(LetterError, match=f"'{name}' is undefined"):
            told("full", {key: value for key, value in plain.items() if key != name}, language)


@LANGUAGES
@pytest.mark.parametrize("text", HOSTILE, ids=HOSTILE_IDS)
def test_what_a_client_writes_is_harmless(text: str, language: str) -> None:
    def both(template: str, plain: Mapping[str, object], hostile: Mapping[str, object]) -> Rendered:
        notice = told(template, hostile, language)
        assert_harmless(notice, told(template, plain, language))
        return notice

    unlisted: dict[str, Any] = {"draft": "none", "why_none": "unlisted", "client_name": text}
    facts = {**COMPLAINT, "sentence": text, "unlisted": text}
    sender = Address(email=text, name=text)

    alert = both("alert", an_alert(**unlisted), an_alert(facts=facts, **unlisted))
    both(
        "summary",
        {"items": (an_alert(),), "rebuilt": False},
        {"items": (an_alert(facts=facts, client_name=text),), "rebuilt": False},
    )
    question = both(
        "question",
        {"items": (a_conversation(),)},
        {"items": (a_conversation(subject=text, sender=sender, candidates=(text, text)),)},
    )

    assert question.subject.endswith("?" if language == "nl" else "belong to?")
    assert alert.subject.endswith("(Website haven)")
    assert "7*7" not in text or (text in alert.text and text in question.text)


@LANGUAGES
@pytest.mark.parametrize("duty", FACTS)
def test_every_value_of_an_alert_is_required(duty: str, language: str) -> None:
    plain = an_alert(duty, FACTS[duty][1], draft="none", why_none="unlisted" if duty == "complaints" else "")

    told_only = {"due", "rung", "draft", "why_none"}
    unused = {"blanks": told_only, "returned": told_only, "promises": {"due", "rung"}, "kickoff": {"facts"}}
    for name in plain.keys() - unused.get(duty, set()):
        with pytest.raises(LetterError, match=f"'{name}' is undefined"):
            told("alert", {key: value for key, value in plain.items() if key != name}, language)
    for name in FACTS[duty][1]:
        facts = {key: value for key, value in FACTS[duty][1].items() if key != name}
        with pytest.raises(LetterError, match=f"has no attribute '{name}'"):
            told("alert", {**plain, "facts": facts}, language)


@LANGUAGES
@pytest.mark.parametrize("duty", ["complaints", "fees", "status"])
def test_every_value_of_a_summary_is_required(duty: str, language: str) -> None:
    plain = an_alert(duty, FACTS[duty][1])

    with pytest.raises(LetterError, match="'items' is undefined"):
        told("summary", {}, language)
    for name in plain.keys() - {"why_none", "rung"}:
        items = ({key: value for key, value in plain.items() if key != name},)
        with pytest.raises(LetterError, match=f"has no attribute '{name}'"):
            told("summary", {"items": items, "rebuilt": False}, language)
    for name in FACTS[duty][1].keys() - {"unlisted"}:
        facts = {key: value for key, value in FACTS[duty][1].items() if key != name}
        with pytest.raises(LetterError, match=f"has no attribute '{name}'"):
            told("summary", {"items": ({**plain, "facts": facts},), "rebuilt": False}, language)


@LANGUAGES
def test_every_value_of_a_question_is_required(language: str) -> None:
    with pytest.raises(LetterError, match="'items' is undefined"):
        told("question", {}, language)
    for name in (plain := a_conversation()):
        items = ({key: value for key, value in plain.items() if key != name},)
        with pytest.raises(LetterError, match=f"has no attribute '{name}'"):
            told("question", {"items": items}, language)


def test_a_summary_of_very_much_is_cut_and_says_how_much_is_left() -> None:
    worst = an_alert(facts={**COMPLAINT, "sentence": "N" * 5000}, client_name="N" * 5000, project="N" * 5000)

    dutch, english = (
        told("summary", {"items": (worst,) * 500, "rebuilt": False}, language) for language in ("nl", "en")
    )

    assert dutch.subject == "Wat er openstaat: 500 punten"
    assert "\n\nEn nog 460 punten.\n\nDit overzicht komt één keer.\n\n" in dutch.text
    assert "\n\nAnd 460 more.\n\n" in english.text


def test_a_question_about_very_much_is_cut_and_says_how_much_is_left() -> None:
    sender = Address(email="n" * 5000, name="N" * 5000)
    project = dataclasses.replace(PROJECT, title="N" * 5000, tag="N" * 5000)
    worst = a_conversation(subject="N" * 5000, sender=sender, candidates=(project,) * 50)

    dutch, english = (told("question", {"items": (worst,) * 500}, language) for language in ("nl", "en"))

    assert dutch.subject == "Bij welk project horen deze 500 berichten?"
    assert ", …\n\nEn nog 480 andere.\n\nZolang" in dutch.text
    assert "\n\nAnd 480 more.\n\n" in english.text


def test_a_long_quote_is_cut_between_words() -> None:
    notice = told("alert", an_alert(facts={**COMPLAINT, "sentence": "De kaart doet het niet. " * 100}))

    [line] = [line for line in notice.text.splitlines() if line.startswith("“")]
    assert 250 < len(line) <= 302
    assert line.endswith(" …”")
    assert line.rstrip("…” ").endswith(("De", "kaart", "doet", "het", "niet."))


def test_a_notice_has_no_signature_of_the_person() -> None:
    person = dataclasses.replace(PERSON, signature="-- \nSaskia de Boer")

    assert rendered(a_letter("alert", an_alert(), frame="notice"), person=person).text.endswith("\n\nmailaide\n")


@pytest.mark.parametrize(
    ("duty", "dossier"),
    [
        (complaints.owed, a_dossier(a_complaint(MONDAY_9H), a_holding_reply(TUESDAY_9H))),
        (
            complaints.owed,
            a_dossier(a_mail_of_ours(MONDAY_9H), a_complaint(TUESDAY_9H, sender=STRANGER, author=Author.OTHER)),
        ),
        (fees.owed, a_dossier(a_complaint(MONDAY_9H), fees=(a_fee(),))),
        (status.owed, a_dossier(a_mail_of_ours(MONDAY_9H), cadence=working_days(1))),
    ],
    ids=["complaints", "stranger", "fees", "status"],
)
@pytest.mark.parametrize("held", [None, *Withheld])
@LANGUAGES
def test_the_facts_of_every_duty_are_told_without_its_technical_reason(
    duty: Duty, dossier: Dossier, held: Withheld | None, language: str
) -> None:
    dossier = dataclasses.replace(dossier, person=a_person(language=language))
    [obligation] = duty(dossier, FRIDAY_9H)
    action = RaiseAlert(obligation=obligation, rung=obligation.alerts[0])

    alert = notices.alert(action, dossier, drafting=False, held=held)
    summary = notices.summary([alert], dossier.person, now=FRIDAY_9H)

    for notice in (rendered(alert.letter), rendered(summary.letter)):
        assert_plain(notice)
        assert obligation.because not in notice.text
        assert not re.search(r"the client wrote|no sent mail|no word from us|answer within|cadence", notice.text)
