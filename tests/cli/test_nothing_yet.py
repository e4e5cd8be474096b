"""What the commands say before anything is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from config.config_files import SMALLEST

from mailaide.cli import main


def told(*words: str) -> tuple[int, str]:
    ended = CliRunner().invoke(main, words)
    return ended.exit_code, re.sub(r"\s+", " ", ended.output).strip()


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "config.yaml"
    file.write_text(f"{SMALLEST}state_directory: state\n", "utf-8")
    return str(file)


def test_a_configuration_that_is_nowhere_belongs_in_the_home_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    status, said = told("status")

    assert status == 2
    assert f"{tmp_path}/.config/mailaide/config.yaml: there is no such file; copy config.example.yaml to it" in said


def test_a_project_without_mail_has_no_timeline(config: str):
    assert told("--config", config, "timeline", "site") == (
        0,
        "Nothing has happened in site yet, as far as its mail was read.",
    )


def test_a_mark_is_about_something(config: str):
    status, said = told("--config", config, "mark", "answered")

    assert status == 2
    assert said.endswith("Error: Say also what is answered: KEY|MESSAGE-ID|PROJECT.")
