"""The store's section: a database server to remember in, its password never in this file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from config.config_files import SMALLEST, problems

from mailaide.config import StoreSettings, load


def with_store(*lines: str) -> str:
    """A configuration whose store has these settings."""
    return f"{SMALLEST}store: {{{', '.join(lines)}}}\n"


def test_a_database_server_is_named_by_its_url(write: Callable[[str], Path]):
    path = write(with_store("url: postgresql://mail@db.example/mail", "password_file: secrets/store"))

    assert load(path, environment={}).store == StoreSettings(
        url="postgresql://mail@db.example/mail", password_file=path.parent / "secrets" / "store"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("url: postgresql://mail:hush@db.example/mail", "this URL holds a password"),
        ("url: mysql://mail@db.example/mail", "this names no database"),
        ("url: postgresql://mail@db.example", "this names no database"),
        ("password: hush", 'run "mailaide password store"'),
    ],
)
def test_what_is_wrong_with_it_is_said_without_the_password(write: Callable[[str], Path], line: str, said: str):
    found = "\n".join(problems(write(with_store(line))))

    assert said in found
    assert "hush" not in found
