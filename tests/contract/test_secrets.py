"""Where a password is looked for, and what is said when it is nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from shelf import Shelf, asked

from mailaide.adapters.secrets import Passwords, keep, store_password
from mailaide.errors import SecretMissing, StoreError


class Locked(Shelf):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("no D-Bus")


class Forgetful(Shelf):
    def set_password(self, service: str, username: str, password: str) -> None: ...


class Plain(Shelf):
    """As keyrings.alt has them."""


Plain.__module__ = "keyrings.alt.file"


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with asked():
        yield


def test_the_file_of_the_settings_comes_first(tmp_path: Path):
    (tmp_path / "anna").write_text("of thé file\r\nnote\n", encoding="utf-8")

    assert Passwords({"anna": tmp_path / "anna"}).password("anna") == "of thé file"


@pytest.mark.parametrize("name", ["mailaide.anna", "anna"])
def test_without_a_file_the_credential_of_systemd_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    (tmp_path / name).write_text("of systemd")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    assert Passwords({}).password("anna") == "of systemd"


def test_without_either_the_keyring_is_asked():
    assert Passwords({}).password("anna") == "of the keyring"


def test_a_named_file_that_is_gone_is_not_replaced_by_another_password(tmp_path: Path):
    with pytest.raises(SecretMissing, match="cannot be read"):
        Passwords({"anna": tmp_path / "gone"}).password("anna")


def test_fault_68_a_missing_password_names_every_way():
    keyring.set_keyring(Locked())

    with pytest.raises(SecretMissing, match=r"mailaide password anna.*password_file.*LoadCredential=mailaide\.anna"):
        Passwords({}).password("anna")


def test_the_store_has_a_password_where_those_of_accounts_are_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "mailaide.store").write_text("of systemd")
    (tmp_path / "file").write_text("of the file\n")

    assert store_password(None) == ""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert store_password(None) == "of systemd"
    assert store_password(tmp_path / "file") == "of the file"
    with pytest.raises(
        StoreError, match=r"^The store's password_file .*nowhere cannot be read .* `mailaide password store`"
    ):
        store_password(tmp_path / "nowhere")


def test_a_password_that_is_kept_is_found():
    keep("studio", "hush")

    assert Passwords({}).password("studio") == "hush"


@pytest.mark.parametrize(
    ("useless", "why"),
    [
        (Locked(), r"no keyring took the password \(RuntimeError\)"),
        (Forgetful(), "the keyring did not keep the password"),
        (Plain(), r"keyrings\.alt is not safe"),
    ],
    ids=["locked", "forgetful", "readable by all"],
)
def test_fault_68_what_no_keyring_keeps_is_told_with_another_way(useless: Shelf, why: str):
    keyring.set_keyring(useless)

    with pytest.raises(SecretMissing, match=f"account studio: .*{why}.* Nothing was kept.*password_file") as raised:
        keep("studio", "hush")

    assert "hush" not in str(raised.value)
