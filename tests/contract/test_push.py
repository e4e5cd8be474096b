"""Being told of new mail: one thread, many connections, and what becomes of each when its server is odd or gone."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from typing import NoReturn

import pytest
from contract.mailbox_benches import MONDAY, mail
from contract.scripted_server import Answer, Lines, ScriptedServer, hangs_up
from system.dovecot import PASSWORD, Dovecot

from mailaide.adapters.imap.idle import ANEW_AFTER, ANSWER_WITHIN, TOO_SHORT, Idle, IdleLost, IdleRefused
from mailaide.adapters.imap.push import OPENED_AT_ONCE, Push, opener
from mailaide.adapters.imap.session import Account
from mailaide.errors import LoginRefused, MailboxBusy, MailboxError, MailboxUnreachable, PushRefused

PATIENCE_SECONDS = 10.0
IDLES = {"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n"}

Told = tuple[str, str | type[MailboxError]]


class Ear:
    """A listener, and what it was told, in order."""

    def __init__(self) -> None:
        self._told: Queue[Told] = Queue()

    def watched(self, account: str) -> None:
        self._told.put((account, "watched"))

    def news(self, account: str) -> None:
        self._told.put((account, "news"))

    def unwatched(self, account: str, error: MailboxError) -> None:
        self._told.put((account, type(error)))

    def next(self) -> Told:
        return self._told.get(timeout=PATIENCE_SECONDS)

    def is_told_nothing(self) -> bool:
        return self._told.empty()


@contextmanager
def pushing(**patience: float) -> Iterator[tuple[Push, Ear]]:
    ear = Ear()
    push = Push(ear, **patience)
    try:
        yield push, ear
    finally:
        push.close()


def idling(now: float = 0.0) -> Idle:
    idle = Idle(now)
    assert idle.heard(b"+ idling\r\n", now) == (False, b"")
    return idle


# The conversation, without a socket


@pytest.mark.parametrize(
    ("said", "news"),
    [
        (b"* 5 EXISTS\r\n", True),
        (b"* 5 exists \r\n", True),
        (b"* OK Still here\r\n", False),
        (b"* 5 FETCH (FLAGS (\\Seen))\r\n", False),
        (b"* 2 EXPUNGE\r\n* 1 RECENT\r\n", False),
        (b"* 2 EXPUNGE\r\n* 5 EXISTS\r\n* 1 RECENT\r\n", True),
        (b"* OK he said: * 5 EXISTS\r\n", False),
        (b"STS\r\n", False),
    ],
)
def test_only_mail_that_came_is_news(said: bytes, news: bool):
    assert idling().heard(said, 1.0) == (news, b"")


@pytest.mark.parametrize(
    "packets",
    [
        (b"+ idling\r\n* 7 EXISTS\r\n",),
        (b"* 7 EXISTS\r\n+ idling\r\n",),
        (b"+ idling\r\n* 7 EXI", b"STS\r\n"),
        tuple(bytes([one]) for one in b"+ idling\r\n* 7 EXISTS\r\n"),
    ],
    ids=["in the same packet", "before it idles", "in two packets", "byte by byte"],
)
def test_news_is_heard_however_the_bytes_come(packets: tuple[bytes, ...]):
    idle = Idle(0.0)

    assert [idle.heard(packet, 0.0) for packet in packets].count((True, b"")) == 1


def test_fault_20_a_connection_that_closes_is_dead_and_told_once():
    """However often one could ask it, and without asking it without end."""
    with pushing() as (push, ear), ScriptedServer({**IDLES, "IDLE": idles_then(hangs_up)}) as server:
        push.watch("anna", opener(server.account(), lambda: "secret"))

        assert [ear.next(), ear.next()] == [("anna", "watched"), ("anna", MailboxUnreachable)]
        assert ear.is_told_nothing()


def test_fault_21_an_answer_that_does_not_come_ends_the_connection():
    idle = idling()
    assert idle.at_deadline(idle.deadline) == b"DONE\r\n"
    left_at = idle.deadline - ANSWER_WITHIN

    with pytest.raises(IdleLost, match="no answer within 30 s"):
        idle.at_deadline(idle.deadline)

    assert left_at == ANEW_AFTER


def test_fault_21_a_server_that_lets_nobody_leave_is_left():
    with (
        pushing(anew_after=0.05, answer_within=0.05) as (push, ear),
        ScriptedServer({**IDLES, "IDLE": idles_then(says_nothing_more)}) as server,
    ):
        push.watch("anna", opener(server.account(), lambda: "secret"))

        assert [ear.next(), ear.next()] == [("anna", "watched"), ("anna", MailboxUnreachable)]


def test_fault_22_idle_is_asked_for_anew_within_nine_minutes():
    idle = idling(100.0)

    assert idle.deadline <= 100.0 + 9 * 60
    assert idle.at_deadline(idle.deadline) == b"DONE\r\n"
    assert idle.heard(b"i1 OK done\r\n", 700.0) == (False, b"i2 IDLE\r\n")
    assert idle.deadline == 700.0 + ANSWER_WITHIN


def test_fault_22_news_comes_also_after_idle_was_asked_for_anew():
    rounds = threading.Semaphore(0)

    def three_rounds(lines: Lines, tag: bytes) -> None:
        lines.write(b"+ idling\r\n")
        assert lines.readline() == b"DONE\r\n"
        lines.write(tag + b" OK done\r\n")
        rounds.release()

    with (
        pushing(anew_after=0.02) as (push, ear),
        ScriptedServer({**IDLES, "IDLE": [three_rounds] * 3 + [idles_then(says(b"* 9 EXISTS\r\n"))]}) as server,
    ):
        push.watch("anna", opener(server.account(), lambda: "secret"))

        assert [ear.next(), ear.next()] == [("anna", "watched"), ("anna", "news")]
        assert [rounds.acquire(timeout=PATIENCE_SECONDS) for _ in range(3)] == [True] * 3
        assert server.connections == 1


def test_fault_27_a_farewell_in_the_middle_ends_the_connection_with_its_words():
    with pytest.raises(IdleLost, match=r"the server said goodbye \(Server shutting down\.\)"):
        idling().heard(b"* BYE Server shutting down.\r\n", 1.0)


def test_fault_27_a_line_without_end_ends_the_connection():
    idle = idling()
    idle.heard(b"x" * 60_000, 1.0)

    with pytest.raises(IdleLost, match="an endless line"):
        idle.heard(b"x" * 60_000, 1.0)


@pytest.mark.parametrize("said", [b"i1 NO not now\r\n", b"i1 BAD what?\r\n", b"i1 OK done\r\n"])
def test_a_server_that_will_not_idle_is_believed(said: bytes):
    with pytest.raises(IdleRefused):
        Idle(0.0).heard(said, 0.0)


def test_a_server_that_ends_idle_itself_is_asked_again_but_not_without_end():
    idle = idling()

    assert idle.heard(b"i1 OK time is up\r\n", TOO_SHORT) == (False, b"i2 IDLE\r\n")
    with pytest.raises(IdleRefused, match="at once"):
        idle.heard(b"+\r\ni2 OK again\r\n", TOO_SHORT)


# The thread


def idles_then(after: Callable[[Lines, bytes], None]) -> Answer:
    def answer(lines: Lines, tag: bytes) -> None:
        lines.write(b"+ idling\r\n")
        after(lines, tag)

    return answer


def says(words: bytes) -> Callable[[Lines, bytes], None]:
    def answer(lines: Lines, tag: bytes) -> None:
        lines.write(words)
        lines.readline()

    return answer


def says_nothing_more(lines: Lines, tag: bytes) -> None:
    while lines.readline():
        pass


NEWS = idles_then(says(b"* 4 EXISTS\r\n"))


@pytest.mark.dovecot
def test_news_is_of_the_account_that_has_it(dovecot: Dovecot):
    with pushing() as (push, ear):
        for user in ("pushed", "other"):
            push.watch(user, opener(dovecot.account(user), lambda: PASSWORD))
        assert {ear.next(), ear.next()} == {("pushed", "watched"), ("other", "watched")}

        dovecot.deliver("pushed", "INBOX", mail(), MONDAY)

        assert ear.next() == ("pushed", "news")


@pytest.mark.dovecot
def test_an_account_is_watched_once_however_often_it_is_asked_for(dovecot: Dovecot):
    connections = []

    def connect() -> socket.socket:
        connections.append(1)
        return opener(dovecot.account("once"), lambda: PASSWORD)()

    with pushing() as (push, ear):
        for _ in range(3):
            push.watch("once", connect)

        assert ear.next() == ("once", "watched")
        push.watch("once", connect)

    assert len(connections) == 1


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ({}, PushRefused),
        ({**IDLES, "IDLE": b"TAG NO not for you\r\n"}, PushRefused),
        ({"AUTHENTICATE": b"TAG NO [LIMIT] Too many connections\r\n"}, MailboxBusy),
        ({"AUTHENTICATE": b"TAG NO [AUTHENTICATIONFAILED] No\r\n"}, LoginRefused),
        ({"AUTHENTICATE": hangs_up}, MailboxUnreachable),
        ({**IDLES, "EXAMINE": b"TAG NO no such folder\r\n"}, MailboxError),
    ],
    ids=["no IDLE", "refused", "limit", "login", "hangs up", "no INBOX"],
)
def test_an_account_that_cannot_be_watched_says_why_and_stops_no_other(
    script: dict[str, Answer], error: type[MailboxError]
):
    with pushing() as (push, ear), ScriptedServer(script) as odd, ScriptedServer({**IDLES, "IDLE": NEWS}) as well:
        push.watch("odd", opener(odd.account(), lambda: "secret"))
        told = ear.next()
        push.watch("well", opener(well.account(), lambda: "secret"))

        assert told == ("odd", error)
        assert [ear.next(), ear.next()] == [("well", "watched"), ("well", "news")]


def test_a_closed_port_is_told_as_well():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pushing() as (push, ear):
        push.watch("anna", opener(Account(name="anna", host="127.0.0.1", port=port, user="anna", tls="none"), str))

        assert ear.next() == ("anna", MailboxUnreachable)


def test_a_defect_while_connecting_stops_no_other():
    def broken() -> NoReturn:
        raise KeyError("x")

    with pushing() as (push, ear), ScriptedServer({**IDLES, "IDLE": NEWS}) as server:
        push.watch("broken", broken)
        assert ear.next() == ("broken", MailboxUnreachable)
        push.watch("anna", opener(server.account(), lambda: "secret"))

        assert [ear.next(), ear.next()] == [("anna", "watched"), ("anna", "news")]


def test_after_close_nothing_is_watched():
    with ScriptedServer({**IDLES, "IDLE": NEWS}) as server:
        with pushing() as (push, ear):
            pass
        push.watch("anna", opener(server.account(), lambda: "secret"))

        assert server.heard == []
        assert ear.is_told_nothing()


def test_many_accounts_take_one_thread():
    with ScriptedServer({**IDLES, "IDLE": idles_then(says_nothing_more)}) as server, pushing() as (push, ear):
        for number in range(20):
            push.watch(f"account{number}", opener(server.account(), lambda: "secret"))
        assert {ear.next()[1] for _ in range(20)} == {"watched"}

        ours = [one.name for one in threading.enumerate() if one.name.startswith("push")]

    assert ours.count("push") == 1
    assert len(ours) <= 1 + OPENED_AT_ONCE
