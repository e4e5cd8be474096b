"""Rows 31, 32, 34, 36 and 37 of the fault catalogue, by number: what odd mail does to the reading of an account."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from builders import ScriptedEar
from contract.mailbox_benches import MONDAY, mail
from system.dovecot import PASSWORD, Dovecot

from bench.measure import Proxy
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.adapters.memory.store import MemoryStore
from mailaide.core.mail import Folder, Message, Role
from mailaide.core.matching.match import Directory
from mailaide.errors import MailboxUnreachable
from mailaide.ports import NoProgress
from mailaide.steps.quarantine import Quarantine
from mailaide.steps.sync import sync

POISON = "poison-that-the-log-must-not-hold"


# Row 31: broken ENVELOPE and BODYSTRUCTURE; row 32: reading marks as read; row 34: odd SEARCH answers


@pytest.mark.dovecot
def test_fault_31_32_34_only_raw_text_is_asked_for_without_a_search_and_nothing_is_changed(
    dovecot: Dovecot, directory: Directory
):
    user = "asked"
    raw = mail("<1@x>", more="Content-Type: multipart/mixed; boundary=\nX: \xff\n".encode("latin-1").decode("latin-1"))
    dovecot.deliver(user, "INBOX", raw, MONDAY)
    with Eavesdropper(dovecot.port) as ear:
        account = dovecot.account(user, host="127.0.0.1", port=ear.port, tls="none", ca_file=None)
        mailbox = ImapMailbox(account, lambda: PASSWORD)
        news = sync(mailbox, MemoryStore(), directory, NoProgress(), ear=CHOKING, since=MONDAY - timedelta(days=9))
        mailbox.close()

    asked = ear.heard.upper()
    assert [read.message_id for read in news.read] == ["<1@x>"]
    assert b"BODY.PEEK[" in asked
    words = (b"ENVELOPE", b"BODYSTRUCTURE", b"SEARCH", b" BODY[", b"RFC822", b"SELECT ", b"STORE", b"EXPUNGE")
    assert [word for word in words if word in asked.replace(b"UNSELECT", b"")] == []


class Eavesdropper(Proxy):
    """Passes a port on and keeps what the client says."""

    heard = b""

    def _pass_on(self, client: socket.socket, server: socket.socket) -> None:
        def listen() -> None:
            with contextlib.suppress(OSError):
                while data := client.recv(1 << 16):
                    self.heard += data
                    server.sendall(data)
                server.shutdown(socket.SHUT_WR)

        threading.Thread(target=listen, daemon=True).start()
        with contextlib.suppress(OSError):
            while data := server.recv(1 << 16):
                client.sendall(data)


def choking(text: str) -> None:
    """What an ear makes of a text that understands nothing, and chokes on one word."""
    if POISON in text:
        raise RecursionError(text)


CHOKING = ScriptedEar(choking)


# Row 36: poison


def test_fault_36_a_message_that_cannot_be_understood_is_tried_three_times_left_out_and_listed(
    directory: Directory, caplog: pytest.LogCaptureFixture
):
    mailbox, store = MemoryMailbox("anna"), MemoryStore()
    for number in range(3):
        mailbox.deliver(Role.INBOX, mail(f"<{number}@x>", body=POISON if number == 1 else "Dank je."), MONDAY)
    listed = []
    for _ in range(4):
        sync(mailbox, store, directory, NoProgress(), ear=CHOKING, since=MONDAY - timedelta(days=9))
        listed.append([one.uid for one in Quarantine(store, "anna").left_out()])

    assert [entry.id for entry in store.entries("plan")] == ["<0@x>", "<2@x>"]
    assert (listed, store.noted_count("anna")) == ([[], [], [2], [2]], 0)
    [record] = caplog.records
    assert "message 2 in 'INBOX' could not be understood" in record.getMessage()
    assert POISON not in caplog.text
    assert POISON not in store.recalled("quarantine anna")


class Hating(MemoryMailbox):
    """A server that hangs up whenever one message is fetched; `down` for good."""

    hated = 0
    down = False

    def messages(self, folder: Folder, uids: Sequence[int]) -> Iterator[Message]:
        for uid in uids:
            if uid == self.hated:
                self.broken = MailboxUnreachable("anna", "the line broke") if self.down else None
                raise MailboxUnreachable("anna", "the server hung up")
            yield from super().messages(folder, [uid])


def looks(mailbox: Hating, store: MemoryStore, directory: Directory, count: int) -> list[bool]:
    """Whether each of so many looks came to its end."""
    ended = []
    for _ in range(count):
        try:
            sync(mailbox, store, directory, NoProgress(), ear=CHOKING, since=MONDAY - timedelta(days=9))
        except MailboxUnreachable:
            ended.append(False)
            mailbox.broken = None
        else:
            ended.append(True)
    return ended


def test_fault_36_a_message_that_breaks_the_connection_is_found_and_left_out(directory: Directory):
    mailbox, store = Hating("anna"), MemoryStore()
    for number in range(300):
        mailbox.deliver(Role.INBOX, mail(f"<{number}@x>"), MONDAY + timedelta(minutes=number))
    mailbox.hated = 151

    assert looks(mailbox, store, directory, 4) == [False, False, True, True]
    assert [entry.id for entry in store.entries("plan")] == [f"<{number}@x>" for number in range(300) if number != 150]
    assert [one.uid for one in Quarantine(store, "anna").left_out()] == [151]


def test_fault_36_a_line_that_breaks_is_not_taken_for_a_message_that_does(directory: Directory):
    mailbox, store = Hating("anna"), MemoryStore()
    mailbox.deliver(Role.INBOX, mail("<1@x>"), MONDAY)
    mailbox.hated, mailbox.down = 1, True
    looks(mailbox, store, directory, 6)
    mailbox.hated = 0

    assert looks(mailbox, store, directory, 1) == [True]
    assert [entry.id for entry in store.entries("plan")] == ["<1@x>"]
    assert Quarantine(store, "anna").left_out() == []


# Row 37: huge literal


@pytest.mark.dovecot
def test_fault_37_of_a_huge_message_only_the_beginning_is_fetched(dovecot: Dovecot, directory: Directory):
    attachment = (b"x" * 76 + b"\r\n") * 400_000
    head = b"From: bob@client.example\r\nTo: anna@me.example\r\nSubject: Plan\r\nMessage-ID: <1@x>\r\n\r\n"
    dovecot.deliver("huge", "INBOX", head + b"Here it is.\r\n" + attachment, MONDAY)
    with Proxy(dovecot.port) as proxy:
        account = dovecot.account("huge", host="127.0.0.1", port=proxy.port, tls="none", ca_file=None)
        mailbox = ImapMailbox(account, lambda: PASSWORD)
        store = MemoryStore()
        sync(mailbox, store, directory, NoProgress(), ear=CHOKING, since=MONDAY - timedelta(days=9))
        mailbox.close()
        spent = proxy.counts()["down"]

    [entry] = store.entries("plan")
    assert entry.reading.new_text.startswith("Here it is.")
    assert spent < 100_000
