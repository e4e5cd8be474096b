"""Access tokens (RFC 6749): from the provider by a refresh token, or from a command of the person's own.

One refresh at a time, also among processes; a refresh token that the provider replaced is on the disk before it or
the access token is used. No token is ever logged, and nothing the endpoint says but its error code.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import re
import shlex
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from mailaide.errors import ConsentLost, MailboxUnreachable, SecretMissing, StoreError
from mailaide.ports import Secrets

SECONDS = 30.0
MOST_BYTES = 64 * 1024
LONGEST_USE = 240.0
"""Seconds for which a token is used. Shorter than the rest after a refused login, which so gets another one."""

NOTHING = ""
"""In place of a refresh token where the person has given none."""

SPARE = 60.0
"""Seconds before its end at which a token is old."""

FINAL = frozenset({"invalid_grant", "invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope"})
_ERROR_CODE = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a provider gives access tokens, and as which client mailaide asks. `secret_file` as some clients have."""

    url: str
    client_id: str
    scope: str = ""
    secret_file: Path | None = None


class AccessTokens:
    """`ports.Secrets` of accounts that log in by OAuth; of the others, whatever `passwords` says.

    The first refresh token of an account is its password there. Those that replace it lie in `folder`.
    """

    def __init__(
        self,
        passwords: Secrets,
        folder: Path,
        *,
        endpoints: Mapping[str, Endpoint],
        commands: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._passwords = passwords
        self._folder = folder
        self._endpoints = dict(endpoints)
        self._commands = dict(commands)
        self._clock = clock
        self._locks = {account: threading.Lock() for account in endpoints}
        self._tokens: dict[str, tuple[str, float]] = {}

    def password(self, account: str) -> str:
        """What to log in with now. Raises SecretMissing, ConsentLost, MailboxUnreachable, StoreError."""
        if account in self._commands:
            return _told_by(self._commands[account], account)
        if account not in self._endpoints:
            return self._passwords.password(account)
        with self._locks[account]:
            token, until = self._tokens.get(account, ("", 0.0))
            if not token or self._clock() >= until:
                token, until = self._refreshed(account, self._endpoints[account])
                self._tokens[account] = token, until
            return token

    def _refreshed(self, account: str, endpoint: Endpoint) -> tuple[str, float]:
        asked_at = self._clock()
        with self._kept(account).held() as kept:
            given = self._given(account, kept)
            refresh_token = kept.successor(given)
            told = _refreshed(account, endpoint, refresh_token)
            renewed = told.get("refresh_token")
            if isinstance(renewed, str) and renewed and renewed != refresh_token:
                kept.keep(given, renewed)
        lifetime = told.get("expires_in")
        lasts = LONGEST_USE
        # It may be no number at all, or larger than any that can be reckoned with.
        if isinstance(lifetime, int | float) and lifetime < LONGEST_USE + SPARE:
            lasts = lifetime - SPARE
        return str(told["access_token"]), asked_at + lasts

    def connect(self, account: str, ask: Callable[[Endpoint], str]) -> None:
        """Have `ask` bring a refresh token, which takes the place of whatever was given before."""
        refresh_token = ask(self._endpoints[account])
        with self._kept(account).held() as kept:
            try:
                given = self._passwords.password(account)
            except SecretMissing:
                given = NOTHING
            kept.keep(given, refresh_token)

    def _kept(self, account: str) -> _Kept:
        return _Kept(self._folder / f"oauth-{account}.json")

    def _given(self, account: str, kept: _Kept) -> str:
        """The refresh token that lies where a password would; after `connect` there need be none."""
        try:
            return self._passwords.password(account)
        except SecretMissing as error:
            if kept.successor(NOTHING) != NOTHING:
                return NOTHING
            said = str(error).removeprefix(f"account {account}: ")
            raise SecretMissing(account, f"{said} Or let mailaide in: mailaide connect {account}.") from None


class _Kept:
    """The file with the refresh token that took the place of the one the person gave, if any."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @contextlib.contextmanager
    def held(self) -> Iterator[_Kept]:
        """Nobody else, in this process or another one, refreshes meanwhile."""
        try:
            lock = os.open(self._file.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise self._failed(error) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield self
        finally:
            os.close(lock)

    def successor(self, given: str) -> str:
        """The token to use; the given one, if the person gave it after the last one was kept."""
        try:
            told = json.loads(self._file.read_text("utf-8"))
            return str(told["refresh_token"]) if told["instead_of"] == _digest(given) else given
        except FileNotFoundError:
            return given
        except OSError as error:
            raise self._failed(error) from error
        except (ValueError, KeyError, TypeError):
            return given

    def keep(self, given: str, renewed: str) -> None:
        """On the disk when this returns: the provider may not take the one before any more."""
        fresh = self._file.with_suffix(".new")
        try:
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump({"instead_of": _digest(given), "refresh_token": renewed}, file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._file)
            folder = os.open(self._file.parent, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)
        except OSError as error:
            raise self._failed(error) from error

    def _failed(self, error: OSError) -> StoreError:
        return StoreError(
            f"{self._file} cannot be used: {error.strerror or error}. Nothing was done to the mailbox. "
            "Make it a file that this user may read and write, on a disk with room."
        )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _refreshed(account: str, endpoint: Endpoint, refresh_token: str) -> Mapping[str, object]:
    """What the endpoint gives for the refresh token (RFC 6749, 6)."""
    form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
    if endpoint.scope:
        form["scope"] = endpoint.scope
    lost = (
        "does not accept the refresh token any more (invalid_grant): the consent was withdrawn or has run out, or the "
        "password was changed. Nothing was read or written. Give mailaide access to the mailbox again: "
        f"mailaide connect {account}, or put a new refresh token where the old one is."
    )
    return granted(account, endpoint, form, lost=lost)


def granted(account: str, endpoint: Endpoint, form: Mapping[str, str], *, lost: str) -> Mapping[str, object]:
    """What the endpoint gives for this grant; `lost` says what a refused one means."""
    form = {**form, "client_id": endpoint.client_id}
    if endpoint.secret_file is not None:
        form["client_secret"] = _client_secret(account, endpoint.secret_file)
    status, told = _posted(account, endpoint.url, urlencode(form).encode())
    if status == 200 and isinstance(told.get("access_token"), str) and told["access_token"]:  # noqa: PLR2004  # HTTP
        return told
    code, host = error_code(told.get("error")), urlsplit(endpoint.url).hostname
    if code == "invalid_grant":
        raise ConsentLost(account, f"get an access token: {host} {lost}")
    if code in FINAL:
        raise ConsentLost(
            account,
            f"get an access token: {host} refused ({code}). Nothing was read or written. Check client_id, scope and "
            "client_secret_file under oauth.",
        )
    raise _later(account, f"{host} answered with HTTP status {status}" + (f" ({code})" if code else ""))


def error_code(told: object) -> str:
    """An error as RFC 6749 has them, or nothing: whatever else was said may hold anything."""
    return told if isinstance(told, str) and _ERROR_CODE.fullmatch(told) else ""


def _client_secret(account: str, file: Path) -> str:
    try:
        return file.read_text("utf-8").split("\n", 1)[0].strip()
    except (OSError, UnicodeDecodeError):
        raise SecretMissing(
            account, f"client_secret_file {file} cannot be read. Nothing was read or written. Correct it."
        ) from None


def _posted(account: str, address: str, body: bytes) -> tuple[int, Mapping[str, object]]:
    url = urlsplit(address)
    kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    try:
        with contextlib.closing(kind(url.hostname or "", url.port, timeout=SECONDS)) as connection:
            connection.request("POST", url.path + (f"?{url.query}" if url.query else ""), body, headers)
            response = connection.getresponse()
            read = response.read(MOST_BYTES)
    except (OSError, HTTPException) as error:
        raise _later(account, f"{url.hostname} cannot be reached ({type(error).__name__})") from None
    try:
        told = json.loads(read)
    except (ValueError, RecursionError):
        told = {}
    return response.status, told if isinstance(told, dict) else {}


def _later(account: str, what: str) -> MailboxUnreachable:
    return MailboxUnreachable(
        account, f"get an access token: {what}. The mailbox is as it was; mailaide tries again by itself."
    )


def _told_by(command: str, account: str) -> str:
    """The first line that the command prints. What it says on standard error may hold anything and is not repeated."""
    try:
        done = subprocess.run(  # noqa: S603  # it is the person's own command
            shlex.split(command), stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
        token = done.stdout.decode("ascii").split("\n", 1)[0].strip()
        if token and done.returncode == 0:
            return token
        why = f"ended with status {done.returncode}" if done.returncode else "did not print a token"
    except subprocess.TimeoutExpired:
        raise MailboxUnreachable(
            account, f"token_command gave no answer within {SECONDS:.0f} s. mailaide tries again by itself."
        ) from None
    except OSError as error:
        why = f"could not be started ({error.strerror})"
    except UnicodeDecodeError:
        why = "did not print a token"
    except ValueError:
        why = "is not written as a shell would take it"
    raise SecretMissing(
        account,
        f"token_command {why}. Nothing was read or written. Run it by hand as the user that runs mailaide: it must "
        "print an access token, and nothing before it.",
    )
