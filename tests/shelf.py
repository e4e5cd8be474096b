"""A keyring of the tests' own: the desktop's is neither asked nor told anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend


class Shelf(KeyringBackend):
    """It has one password, and keeps what it is given."""

    priority = 0

    def __init__(self) -> None:
        """Whatever the environment says of keyrings."""
        self.kept = {("mailaide", "anna"): "of the keyring"}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None: ...


@contextmanager
def asked() -> Iterator[None]:
    """Have a new shelf asked for passwords."""
    before = keyring.get_keyring()
    keyring.set_keyring(Shelf())
    yield
    keyring.set_keyring(before)
