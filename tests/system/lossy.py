"""A line between mailaide and a mail server that fails at a chosen word, as real lines do at the worst moment."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from typing import Self


class LossyLine:
    """Passes everything on until one side says the word; what holds the word, and all after it, is lost.

    `asked` is a word of mailaide's, `answered` one of the server's. The line then breaks, or with `silent` stays up
    and carries nothing more. `port` is where it listens, on loopback and without TLS; by default a free one.
    """

    def __init__(
        self, server_port: int, *, asked: bytes = b"", answered: bytes = b"", silent: bool = False, port: int = 0
    ) -> None:
        self._server_port = server_port
        self.port = port
        self._asked = asked
        self._answered = answered
        self._silent = silent
        self._sockets: list[socket.socket] = []
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        for one in (self._listener, *self._sockets):
            _end(one)
        for thread in self._threads:
            thread.join(5)

    def _start(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._server_port))
                self._sockets += [near, far]
                self._start(self._pass_on, near, far, self._asked)
                self._start(self._pass_on, far, near, self._answered)

    def _pass_on(self, source: socket.socket, target: socket.socket, word: bytes) -> None:
        said = b""
        with contextlib.suppress(OSError):
            while some := source.recv(65536):
                said += some
                if word and word in said:
                    if self._silent:
                        return
                    break
                target.sendall(some)
        _end(source)
        _end(target)


def _end(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()
