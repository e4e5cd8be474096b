"""Letters of every language in mutt and neomutt: what is on the screen and in the editor is what was written."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from system.dovecot import Dovecot
from system.smtp_sink import SmtpSink
from system.terminal_client import TerminalClient, version

from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.core.compose import draft_bytes
from mailaide.core.letter import Letter, Rendered
from mailaide.core.project import Form
from mailaide.core.samples.parts import sample_letter, sample_person

pytestmark = pytest.mark.dovecot

NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
TODAY = date(2026, 3, 16)
LETTERS = {
    "Dutch": sample_letter("fees", "nl", Form.FORMAL, TODAY),
    "English": sample_letter("dispute", "en", Form.INFORMAL, TODAY),
    "German": sample_letter("status", "de", Form.FORMAL, TODAY),
    "French": sample_letter("complaint", "fr", Form.FORMAL, TODAY),
    "Spanish": sample_letter("questions", "es", Form.INFORMAL, TODAY),
}
LETTERS["several parts"] = replace(
    LETTERS["German"],
    parts=(*sample_letter("answers", "de", Form.FORMAL, TODAY).parts, *LETTERS["German"].parts),
)


def rendered(letter: Letter) -> Rendered:
    person = replace(sample_person(letter.language), signature="-- \nAnna de Vries · Büro Zoë\n+31 30 555 01 23")
    return JinjaLetters(person, None).render(letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one letter looked like: the lines of the screen, and what the editor was given."""

    shown: list[str]
    opened: str


@pytest.fixture(scope="module", params=["mutt", "neomutt"])
def seen(
    request: pytest.FixtureRequest,
    dovecot: Dovecot,
    real_parts: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Seen]:
    program: str = request.param
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (apt install {program})")
    real_parts[f"{program} and letters"] = f"version {version(program)}: a letter of each language shown and edited"
    user = f"letters-{program}"
    for number, letter in enumerate(LETTERS.values()):
        identifier, anchor = f"<{number}@devries.example>", f"<a{number}@devries.example>"
        person = sample_person(letter.language)
        raw = draft_bytes(letter, rendered(letter), person, identifier=identifier, anchor=anchor, date=NOW)
        dovecot.deliver(user, "Drafts", raw, NOW, ["\\Draft", "\\Seen"])
    home = tmp_path_factory.mktemp("letters") / program
    found = {}
    with (
        SmtpSink() as sink,
        TerminalClient(program, home, user=user, port=dovecot.port, smtp_port=sink.port, line="") as person_there,
    ):
        for name, letter in LETTERS.items():
            subject = rendered(letter).subject
            shown = person_there.views("Drafts", subject)
            person_there.goes_to("INBOX")
            opened = person_there.recalls(subject)
            person_there.closes_the_editor()
            person_there.postpones()
            found[name] = Seen(shown=shown, opened=opened)
    return found


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_shown_line_by_line_as_it_was_written(seen: dict[str, Seen], name: str):
    text = rendered(LETTERS[name]).text

    shown = [line.strip() for line in seen[name].shown]
    begin = shown.index(text.splitlines()[0])
    words = " ".join(" ".join(shown[begin:-2]).replace("+", "").split())
    assert words.startswith(" ".join(text.replace("+", "").split()))
    listed = [line.strip() for line in text.splitlines() if line.startswith(("- ", "  "))]
    assert [line for line in listed if line not in shown] == []


@pytest.mark.parametrize("name", LETTERS)
def test_the_editor_is_given_the_letter_byte_for_byte(seen: dict[str, Seen], name: str):
    assert seen[name].opened == rendered(LETTERS[name]).text


@pytest.mark.parametrize("name", LETTERS)
def test_the_subject_is_readable_in_the_list(seen: dict[str, Seen], name: str):
    assert any(line.startswith("Subject:") and rendered(LETTERS[name]).subject in line for line in seen[name].shown)
