"""A server that answers from a script, for what no real one can be made to say."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Self

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.session import Account

ORDINARY = {
    "CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n",
    "AUTHENTICATE": b"",
    "LOGIN": b"",
    "LIST": b'* LIST () "/" INBOX\r\n',
    "STATUS": b"* STATUS INBOX (UIDNEXT 4 MESSAGES 3 UIDVALIDITY 7)\r\n",
    "EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n",
}


class ScriptedServer:
    """`with ScriptedServer({"UID FETCH": lines}) as server:`; `server.heard` holds the commands.

    The script says by the beginning of a command which untagged lines come before its OK.
    """

    def __init__(self, script: dict[str, bytes]) -> None:
        self._script = {**ORDINARY, **script}
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.heard: list[str] = []

    def __enter__(self) -> Self:
        self._player = threading.Thread(target=self._play, daemon=True)
        self._player.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()

    def mailbox(self) -> ImapMailbox:
        port = self._listening.getsockname()[1]
        account = Account(name="anna", host="127.0.0.1", port=port, user="anna", tls="none")
        return ImapMailbox(account, lambda: "secret")

    def _play(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                with connection, connection.makefile("rwb", buffering=0) as lines:
                    lines.write(b"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n")
                    while line := lines.readline():
                        tag, _, command = line.decode().strip().partition(" ")
                        self.heard.append(command)
                        lines.write(self._answer(command) + f"{tag} OK done\r\n".encode())

    def _answer(self, command: str) -> bytes:
        known = sorted((name for name in self._script if command.startswith(name)), key=len)
        return self._script[known[-1]] if known else b""
