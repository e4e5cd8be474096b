"""IDLE (RFC 2177) without a socket: the server's bytes in, what is to be said and whether there is news out.

Every wait for an answer has an end, and IDLE is asked for anew before a server or a router forgets the connection.
A server may say anything meanwhile; only EXISTS is news.
"""

from __future__ import annotations

import re
from enum import Enum, auto

ANSWER_WITHIN = 30.0
ANEW_AFTER = 9 * 60.0
"""RFC 2177 allows 29 minutes; many routers forget a silent connection after ten."""

TOO_SHORT = 5.0
"""A server that ends IDLE sooner by itself would be asked without end."""

LONGEST_LINE = 64 * 1024

_NEWS = re.compile(rb"\* \d{1,10} EXISTS\s*", re.IGNORECASE)
_BYE = re.compile(rb"\* BYE\b *([^\r\n]*)", re.IGNORECASE)


class IdleLost(Exception):
    """The connection is of no use any more; says why."""


class IdleRefused(IdleLost):
    """The server does not idle, although it may go on otherwise."""


class _At(Enum):
    ASKED = auto()
    IDLING = auto()
    LEAVING = auto()


class Idle:
    """One connection in an open folder. Instants are seconds of a monotonic clock.

    `to_say` is what to send first, and what each call returns is to be sent then.
    """

    __slots__ = ("_anew_after", "_answer_within", "_at", "_begun", "_heard", "_number", "deadline", "to_say")

    def __init__(self, now: float, *, anew_after: float = ANEW_AFTER, answer_within: float = ANSWER_WITHIN) -> None:
        self._anew_after = anew_after
        self._answer_within = answer_within
        self._number = 0
        self._heard = b""
        self.to_say = self._ask(now)

    @property
    def idling(self) -> bool:
        """Whether the server has agreed and tells of news."""
        return self._at is _At.IDLING

    def heard(self, data: bytes, now: float) -> tuple[bool, bytes]:
        """Whether there is news, and what is to be said. Raises IdleLost."""
        *lines, self._heard = (self._heard + data).split(b"\n")
        if len(self._heard) > LONGEST_LINE:
            raise IdleLost("an endless line")
        news, say = False, b""
        for line in lines:
            news |= bool(_NEWS.fullmatch(line))
            say += self._line(line, now)
        return news, say

    def at_deadline(self, now: float) -> bytes:
        """What is to be said when `deadline` has come. Raises IdleLost when an answer is overdue."""
        if self._at is not _At.IDLING:
            raise IdleLost(f"no answer within {self._answer_within:.0f} s")
        self._move(_At.LEAVING, now, self._answer_within)
        return b"DONE\r\n"

    def _line(self, line: bytes, now: float) -> bytes:
        if line.startswith(b"+") and self._at is _At.ASKED:
            self._begun = now
            self._move(_At.IDLING, now, self._anew_after)
        elif bye := _BYE.match(line):
            raise IdleLost(f"the server said goodbye ({bye[1].decode('ascii', 'replace')[:200]})")
        elif line.startswith(b"i%d " % self._number):
            verdict, _, words = line.rstrip().partition(b" ")[2].partition(b" ")
            if verdict.upper() != b"OK" or self._at is _At.ASKED:
                raise IdleRefused(words.decode("ascii", "replace")[:200] or "no reason given")
            if self._at is _At.IDLING and now - self._begun < TOO_SHORT:
                raise IdleRefused("it ends IDLE at once")
            return self._ask(now)
        return b""

    def _ask(self, now: float) -> bytes:
        self._number += 1
        self._move(_At.ASKED, now, self._answer_within)
        return b"i%d IDLE\r\n" % self._number

    def _move(self, to: _At, now: float, within: float) -> None:
        self._at = to
        self.deadline = now + within
