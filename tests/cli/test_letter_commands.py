"""`mailaide preview` and `mailaide templates check` on the example configuration, as a person would call them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mailaide.cli import main
from mailaide.core.parts import PARTS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "config.example.yaml"


def mailaide(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def previewed(*words: str) -> Result:
    return mailaide("--config", str(EXAMPLE), "preview", *words)


def test_all_letters_of_a_project_are_shown_with_its_own_terms():
    shown = previewed("harbour-site")

    assert shown.exit_code == 0
    headings = [line for line in shown.stdout.splitlines() if line.startswith("── ")]
    assert headings == [f"── {part}, nl, informal" for part in PARTS]
    assert "\nSubject: De nieuwe website: kosten en afspraken\n\nHoi Bob,\n" in shown.stdout
    assert "\n- Meerwerk: € 87,50 per uur\n" in shown.stdout
    assert "wording:" not in shown.stdout


def test_one_letter_can_be_had_in_another_language_and_form():
    shown = previewed("harbour-site", "complaints", "--language", "de", "--form", "formal")

    assert shown.stdout.startswith("── complaint, de, formal\nSubject: De nieuwe website: Ihre Nachricht vom ")
    assert shown.stdout.count("── ") == 1


def test_a_language_that_has_no_letters_is_refused_and_the_known_are_named():
    shown = previewed("status", "--language", "it")

    assert "there are no letters in the language 'it'. Nothing was drafted. Use de, en, es, fr or nl" in shown.stdout


def test_a_preview_needs_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    shown = mailaide("--config", "none.yaml", "preview", "status", "--language", "fr")

    assert shown.exit_code == 0
    assert "Subject: Le nouveau site : où en est le projet" in shown.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "there is no project 'nowhere'; there are harbour-site"),
        (("harbour-site", "invoice"), "there is no such letter; use one of kickoff, fees, status"),
    ],
)
def test_what_is_not_there_is_named(words: tuple[str, ...], said: str):
    refused = previewed(*words)

    assert refused.exit_code == 2
    assert said in refused.stderr


def test_the_shipped_letters_pass_the_check():
    checked = mailaide("--config", str(EXAMPLE), "templates", "check")

    assert (checked.exit_code, checked.stderr) == (0, "")
    assert checked.stdout.startswith("ok  ")
    assert checked.stdout.endswith("(the shipped ones)\n")


def test_a_fault_in_a_letter_of_ones_own_is_told_with_its_line(tmp_path: Path):
    own = tmp_path / "nl" / "fees.j2"
    own.parent.mkdir()
    own.write_text('{% extends "shipped/fees.j2" %}\n{% block closing %}{{ feees }}{% endblock %}\n', encoding="utf-8")

    checked = mailaide("templates", "check", str(tmp_path))

    assert checked.exit_code == 1
    assert f"{own}:2: nothing is called feees here; did you mean fees?" in checked.stderr
