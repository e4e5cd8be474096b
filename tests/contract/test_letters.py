"""What every letter must be: whole, short, in its language, harmless whatever a client wrote."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from mailaide.adapters.letters import JinjaLetters, filters, shipped_templates
from mailaide.adapters.memory_letters import MemoryLetters
from mailaide.core.letter import Letter, Rendered
from mailaide.core.mail import Address
from mailaide.core.project import Client, ComplaintPolicy, Fee, Form, Milestone, Person, Project
from mailaide.core.worktime import Span, Unit, WorkingHours
from mailaide.errors import LetterError
from mailaide.ports import Letters

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

MINIMAL: dict[str, dict[str, object]] = {
    "status": {"project": PROJECT, "done": (), "next": (), "slipped": (), "since": None, "next_step": ""},
    "fees": {
        "project": PROJECT,
        "fees": (FIXED,),
        "drawbacks": (),
        "requirements": (),
        "revision_rounds": None,
        "milestones": (),
    },
    "complaint": {
        "project": PROJECT,
        "sentence": SENTENCE,
        "heard_on": date(2026, 1, 20),
        "remedies": (),
        "answer_by": FRIDAY,
        "owner": PERSON.name,
    },
    "alert": {
        "title": "Klacht",
        "duty": "complaints",
        "obligation_because": "de klacht kwam dinsdag binnen",
        "due": DUE,
        "project": PROJECT,
        "client_name": "Hofstee bv",
        "sentence": "",
        "draft_waiting": False,
        "advice": "",
    },
    "summary": {"items": ()},
    "question": {
        "sender": "k@hofstee.example",
        "subject": "",
        "received_on": FRIDAY,
        "candidates": ("Website haven", "Folder haven"),
    },
}
MAXIMAL: dict[str, dict[str, object]] = {
    "status": {
        "project": PROJECT,
        "done": (DESIGN, DESIGN),
        "next": (LAUNCH, LAUNCH),
        "slipped": (TRIAL, TRIAL),
        "since": date(2026, 1, 6),
        "next_step": "maandag zet ik de kaart erin",
    },
    "fees": {
        "project": PROJECT,
        "fees": (FIXED, HOURLY),
        "drawbacks": ("De kaart vraagt een betaald abonnement",),
        "requirements": ("Foto's van de steigers", "De liggelden van 2026"),
        "revision_rounds": 2,
        "milestones": (TRIAL, LAUNCH),
    },
    "complaint": {
        **MINIMAL["complaint"],
        "remedies": ("De oude kaart terugzetten", "De kaart samen nalopen"),
        "owner": "Jan Visser",
    },
    "alert": {
        **MINIMAL["alert"],
        "sentence": SENTENCE,
        "draft_waiting": True,
        "advice": "Bel eerst even",
    },
    "summary": {
        "items": (
            SimpleNamespace(project=PROJECT, because="de klant wacht op antwoord", due=DUE, duty="complaints"),
            SimpleNamespace(project="Folder haven", because="tarief niet genoemd", due=FRIDAY, duty="fees"),
        )
    },
    "question": {
        "sender": Address(email="k@hofstee.example", name="Klaas Hofstee"),
        "subject": "Vraag over de kaart",
        "received_on": FRIDAY,
        "candidates": (PROJECT, "Folder haven"),
    },
}
WORDS = {"status": 150, "fees": 200, "complaint": 180, "alert": 120, "summary": 120, "question": 120}
TO_CLIENT = ("status", "fees", "complaint")
EVERY = [
    pytest.param(template, language, form, values[template], id=f"{language}-{template}-{form}-{size}")
    for size, values in (("minimal", MINIMAL), ("maximal", MAXIMAL))
    for template in WORDS
    for language in ("nl", "en")
    for form in Form
]
FORBIDDEN = ("garand", "guarant", "100 %", "100%", "zoals ik al", "as i already", "none", "{{", "undefined")


def a_letter(
    template: str,
    values: Mapping[str, object],
    *,
    language: str = "nl",
    form: Form = Form.FORMAL,
    greeting: str = "mevrouw Hofstee",
) -> Letter:
    return Letter(
        template=template,
        language=language,
        form=form,
        to=Address(email="k@hofstee.example"),
        greeting=greeting,
        values=values,
    )


def rendered(letter: Letter, own: Path | None = None, person: Person = PERSON) -> Rendered:
    return (shipped() if own is None and person is PERSON else JinjaLetters(person, own)).render(letter)


@functools.cache
def shipped() -> JinjaLetters:
    """Compiled once for all tests that use the shipped letters."""
    return JinjaLetters(PERSON, None)


def own_template(folder: Path, text: str, *, name: str = "status", subject: str = "x") -> Path:
    (folder / "nl").mkdir(exist_ok=True)
    head = '{% extends "letter.j2" %}\n'
    body = f"{{% block subject %}}{subject}{{% endblock %}}\n{{% block text %}}\n{text}\n{{% endblock %}}\n"
    (folder / "nl" / f"{name}.j2").write_text(head + body, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("template", "language", "form", "values"), EVERY)
def test_every_letter_is_short_plain_and_free_of_promises(
    template: str, language: str, form: Form, values: dict[str, object]
) -> None:
    letter = rendered(a_letter(template, values, language=language, form=form))

    listed = sum(len(line.split()) for line in letter.text.splitlines() if line.startswith("- "))
    counted = len(letter.text.split()) - (listed if template == "fees" else 0)
    assert counted <= WORDS[template]
    assert not [word for word in FORBIDDEN if word in (letter.subject + letter.text).lower()]
    assert all(line == line.rstrip() for line in letter.text.split("\n"))
    assert "\n\n\n" not in letter.text
    assert "  " not in letter.text
    assert "\n" not in letter.subject
    assert letter.text.splitlines()[-1] == (PERSON.name if template in TO_CLIENT else "mailaide")


@pytest.mark.parametrize(("template", "language", "form", "values"), EVERY)
def test_every_value_of_a_letter_is_required(
    template: str, language: str, form: Form, values: dict[str, object]
) -> None:
    """Branches may pass a value by, so each is looked for in the minimal or the maximal letter: none is optional."""
    for name in values:
        refusals = []
        for given in (MINIMAL[template], MAXIMAL[template], {**MINIMAL[template], "duty": "promises"}):
            lacking = {key: value for key, value in given.items() if key != name}
            try:
                rendered(a_letter(template, lacking, language=language, form=form))
            except LetterError as error:
                refusals.append(str(error))

        assert refusals, f"no letter misses {name}"
        assert all(f"'{name}' is undefined" in refusal for refusal in refusals)


@pytest.mark.parametrize("template", TO_CLIENT)
@pytest.mark.parametrize("size", [MINIMAL, MAXIMAL])
def test_dutch_letters_do_not_mix_u_and_je(template: str, size: dict[str, dict[str, object]]) -> None:
    formal = rendered(a_letter(template, size[template])).text.lower()
    informal = rendered(a_letter(template, size[template], form=Form.INFORMAL)).text.lower()

    assert not {"je", "jij", "jou", "jouw", "jullie"} & set(formal.replace(",", " ").split())
    assert not {"u", "uw"} & set(informal.replace(",", " ").split())


def test_a_formal_dutch_status_letter_in_full() -> None:
    values = {**MAXIMAL["status"], "done": (DESIGN,), "slipped": (TRIAL,), "next": (LAUNCH,)}

    assert rendered(a_letter("status", values)) == Rendered(
        subject="Website haven: hoe het ervoor staat",
        text="""\
Beste mevrouw Hofstee,

Op dinsdag 6 januari 2026 schreef ik u voor het laatst over “Website haven”. Dit is de stand van nu.

In deze periode heb ik gewerkt aan [[wat ik deze periode heb gedaan]].

Dit is klaar:
- Ontwerp (donderdag 8 januari 2026)

Dit is er nog niet:
- Proefversie: de datum was vrijdag 16 januari 2026, de nieuwe datum is [[nieuwe datum]]

Dit komt nog:
- Livegang: vrijdag 27 februari 2026

De volgende stap: maandag zet ik de kaart erin.

Hebt u een vraag of wilt u iets bespreken? Dan hoor ik het graag.

Met vriendelijke groet,

Saskia de Boer
""",
    )


def test_an_informal_english_fees_letter_in_full() -> None:
    fees = (
        Fee(what="Website", amount=Decimal("4250.00"), currency="EUR", tax="excl. VAT", condition="due on delivery"),
        Fee(what="Translation", amount=Decimal("0.125"), currency="EUR", unit="word"),
    )
    values = {**MINIMAL["fees"], "fees": fees, "revision_rounds": 1, "requirements": ("Photos of the piers",)}
    letter = a_letter("fees", values, language="en", form=Form.INFORMAL, greeting="Wiebe")

    assert rendered(letter) == Rendered(
        subject="Website haven: fees and terms",
        text="""\
Hi Wiebe,

Here is what “Website haven” costs and what to expect, so that you know in advance where you stand.

Fees:
- Website: €4,250.00, excl. VAT; due on delivery
- Translation: €0.125 per word

One round of revisions is included.

What I need from you:
- Photos of the piers

Could you drop me a line to say whether you agree? If I don't hear from you, I won't take that as a yes. \
If you'd rather talk something through or change it first, that's fine; we can also do that by phone.

Best,

Saskia de Boer
""",
    )


def test_an_informal_dutch_complaint_letter_leaves_open_what_only_the_person_knows() -> None:
    values = {**MINIMAL["complaint"], "remedies": ("De oude kaart terugzetten",)}
    letter = a_letter("complaint", values, form=Form.INFORMAL, greeting="Klaas")

    assert rendered(letter) == Rendered(
        subject="Website haven: je bericht van dinsdag 20 januari 2026",
        text="""\
Hoi Klaas,

Dank je wel dat je me dit laat weten. Op dinsdag 20 januari 2026 schreef je over “Website haven”:

“De kaart werkt nu al drie dagen niet.”

Het spijt me dat je hiermee zit. Dit is er gebeurd: [[wat er gebeurd is]]

Dit zijn manieren om het op te lossen:
- De oude kaart terugzetten
- [[een tweede oplossing]]

Wat heeft je voorkeur? Heb je zelf een ander voorstel, dan hoor ik dat graag.

Ik pak dit zelf op. Uiterlijk vrijdag 23 januari 2026 laat ik je weten hoe het verdergaat.

Groet,

Saskia de Boer
""",
    )


def test_a_complaint_without_a_quotable_sentence_leaves_the_quote_to_the_person() -> None:
    letter = rendered(a_letter("complaint", {**MINIMAL["complaint"], "sentence": ""}))

    assert "\n\n“[[de woorden van de klant]]”\n\n" in letter.text


def test_a_milestone_that_is_done_is_not_planned_again() -> None:
    letter = rendered(a_letter("fees", {**MINIMAL["fees"], "milestones": (DESIGN, LAUNCH)}))

    assert "\n\nPlanning:\n- Livegang: vrijdag 27 februari 2026\n\n" in letter.text


def test_an_alert_says_who_waits_for_what_until_when() -> None:
    assert rendered(a_letter("alert", MAXIMAL["alert"], greeting="Saskia de Boer")) == Rendered(
        subject="Klacht van Hofstee bv wacht op antwoord (Website haven)",
        text="""\
Dag Saskia de Boer,

Een klacht van Hofstee bv over “Website haven” wacht op je antwoord.

De klant schreef: “De kaart werkt nu al drie dagen niet.”

Reden: de klacht kwam dinsdag binnen.
Termijn: vrijdag 23 januari 2026, 14:00.

Er staat een concept voor je klaar. Lees het na, vul de open plekken in en verstuur het zelf.

Bel eerst even.

mailaide
""",
    )


@pytest.mark.parametrize(
    ("duty", "subject"),
    [
        ("fees", "Hofstee bv kent de kosten en afspraken nog niet (Website haven)"),
        ("status", "Hofstee bv wacht op nieuws (Website haven)"),
        ("promises", "Klacht (Website haven)"),
    ],
)
def test_the_subject_of_an_alert_names_its_duty(duty: str, subject: str) -> None:
    assert rendered(a_letter("alert", {**MINIMAL["alert"], "duty": duty})).subject == subject


def test_the_signature_stands_under_a_client_letter_only() -> None:
    person = dataclasses.replace(PERSON, signature="-- \nSaskia de Boer\n06 1234 5678")

    client = rendered(a_letter("status", MINIMAL["status"]), person=person)
    notice = rendered(a_letter("alert", MINIMAL["alert"]), person=person)

    assert client.text.endswith("\n\nMet vriendelijke groet,\n\n-- \nSaskia de Boer\n06 1234 5678\n")
    assert notice.text.endswith("\n\nmailaide\n")


def test_two_letters_of_the_same_values_are_the_same() -> None:
    letter = a_letter("fees", MAXIMAL["fees"])

    assert JinjaLetters(PERSON, None).render(letter) == JinjaLetters(PERSON, None).render(letter)


HOSTILE = [
    "{{ 7*7 }}{% for a in [1] %}x{% endfor %}",
    "een\r\nBcc: boef@example.org\r\n\r\ntwee",
    "een\u2028Bcc: boef@example.org\x85twee",
    "\u202eetsil\u202c \u2066x\u2069 \x00\x1b[31m\x07\udc80",
    "N" * 10_240,
]


@pytest.mark.parametrize("text", HOSTILE, ids=["template", "crlf", "separators", "marks", "long"])
@pytest.mark.parametrize("template", ["complaint", "alert", "question"])
def test_what_a_client_writes_is_harmless(text: str, template: str) -> None:
    names = {"complaint": ("sentence",), "alert": ("sentence", "client_name"), "question": ("sender", "subject")}
    values = {**MAXIMAL[template], **dict.fromkeys(names[template], text)}
    plain = rendered(a_letter(template, MAXIMAL[template]))

    letter = rendered(a_letter(template, values))

    everything = letter.subject + letter.text
    assert letter.text.count("\n") == plain.text.count("\n")
    assert "\n" not in letter.subject
    assert len(letter.subject) <= 150
    assert "49" not in everything
    assert not set(everything) & set("\r\x00\x1b\x07\x85\u2028\u202e\u202c\u2066\u2069\udc80")
    assert everything.encode()
    if "7*7" in text:
        assert text in letter.text


def test_a_greeting_cannot_bring_lines_along() -> None:
    letter = rendered(a_letter("status", MINIMAL["status"], greeting="Wiebe\r\nBcc: boef@example.org"))

    assert letter.text.startswith("Beste Wiebe Bcc: boef@example.org,\n\n")


@pytest.mark.parametrize("letters", [JinjaLetters(PERSON, None), MemoryLetters()], ids=["jinja", "memory"])
@pytest.mark.parametrize("greeting", ["", " \n "])
def test_an_empty_greeting_is_refused(letters: Letters, greeting: str) -> None:
    with pytest.raises(LetterError, match=r"status.*greeting is empty.*[Nn]othing was drafted"):
        letters.render(a_letter("status", MINIMAL["status"], greeting=greeting))


@pytest.mark.parametrize("letters", [JinjaLetters(PERSON, None), MemoryLetters()], ids=["jinja", "memory"])
def test_a_letter_has_a_subject_of_one_line_and_a_text_that_ends_its_last_line(letters: Letters) -> None:
    letter = letters.render(a_letter("status", MINIMAL["status"]))

    assert letter.subject
    assert "\n" not in letter.subject
    assert letter.text.endswith("\n")
    assert "mevrouw Hofstee" in letter.text


def test_an_unknown_value_is_named_with_template_line_and_way_out(tmp_path: Path) -> None:
    own = own_template(tmp_path, "een\n{{ kleur }}")

    with pytest.raises(LetterError) as refused:
        rendered(a_letter("status", MINIMAL["status"]), own)

    assert str(refused.value) == (
        f"{tmp_path}/nl/status.j2:5: 'kleur' is undefined in `{{{{ kleur }}}}`. Nothing was drafted. "
        "Fill in this value for the project, or take it out of the template."
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ project.titel }}", r"status\.j2:4: .*has no attribute 'titel'"),
        ("{{ since }}", r"status\.j2:4: the value is None"),
        ("{{ since|day }}", r"status\.j2:4: the value is None"),
        ("{% if %}", r"status\.j2:4: Expected an expression"),
        ("{{ 3|money }}", r"status\.j2:4: money needs a currency"),
        ("{{ 1/0 }}", r"status\.j2:4: division by zero"),
        ("{{ project.__class__.__mro__ }}", r"status\.j2:4: access to attribute '__class__'"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", r"status\.j2:4: access to attribute '__class__'"),
        ("{{ '{0.__class__}'.format(project) }}", r"status\.j2:4: "),
        ("{{ self._TemplateReference__context }}", r"status\.j2:4: "),
        ("{{ [].append(1) }}", r"status\.j2:4: .*not safely callable|status\.j2:4: access to attribute"),
        ("{{ 'x' * 1000000000 }}", r"status\.j2:4: a template may not use"),
        ("{{ 9 ** 9 ** 9 }}", r"status\.j2:4: a template may not use"),
        ("{% for a in range(1000000000) %}x{% endfor %}", r"status\.j2:4: 'range' is undefined"),
        ("{{ lipsum() }}", r"status\.j2:4: 'lipsum' is undefined"),
        ("{% include '../../../etc/passwd' %}", r"template .*etc/passwd does not exist"),
        ("{{ 'x'|center(30000) }}", r"longer than 20000 characters"),
    ],
)
def test_a_wrong_template_is_refused_and_nothing_is_drafted(tmp_path: Path, text: str, reason: str) -> None:
    own = own_template(tmp_path, text)

    with pytest.raises(LetterError, match=reason) as refused:
        rendered(a_letter("status", MINIMAL["status"]), own)

    assert "Nothing was drafted." in str(refused.value)


@pytest.mark.parametrize("name", ["letter", "macros", "invoice", "../en/status", "/etc/passwd", ""])
def test_only_letters_can_be_rendered(name: str) -> None:
    with pytest.raises(LetterError, match="Nothing was drafted"):
        rendered(a_letter(name, MINIMAL["status"]))


@pytest.mark.parametrize("language", ["xx", "", "../nl", "nl/../en", "NL"])
def test_an_unknown_language_is_refused_and_the_known_are_named(language: str) -> None:
    with pytest.raises(LetterError, match=r"no letters in the language.*Use en or nl"):
        rendered(a_letter("status", MINIMAL["status"], language=language))


def test_the_names_of_the_base_are_not_free() -> None:
    with pytest.raises(LetterError, match="person is not free"):
        rendered(a_letter("status", {**MINIMAL["status"], "person": "x"}))


def test_a_project_with_nothing_to_tell_has_no_fees_letter() -> None:
    with pytest.raises(LetterError, match=r"nl/fees\.j2: the project has no fees.*Nothing was drafted"):
        rendered(a_letter("fees", {**MINIMAL["fees"], "fees": ()}))


def test_a_letter_of_the_persons_own_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = own_template(tmp_path, "Alles gaat goed met {{ project.title }}.", subject="Kort bericht")

    letter = rendered(a_letter("status", MINIMAL["status"], greeting="Wiebe", form=Form.INFORMAL), own)

    assert letter == Rendered(
        subject="Kort bericht",
        text="Hoi Wiebe,\n\nAlles gaat goed met Website haven.\n\nGroet,\n\nSaskia de Boer\n",
    )
    assert rendered(a_letter("fees", MINIMAL["fees"]), own) == rendered(a_letter("fees", MINIMAL["fees"]))


def test_a_template_that_is_not_a_letter_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "status.j2").write_text("Dag!", encoding="utf-8")

    with pytest.raises(LetterError, match=r"status\.j2: the template is not a letter.*extends"):
        rendered(a_letter("status", MINIMAL["status"]), tmp_path)


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="subject or the text came out empty"):
        rendered(a_letter("status", MINIMAL["status"]), own_template(tmp_path, "x", subject=" "))


def test_filters_speak_the_language() -> None:
    dutch, english = filters("nl"), filters("en")

    assert [dutch["money"](HOURLY), english["money"](Decimal("1234.5"), "USD")] == ["€ 85,00", "US$1,234.50"]
    assert [dutch["day"](FRIDAY), english["day"](FRIDAY)] == ["vrijdag 23 januari 2026", "Friday 23 January 2026"]
    assert [dutch["listing"](["a", "b", "c"]), english["listing"](["a", "b", "c"])] == ["a, b en c", "a, b and c"]
    assert dutch["moment"](DUE) == "vrijdag 23 januari 2026, 14:00"


def test_each_language_has_every_letter() -> None:
    names = {folder.name: {file.name for file in folder.glob("*.j2")} for folder in shipped_templates().iterdir()}

    assert names["nl"] == names["en"] == {f"{name}.j2" for name in (*WORDS, "letter", "notice", "macros")}
