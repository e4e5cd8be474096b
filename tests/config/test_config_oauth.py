"""How an account says that it logs in by OAuth; no token and no secret stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailaide.config import load
from mailaide.config.settings import OAuthSettings
from mailaide.errors import ConfigError

CONFIG = """\
version: 1
person:
  name: Anna
  addresses: [anna@devries.example]
  time_zone: Europe/Amsterdam
  working_hours: {mon-fri: [09:00-17:00]}
accounts:
  work:
    host: imap.devries.example
    user: anna
"""


def written(folder: Path, *lines: str) -> Path:
    file = folder / "config.yaml"
    file.write_text(CONFIG + "".join(f"    {line}\n" for line in lines), "utf-8")
    return file


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        (
            "oauth: {provider: google, client_id: a, client_secret_file: client}",
            {"endpoint": "https://oauth2.googleapis.com/token", "client_id": "a", "client_secret_file": "client"},
        ),
        (
            "oauth: {provider: microsoft, client_id: a}",
            {
                "endpoint": "https://login.microsoftonline.com/common/oauth2/v2.0/token",
                "client_id": "a",
                "scope": "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
            },
        ),
        (
            "oauth: {token_endpoint: 'https://id.example/token', client_id: a, scope: imap}",
            {"endpoint": "https://id.example/token", "client_id": "a", "scope": "imap"},
        ),
        ("token_command: oama access anna", {"command": "oama access anna"}),
    ],
)
def test_an_account_may_log_in_by_oauth(tmp_path: Path, line: str, settings: dict[str, object]):
    if "client_secret_file" in settings:
        settings = settings | {"client_secret_file": tmp_path / "client"}

    assert load(written(tmp_path, line), environment={}).account("work").oauth == OAuthSettings(**settings)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["oauth: {client_id: a}"], 'write either "provider" or "token_endpoint"'),
        (["oauth: {client_id: a, provider: google, token_endpoint: 'https://id.example/'}"], "write either"),
        (
            ["oauth: {client_id: a, token_endpoint: 'http://id.example/'}"],
            "could be read on its way there; write https",
        ),
        (["oauth: {client_id: a, token_endpoint: nowhere}"], "this is not an address"),
        (["oauth: {provider: google, client_id: a}", "token_command: oama"], "keep one of the two"),
        (["oauth: {provider: yahoo, client_id: a}"], "provider"),
    ],
)
def test_what_contradicts_itself_is_said(tmp_path: Path, lines: list[str], said: str):
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, *lines), environment={})

    assert said in str(caught.value)
