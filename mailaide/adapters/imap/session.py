"""One IMAP connection: encrypted, logged in, and silent about what it carries.

Encryption may be missing on loopback only, a certificate is always verified, and there is no switch against either.
Whatever the server or the network does becomes one of the MailboxErrors; their text never holds mail.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from imapclient import IMAPClient
from imapclient.exceptions import CapabilityError, ProtocolError
from imapclient.response_parser import parse_fetch_response, parse_response

from mailaide.adapters.imap.folders import Listed, listed
from mailaide.core.mail import Role
from mailaide.errors import (
    CertificateRefused,
    FolderMissing,
    LoginRefused,
    MailaideError,
    MailboxError,
    MailboxUnreachable,
)

TIMEOUT_SECONDS = 30.0
TEMPORARY_CODES = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[THROTTLED]", "TOO MANY", "TRY AGAIN")
MISSING_CODES = ("[NONEXISTENT]", "[TRYCREATE]", "DOESN'T EXIST", "DOES NOT EXIST", "UNKNOWN MAILBOX")
FULL_CODES = ("[OVERQUOTA]", "[TOOBIG]", "[APPENDLIMIT]")

Row = dict[bytes, Any]
"""One FETCH answer: item, in capitals, and its value."""

log = logging.getLogger(__name__)

# At DEBUG imapclient logs literals, which are message bodies and drafts.
for name in ("imapclient", "imapclient.imapclient", "imapclient.imaplib", "imapclient.util"):
    logging.getLogger(name).setLevel(logging.ERROR if name.endswith("util") else logging.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How to reach one mailbox. `folder_names` holds the names the person wrote down; the other roles are found."""

    name: str
    host: str
    port: int = 993
    user: str
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    ca_file: Path | None = None
    folder_names: Mapping[Role, str] = field(default_factory=dict)


@contextlib.contextmanager
def translated(account: str, doing: str) -> Iterator[None]:
    """Turn everything that comes up while speaking to a server into a MailboxError."""
    try:
        yield
    except MailaideError:
        raise
    except ssl.SSLCertVerificationError as error:
        raise CertificateRefused(
            account,
            f"{doing}: the server's certificate cannot be trusted ({error.verify_message}). "
            "No password was sent. Check host and port; for a server with its own authority set ca_file.",
        ) from None
    except IMAPClient.AbortError as error:
        raise _broken(account, doing, _said(error)) from None
    except (ProtocolError, CapabilityError) as error:
        raise _broken(account, doing, f"an answer that is not proper IMAP ({type(error).__name__})") from None
    except IMAPClient.Error as error:
        said = _said(error)
        if said.startswith("got more than"):
            raise _broken(account, doing, "an endless line") from None
        raise _refusal(account, doing, said) from None
    except TimeoutError:
        raise _broken(account, doing, f"no answer within {TIMEOUT_SECONDS:.0f} s") from None
    except (OSError, EOFError) as error:
        raise _broken(account, doing, str(error) or type(error).__name__) from None
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        # The client library trips over odd answers in these ways; what it says may quote mail, so it is not repeated.
        log.debug("%s: %s at %s", account, type(error).__name__, doing)
        raise _broken(account, doing, f"an answer that cannot be read ({type(error).__name__})") from None


def _broken(account: str, doing: str, what: str) -> MailboxUnreachable:
    return MailboxUnreachable(
        account, f"{doing}: {what}. The mailbox is as it was; mailaide looks again before it writes, and tries again."
    )


def _refusal(account: str, doing: str, said: str) -> MailboxError:
    spoken = said.upper()
    if any(code in spoken for code in TEMPORARY_CODES):
        return _broken(account, doing, f"the server is busy ({said})")
    if any(code in spoken for code in MISSING_CODES):
        return FolderMissing(account, f"{doing}: {said}. No folder was made. Name the right one in folders.")
    if any(code in spoken for code in FULL_CODES):
        return MailboxError(account, f"{doing}: the mailbox is full ({said}). Nothing was written. Make room in it.")
    return MailboxError(account, f"{doing}: the server refused ({said}). Nothing was changed. See the server's answer.")


def _said(error: BaseException) -> str:
    """What the server said, on one short line; nothing when the words may be those of a mail."""
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    if "unexpected" in text.lower():
        return "the server said something unexpected"
    return re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+", " ", text).strip(" '\"")[:200] or "the connection broke"


class _Wire(IMAPClient):  # type: ignore[misc]  # imapclient ships no types
    """imapclient with folder names as the server's own bytes, and FETCH read row by row."""

    def _normalise_folder(self, name: bytes) -> bytes:
        return b'"' + name.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'

    def listing(self, *options: str) -> list[Listed]:
        typ, data = self._imap._simple_command("LIST", *options, '""', '"*"')
        self._checkok("LIST", typ, data)
        _, data = self._imap._untagged_response(typ, data, "LIST")
        folders = []
        for row in _rows(data):
            try:
                flags, separator, name = parse_response(row)
            except (ProtocolError, ValueError):
                log.warning("a folder was left out: the server's line about it cannot be read")
                continue
            raw = name if isinstance(name, bytes) else str(name).encode()
            folders.append(listed(raw, separator or b"", flags))
        return folders

    def rows(self, *command: str) -> list[Row]:
        """Run a FETCH and return its rows that name a UID. Unasked and unreadable rows are left out."""
        self._imap.untagged_responses.pop("FETCH", None)
        tag = self._imap._command(*command)
        typ, data = self._imap._command_complete("FETCH", tag)
        self._checkok("fetch", typ, data)
        merged: dict[int, Row] = {}
        for row in _rows(self._imap.untagged_responses.pop("FETCH", None) or []):
            try:
                answers = parse_fetch_response(row, normalise_times=False, uid_is_key=False)
            except (ProtocolError, ValueError, TypeError, IndexError):
                log.warning("a message was left out: the server's answer about it cannot be read")
                continue
            for answer in answers.values():
                if isinstance(uid := answer.get(b"UID"), int):
                    merged.setdefault(uid, {}).update(answer)
        return list(merged.values())


def _rows(data: list[Any]) -> Iterator[list[Any]]:
    """imaplib gives a line with literals as several items; the last one of a line is plain bytes."""
    row: list[Any] = []
    for item in data:
        if item is None:
            continue
        row.append(item)
        if isinstance(item, bytes):
            yield row
            row = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A folder as it was when it was opened."""

    name: str
    uidvalidity: int
    uidnext: int
    exists: int


class ImapSession:
    """A logged-in connection. Not for use by two threads."""

    def __init__(self, account: Account, password: str) -> None:
        self.account = account
        self.opened: Selected | None = None
        self._listing: tuple[Listed, ...] | None = None
        self._wire = _connect(account)
        try:
            self._login(password)
        except MailaideError:
            self.drop()
            raise

    def _login(self, password: str) -> None:
        account, doing = self.account, f"log in as {self.account.user!r}"
        with translated(account.name, doing):
            try:
                # LOGIN carries ASCII only, AUTHENTICATE PLAIN is UTF-8.
                if not (account.user + password).isascii() or self._wire.has_capability("AUTH=PLAIN"):
                    self._wire.plain_login(account.user, password)
                else:
                    self._wire.login(account.user, password)
            except IMAPClient.Error as error:
                said = _said(error)
                # imapclient calls a connection that breaks here a LoginError; only the context tells.
                if isinstance(error, IMAPClient.AbortError) or isinstance(error.__context__, IMAPClient.AbortError):
                    raise _broken(account.name, doing, said) from None
                if any(code in said.upper() for code in TEMPORARY_CODES):
                    raise _broken(account.name, doing, f"the server is busy ({said})") from None
                raise LoginRefused(
                    account.name,
                    f"{doing}: {account.host} refused user name and password ({said}). Nothing was read or written. "
                    "Check both; many providers want an app password.",
                ) from None

    def listing(self) -> tuple[Listed, ...]:
        """The folders as this session first saw them, with the special uses the server tells."""
        if self._listing is None:
            with translated(self.account.name, "list the folders"):
                plain = self._wire.listing()
                if not any(folder.special for folder in plain) and self._wire.has_capability("SPECIAL-USE"):
                    told = {folder.raw: folder for folder in self._wire.listing("(SPECIAL-USE)")}
                    plain = [told.get(folder.raw, folder) for folder in plain]
            self._listing = tuple(plain)
        return self._listing

    def raw_name(self, name: str) -> bytes:
        """The server's own bytes for a folder, or FolderMissing with the names there are."""
        folders = self.listing()
        known = next((folder.raw for folder in folders if folder.name == name), None)
        if known is not None:
            return known
        if name.upper() == "INBOX":
            return b"INBOX"
        there = ", ".join(repr(folder.name) for folder in folders[:40])
        raise FolderMissing(
            self.account.name,
            f"folder {name!r} is not there; the server has {there}. No folder was made. Name the right one in folders.",
        )

    def open(self, name: str, *, writing: bool = False) -> Selected:
        """SELECT or, to read, EXAMINE anew: the only way to see what other sessions did."""
        self.opened = None
        raw = self.raw_name(name)
        with translated(self.account.name, f"open folder {name!r}"):
            answer = self._wire.select_folder(raw, readonly=not writing)
            uidnext = answer.get(b"UIDNEXT")
            if uidnext is None:
                uidnext = self._wire.folder_status(raw, ["UIDNEXT"])[b"UIDNEXT"]
            self.opened = Selected(
                name=name, uidvalidity=answer[b"UIDVALIDITY"], uidnext=uidnext, exists=answer.get(b"EXISTS", 0)
            )
        return self.opened

    def fetch(self, uids: str, items: str) -> list[Row]:
        with translated(self.account.name, "fetch messages"):
            return self._wire.rows("UID", "FETCH", uids, f"(UID {items})")

    def uids_at(self, first: int, last: int) -> list[int]:
        """The UIDs at these sequence numbers."""
        with translated(self.account.name, "count messages"):
            return sorted(row[b"UID"] for row in self._wire.rows("FETCH", f"{first}:{last}", "(UID)"))

    def append(self, name: str, raw: bytes, flags: tuple[str, ...]) -> str:
        """APPEND, and the server's own words about it. The server sets the date."""
        folder = self.raw_name(name)
        with translated(self.account.name, f"put a message into {name!r}"):
            answer: bytes = self._wire.append(folder, raw, flags)
            return answer.decode("ascii", "replace")

    def mark_answered(self, uids: str) -> None:
        with translated(self.account.name, "mark messages as answered"):
            self._wire._command_and_check("store", uids, "+FLAGS.SILENT", "(\\Answered)", uid=True)

    def expunge(self, uids: str) -> None:
        """Remove just these messages from the folder that is open for writing; needs UIDPLUS."""
        with translated(self.account.name, "take messages back"):
            self._wire._command_and_check("store", uids, "+FLAGS.SILENT", "(\\Deleted)", uid=True)
            self._wire._command_and_check("expunge", uids, uid=True)

    def can(self, capability: str) -> bool:
        with translated(self.account.name, "ask for capabilities"):
            return bool(self._wire.has_capability(capability))

    def close(self) -> None:
        """Log out; a connection that is already dead is no reason to complain."""
        with contextlib.suppress(OSError, EOFError, ValueError, IMAPClient.Error):
            self._wire.logout()
        self.drop()

    def drop(self) -> None:
        """Let go of the socket without a word."""
        with contextlib.suppress(OSError, EOFError, ValueError, IMAPClient.Error):
            self._wire.shutdown()


def _connect(account: Account) -> _Wire:
    if account.tls == "none" and not _is_loopback(account.host):
        raise MailboxError(
            account.name,
            f"tls is 'none' for {account.host}, which is another machine. Nothing was sent. "
            "Set 'implicit' or 'starttls'.",
        )
    context = _context(account)
    with translated(account.name, f"connect to {account.host}:{account.port}"):
        wire = _Wire(
            account.host,
            account.port,
            ssl=account.tls == "implicit",
            ssl_context=context,
            timeout=TIMEOUT_SECONDS,
        )
        # imapclient turns imaplib's protocol trace on; at 0 no line of mail is formatted at all.
        wire._imap.debug = 0
        try:
            wire.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if account.tls == "starttls":
                if not wire.has_capability("STARTTLS"):
                    raise MailboxError(
                        account.name,
                        f"{account.host}:{account.port} offers no STARTTLS. No password was sent. "
                        "Use tls 'implicit' and its port, often 993.",
                    )
                wire.starttls(context)
        except BaseException:
            with contextlib.suppress(OSError, IMAPClient.Error):
                wire.shutdown()
            raise
    return wire


def _context(account: Account) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=account.ca_file)
    except OSError as error:
        raise CertificateRefused(
            account.name,
            f"ca_file {account.ca_file} cannot be used ({error.strerror or error}). Nothing was sent. Set a PEM file.",
        ) from None


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
