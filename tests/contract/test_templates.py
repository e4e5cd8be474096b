"""What a template may do, what it is refused, and how the refusal helps the person who wrote it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from contract.letter_values import (
    DUE,
    FACTS,
    FRIDAY,
    HOURLY,
    PROJECT,
    a_letter,
    rendered,
)

from mailaide.adapters.letters.filters import filters
from mailaide.adapters.letters.jinja import shipped_templates
from mailaide.core.letter import Rendered
from mailaide.core.project import Form
from mailaide.errors import LetterError

STATUS_LETTER: dict[str, object] = {
    "project": PROJECT,
    "done": (),
    "next": (),
    "slipped": (),
    "since": None,
    "next_step": "",
    "progress": (),
    "waiting_for": (),
}


def own_template(folder: Path, text: str, *, name: str = "status", subject: str = "x") -> Path:
    (folder / "nl").mkdir(exist_ok=True)
    head = '{% extends "base/message.j2" %}\n'
    body = f"{{% block subject %}}{subject}{{% endblock %}}\n{{% block text %}}\n{text}\n{{% endblock %}}\n"
    (folder / "nl" / f"{name}.j2").write_text(head + body, encoding="utf-8")
    return folder


def test_an_unknown_value_is_named_with_template_line_and_way_out(tmp_path: Path) -> None:
    own = own_template(tmp_path, "een\n{{ kleur }}")

    with pytest.raises(LetterError) as refused:
        rendered(a_letter("status", STATUS_LETTER), own)

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
        ("{{ 'x'|center(30000) }}", r"status\.j2:4: No filter named 'center'"),
        ("{{ [1] }}", r"status\.j2:4: a list is not printed as it is"),
    ],
)
def test_a_wrong_template_is_refused_and_nothing_is_drafted(tmp_path: Path, text: str, reason: str) -> None:
    own = own_template(tmp_path, text)

    with pytest.raises(LetterError, match=reason) as refused:
        rendered(a_letter("status", STATUS_LETTER), own)

    assert "Nothing was drafted." in str(refused.value)


@pytest.mark.parametrize("name", ["letter", "macros", "invoice", "../en/status", "/etc/passwd", ""])
def test_only_letters_can_be_rendered(name: str) -> None:
    with pytest.raises(LetterError, match="Nothing was drafted"):
        rendered(a_letter(name, STATUS_LETTER))


@pytest.mark.parametrize("language", ["xx", "", "../nl", "nl/../en", "NL"])
def test_an_unknown_language_is_refused_and_the_known_are_named(language: str) -> None:
    with pytest.raises(LetterError, match=r"no letters in the language.*Use de, en, es, fr or nl"):
        rendered(a_letter("status", STATUS_LETTER, language=language))


def test_the_names_of_the_base_are_not_free() -> None:
    with pytest.raises(LetterError, match="person is not free"):
        rendered(a_letter("status", {**STATUS_LETTER, "person": "x"}))


def test_a_letter_of_the_persons_own_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own = own_template(tmp_path, "Alles gaat goed met {{ project.title }}.", subject="Kort bericht")

    letter = rendered(a_letter("status", STATUS_LETTER, greeting="Wiebe", form=Form.INFORMAL), own)

    assert letter == Rendered(
        subject="Kort bericht",
        text="Hoi Wiebe,\n\nAlles gaat goed met Website haven.\n\nGroet,\n\nSaskia de Boer\n",
    )
    answers = {"project": PROJECT, "sentence": "", "wrote_on": FRIDAY}
    assert rendered(a_letter("answers", answers), own) == rendered(a_letter("answers", answers))


@pytest.mark.parametrize("text", ["Dag!", '{% extends "letter.j2" %}{% block text %}Dag!{% endblock %}'])
def test_a_template_that_is_not_a_part_of_a_letter_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "status.j2").write_text(text, encoding="utf-8")

    with pytest.raises(LetterError, match=r'status\.j2: the template is not a letter.*extends "shipped/status.j2"'):
        rendered(a_letter("status", STATUS_LETTER), tmp_path)


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="subject or the text came out empty"):
        rendered(a_letter("status", STATUS_LETTER), own_template(tmp_path, "x", subject=" "))


def test_filters_speak_the_language() -> None:
    dutch, english = filters("nl"), filters("en")

    assert [dutch["money"](HOURLY), english["money"](Decimal("1234.5"), "USD")] == ["€ 85,00", "US$1,234.50"]
    assert [dutch["day"](FRIDAY), english["day"](FRIDAY)] == ["vrijdag 23 januari 2026", "Friday 23 January 2026"]
    assert [dutch["listing"](["a", "b", "c"]), english["listing"](["a", "b", "c"])] == ["a, b en c", "a, b and c"]
    assert [dutch["moment"](DUE), english["moment"](DUE), filters("de")["moment"](DUE)] == [
        "vrijdag 23 januari 2026 om 14:00",
        "Friday 23 January 2026 at 14:00",
        "Freitag, 23. Januar 2026, 14:00",
    ]


@pytest.mark.parametrize("name", ["quote", "quoted", "name"])
def test_brackets_of_a_client_are_no_blank_to_fill_in(name: str) -> None:
    shown = filters("en")[name]("Where do [[footer]], [x] and [[[[date]\u202e] come from?")

    assert shown.strip("“”") == "Where do [footer], [x] and [date] come from?"


def test_what_is_too_long_is_cut_between_words() -> None:
    cut = filters("nl")["quote"]

    assert cut("een twee drie vier", 18) == "een twee drie vier"
    assert cut("een twee drie vier", 16) == "een twee drie …"
    assert cut("een twee drie vier", 15) == "een twee drie …"
    assert cut("een twee drie vier", 14) == "een twee …"
    assert cut("x" * 700) == "x" * 598 + " …"
    assert cut("x" * 700, 900) == "x" * 598 + " …"
    assert cut("a " + "x" * 700, 20) == "a " + "x" * 16 + " …"


def test_dutch_and_english_have_every_letter_and_every_notice() -> None:
    shipped = shipped_templates()
    names = {
        language: {str(file.relative_to(shipped / language)) for file in (shipped / language).rglob("*.j2")}
        for language in ("nl", "en")
    }
    bases = {file.name for file in (shipped / "base").glob("*.j2")} - {"macros.j2", "message.j2", "part.j2"}
    told = {f"told/{duty}.j2" for duty in (*FACTS, "forgeries")}

    assert names["nl"] == names["en"] == {"words.j2", *bases, *told}
