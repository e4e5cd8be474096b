"""Rows 19 to 34 of the fault catalogue, by number: what servers and lines do to a connection.

What is asked of every mailbox, of logging in or of push has its number where that is tested (test_mailbox,
test_connecting, test_push, test_rest, test_meter, test_looks); here is what a server says that no real one can be made
to say. The words are those that the servers named have been seen to use.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from contract.scripted_server import Answer, Lines, ScriptedServer, hangs_up

from mailaide.adapters.imap import session
from mailaide.adapters.imap.failures import translated
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.meter import Meter
from mailaide.core.mail import Header
from mailaide.errors import (
    BudgetSpent,
    Defect,
    FolderMissing,
    LoginRefused,
    MailboxBusy,
    MailboxError,
    MailboxFull,
    MailboxUnreachable,
)

HEADER = b"From: Bob <bob@client.example>\r\nSubject: Plan\r\nMessage-ID: <%d@x>\r\n\r\n"
HIGHEST_UID = 2**32 - 1


def row(uid: int, number: int = 1) -> bytes:
    """What a server answers to our question for a header."""
    header = HEADER % uid
    date = b'INTERNALDATE "02-Mar-2026 12:00:00 +0000"'
    literal = b"BODY[HEADER.FIELDS (FROM)]<0> {%d}\r\n%b" % (len(header), header)
    return b"* %d FETCH (UID %d %b FLAGS () %b)\r\n" % (number, uid, date, literal)


def headers(mailbox: ImapMailbox) -> list[Header]:
    [inbox] = mailbox.folders()
    return [header for window in mailbox.headers(inbox, 1) for header in window.headers]


def failing(script: dict[str, Answer | Sequence[Answer]]) -> MailboxError:
    """What looking through an account of this server comes to."""
    with ScriptedServer(script) as server:
        mailbox = server.mailbox()
        with pytest.raises(MailboxError) as raised:
            headers(mailbox)
        mailbox.close()
    return raised.value


# Row 19: TLS connect hangs


@contextlib.contextmanager
def silent_server() -> Iterator[int]:
    """Takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("tls", ["implicit", "starttls", "none"])
def test_fault_19_a_server_that_says_nothing_is_left_in_time(
    tls: Literal["implicit", "starttls", "none"], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(session, "TIMEOUT_SECONDS", 0.2)
    with silent_server() as port:
        account = session.Account(name="anna", host="127.0.0.1", port=port, user="anna", tls=tls)

        with pytest.raises(MailboxUnreachable, match=r"account anna: connect to 127\.0\.0\.1:\d+: no answer within"):
            ImapMailbox(account, lambda: "secret").folders()


def test_fault_19_a_server_that_falls_silent_later_is_left_in_time(monkeypatch: pytest.MonkeyPatch):
    def silence(lines: Lines, tag: bytes) -> None:
        while lines.readline():
            pass

    monkeypatch.setattr(session, "TIMEOUT_SECONDS", 0.2)

    assert "look for news: no answer within" in str(failing({"STATUS": silence}))


# Row 23: a bug is not a network error


def test_fault_23_a_mistake_of_our_own_is_not_taken_for_a_bad_line():
    def mistaken() -> None:
        raise AttributeError("nothing")

    our_own: dict[str, Any] = {"__name__": "mailaide.mistake"}
    source = "def mistaken(): return None.nothing"
    exec(compile(source, str(Path(session.__file__).with_name("mistake.py")), "exec"), our_own)  # noqa: S102

    def read(how: Callable[[], None]) -> None:
        with translated("anna", "read"):
            how()

    with pytest.raises(Defect, match=r"a defect in mailaide \(AttributeError in mistaken, mistake\.py:1\)"):
        read(our_own["mistaken"])
    with pytest.raises(MailboxUnreachable, match=r"cannot be read \(AttributeError\)"):
        read(mistaken)


# Row 25 and 26: what a refusal means

WAITED_FOR = {
    "Gmail, connections": b"[ALERT] Too many simultaneous connections. (Failure)",
    "Gmail, bandwidth": b"[OVERQUOTA] Account exceeded command or bandwidth limits. zf4",
    "Yahoo, rate": b"[LIMIT] UID FETCH Rate limit hit.",
    "Dovecot": b"[LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)",
    "Dovecot, before": b"[UNAVAILABLE] Maximum number of connections from user+IP exceeded",
    "Exchange, throttled": b"Request is throttled. Suggested Backoff Time: 299961 milliseconds",
    "Courier": b"Too many connections from your IP address.",
}
PASSING = {
    "Yahoo, down": b"[UNAVAILABLE] UID FETCH Server error while fetching messages",
    "Yahoo, bug": b"[SERVERBUG] LOGIN Server error - Please try again later",
    "iCloud": b"[UNAVAILABLE] Service temporarily unavailable",
    "Exchange, down": b"Server Unavailable. 15",
    "Exchange, not connected": b"User is authenticated but not connected.",
    "Dovecot, in use": b"[INUSE] Mailbox is in use by another session",
}
FINAL = {
    "Gmail, password": b"[AUTHENTICATIONFAILED] Invalid credentials (Failure)",
    "Gmail, app password": b"[ALERT] Application-specific password required: https://support.google.com/ (Failure)",
    "Yahoo, password": b"[AUTHENTICATIONFAILED] LOGIN Invalid credentials",
    "Exchange": b"AUTHENTICATE failed.",
    "iCloud": b"[AUTHENTICATIONFAILED] Authentication failed",
    "a code goes before the words": b"[AUTHENTICATIONFAILED] Authentication failed, try again later",
    "expired": b"[EXPIRED] Password expired",
}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        *((said, MailboxBusy) for said in WAITED_FOR.values()),
        *((said, MailboxUnreachable) for said in PASSING.values()),
        *((said, LoginRefused) for said in FINAL.values()),
    ],
    ids=[*WAITED_FOR, *PASSING, *FINAL],
)
def test_fault_25_a_login_is_refused_for_many_reasons_and_few_are_the_password(said: bytes, error: type[MailboxError]):
    told = failing({"AUTHENTICATE": b"TAG NO " + said + b"\r\n"})

    assert type(told) is error
    assert said.decode()[:150] in str(told)


@pytest.mark.parametrize("verdict", [b"NO", b"BAD"])
@pytest.mark.parametrize(
    ("said", "error"),
    [
        *((said, MailboxBusy) for said in WAITED_FOR.values()),
        *((said, MailboxUnreachable) for said in PASSING.values()),
        (b"[OVERQUOTA] Quota exceeded (mailbox for user is full)", MailboxFull),
        (b"[NONEXISTENT] Unknown Mailbox: INBOX (now in authenticated state) (Failure)", FolderMissing),
        (b"[NOPERM] Permission denied", MailboxError),
    ],
    ids=[*WAITED_FOR, *PASSING, "full", "missing", "forbidden"],
)
def test_fault_25_a_command_is_refused_for_many_reasons(verdict: bytes, said: bytes, error: type[MailboxError]):
    told = failing({"UID FETCH": b"TAG " + verdict + b" " + said + b"\r\n"})

    assert type(told) is error


def test_fault_26_the_wait_that_exchange_suggests_is_heard():
    said = b"Request is throttled. Suggested Backoff Time: 299961 milliseconds"
    told = failing({"UID FETCH": b"TAG BAD " + said + b"\r\n* BYE Connection closed. 14\r\n"})

    assert isinstance(told, MailboxBusy)
    assert told.wait == timedelta(milliseconds=299_961)
    assert "It is not the password" in str(told)


@pytest.mark.parametrize(
    ("greeting", "error"),
    [
        (b"* BYE [UNAVAILABLE] Temporary System Problem\r\n", MailboxUnreachable),
        (b"* BYE Too many connections\r\n", MailboxBusy),
        (b"* BYE Connection is closed. 13\r\n", MailboxUnreachable),
    ],
)
def test_fault_25_a_server_that_says_goodbye_at_once_is_tried_again(greeting: bytes, error: type[MailboxError]):
    with ScriptedServer({}, greeting=greeting) as server, pytest.raises(MailboxError) as raised:
        server.mailbox().folders()

    assert type(raised.value) is error


def test_fault_26_reading_stops_when_the_budget_is_spent_and_what_was_read_is_kept():
    """A server that tells far more than it is asked for, window after window."""
    flood = b"".join(row(uid) for uid in range(1, 1_001)) + b"* OK " + b"x" * 900_000 + b"\r\n"
    script = {
        "STATUS": b"* STATUS INBOX (UIDNEXT 90001 MESSAGES 0 UIDVALIDITY 7)\r\n",
        "EXAMINE": b"* 90000 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 90001] ok\r\n",
        "FETCH": b"".join(b"* %d FETCH (UID %d)\r\n" % (1_000 * n, 1_000 * n) for n in range(1, 90)),
        "UID FETCH": flood,
    }
    seen: list[Header] = []
    with ScriptedServer(script) as server:
        mailbox = ImapMailbox(server.account(), lambda: "secret", meter=Meter("anna", 10))
        [inbox] = mailbox.folders()

        with pytest.raises(BudgetSpent):
            seen.extend(header for window in mailbox.headers(inbox, 1) for header in window.headers)

        mailbox.close()
    assert 0 < len(seen) <= 1_000
    assert sum(command.startswith("UID FETCH") for command in server.heard) <= 12


# Row 27: odd lines


@pytest.mark.parametrize(
    "said",
    [
        b"* BYE Autologout; idle for too long\r\n",
        b"* BYE Connection closed. 14\r\n",
        b"* BYE [UNAVAILABLE] Server shutting down\r\n",
    ],
)
def test_fault_27_a_farewell_in_mid_command_is_told_with_its_words(said: bytes):
    def farewell(lines: Lines, tag: bytes) -> None:
        lines.write(said)
        hangs_up(lines, tag)

    told = failing({"UID FETCH": farewell})

    assert type(told) is MailboxUnreachable
    assert said.decode().strip("* \r\n") in str(told)


def test_fault_27_after_a_broken_session_the_next_call_goes_on():
    script: dict[str, Answer | Sequence[Answer]] = {"UID FETCH": [hangs_up, row(1)]}
    with ScriptedServer(script) as server:
        mailbox = server.mailbox()
        with pytest.raises(MailboxUnreachable):
            headers(mailbox)

        [header] = headers(mailbox)

        mailbox.close()
    assert header.message_id == "<1@x>"


# Row 33: ranges, missing rows; row 34: windows


def test_fault_33_messages_that_the_server_leaves_out_are_left_out():
    """Three are there, one is told of, with a line about another one that nobody asked for."""
    with ScriptedServer({"UID FETCH": b"* 3 FETCH (FLAGS (\\Seen))\r\n" + row(2) + b"* 2 EXPUNGE\r\n"}) as server:
        mailbox = server.mailbox()

        found = headers(mailbox)

        mailbox.close()
    assert [header.place.uid for header in found] == [2]


def test_fault_33_an_empty_folder_asks_for_nothing():
    script = {
        "STATUS": b"* STATUS INBOX (UIDNEXT 1 MESSAGES 0 UIDVALIDITY 7)\r\n",
        "EXAMINE": b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 1] ok\r\n",
    }
    with ScriptedServer(script) as server:
        mailbox = server.mailbox()

        found = headers(mailbox)

        mailbox.close()
    assert found == []
    assert [command for command in server.heard if "FETCH" in command] == []


def test_fault_34_three_messages_with_the_highest_uids_cost_a_few_commands():
    """Windows are cut by what is there, not by counting from one to four billion."""
    script = {
        "STATUS": b"* STATUS INBOX (UIDNEXT %d MESSAGES 3 UIDVALIDITY 7)\r\n" % HIGHEST_UID,
        "EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT %d] ok\r\n" % HIGHEST_UID,
        "UID FETCH": row(5) + row(HIGHEST_UID - 1) + row(0) + row(HIGHEST_UID + 7),
    }
    with ScriptedServer(script) as server:
        mailbox = server.mailbox()

        found = headers(mailbox)

        mailbox.close()
    assert [header.place.uid for header in found] == [5, HIGHEST_UID - 1]
    assert sum("FETCH" in command for command in server.heard) == 1
