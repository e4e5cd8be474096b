"""`mailaide connect`: an account is let in by its own settings, in a process of its own as a person would start it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from authorization_server import ACCESS, Browser, running
from click.testing import CliRunner
from config.config_files import SMALLEST

from mailaide.cli import main
from mailaide.config import load
from mailaide.service.wiring import secrets


def settings(folder: Path, oauth: str = "") -> Path:
    file = folder / "config.yaml"
    file.write_text(SMALLEST.replace("user: anna", f"user: anna{oauth}") + "state_directory: state\n", "utf-8")
    return file


@pytest.mark.real
def test_after_the_person_agreed_the_account_has_an_access_token(tmp_path: Path):
    with running() as server:
        asked = f"token_endpoint: '{server.token_endpoint}', authorization_endpoint: '{server.page}'"
        file = settings(tmp_path, f", oauth: {{{asked}, client_id: mailaide, scope: imap}}")
        command = [sys.executable, "-m", "mailaide", "--config", str(file), "connect", "studio"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            address = next(line.strip() for line in process.stdout if line.startswith("http"))
            Browser()(address)
            last = process.stdout.read().strip()

        assert (process.returncode, last) == (
            0,
            "ok  account studio: mailaide may read this mailbox. See: mailaide check",
        )
        assert secrets(load(file)).password("studio") == ACCESS


@pytest.mark.parametrize(
    ("account", "oauth", "said"),
    [
        ("office", "", "there is no account 'office'; there are studio"),
        ("studio", "", "nothing says where to ask for access"),
        ("studio", ", oauth: {token_endpoint: 'https://id.example/token', client_id: a}", "nothing says where to ask"),
        ("studio", ", token_command: oama access anna", "nothing says where to ask for access"),
    ],
)
def test_what_cannot_be_connected_says_why(tmp_path: Path, account: str, oauth: str, said: str):
    told = CliRunner().invoke(main, ["--config", str(settings(tmp_path, oauth)), "connect", account])

    assert told.exit_code != 0
    assert said in re.sub(r"\s+", " ", told.output)
