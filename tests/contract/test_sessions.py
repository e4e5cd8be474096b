"""How many connections an account takes, and which folder each of them has open."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from contract.scripted_server import Answer, ScriptedServer

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.sessions import TURNS
from mailaide.core.mail import Folder, Role

TWO: dict[str, Answer | Sequence[Answer]] = {
    "LIST": b'* LIST () "/" INBOX\r\n* LIST (\\Sent) "/" Sent\r\n',
    "STATUS": b"* STATUS INBOX (UIDNEXT 4 MESSAGES 3 UIDVALIDITY 7)\r\n",
    "STATUS Sent": b"* STATUS Sent (UIDNEXT 4 MESSAGES 3 UIDVALIDITY 7)\r\n",
    "UID FETCH": b'* 1 FETCH (UID 1 INTERNALDATE "02-Mar-2026 12:00:00 +0000" FLAGS () BODY[]<0> {22}\r\n'
    b"Message-ID: <1@x>\r\n\r\n"
    b"!)\r\n",
}


def read_in_turns(mailbox: ImapMailbox, times: int) -> list[tuple[str, Role]]:
    found = []
    folders: list[Folder] = [*mailbox.folders()]
    for _ in range(times):
        for folder in folders:
            found += [(one.header.message_id, one.header.role) for one in mailbox.messages(folder, [1])]
    return found


def test_two_folders_that_are_read_in_turns_stay_open_in_two_connections():
    with ScriptedServer(TWO) as server:
        mailbox = server.mailbox()
        found = read_in_turns(mailbox, 50)

        assert found == [("<1@x>", Role.INBOX), ("<1@x>", Role.SENT)] * 50
        assert (server.connections, sum("EXAMINE" in one for one in server.heard)) == (2, TURNS + 2)
        mailbox.close()


def test_a_usual_look_takes_one_connection():
    with ScriptedServer(TWO) as server:
        mailbox = server.mailbox()
        read_in_turns(mailbox, 2)

        assert server.connections == 1
        mailbox.close()


def test_the_second_connection_ends_with_the_turns():
    with ScriptedServer(TWO) as server:
        mailbox = server.mailbox()
        read_in_turns(mailbox, 20)
        read_in_turns(mailbox, 1)

        assert (server.connections, server.heard.count("LOGOUT")) == (2, 1)
        mailbox.close()


@pytest.mark.parametrize("refusal", [b"TAG NO [LIMIT] Too many connections\r\n", b"TAG NO no\r\n"])
def test_fault_25_where_a_second_connection_is_refused_one_must_do_and_is_not_asked_for_again(refusal: bytes):
    with ScriptedServer({**TWO, "AUTHENTICATE": [b"", refusal]}) as server:
        mailbox = server.mailbox()
        found = read_in_turns(mailbox, 20)

        assert found == [("<1@x>", Role.INBOX), ("<1@x>", Role.SENT)] * 20
        assert server.connections == 2
        mailbox.close()
