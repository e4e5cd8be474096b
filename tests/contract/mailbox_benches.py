"""The places a mailbox contract is run: each is a mailbox, and hands for a person with another mail client."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Protocol

from system.dovecot import PASSWORD, Dovecot

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.core.mail import Folder, Header, Message, Place, Role

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WINDOW = 20
"""Small, so that a few messages are several windows."""

users = (f"user{number}" for number in count(1))


class HasMailbox(Protocol):
    @property
    def mailbox(self) -> MemoryMailbox | ImapMailbox: ...


class Bench(HasMailbox, Protocol):
    """A mailbox that another session can put messages into, and change."""

    def deliver(self, role: Role, *raws: bytes, when: datetime = MONDAY, flags: Collection[str] = ()) -> None: ...

    def flags(self, role: Role) -> Mapping[int, frozenset[str]]:
        """UID → flags of all messages in a folder, seen by another session."""
        ...

    def raw(self, place: Place) -> bytes: ...

    def flag(self, place: Place, flags: Collection[str]) -> None: ...

    def remove(self, place: Place) -> None: ...

    def move(self, place: Place, role: Role) -> None: ...


class MemoryBench:
    def __init__(self) -> None:
        self.mailbox = MemoryMailbox("anna", window=WINDOW)

    def deliver(self, role: Role, *raws: bytes, when: datetime = MONDAY, flags: Collection[str] = ()) -> None:
        for raw in raws:
            self.mailbox.deliver(role, raw, when, flags)

    def flags(self, role: Role) -> Mapping[int, frozenset[str]]:
        places = self.mailbox.places(role)
        return {place.uid: kept.flags for place in places if (kept := self.mailbox.kept(place))}

    def raw(self, place: Place) -> bytes:
        kept = self.mailbox.kept(place)
        assert kept
        return kept.raw

    def flag(self, place: Place, flags: Collection[str]) -> None:
        self.mailbox.flag(place, flags)

    def remove(self, place: Place) -> None:
        self.mailbox.delete(place)

    def move(self, place: Place, role: Role) -> None:
        self.mailbox.move(place, role)


class DovecotBench:
    names: Mapping[Role, str] = {
        Role.INBOX: "INBOX",
        Role.DRAFTS: "Drafts",
        Role.SENT: "Verzonden items",
        Role.TRASH: "Trash",
    }

    def __init__(self, server: Dovecot) -> None:
        self.server, self.user = server, next(users)
        self.mailbox = ImapMailbox(server.account(self.user), lambda: PASSWORD, window=WINDOW)

    def deliver(self, role: Role, *raws: bytes, when: datetime = MONDAY, flags: Collection[str] = ()) -> None:
        with self.server.client(self.user) as client:
            for raw in raws:
                client.append(self.names[role], raw, tuple(flags), when)

    def flags(self, role: Role) -> Mapping[int, frozenset[str]]:
        with self.server.client(self.user) as client:
            client.select_folder(self.names[role], readonly=True)
            rows = client.get_flags(client.search())
        return {uid: frozenset(flag.decode() for flag in flags) - {"\\Recent"} for uid, flags in rows.items()}

    def raw(self, place: Place) -> bytes:
        with self.server.client(self.user) as client:
            client.select_folder(place.folder, readonly=True)
            raw: bytes = client.fetch(place.uid, ["BODY.PEEK[]"])[place.uid][b"BODY[]"]
            return raw

    def flag(self, place: Place, flags: Collection[str]) -> None:
        with self.server.client(self.user) as client:
            client.select_folder(place.folder)
            client.set_flags(place.uid, list(flags))

    def remove(self, place: Place) -> None:
        with self.server.client(self.user) as client:
            client.select_folder(place.folder)
            client.delete_messages(place.uid)
            client.uid_expunge(place.uid)

    def move(self, place: Place, role: Role) -> None:
        with self.server.client(self.user) as client:
            client.select_folder(place.folder)
            client.move(place.uid, self.names[role])


def folder(bench: HasMailbox, role: Role) -> Folder:
    return next(folder for folder in bench.mailbox.folders() if folder.role is role)


def headers(bench: HasMailbox, role: Role, first_uid: int = 1, since: datetime | None = None) -> list[Header]:
    windows = bench.mailbox.headers(folder(bench, role), first_uid, since=since)
    return [header for window in windows for header in window.headers]


def messages(bench: HasMailbox, role: Role) -> list[Message]:
    there = folder(bench, role)
    return list(bench.mailbox.messages(there, range(1, there.uidnext)))


def text(bench: Bench, raw: bytes) -> str:
    """What the mailbox reads in this message."""
    bench.deliver(Role.INBOX, raw)
    [message] = messages(bench, Role.INBOX)
    return message.text.strip()


def mail(
    message_id: str = "<1@client.example>", *, more: str = "", body: str = "Hello.", to: str = "anna@me.example"
) -> bytes:
    head = f"From: Bob <bob@client.example>\nTo: {to}\nSubject: Plan\nMessage-ID: {message_id}\n{more}"
    return (head + "\n" + body + "\n").replace("\n", "\r\n").encode()
