"""`mailaide password`: the keyring gets what it is asked for at the next look, and only where it will be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from config.config_files import SMALLEST
from shelf import asked

from mailaide.adapters.secrets import Passwords, store_password
from mailaide.cli import main

OFFICE = "  office: {host: imap.studio.example, user: anna, password_file: office.password}\n"
SETTINGS = SMALLEST.replace("clients:", f"{OFFICE}clients:")
STORE = "store: {url: postgresql://mailaide@db.example/mailaide}\n"


def told(folder: Path, account: str, settings: str = SETTINGS) -> tuple[int, str]:
    (folder / "config.yaml").write_text(settings, "utf-8")
    ended = CliRunner().invoke(main, ["--config", str(folder / "config.yaml"), "password", account], input="hush\n")
    return ended.exit_code, re.sub(r"\s+", " ", ended.output).strip()


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with asked():
        yield


def test_an_account_has_the_password_that_was_typed_and_nobody_saw_it(tmp_path: Path):
    status, said = told(tmp_path, "studio")

    assert (status, Passwords({}).password("studio")) == (0, "hush")
    assert said == "Password of studio: ok studio: the keyring has its password. See: mailaide check"


def test_the_database_server_has_one_too(tmp_path: Path):
    status, _ = told(tmp_path, "store", SETTINGS + STORE)

    assert (status, store_password(None)) == (0, "hush")


@pytest.mark.parametrize(
    ("account", "why"),
    [
        ("nobody", "there is no account 'nobody'; there are studio, office"),
        ("store", "there is no account 'store'; there are studio, office"),
        ("office", "office.password, and the keyring is not asked"),
    ],
)
def test_what_would_never_be_looked_for_in_the_keyring_is_not_put_there(tmp_path: Path, account: str, why: str):
    status, said = told(tmp_path, account)

    assert status != 0
    assert why in said
