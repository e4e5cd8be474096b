"""What `mailaide templates check` finds in a folder of templates, each with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailaide.adapters.letters.check import check_templates
from mailaide.adapters.letters.jinja import shipped_templates


def found(folder: Path, text: str, name: str = "nl/status.j2") -> list[str]:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [str(one).removeprefix(f"{folder}/") for one in check_templates(folder)]


def test_the_shipped_templates_have_no_fault() -> None:
    assert check_templates(shipped_templates()) == []


def test_a_sound_template_of_ones_own_has_no_fault(tmp_path: Path) -> None:
    text = """\
{% extends "shipped/status.j2" %}
{% from "base/macros.j2" import bullets %}
{% set today = since %}
{% block opening %}
{% for one in done %}{{ one.name|line }}{% endfor %} {{ form("U", "Je") }} {{ today|day }}
{% endblock %}
{% block closing %}{% block ours %}{{ bullets(waiting_for) }}{% endblock %}{% endblock %}
"""

    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            '{% extends "shipped/status.j2" %}\n\n{% block closing %}{{ projct.title }}{% endblock %}\n',
            ["nl/status.j2:3: nothing is called projct here; did you mean project?"],
        ),
        (
            '{% extends "shipped/status.j2" %}\n{% block closng %}Bel gerust.{% endblock %}\n',
            ["nl/status.j2:2: the block closng is shown nowhere; did you mean closing?"],
        ),
        (
            '{% extends "base/answers.j2" %}\n{% block subject %}x{% endblock %}{% block opening %}x{% endblock %}\n'
            "{% block continued %}x{% endblock %}{% block answer %}x{% endblock %}\n",
            ["nl/answers.j2:1: the block what_next is missing"],
        ),
        (
            '{% extends "shipped/status.j2" %}\n{% block closing %}\n'
            '{{ form("Wij garanderen dit.", "Ik bel.") }}{% endblock %}\n',
            ["nl/status.j2:3: overpromise: “Wij garanderen dit.”"],
        ),
        (
            '{% extends "shipped/status.j2" %}\n{% block closing %}{{ project.titel }}{% endblock %}\n',
            ["nl/status.j2:2: 'mailaide.core.project.Project object' has no attribute 'titel'"],
        ),
        (
            '{% extends "shipped/status.j2" %}\n{% block closing %}{{ since|dag }}{% endblock %}\n',
            ["nl/status.j2:2: No filter named 'dag'."],
        ),
        (
            '{% extends "shipped/status.j2" %}\n{% block closing %}\n{% if %}{% endblock %}\n',
            ["nl/status.j2:3: Expected an expression, got 'end of statement block'"],
        ),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, text: str, faults: list[str]) -> None:
    name = "nl/answers.j2" if "base/answers" in text else "nl/status.j2"

    told = found(tmp_path, text, name)

    assert len(told) >= len(faults)
    assert [fault for fault in faults if not any(one.startswith(fault) for one in told)] == []


def test_a_template_that_no_letter_uses_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, "x", "nl/invoice.j2") == ["nl/invoice.j2: no letter is called invoice, so it is not used"]
    (tmp_path / "nl" / "invoice.j2").unlink()
    assert found(tmp_path, "x", "status.j2") == [
        "status.j2: it lies in no language's folder, such as nl/, and is not used"
    ]


def test_the_messages_to_oneself_may_say_what_a_letter_may_not(tmp_path: Path) -> None:
    text = '{% extends "shipped/full.j2" %}\n{% block make_room %}Dit is gegarandeerd jouw fout.{% endblock %}\n'

    assert found(tmp_path, text, "nl/full.j2") == []
