"""Bringing in what is new: what is noted, in which order it is filed, and what a sync that was cut short leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from contract.mailbox_benches import MONDAY, mail

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.adapters.memory.store import MemoryStore
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.mail import Folder, Message, Role
from mailaide.core.matching.match import Directory
from mailaide.errors import MailboxEmptied, MailboxUnreachable
from mailaide.ports import Bookmark, NoProgress, Store, Window
from mailaide.steps.quarantine import SIZES
from mailaide.steps.sync import MUCH, News, sync

HOUR = timedelta(hours=1)
LONG_AGO = MONDAY - timedelta(days=999)


class WatchedMailbox(MemoryMailbox):
    """Remembers whose texts were asked for, and breaks after so many windows or texts."""

    def __init__(self) -> None:
        super().__init__("anna", window=100)
        self.read: list[int] = []
        self.first_uids: list[int] = []
        self.windows_left = self.texts_left = 10**6

    def headers(self, folder: Folder, first_uid: int, **since: Any) -> Iterator[Window]:
        self.first_uids.append(first_uid)
        for window in super().headers(folder, first_uid, **since):
            if not self.windows_left:
                raise MailboxUnreachable("anna", "the line broke")
            self.windows_left -= 1
            yield window

    def messages(self, folder: Folder, uids: Sequence[int]) -> Iterator[Message]:
        for message in super().messages(folder, uids):
            if not self.texts_left:
                raise MailboxUnreachable("anna", "the line broke")
            self.texts_left -= 1
            self.read.append(message.header.place.uid)
            yield message


def strangers(message_id: str, *, more: str = "") -> bytes:
    return mail(message_id, more=more).replace(b"bob@client.example", b"eve@elsewhere.example")


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    store = MemoryStore() if request.param == "memory" else SqlStore(tmp_path / "store.sqlite3")
    yield store
    store.close()


@pytest.fixture
def mailbox() -> WatchedMailbox:
    return WatchedMailbox()


def synced(mailbox: WatchedMailbox, store: Store, directory: Directory) -> News:
    return sync(mailbox, store, directory, NoProgress(), ear=built_in(), since=LONG_AGO)


def filed(store: Store) -> list[str]:
    return [entry.id for entry in store.entries("plan")]


def test_of_strangers_neither_text_nor_note_is_kept(mailbox: WatchedMailbox, store: Store, directory: Directory):
    mailbox.deliver(Role.INBOX, strangers("<1@x>"), MONDAY)
    mailbox.deliver(Role.INBOX, mail("<2@x>"), MONDAY)
    mailbox.deliver(Role.INBOX, strangers("<3@x>", more="References: <unknown@x>\n"), MONDAY)

    synced(mailbox, store, directory)

    assert (mailbox.read, filed(store), store.noted_count("anna")) == ([2], ["<2@x>"], 0)
    assert store.bookmark("anna", "INBOX") == Bookmark(uidvalidity=1_000, uidnext=4)


def test_a_strangers_reply_is_found_wherever_it_lies(mailbox: WatchedMailbox, store: Store, directory: Directory):
    """A mailbox that was moved to another server may hold the newest mail first."""
    mailbox.deliver(Role.INBOX, strangers("<3@x>", more="References: <2@x>\n"), MONDAY + 2 * HOUR)
    mailbox.deliver(Role.INBOX, strangers("<2@x>", more="References: <1@x>\n"), MONDAY + HOUR)
    mailbox.deliver(Role.INBOX, mail("<1@x>"), MONDAY)

    synced(mailbox, store, directory)

    assert filed(store) == ["<1@x>", "<2@x>", "<3@x>"]


def test_fault_26_what_was_gone_through_is_not_gone_through_again(
    mailbox: WatchedMailbox, store: Store, directory: Directory
):
    for number in range(210):
        mailbox.deliver(Role.INBOX, mail(f"<{number}@x>") if number % 70 == 0 else strangers(f"<{number}@x>"), MONDAY)
    mailbox.windows_left = 2
    with pytest.raises(MailboxUnreachable):
        synced(mailbox, store, directory)
    mailbox.windows_left = 99

    synced(mailbox, store, directory)

    assert mailbox.first_uids[:2] == [1, 201]
    assert filed(store) == ["<0@x>", "<140@x>", "<70@x>"]


def test_a_reading_that_broke_off_goes_on_and_files_each_message_once(
    mailbox: WatchedMailbox, store: Store, directory: Directory
):
    count = SIZES[0] + 60
    for number in range(count):
        mailbox.deliver(Role.INBOX, mail(f"<{number}@x>"), MONDAY + number * HOUR)
    mailbox.texts_left = SIZES[0] + 10
    with pytest.raises(MailboxUnreachable):
        synced(mailbox, store, directory)
    assert (len(filed(store)), store.noted_count("anna")) == (SIZES[0], 60)
    mailbox.texts_left = 10**6

    news = synced(mailbox, store, directory)

    assert len(news.read) == 60
    assert filed(store) == [f"<{number}@x>" for number in range(count)]
    assert mailbox.read == [*range(1, SIZES[0] + 11), *range(SIZES[0] + 1, count + 1)]


def test_fault_06_a_folder_made_anew_costs_no_text_again(mailbox: WatchedMailbox, store: Store, directory: Directory):
    for number in (1, 2, 3):
        mailbox.deliver(Role.INBOX, mail(f"<{number}@x>"), MONDAY + number * HOUR)
    mailbox.delete(mailbox.places(Role.INBOX)[0])
    synced(mailbox, store, directory)
    mailbox.read.clear()
    mailbox.renumber(Role.INBOX)

    synced(mailbox, store, directory)

    assert mailbox.read == []
    assert [entry.header.place for entry in store.entries("plan")] == list(mailbox.places(Role.INBOX))


def test_a_copy_of_a_message_is_not_read_twice(mailbox: WatchedMailbox, store: Store, directory: Directory):
    for _ in range(2):
        mailbox.deliver(Role.INBOX, mail("<1@x>"), MONDAY)

    synced(mailbox, store, directory)

    assert (mailbox.read, filed(store), store.noted_count("anna")) == ([1], ["<1@x>"], 0)


def test_sent_mail_that_vanishes_stops_everything_until_there_is_some_again(
    mailbox: WatchedMailbox, store: Store, directory: Directory
):
    places = [mailbox.deliver(Role.SENT, mail(f"<{number}@x>"), MONDAY) for number in range(MUCH)]
    synced(mailbox, store, directory)
    for place in places:
        mailbox.delete(place)

    with pytest.raises(MailboxEmptied, match="held sent mail before and holds none now"):
        synced(mailbox, store, directory)
    mailbox.deliver(Role.SENT, mail("<new@x>"), MONDAY)

    assert [one.message_id for one in synced(mailbox, store, directory).read] == ["<new@x>"]
