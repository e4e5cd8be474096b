"""Messages as a mailbox holds them: facts from RFC 5322 headers, not yet judged.

A message is known by where it lies (`Place`) and by what it calls itself (`message_id`); the second can be
missing, wrong or double, so both are kept. Instants are aware UTC; `received_at` is the server's INTERNALDATE,
because the sender's Date header may say anything.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

ANSWERED = "\\Answered"
MADE_UP = "@missing.invalid>"
"""How a Message-ID ends that was made for a message without one."""


_MAIL_SERVER = re.compile(r"(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]{32})@")


class Role(StrEnum):
    """What a folder is for (RFC 6154 special use); its name differs from server to server."""

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    TRASH = "trash"
    ARCHIVE = "archive"
    """`\\All` or `\\Archive`: where a sent or filed message may turn up as well."""

    PROJECT = "project"
    """`mailaide/<project>`: what the person moves there belongs to that project. There may be several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One mailbox address; `email` is lower-case, `name` is the display name or empty."""

    email: str
    name: str = ""

    @property
    def domain(self) -> str:
        return self.email.rpartition("@")[2]

    @property
    def is_mail_server(self) -> bool:
        return is_mail_server(self.email)


def is_mail_server(email: str) -> bool:
    """Whether mail servers report under this address what they could not deliver."""
    return _MAIL_SERVER.match(email) is not None


class Place(NamedTuple):
    """Where a message lies. Only all four together name one message for good (RFC 9051, 2.3.1.1)."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


class Handle(NamedTuple):
    """A message by its name and its place, without anything it says: for keeping many of them at once."""

    message_id: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder as the server showed it at one instant.

    Two that are equal hold the same messages: what came shows in `uidnext`, what went in `messages`.
    """

    name: str
    role: Role
    uidvalidity: int
    uidnext: int
    messages: int = 0


def folder_for(role: Role, folders: Iterable[Folder]) -> Folder | None:
    """The folder that plays the role, if there is one."""
    return next((folder for folder in folders if folder.role is role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header of one message says: enough to match it before any text is fetched.

    `message_id` and `references` keep their angle brackets. A missing Message-ID is replaced by one made from a
    hash of the header, and so is one that another message bears, so every message has its own. `references` is the
    chain oldest first; an In-Reply-To that it lacks is appended. `marks` holds the fields, lower-case, that tell
    machines from people (Auto-Submitted, Precedence, List-Id, Return-Path, Authentication-Results,
    X-Microsoft-Original-Message-ID, ...). `conversation` is what the server itself says the message belongs to
    (X-GM-THRID), or empty.
    """

    place: Place
    role: Role
    message_id: str
    references: tuple[str, ...] = ()
    sender: Address | None = None
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    received_at: datetime
    flags: frozenset[str] = frozenset()
    marks: tuple[tuple[str, str], ...] = ()
    conversation: str = ""

    @property
    def handle(self) -> Handle:
        return Handle(message_id=self.message_id, place=self.place)

    @property
    def id_is_made_up(self) -> bool:
        """Whether the message had no Message-ID, or that of another; nobody else knows the one it was given."""
        return self.message_id.endswith(MADE_UP)

    def mark(self, name: str) -> str:
        """The value of one of `marks`, or the empty string."""
        return next((value for key, value in self.marks if key == name), "")

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc

    @property
    def parties(self) -> tuple[Address, ...]:
        """Who wrote it and who got it."""
        return ((self.sender,) if self.sender else ()) + self.recipients


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message of interest, with its text.

    `text` is everything the sender's first 64 KB hold as plain text, quotes and signature included;
    HTML has been turned into text, line ends are `\\n`.
    """

    header: Header
    text: str


SAME = 500
"""So many characters of a text tell whether two messages are copies of one: lists and scanners add at the end."""


def copies(one: Message, other: Message) -> bool:
    """Whether two messages that bear the same Message-ID are the same message, delivered twice perhaps."""
    senders = [message.header.sender.email if message.header.sender else "" for message in (one, other)]
    if senders[0] != senders[1]:
        return False
    texts = [" ".join(message.text.split())[:SAME] for message in (one, other)]
    shorter = min(map(len, texts))
    return texts[0][:shorter] == texts[1][:shorter] if shorter else one.header.subject == other.header.subject


def with_own_id(message: Message) -> Message:
    """The message under an id made from what it says, since another message bears the one it came with."""
    header = message.header
    told = (header.message_id, header.sender.email if header.sender else "", header.subject, message.text)
    digest = hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return replace(message, header=replace(header, message_id=f"<{digest}{MADE_UP}"))
