"""A server that answers from a script, for what no real one can be made to say."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, Self

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.session import Account

GREETING = b"* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"
ORDINARY: dict[str, bytes] = {
    "CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n",
    "AUTHENTICATE": b"",
    "LOGIN": b"",
    "LIST": b'* LIST () "/" INBOX\r\n',
    "STATUS": b"* STATUS INBOX (UIDNEXT 4 MESSAGES 3 UIDVALIDITY 7)\r\n",
    "EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n* OK [UIDNEXT 4] ok\r\n",
}


class Lines(Protocol):
    """Both directions of a connection, line by line."""

    def readline(self) -> bytes: ...
    def write(self, data: bytes, /) -> object: ...


Answer = bytes | Callable[[Lines, bytes], None]
"""Untagged lines before an OK; with TAG in them, all there is; or whatever a function says and hears, given the tag."""


def hangs_up(lines: Lines, tag: bytes) -> None:
    raise ConnectionAbortedError


class ScriptedServer:
    """`with ScriptedServer({"UID FETCH": lines}) as server:`; `server.heard` holds the commands.

    The script says by the beginning of a command what its answer is; of several answers each is given once, the last
    for ever. Any number of connections.
    """

    def __init__(
        self,
        script: Mapping[str, Answer | Sequence[Answer]],
        *,
        greeting: bytes = GREETING,
        certificate: tuple[Path, Path] | None = None,
    ) -> None:
        self._script = {**ORDINARY, **script}
        self._times: dict[str, int] = {}
        self._greeting = greeting
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
        if self._tls and certificate:
            self._tls.load_cert_chain(*certificate)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.heard: list[str] = []
        self.connections = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listening.close()

    def account(self, **changes: Any) -> Account:
        port = self._listening.getsockname()[1]
        return Account(**{"name": "anna", "host": "127.0.0.1", "port": port, "user": "anna", "tls": "none"} | changes)

    def mailbox(self) -> ImapMailbox:
        return ImapMailbox(self.account(), lambda: "secret")

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                self.connections += 1
                threading.Thread(target=self._play, args=(connection,), daemon=True).start()

    def _play(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            stream = self._tls.wrap_socket(connection, server_side=True) if self._tls else connection
            with stream, stream.makefile("rwb", buffering=0) as lines:
                lines.write(self._greeting)
                while line := lines.readline():
                    tag, _, command = line.decode().strip().partition(" ")
                    self.heard.append(command)
                    self._answer(command, tag.encode(), lines)

    def _answer(self, command: str, tag: bytes, lines: Lines) -> None:
        answer = self._scripted(command)
        if callable(answer):
            answer(lines, tag)
        elif b"TAG" in answer:
            lines.write(answer.replace(b"TAG", tag))
        else:
            lines.write(answer + tag + b" OK done\r\n")

    def _scripted(self, command: str) -> Answer:
        known = sorted((name for name in self._script if command.startswith(name)), key=len)
        if not known:
            return b""
        answers = self._script[known[-1]]
        if isinstance(answers, bytes) or callable(answers):
            return answers
        times = self._times[known[-1]] = self._times.get(known[-1], -1) + 1
        return answers[min(times, len(answers) - 1)]


def until(done: Callable[[], bool], within: float = 10.0) -> None:
    """Returns once it is so; fails when it is not in time."""
    deadline = time.monotonic() + within
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.005)
