"""One IMAP connection: encrypted, logged in, and silent about what it carries.

Encryption may be missing on loopback only, a certificate is always verified, and there is no switch against either.
A folder is open for writing only while something is taken back; else it is open to read, or none is.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import re
import socket
import ssl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from imapclient import IMAPClient

from mailaide.adapters.imap import counts, fetched
from mailaide.adapters.imap.failures import TIMEOUT_SECONDS, broken, translated
from mailaide.adapters.imap.fetched import Fetched, Lean, Row, Settled
from mailaide.adapters.imap.folders import Listed
from mailaide.adapters.imap.incoming import Line
from mailaide.adapters.imap.login import log_in
from mailaide.adapters.imap.meter import Meter
from mailaide.adapters.imap.wire import Request, Wire
from mailaide.core.hosts import is_this_computer
from mailaide.core.mail import Role
from mailaide.errors import CertificateRefused, FolderMissing, MailaideError, MailboxError

log = logging.getLogger(__name__)
_EXISTS = re.compile(rb"\* (\d{1,10}) EXISTS", re.IGNORECASE)
_FLAGS = re.compile(rb"\* FLAGS \(([^()]*)\)", re.IGNORECASE)
_CODE = re.compile(rb"\* OK \[(UIDNEXT|UIDVALIDITY) (\d{1,10})\]", re.IGNORECASE)

# At DEBUG imapclient logs literals, which are message bodies and drafts.
for name in ("imapclient", "imapclient.imapclient", "imapclient.imaplib", "imapclient.util"):
    logging.getLogger(name).setLevel(logging.ERROR if name.endswith("util") else logging.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How to reach one mailbox. `folder_names` holds the names the person wrote down; the other roles are found.

    With `oauth` the password is an access token.
    """

    name: str
    host: str
    port: int = 993
    user: str
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    ca_file: Path | None = None
    oauth: bool = False
    folder_names: Mapping[Role, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A folder as the server counts it, without opening it."""

    uidvalidity: int
    uidnext: int
    messages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """A folder as it was when it was opened."""

    name: str
    uidvalidity: int
    uidnext: int
    exists: int
    keywords: tuple[bytes, ...] = ()
    """Those that messages of the folder may bear, without the flags of the system."""


class ImapSession:
    """A logged-in connection. Not for use by two threads."""

    def __init__(
        self,
        account: Account,
        password: str,
        listing: tuple[Listed, ...] | None = None,
        meter: Meter | None = None,
    ) -> None:
        """`listing` is what an earlier session was told of the folders; without it, this one asks."""
        self.account = account
        self.opened: Selected | None = None
        self._listing = listing
        self._meter = meter
        self._validities: dict[str, Status] = {}
        self._wire = _connect(account)
        try:
            log_in(
                self._wire,
                account=account.name,
                host=account.host,
                user=account.user,
                secret=password,
                oauth=account.oauth,
            )
        except MailaideError:
            self.drop()
            raise

    # Folders

    def listing(self) -> tuple[Listed, ...]:
        """The folders as they were first seen, with the special uses the server tells."""
        if self._listing is None:
            with translated(self.account.name, "list the folders"):
                plain = self._wire.listing()
                if not any(folder.special for folder in plain) and self._wire.has_capability("SPECIAL-USE"):
                    told = {folder.raw: folder for folder in self._wire.listing(b"(SPECIAL-USE)")}
                    plain = [told.get(folder.raw, folder) for folder in plain]
            self._listing = tuple(plain)
        return self._listing

    def forget_listing(self) -> None:
        """Have the folders listed anew when they are next asked for."""
        self._listing = None

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

    def statuses(self, names: Sequence[str]) -> list[Status]:
        """How the folders stand now, in one round trip; no folder is open afterwards.

        A folder's UIDVALIDITY is asked for once a session: it is checked again whenever the folder is opened, and
        asked for again when a UIDNEXT went back.
        """
        found = self._count(names)
        if replaced := [name for name in names if found[name].uidnext < self._validities[name].uidnext]:
            for name in replaced:
                del self._validities[name]
            found |= self._count(replaced)
        self._validities |= found
        return [found[name] for name in names]

    def _count(self, names: Sequence[str]) -> dict[str, Status]:
        raw = {name: self.raw_name(name) for name in names}
        new = {name for name in names if name not in self._validities}
        found: dict[str, Status] = {}
        with translated(self.account.name, "look for news"):
            # STATUS of the folder that is open may be stale (RFC 3501, 6.3.10).
            commands = [b"UNSELECT" if self._wire.has_capability("UNSELECT") else b"CLOSE"] if self.opened else []
            for name in names:
                items = b"UIDNEXT MESSAGES UIDVALIDITY" if name in new else b"UIDNEXT MESSAGES"
                commands.append(b"STATUS %b (%b)" % (self._wire.word(raw[name]), items))
            requests = self._wire.ask(*commands)[len(commands) - len(names) :]
            self._left()
            counted = counts.of(line for request in requests for line in self._wire.answer(request))
            for name in names:
                now, known = counted[counts.folded(raw[name])], self._validities.get(name)
                found[name] = Status(
                    uidvalidity=known.uidvalidity if known else now[b"UIDVALIDITY"],
                    uidnext=now[b"UIDNEXT"],
                    messages=now.get(b"MESSAGES", 0),
                )
                self._validities.setdefault(name, found[name])
        return found

    def open(self, name: str) -> Selected:
        """EXAMINE anew: the only way to see what other sessions did."""
        raw = self.raw_name(name)
        self.opened = None
        with translated(self.account.name, f"open folder {name!r}"):
            self._wire.settle()
            [request] = self._wire.ask(b"EXAMINE " + self._wire.word(raw))
            told: dict[bytes, int] = {}
            flags: list[bytes] = []
            for line in self._wire.answer(request):
                if found := _CODE.match(line[0]):
                    told[found[1].upper()] = int(found[2])
                elif found := _EXISTS.match(line[0]):
                    told[b"EXISTS"] = int(found[1])
                elif found := _FLAGS.match(line[0]):
                    flags = found[1].split()
            self._wire._imap.state = "SELECTED"
            if b"UIDNEXT" not in told:
                [request] = self._wire.ask(b"STATUS %b (UIDNEXT)" % self._wire.word(raw))
                told |= counts.of(self._wire.answer(request))[counts.folded(raw)]
            self.opened = Selected(
                name=name,
                uidvalidity=told[b"UIDVALIDITY"],
                uidnext=told[b"UIDNEXT"],
                exists=told.get(b"EXISTS", 0),
                keywords=tuple(flag for flag in flags if not flag.startswith(b"\\")),
            )
        return self.opened

    def _left(self) -> None:
        self.opened = None
        self._wire._imap.state = "AUTH"

    # Messages

    def messages(self, uids: Iterable[str], items: str, settled: Settled | None = None) -> Iterator[list[Fetched]]:
        """The messages of each set of UIDs; the next set is asked for before the present one is handed out.

        Those that `settled` takes, which is offered most of them first, are left out.
        """
        commands = (f"UID FETCH {some} ({items})" for some in uids)
        lean = Lean(settled)
        for lines in self._in_advance(commands, lean):
            yield [*lean.taken(), *fetched.messages(lines)]

    def fetch(self, uids: str, items: str) -> list[Row]:
        """Any items of these messages."""
        [lines] = self._in_advance([f"UID FETCH {uids} (UID {items})"])
        return fetched.rows(lines)

    def rows_at(self, numbers: Iterable[str]) -> list[Row]:
        """UID and date of the messages at these sequence numbers, oldest first."""
        asked = (f"FETCH {some} (UID INTERNALDATE)" for some in numbers)
        found = [row for lines in self._in_advance(asked) for row in fetched.rows(lines)]
        return sorted(found, key=lambda row: int(row[b"UID"]))

    def keyworded(self, opened: Selected, beginning: str) -> list[int]:
        """The UIDs of messages with a keyword that begins so. What SEARCH does not tell is not there."""
        found: set[int] = set()
        for keyword in opened.keywords:
            if keyword.lower().startswith(beginning.encode()):
                with translated(self.account.name, "look for keywords"):
                    self._wire.settle()
                    [request] = self._wire.ask(b"UID SEARCH KEYWORD " + keyword)
                    for line in self._wire.answer(request):
                        if line[0].upper().startswith(b"* SEARCH"):
                            found.update(int(one) for one in line[0].split()[2:] if one.isdigit())
        return sorted(uid for uid in found if 0 < uid < opened.uidnext)

    def _in_advance(self, commands: Iterable[str], lean: Lean | None = None) -> Iterator[list[Line]]:
        """The answers one by one, each handed out when the next one was asked for, without what `lean` takes.

        Two are never asked for at once: a server may mix the answers, and says of none which question it is to.
        """
        waiting: Request | None = None
        for command in commands:
            self._count_bytes()
            with translated(self.account.name, "fetch messages"):
                lines = self._wire.answer(waiting) if waiting else None
                self._wire.settle()
                [waiting] = self._wire.ask(command.encode("ascii"), take=lean)
            if lines is not None:
                yield lines
        if waiting:
            with translated(self.account.name, "fetch messages"):
                lines = self._wire.answer(waiting)
            yield lines

    def _count_bytes(self) -> None:
        if self._meter:
            self._meter.count(self._wire.received())
            self._meter.check()

    # Writing

    def append(self, name: str, raw: bytes, flags: tuple[str, ...]) -> str:
        """APPEND, and the server's own words about it. The server sets the date."""
        folder = self.raw_name(name)
        with translated(self.account.name, f"put a message into {name!r}"):
            self._wire.settle()
            answer: bytes = self._wire.append(folder, raw, flags)
            return answer.decode("ascii", "replace")

    def delete(self, name: str, uidvalidity: int, uids: str) -> None:
        """Mark just these messages as deleted, and remove them by UID EXPUNGE (RFC 4315).

        Where UIDPLUS is lacking they stay marked, as mail clients do there: a bare EXPUNGE takes along what somebody
        else has marked meanwhile.
        """
        single = self.can("UIDPLUS")
        with self._writing(name, uidvalidity, "take messages back"):
            self._wire._command_and_check("store", uids, "+FLAGS.SILENT", "(\\Deleted)", uid=True)
            if single:
                self._wire._command_and_check("expunge", uids, uid=True)

    def mark_answered(self, name: str, uidvalidity: int, uids: str) -> None:
        with self._writing(name, uidvalidity, "mark messages as answered"):
            self._wire._command_and_check("store", uids, "+FLAGS.SILENT", "(\\Answered)", uid=True)

    @contextlib.contextmanager
    def _writing(self, name: str, uidvalidity: int, doing: str) -> Iterator[None]:
        """The folder, open for writing meanwhile."""
        raw = self.raw_name(name)
        self.opened = None
        with translated(self.account.name, doing):
            self._wire.settle()
            if self._wire.select_folder(raw).get(b"UIDVALIDITY") != uidvalidity:
                raise broken(self.account.name, doing, f"folder {name!r} was replaced")
            yield
        # Leaving it by CLOSE would remove whatever is marked as deleted.
        self.open(name)

    def can(self, capability: str) -> bool:
        with translated(self.account.name, "ask for capabilities"):
            self._wire.settle()
            return bool(self._wire.has_capability(capability))

    def close(self) -> None:
        """Log out; a connection that is already dead is no reason to complain."""
        with contextlib.suppress(OSError, EOFError, ValueError, IMAPClient.Error):
            if self._wire.settled:
                self._wire.logout()
        self.drop()

    def bare(self) -> socket.socket:
        """The connection itself, for whoever goes on with it; the session must not be used any more."""
        bare: socket.socket = self._wire.socket()
        return bare

    def drop(self) -> None:
        """Let go of the socket without a word."""
        with contextlib.suppress(OSError, EOFError, ValueError, IMAPClient.Error):
            self._wire.shutdown()


def _connect(account: Account) -> Wire:
    if account.tls == "none" and not is_this_computer(account.host):
        raise MailboxError(
            account.name,
            f"tls is 'none' for {account.host}, which is another machine. Nothing was sent. "
            "Set 'implicit' or 'starttls'.",
        )
    context = _context(account) if account.tls != "none" else None
    with translated(account.name, f"connect to {account.host}:{account.port}"):
        wire = Wire(
            account.host,
            account.port,
            ssl=account.tls == "implicit",
            ssl_context=context,
            timeout=TIMEOUT_SECONDS,
        )
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
        changed = account.ca_file.stat().st_mtime_ns if account.ca_file else 0
        return _trusting(account.ca_file, changed)
    except OSError as error:
        raise CertificateRefused(
            account.name,
            f"ca_file {account.ca_file} cannot be used ({error.strerror or error}). Nothing was sent. Set a PEM file.",
        ) from None


@functools.lru_cache(maxsize=64)
def _trusting(ca_file: Path | None, changed: int) -> ssl.SSLContext:
    """One for all connections that trust the same: each takes half a megabyte and some milliseconds to make."""
    return ssl.create_default_context(cafile=ca_file)
