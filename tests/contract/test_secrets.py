"""Where a password is looked for, and what is said when it is nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from mailaide.adapters.secrets import Passwords, store_password
from mailaide.errors import SecretMissing, StoreError


class Shelf(KeyringBackend):
    """A keyring of this test's own."""

    priority = 0

    def __init__(self) -> None:
        """Whatever the environment says of keyrings."""

    def get_password(self, service: str, username: str) -> str | None:
        return {("mailaide", "anna"): "of the keyring"}.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class Locked(Shelf):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("no D-Bus")


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = keyring.get_keyring()
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    keyring.set_keyring(Shelf())
    yield
    keyring.set_keyring(before)


def test_the_file_of_the_settings_comes_first(tmp_path: Path):
    (tmp_path / "anna").write_text("of thé file\r\nnote\n", encoding="utf-8")

    assert Passwords({"anna": tmp_path / "anna"}).password("anna") == "of thé file"


@pytest.mark.parametrize("name", ["mailaide.anna", "anna"])
def test_then_the_credential_of_systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    (tmp_path / name).write_text("of systemd")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))

    assert Passwords({}).password("anna") == "of systemd"


def test_then_the_keyring():
    assert Passwords({}).password("anna") == "of the keyring"


def test_a_named_file_that_is_gone_is_not_replaced_by_another_password(tmp_path: Path):
    with pytest.raises(SecretMissing, match="cannot be read"):
        Passwords({"anna": tmp_path / "gone"}).password("anna")


def test_fault_68_a_missing_password_names_every_way():
    keyring.set_keyring(Locked())

    with pytest.raises(SecretMissing, match=r"password_file.*LoadCredential=mailaide\.anna.*keyring set mailaide anna"):
        Passwords({}).password("anna")


def test_the_store_has_a_password_where_those_of_accounts_are_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "mailaide.store").write_text("of systemd")
    (tmp_path / "file").write_text("of the file\n")

    assert store_password(None) == ""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert store_password(None) == "of systemd"
    assert store_password(tmp_path / "file") == "of the file"
    with pytest.raises(StoreError, match=r"^The store's password_file .*nowhere cannot be read .* mailaide store`"):
        store_password(tmp_path / "nowhere")
