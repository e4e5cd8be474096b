"""Everything known about one project, in order of time. Duties see nothing else.

A dossier is a value: the store puts it together, nobody changes it. Its entries are messages that were matched
to the project; drafts and our own alerts are never entries, so they cannot be mistaken for a word to the client.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Address, Header, Message, Role
from mailaide.core.marks import Mark, MarkKind
from mailaide.core.project import Person, Project
from mailaide.core.reading.signals import Reading, Signal, SignalKind


class Author(StrEnum):
    US = "us"
    CLIENT = "client"
    """An address of the client's."""

    COLLEAGUE = "colleague"
    """Somebody on our side who does not speak for us."""

    OTHER = "other"
    """Somebody else in a thread of the project: perhaps the client at home, perhaps a stranger."""

    FORGED = "forged"
    """Our own server says that it does not come from the address it bears: nobody's word."""


CLIENTS_SIDE = frozenset({Author.CLIENT, Author.OTHER})
ALARMS = frozenset({SignalKind.COMPLAINT, SignalKind.MAYBE_COMPLAINT})


class Evidence(StrEnum):
    """What put a message in a project, or left it between several; the strongest first."""

    PERSON = "the person"
    THREAD = "thread"
    PLUS_ADDRESS = "plus-address"
    TAG = "subject tag"
    ADDRESS = "address"
    DOMAIN = "domain"
    WORDS = "own words"
    DATES = "dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of the project, read. `thread` is the Message-ID of the first message known of its thread."""

    message: Message
    thread: str
    author: Author
    reading: Reading

    @property
    def header(self) -> Header:
        return self.message.header

    @property
    def id(self) -> str:
        return self.message.header.message_id

    @property
    def at(self) -> datetime:
        return self.message.header.received_at

    @property
    def by_machine(self) -> bool:
        return bool(self.reading.machine)

    def signal(self, kind: SignalKind) -> Signal | None:
        return self.reading.signal(kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A message on its way into the store: read, with its thread and project.

    `project` is empty when several are possible (`candidates` names them) and the message waits for the person. One
    that waits by the evidence of its thread contradicts that thread, and only the person can settle it.
    """

    entry: Entry
    project: str
    candidates: tuple[str, ...] = ()
    evidence: Evidence = Evidence.ADDRESS
    because: str

    @property
    def from_client(self) -> bool:
        return self.entry.author in CLIENTS_SIDE and not self.entry.by_machine


_NOT_LOST = re.compile(
    r"\b(?:delay(?:ed)?|warning|still being retried|vertraagd|verzögert|retard"
    r"|success(?:ful(?:ly)?)?|relayed|expanded|afgeleverd|zugestellt)\b",
    re.IGNORECASE,
)


def came_back(header: Header) -> bool:
    """Whether it reports, for good, that a message could not be delivered."""
    return header.sender is not None and header.sender.is_mail_server and not _NOT_LOST.search(header.subject)


def without_false_alarms(entries: Iterable[Entry], marks: Iterable[Mark]) -> Iterator[Entry]:
    """The entries; those that the person calls no complaint, without that signal."""
    mistaken = {mark.about for mark in marks if mark.kind is MarkKind.NOT_A_COMPLAINT}
    return (_calmed(entry) if entry.id in mistaken else entry for entry in entries)


def _calmed(entry: Entry) -> Entry:
    signals = tuple(one for one in entry.reading.signals if one.kind not in ALARMS)
    return replace(entry, reading=replace(entry.reading, signals=signals))


View = TypeVar("View")


def once(view: Callable[[Dossier], View]) -> Callable[[Dossier], View]:
    """Work a view of a dossier out at most once: a dossier is a value, so what was seen in it stays true."""

    @wraps(view)
    def seen(dossier: Dossier) -> View:
        if view not in dossier.views:
            dossier.views[view] = view(dossier)
        found: View = dossier.views[view]
        return found

    return seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One project with its messages (oldest first) and with what was already done about it.

    `waiting` holds messages that may belong to this project or to another one. What we said in them to the client
    was said, whichever it is; a complaint in them opens no case until it is settled. `marks` are those that hold.
    `views` belongs to `once`.
    """

    project: Project
    person: Person
    entries: tuple[Entry, ...] = ()
    waiting: tuple[Entry, ...] = ()
    intents: tuple[Intent, ...] = ()
    marks: tuple[Mark, ...] = ()
    views: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def abridged(self, ids: Collection[str]) -> Dossier:
        """The same with only these of its entries."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry.id in ids), waiting=())

    def entry(self, message_id: str) -> Entry | None:
        return _by_id(self).get(message_id)

    def from_client(self) -> tuple[Entry, ...]:
        """Messages written by people on the client's side; machines left out."""
        return _from_client(self)

    def to_client(self) -> tuple[Entry, ...]:
        """Messages of ours, written by a person, that reached somebody on the client's side; oldest first."""
        return _to_client(self)

    def passed_with_client(self, entry: Entry) -> bool:
        """Whether an address of the client's wrote or got a message: only then may they read a line of it."""
        return any(map(self.project.client.owns, entry.header.parties))

    def may_quote(self, entry: Entry, reader: Address) -> bool:
        """Whether a line of a message may be shown to a reader: who wrote or got it, and of the client whoever did."""
        if self.project.client.owns(reader):
            return self.passed_with_client(entry)
        return any(one.email == reader.email for one in entry.header.parties)

    def reports(self) -> tuple[Entry, ...]:
        """Reports that a message could not be delivered: the last of their references."""
        return _reports(self)

    def marked(self, *kinds: MarkKind, about: str = "") -> Iterator[Mark]:
        """The person's marks of these kinds, oldest first: those about one thing, or all."""
        return (mark for mark in self.marks if mark.kind in kinds and about in {"", mark.about})

    def answered_outside(self, entry: Entry) -> Mark | None:
        """The first mark by which the person has answered a client's message in another way than by mail."""
        marks = self.marked(MarkKind.ANSWERED, MarkKind.SOLVED)
        return next((mark for mark in marks if mark.at >= entry.at and self._covers(mark, entry)), None)

    def _covers(self, mark: Mark, entry: Entry) -> bool:
        """Whether a mark is about the project, about a message of the entry's thread, or what is owed for one."""
        if mark.about in {self.project.key, entry.id}:
            return True
        marked = self.entry(mark.message)
        if marked is None or (mark.message != mark.about and marked.author not in CLIENTS_SIDE):
            return False
        return marked.thread == entry.thread

    def drafts(self) -> Iterator[Intent]:
        return (intent for intent in self.intents if intent.kind is Kind.DRAFT)

    def alerts(self) -> Iterator[Intent]:
        return (intent for intent in self.intents if intent.kind is Kind.ALERT)


@once
def _by_id(dossier: Dossier) -> dict[str, Entry]:
    return {entry.id: entry for entry in reversed(dossier.entries)}  # of two with one id the first


@once
def _from_client(dossier: Dossier) -> tuple[Entry, ...]:
    return tuple(e for e in dossier.entries if e.author in CLIENTS_SIDE and not e.by_machine)


@once
def _to_client(dossier: Dossier) -> tuple[Entry, ...]:
    """A recipient must be the client, or have written to us in that very thread (the client at home, say).

    Anybody can write our address: in the INBOX it counts beside the id of a mail, which only who got that one knows.
    """
    lost = _undelivered(dossier)
    ours = [e for e in dossier.entries if e.author is Author.US and not e.reading.machine]
    if dossier.waiting:
        ours += [e for e in dossier.waiting if e.author is Author.US and not e.reading.machine]
        ours.sort(key=lambda e: e.at)
    if any(e.header.role is Role.INBOX for e in ours):
        ours = [e for e in ours if not _may_be_anybodys(dossier, e)]
    client, found = dossier.project.client, []
    for entry in ours:
        to = entry.message.header.recipients
        if (any(map(client.owns, to)) or _wrote_there(dossier, entry.thread, to)) and entry.id not in lost:
            found.append(entry)
    return tuple(found)


def _may_be_anybodys(dossier: Dossier, entry: Entry) -> bool:
    bare = entry.header.role is Role.INBOX and dossier.person.is_self(entry.header.sender)
    return bare and not any(map(dossier.entry, entry.header.references))


def _wrote_there(dossier: Dossier, thread: str, addresses: tuple[Address, ...]) -> bool:
    """Whether somebody on the client's side wrote to us in a thread from one of these addresses."""
    writers = _writers(dossier).get(thread)
    return writers is not None and any(one.email in writers and not dossier.person.is_self(one) for one in addresses)


@once
def _writers(dossier: Dossier) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for e in dossier.entries:
        if e.author in CLIENTS_SIDE and e.header.sender is not None:
            found[e.thread].add(e.header.sender.email)
    return found


@once
def _reports(dossier: Dossier) -> tuple[Entry, ...]:
    known = (*dossier.entries, *dossier.waiting)
    return tuple(e for e in known if e.by_machine and came_back(e.header) and e.header.references)


def _undelivered(dossier: Dossier) -> frozenset[str]:
    """Messages that came back."""
    return frozenset(report.header.references[-1] for report in _reports(dossier))
