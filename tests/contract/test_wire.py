"""What goes over the wire: how little on a quiet day, and what is made of answers that no one asked for."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from builders import an_intent
from contract.mailbox_benches import folder, headers, mail
from contract.scripted_server import Lines, ScriptedServer
from system.dovecot import PASSWORD, Dovecot

from bench.measure import Proxy
from mailaide.adapters.imap import fetched, incoming
from mailaide.adapters.imap.incoming import Incoming
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.core.intent import Kind
from mailaide.core.mail import Role
from mailaide.errors import MailboxUnreachable

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HEADER = b"From: Bob <bob@client.example>\r\nSubject: Plan\r\nMessage-ID: <1@x>\r\n\r\n"
DATE = b'INTERNALDATE "02-Mar-2026 13:00:00 +0100"'
NAMED = b"BODY[HEADER.FIELDS (FROM)]<0> {%d}\r\n" % len(HEADER)


def answer(*items: bytes) -> bytes:
    return b"* 1 FETCH (" + b" ".join(items) + b")\r\n"


def read(told: bytes, *, pieces: int = 1_000_000) -> list[fetched.Fetched]:
    """The messages in what a server says in such pieces, whichever parser takes them."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        coming, lean, lines = Incoming(pieces).of(ours), fetched.Lean(), []
        theirs.sendall(told)
        theirs.close()
        while (line := coming.line(lean)) != [b""]:
            lines.append(line)
    return [*lean.taken(), *fetched.messages(lines)]


ODD_ANSWERS = {
    "as it was asked": answer(b"UID 1", DATE, b"FLAGS (\\Seen)", NAMED + HEADER),
    "in another order": answer(b"FLAGS (\\Seen)", NAMED + HEADER, b"UID 1", DATE),
    "in another case": answer(b"uid 1", DATE.lower(), b"flags (\\Seen)", NAMED.lower() + HEADER),
    "with more than was asked": answer(b"UID 1", b"MODSEQ (12)", DATE, b"FLAGS (\\Seen)", NAMED + HEADER),
    "with a flag update before": answer(b"FLAGS (\\Seen)") + answer(b"UID 1", DATE, b"FLAGS (\\Seen)", NAMED + HEADER),
    "with news in between": b"* 4 EXISTS\r\n* 2 RECENT\r\n* 3 EXPUNGE\r\n"
    + answer(b"UID 1", DATE, b"FLAGS (\\Seen)", NAMED + HEADER),
    "with another message": answer(b"UID 1", DATE, b"FLAGS (\\Seen)", NAMED + HEADER)
    + answer(b"UID 900", DATE, b"FLAGS ()", NAMED + HEADER),
    "with a line that cannot be read": b"* 2 FETCH (UID 2 FLAGS (\r\n"
    + answer(b"UID 1", DATE, b"FLAGS (\\Seen)", NAMED + HEADER),
}


@pytest.mark.parametrize("told", ODD_ANSWERS.values(), ids=ODD_ANSWERS.keys())
def test_fault_33_a_header_is_understood_however_it_is_told(told: bytes):
    with ScriptedServer({"UID FETCH": told}) as server:
        mailbox = server.mailbox()
        [inbox] = mailbox.folders()

        [window] = mailbox.headers(inbox, 1)

        [header] = window.headers
        mailbox.close()
    assert (header.place.uid, header.received_at, header.flags) == (1, NOON, frozenset({"\\Seen"}))
    assert (header.message_id, header.subject) == ("<1@x>", "Plan")


@pytest.mark.parametrize(
    "told",
    [
        answer(b"UID 1", DATE, b"FLAGS (\\Seen)", b"BODY[HEADER.FIELDS (FROM)]<0> {99000000}\r\n"),
        answer(b"UID 1", DATE, b"FLAGS (\\Seen)", NAMED + HEADER) + b"what?\r\n",
        b"* BYE going down\r\nm9 OK who?\r\n",
        b"* " + b"x" * 1_100_000,
    ],
    ids=["a literal without end", "no answer at all", "a farewell", "a line without end"],
)
def test_fault_27_a_server_that_lost_its_way_is_left(told: bytes):
    with ScriptedServer({"UID FETCH": told}) as server:
        mailbox = server.mailbox()
        [inbox] = mailbox.folders()

        with pytest.raises(MailboxUnreachable):
            list(mailbox.headers(inbox, 1))

        assert mailbox._sessions._first is None
        mailbox.close()


def use(mailbox: ImapMailbox) -> None:
    """Log in, look around, read, write."""
    [inbox] = mailbox.folders()
    for window in mailbox.headers(inbox, 1):
        assert window.headers is not None
    mailbox.put(an_intent(kind=Kind.ALERT, folder="INBOX"))


def without_end(said: bytes) -> Callable[[Lines, bytes], None]:
    def talk(lines: Lines, tag: bytes) -> None:
        while True:
            lines.write(said * 10_000)

    return talk


@pytest.mark.parametrize("said", [b"* X\r\n", b"* OK " + b"x" * 500 + b"\r\n"], ids=["of short lines", "of long lines"])
@pytest.mark.parametrize("command", ["AUTHENTICATE", "LIST", "STATUS", "EXAMINE", "UID FETCH", "APPEND"])
def test_fault_27_an_answer_without_end_is_left_before_it_fills_the_memory(
    command: str, said: bytes, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(incoming, "LARGEST_ANSWER", 5_000_000)
    with ScriptedServer({command: without_end(said)}) as server:
        mailbox = server.mailbox()

        with pytest.raises(MailboxUnreachable, match="an answer without end"):
            use(mailbox)


@pytest.mark.parametrize("command", ["AUTHENTICATE", "LIST", "EXAMINE", "UID FETCH"])
def test_fault_37_a_literal_that_nobody_asked_for_is_not_waited_for(command: str):
    with ScriptedServer({command: b"* OK {4294967295}\r\nTAG"}) as server:
        mailbox = server.mailbox()

        with pytest.raises(MailboxUnreachable, match="a message without end"):
            use(mailbox)


def test_the_lean_parser_says_what_the_general_one_says():
    lean = answer(b"UID 1", DATE, b"FLAGS (\\Seen \\Recent $Label)", NAMED + HEADER)
    odd = answer(b"UID 1", DATE, b"FLAGS (\\Seen \\Recent $Label)", b"MODSEQ (3)", NAMED + HEADER)

    assert read(lean) == read(odd) == [fetched.Fetched(1, NOON, frozenset({"\\Seen", "$Label"}), HEADER)]


@pytest.mark.parametrize("size", [1, 7, 60, 1000])
def test_it_does_not_matter_in_which_pieces_an_answer_comes(size: int):
    message = answer(b"UID 1", DATE, b"FLAGS ()", NAMED + HEADER)
    odd = answer(b"FLAGS ()", NAMED + HEADER, b"UID 2", DATE)

    found = read(message + b"* 3 EXISTS\r\n" + odd + message, pieces=size)

    assert [(one.uid, one.header) for one in found] == [(1, HEADER), (1, HEADER), (2, HEADER)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (b"02-Mar-2026 12:00:00 +0000", NOON),
        (b" 2-mar-2026 08:30:00 -0330", NOON),
        (b"02-Mar-2026 12:00:00", None),
        (b"31-Feb-2026 12:00:00 +0000", None),
        (b"02-Mrz-2026 12:00:00 +0000", None),
        (b"31-Dec-9999 23:59:59 +0000", None),
        (b"01-Jan-0001 00:00:00 +0000", None),
        (b"\xff", None),
    ],
)
def test_a_date_is_an_instant_or_nothing(told: bytes, expected: datetime | None):
    assert fetched.instant(told) == expected


def test_the_password_goes_out_without_being_asked_for():
    with ScriptedServer({}) as server:
        mailbox = server.mailbox()
        mailbox.folders()
        mailbox.close()

    assert server.heard[0] == "AUTHENTICATE PLAIN AGFubmEAc2VjcmV0"
    assert server.heard.count("LOGOUT") == 1


class Counted:
    """A mailbox on Dovecot, and what has gone over its line."""

    def __init__(self, server: Dovecot, proxy: Proxy, user: str) -> None:
        self.server, self.user, self._proxy = server, user, proxy
        self.mailbox = ImapMailbox(
            server.account(user, host="127.0.0.1", port=proxy.port, tls="none", ca_file=None), lambda: PASSWORD
        )

    def since_then(self, before: dict[str, float]) -> dict[str, float]:
        time.sleep(0.05)  # the proxy may be a little late
        return {name: count - before[name] for name, count in self.now().items()}

    def now(self) -> dict[str, float]:
        return dict(self._proxy.counts())


@pytest.fixture
def counted(dovecot: Dovecot) -> Iterator[Counted]:
    with Proxy(dovecot.port) as proxy:
        counted = Counted(dovecot, proxy, "counted")
        yield counted
        counted.mailbox.close()


@pytest.mark.dovecot
def test_nothing_new_costs_one_round_trip_for_all_folders(counted: Counted):
    list(counted.mailbox.headers(folder(counted, Role.INBOX), 1))
    counted.mailbox.folders()
    before = counted.now()

    there = counted.mailbox.folders()

    spent = counted.since_then(before)
    assert spent["round_trips"] == 1
    assert spent["up"] + spent["down"] <= 150 * len(there)


@pytest.mark.dovecot
def test_ten_new_messages_cost_little(counted: Counted):
    before = folder(counted, Role.INBOX)
    with counted.server.client(counted.user) as client:
        for number in range(10):
            client.append("INBOX", mail(f"<{number}@x>"), (), NOON)
    spent_before = counted.now()

    found = headers(counted, Role.INBOX, before.uidnext)

    spent = counted.since_then(spent_before)
    assert len(found) == 10
    assert spent["round_trips"] <= 1 + 3
    assert spent["up"] + spent["down"] < 8_000


@pytest.mark.dovecot
def test_a_cold_poll_costs_little(counted: Counted):
    """The second one: the first has to ask for the list of folders."""
    counted.mailbox.folders()
    counted.mailbox.close()
    before = counted.now()

    counted.mailbox.folders()
    counted.mailbox.close()

    spent = counted.since_then(before)
    assert spent["round_trips"] <= 4
    assert spent["up"] + spent["down"] < 1_500


@pytest.mark.parametrize("offered", [True, False])
def test_the_servers_own_conversation_is_asked_for_where_it_is_offered(offered: bool):
    whole = b"BODY[]<0> {%d}\r\n" % len(HEADER) + HEADER
    number = b"X-GM-THRID 1266894439832287888 " if offered else b""
    told = b"* 1 FETCH (" + number + b" ".join((b"UID 1", DATE, b"FLAGS ()", whole)) + b")\r\n"
    script = (
        {"UID FETCH": told, "CAPABILITY": b"* CAPABILITY IMAP4rev1 X-GM-EXT-1\r\n"} if offered else {"UID FETCH": told}
    )
    with ScriptedServer(script, greeting=b"* OK Gimap ready\r\n") as server:
        mailbox = server.mailbox()
        [inbox] = mailbox.folders()

        [message] = mailbox.messages(inbox, [1])

        mailbox.close()
        asked = [command for command in server.heard if command.startswith("UID FETCH")]
    assert message.header.conversation == ("1266894439832287888" if offered else "")
    assert [("X-GM-THRID" in command) for command in asked] == [offered]
