"""What a server sends, cut into answers: lines, each with the literals it announces.

It is read in large pieces, because a first sync is a hundred thousand answers. Nothing outlives a change of socket:
what was sent before STARTTLS is not taken for what was sent after it.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable

from imapclient import IMAPClient

PIECE = 64 * 1024
LONGEST_LINE = 1_000_000
LONGEST_LITERAL = 32 * 1024 * 1024
"""Nothing is asked for that could be longer; a server that announces more has lost its way."""

LARGEST_ANSWER = 128 * 1024 * 1024
"""Of all lines and literals between two things that we say, as far as they are kept."""

LINE_COSTS = 100
"""Bytes that a line takes beside what it says: an answer may be endless in lines of four letters."""

Line = list[bytes]
"""One answer: text, and after each text that announces a literal the literal."""

Take = Callable[[bytes, int], tuple[int, bool]]
"""Takes answers from the bytes at a place on: the place after them, and whether the next one is not all there yet."""

_LITERAL = re.compile(rb"\{(\d{1,10})\}\r\n\Z")


class Incoming:
    """The bytes of one connection, in the order they come."""

    def __init__(self, pieces: int = PIECE) -> None:
        self._pieces = pieces
        self._from: socket.socket | None = None
        self._held = b""
        self._at = 0
        self._kept = 0
        self.received = 0

    def asked(self) -> None:
        """Something was said to the server; what comes now is another answer."""
        self._kept = 0

    def of(self, source: socket.socket) -> Incoming:
        """The same, to be read from this socket."""
        if source is not self._from:
            self._from, self._held, self._at = source, b"", 0
        return self

    def line(self, take: Take | None = None) -> Line:
        """The next answer that `take` leaves. Raises AbortError when it cannot be one, OSError as the socket does."""
        wanting = take is not None
        while take and wanting:
            self._at, wanting = take(self._held, self._at)
            wanting = wanting and len(self._held) - self._at < LONGEST_LINE and self._more()
        return self._line()

    def _line(self) -> Line:
        text = self.readline()
        line = [text]
        while text.endswith(b"}\r\n") and (announced := _LITERAL.search(text)):
            size = int(announced[1])
            literal = self.read(size)
            if len(literal) != size:
                raise IMAPClient.AbortError("the connection broke in the middle of a message")
            text = self.readline()
            line += (literal, text)
        return line

    def readline(self) -> bytes:
        """Up to and with the line's end; without one, what was left when the connection ended."""
        at = self._at
        end = self._held.find(b"\n", at) + 1
        while not end:
            looked_at = len(self._held) - at
            if looked_at > LONGEST_LINE:
                raise IMAPClient.AbortError("a line without end")
            if not self._more():
                end = len(self._held)
                break
            at = self._at
            end = self._held.find(b"\n", at + looked_at) + 1
        self._at = end
        self._keep(end - at + LINE_COSTS)
        return self._held[at:end]

    def read(self, size: int) -> bytes:
        """So many bytes, or fewer when the connection ended before."""
        if size > LONGEST_LITERAL:
            raise IMAPClient.AbortError("a message without end")
        self._keep(size)
        end = self._at + size
        if end > len(self._held):
            pieces, missing = [self._held[self._at :]], end - len(self._held)
            self._held, self._at = b"", 0
            while missing > 0 and self._more():
                pieces.append(self._held[:missing])
                self._held, missing = self._held[missing:], missing - len(pieces[-1])
            return b"".join(pieces)
        found = self._held[self._at : end]
        self._at = end
        return found

    def _keep(self, size: int) -> None:
        self._kept += size
        if self._kept > LARGEST_ANSWER:
            raise IMAPClient.AbortError("an answer without end")

    def _more(self) -> bool:
        """Hold another piece; what was handed out is let go."""
        piece = self._from.recv(self._pieces) if self._from else b""
        self._held, self._at = self._held[self._at :] + piece, 0
        self.received += len(piece)
        return bool(piece)
