"""How an account says that it logs in by OAuth; no token and no secret stands in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from config.config_files import SMALLEST, problems

from mailaide.config import load
from mailaide.config.settings import OAuthSettings


def with_account(*lines: str) -> str:
    """A configuration whose account has these settings too."""
    return SMALLEST.replace("user: anna}", ", ".join(["user: anna", *lines]) + "}")


@pytest.mark.parametrize(
    ("line", "settings"),
    [
        (
            "oauth: {provider: google, client_id: a, client_secret_file: client}",
            {
                "endpoint": "https://oauth2.googleapis.com/token",
                "client_id": "a",
                "client_secret_file": "client",
                "authorization_endpoint": (
                    "https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent"
                ),
                "consent_scope": "https://mail.google.com/",
            },
        ),
        (
            "oauth: {provider: microsoft, client_id: a}",
            {
                "endpoint": "https://login.microsoftonline.com/common/oauth2/v2.0/token",
                "client_id": "a",
                "scope": "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
                "authorization_endpoint": "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
                "consent_scope": "https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
                "redirect_host": "localhost",
            },
        ),
        (
            "oauth: {token_endpoint: 'https://id.example/token', client_id: a, scope: imap}",
            {"endpoint": "https://id.example/token", "client_id": "a", "scope": "imap", "consent_scope": "imap"},
        ),
        (
            "oauth: {token_endpoint: 'https://id.example/token', client_id: a, "
            "authorization_endpoint: 'https://id.example/page'}",
            {
                "endpoint": "https://id.example/token",
                "client_id": "a",
                "authorization_endpoint": "https://id.example/page",
            },
        ),
        ("token_command: oama access anna", {"command": "oama access anna"}),
    ],
)
def test_an_account_may_log_in_by_oauth(write: Callable[[str], Path], line: str, settings: dict[str, Any]):
    path = write(with_account(line))
    if "client_secret_file" in settings:
        settings = settings | {"client_secret_file": path.parent / "client"}

    assert load(path, environment={}).account("studio").oauth == OAuthSettings(**settings)


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
def test_what_contradicts_itself_is_said(write: Callable[[str], Path], lines: list[str], said: str):
    [problem] = problems(write(with_account(*lines)))

    assert said in problem
