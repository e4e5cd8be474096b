"""The store's section: a database server to remember in, its password never in this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailaide.config import StoreSettings, load
from mailaide.errors import ConfigError

CONFIG = """\
version: 1
person:
  name: Anna
  addresses: [anna@devries.example]
  time_zone: Europe/Amsterdam
  working_hours: {mon-fri: [09:00-17:00]}
accounts:
  work: {host: imap.devries.example, user: anna}
store:
"""


def written(folder: Path, *lines: str) -> Path:
    file = folder / "config.yaml"
    file.write_text(CONFIG + "".join(f"  {line}\n" for line in lines), "utf-8")
    return file


def test_a_database_server_is_named_by_its_url(tmp_path: Path):
    file = written(tmp_path, "url: postgresql://mail@db.example/mail", "password_file: secrets/store")

    assert load(file, environment={}).store == StoreSettings(
        url="postgresql://mail@db.example/mail", password_file=tmp_path / "secrets" / "store"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("url: postgresql://mail:hush@db.example/mail", "this URL holds a password"),
        ("url: mysql://mail@db.example/mail", "this names no database"),
        ("url: postgresql://mail@db.example", "this names no database"),
        ("password: hush", 'run "keyring set mailaide store"'),
    ],
)
def test_what_is_wrong_with_it_is_said_without_the_password(tmp_path: Path, line: str, said: str):
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, line), environment={})

    assert said in str(caught.value)
    assert "hush" not in str(caught.value)
