"""Passwords, from where the person keeps them; never from the settings themselves.

A file named in the settings wins, then systemd's credentials, then the keyring. A place that fails is passed over,
and the error for a missing password names all three.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mailaide.errors import SecretMissing, StoreError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

SERVICE = "mailaide"
"""What the keyring knows us by."""

STORE = "store"
"""Under this name, in place of an account's, the password of a database server is kept."""


def store_password(file: Path | None) -> str:
    """The password of the database server; empty where none is kept, because some ask for none. Raises StoreError."""
    try:
        return Passwords({STORE: file} if file else {}).password(STORE)
    except SecretMissing as error:
        if file is None:
            return ""
        raise StoreError(f"The store's {str(error).removeprefix(f'account {STORE}: ')}") from None


class Passwords:
    """`ports.Secrets`. `password_files` holds the files named in the settings, by account."""

    def __init__(self, password_files: Mapping[str, Path]) -> None:
        self._files = dict(password_files)

    def password(self, account: str) -> str:
        """Looked up anew each time, so a changed password is seen without a restart."""
        if account in self._files:
            return self._from_settings(account, self._files[account])
        found = _from_systemd(account) or _from_keyring(account)
        if not found:
            raise SecretMissing(
                account,
                "no password was found. Nothing was read or written. Supply it in one of three ways: "
                f"`mailaide password {account}`; password_file in the settings; or "
                f"LoadCredential=mailaide.{account}:FILE in the systemd unit.",
            )
        return found

    @staticmethod
    def _from_settings(account: str, path: Path) -> str:
        # A file the person named must not be replaced by another password without a word.
        try:
            found = _first_line(path.expanduser())
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise SecretMissing(
                account,
                f"password_file {path} cannot be read ({why}). Nothing was read or written. "
                f"Correct it, or leave it out and use a systemd credential mailaide.{account} or "
                f"`mailaide password {account}`.",
            ) from None
        if not found:
            raise SecretMissing(
                account,
                f"password_file {path} is empty. Nothing was read or written. "
                f"Write the password on its first line, or use a systemd credential mailaide.{account} or "
                f"`mailaide password {account}`.",
            )
        return found


def _first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")


def _from_systemd(account: str) -> str:
    directory = os.environ.get("CREDENTIALS_DIRECTORY")
    for name in (f"mailaide.{account}", account) if directory else ():
        try:
            if found := _first_line(Path(directory or "", name)):
                return found
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError) as error:
            log.warning("account %s: the credential %s cannot be read: %s", account, name, type(error).__name__)
    return ""


def _from_keyring(account: str) -> str:
    try:
        return _keyring().get_password(SERVICE, account) or ""
    except _Useless as error:
        log.warning("account %s: %s, and was not asked", account, error)
        return ""
    except Exception as error:  # noqa: BLE001  # a backend may raise anything, and without a desktop it does
        log.debug("account %s: the keyring gave no password: %s", account, type(error).__name__)
        return ""


def keep(account: str, password: str) -> None:
    """Have the keyring keep the password of an account, or of `STORE`. Raises SecretMissing where there is none."""
    try:
        keyring = _keyring()
        keyring.set_password(SERVICE, account, password)
        if keyring.get_password(SERVICE, account) != password:
            raise _Useless("the keyring did not keep the password")
    except Exception as error:  # noqa: BLE001  # a backend may raise anything, and without a desktop it does
        why = str(error) if isinstance(error, _Useless) else f"no keyring took the password ({type(error).__name__})"
        raise SecretMissing(
            account,
            f"{why}. Nothing was kept. Is this your own desktop, and is its keyring unlocked? Elsewhere write the "
            "password to a file that only you can read, and name it as password_file in the configuration.",
        ) from None


class _Useless(Exception):
    """The keyring keeps nothing, or keeps it where any program can read it."""


def _keyring() -> KeyringBackend:
    import keyring  # noqa: PLC0415  # it looks for its backends when imported, which takes time

    backend = keyring.get_keyring()
    if type(backend).__module__.startswith("keyrings.alt"):
        raise _Useless("the keyring backend keyrings.alt is not safe")
    return backend
