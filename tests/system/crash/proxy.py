"""A line between mailaide and the mail server that fails at the k-th piece, either way, and keeps a transcript.

What it does to a piece is a `Trouble`. A held piece reaches the server only when the rig lets it go: an APPEND that
commits after mailaide has come back and looked.
"""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

AT_ONCE = 65536
A_MOMENT = 0.03
PATIENCE = 10.0
_TAGGED = re.compile(r"[A-Za-z]+\d+ ([A-Z].*)")


class Way(StrEnum):
    UP = "to the server"
    DOWN = "to mailaide"


class Kind(StrEnum):
    RESET = "reset"
    """Both sides get a RST, the piece is lost."""

    CLOSE = "close"
    """Both sides see an orderly end, the piece is lost."""

    HALVE = "halve"
    """Half of the piece arrives, then both sides get a RST."""

    DELAY = "delay"
    """Half of the piece arrives, the rest a moment later; nothing is lost."""

    HOLD = "hold"
    """To the server: mailaide gets a RST, the server gets the piece when `release` is called.
    To mailaide: nothing comes any more, and the line stays open."""

    STOP = "stop"
    """The server's processes are stopped before it gets the piece."""

    REFUSE = "refuse"
    """The server never sees the command; mailaide is told NO."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    kind: Kind
    way: Way
    at: int
    """The number of the piece that way, from 1, over all connections since the line was armed. 0: every piece."""

    word: bytes = b""
    """Only pieces that hold this word are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one side sent at once. `connection` counts from 1 since the line was armed."""

    connection: int
    way: Way
    raw: bytes


def commands(transcript: Sequence[Piece]) -> list[tuple[int, str]]:
    """(connection, command without its tag) of all that mailaide said; literals are left out."""
    lines = [(one.connection, line) for one in transcript if one.way is Way.UP for line in one.raw.split(b"\r\n")]
    found = [(number, _TAGGED.match(line.decode("utf-8", "replace"))) for number, line in lines]
    return [(number, match[1]) for number, match in found if match]


@dataclass(slots=True)
class _Connection:
    near: socket.socket
    far: socket.socket
    held: bytes = b""
    answered: threading.Event = field(default_factory=threading.Event)


class Proxy:
    """`with Proxy(port) as line: line.arm(trouble)`; mailaide connects to `line.port`."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._lock = threading.Lock()
        self._connections: list[_Connection] = []
        self.stop_server: Callable[[], None] = lambda: None
        self.rewrite: Callable[[bytes], bytes] = lambda piece: piece
        """What the server's pieces are turned into before they go on."""

        self.arm(None)

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.forget()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def arm(self, trouble: Trouble | None) -> None:
        """Count from one again and keep a new transcript; `trouble` comes once, unless it is for every piece."""
        with self._lock:
            self._trouble = trouble
            self._counted = 0
            self.struck: bytes | None = None
            self._opened = 0
            self.transcript: list[Piece] = []

    def release(self) -> bool:
        """Give the server what was held, and wait until it has answered or hung up. False: nothing was held."""
        with self._lock:
            holding = [one for one in self._connections if one.held]
        for one in holding:
            held, one.held = one.held, b""
            one.answered.clear()
            with contextlib.suppress(OSError):
                one.far.sendall(held)
                one.answered.wait(PATIENCE)
            _end(one.far)
        return bool(holding)

    def forget(self) -> None:
        """Break whatever is still connected, on both sides."""
        with self._lock:
            connections, self._connections = self._connections, []
        for one in connections:
            _reset(one.near)
            _reset(one.far)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._server_port))
            except OSError:
                _reset(near)
                continue
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = _Connection(near, far)
            with self._lock:
                self._connections.append(connection)
                self._opened += 1
                number = self._opened
            for way in Way:
                threading.Thread(target=self._carry, args=(connection, number, way), daemon=True).start()

    def _carry(self, connection: _Connection, number: int, way: Way) -> None:
        source, sink = (connection.near, connection.far) if way is Way.UP else (connection.far, connection.near)
        try:
            while piece := source.recv(AT_ONCE):
                if way is Way.DOWN:
                    connection.answered.set()
                    piece = self.rewrite(piece)
                trouble = self._next(number, way, piece)
                if trouble is None:
                    sink.sendall(piece)
                elif not self._strike(trouble, connection, piece, sink):
                    return
        except OSError:
            pass
        finally:
            connection.answered.set()
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)
        # What is held waits for its release; everything else ends with either side.
        if not connection.held and way is Way.DOWN:
            _end(connection.near)
            _end(connection.far)

    def _next(self, number: int, way: Way, piece: bytes) -> Trouble | None:
        with self._lock:
            self.transcript.append(Piece(connection=number, way=way, raw=piece))
            trouble = self._trouble
            if trouble is None or trouble.way is not way or trouble.word not in piece:
                return None
            self._counted += 1
            if trouble.at not in (0, self._counted):
                return None
            self.struck = piece
            return trouble

    def _strike(self, trouble: Trouble, connection: _Connection, piece: bytes, sink: socket.socket) -> bool:
        """Whether the line goes on."""
        half = max(1, len(piece) // 2)
        match trouble.kind:
            case Kind.RESET:
                _reset(connection.near)
                _reset(connection.far)
            case Kind.CLOSE:
                _end(connection.near)
                _end(connection.far)
            case Kind.HALVE:
                sink.sendall(piece[:half])
                _reset_after_sending(connection)
            case Kind.DELAY:
                sink.sendall(piece[:half])
                threading.Event().wait(A_MOMENT)  # the fault itself, nothing waits for it
                sink.sendall(piece[half:])
                return True
            case Kind.HOLD if trouble.way is Way.UP:
                connection.held = piece + _in_flight(connection.near)
                _reset(connection.near)
            case Kind.HOLD:
                while connection.far.recv(AT_ONCE):
                    pass
            case Kind.STOP:
                self.stop_server()
                sink.sendall(piece)
                return True
            case Kind.REFUSE:
                tag = piece.split(b" ", 1)[0]
                connection.near.sendall(tag + b" NO [NOPERM] Permission denied\r\n")
                return True
        return False


def _in_flight(sock: socket.socket) -> bytes:
    """What was sent right after a piece: the line end that closes a literal comes by itself."""
    sock.settimeout(A_MOMENT)
    with contextlib.suppress(OSError):
        return sock.recv(AT_ONCE)
    return b""


def _reset_after_sending(connection: _Connection) -> None:
    # A RST may overtake what was sent and throw it away: the side that got the half sees an end instead.
    _end(connection.near)
    _end(connection.far)


def _reset(sock: socket.socket) -> None:
    """End it so that the other side gets a RST: close with a linger of zero."""
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # A thread that waits in recv keeps the socket open; it has to be woken first, and without a FIN.
        sock.shutdown(socket.SHUT_RD)
    sock.close()


def _end(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
