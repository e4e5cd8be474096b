"""One thread that holds an IDLE connection for each account and tells who may have new mail.

What it tells is a hint: it reads no mail, and nothing is lost when it is wrong or a connection dies unnoticed.
It never connects by itself: whoever finds an account well asks for it to be watched.
"""

from __future__ import annotations

import contextlib
import math
import os
import random
import selectors
import socket
import ssl
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mailaide.adapters.imap.failures import broken
from mailaide.adapters.imap.idle import ANEW_AFTER, ANSWER_WITHIN, Idle, IdleLost, IdleRefused
from mailaide.adapters.imap.session import Account, ImapSession
from mailaide.errors import MailboxError, PushRefused

OPENED_AT_ONCE = 4
"""Connections that are made at the same time, each by a thread that ends with it."""

AT_ONCE = 16 * 1024
LONGEST_SPEECH = 1024 * 1024
"""What a server may say in one go; one that says more holds up all the others."""

WAITING = "wait for new mail"


class Listener(Protocol):
    """Who is told. Called in the push thread and in those that connect, so it must not take long."""

    def watched(self, account: str) -> None:
        """From now on; what came between the last look and now was told to nobody."""
        ...

    def news(self, account: str) -> None:
        """There may be new mail."""
        ...

    def unwatched(self, account: str, error: MailboxError) -> None:
        """The account is not watched any more; it has to be asked for anew."""
        ...


@dataclass(slots=True, eq=False)
class _Line:
    account: str
    sock: socket.socket
    idle: Idle
    watched: bool = False


Opener = Callable[[], socket.socket]


def opener(account: Account, password: Callable[[], str]) -> Opener:
    """Connects, logs in and opens the INBOX. Raises MailboxError, PushRefused where there is no IDLE."""

    def connected() -> socket.socket:
        session = ImapSession(account, password(), listing=())
        try:
            if not session.can("IDLE"):
                raise PushRefused(account.name, f"{account.host} has no IDLE, so it cannot tell of new mail.")
            session.open("INBOX")
        except MailboxError:
            session.drop()
            raise
        return session.bare()

    return connected


class Push:
    """`watch(account)` until `close`. For the seconds see `idle`."""

    def __init__(
        self, listener: Listener, *, anew_after: float = ANEW_AFTER, answer_within: float = ANSWER_WITHIN
    ) -> None:
        self._listener = listener
        self._anew_after = anew_after
        self._answer_within = answer_within
        self._selector = selectors.DefaultSelector()
        self._woken, self._wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._lock = threading.Lock()
        self._known: set[str] = set()
        self._wanted: deque[tuple[str, Opener]] = deque()
        self._opening = 0
        self._arrived: deque[tuple[str, socket.socket]] = deque()
        self._lines: set[_Line] = set()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="push", daemon=True)
        self._thread.start()

    def watch(self, account: str, connect: Opener) -> None:
        """See to it that the account is watched; returns at once."""
        with self._lock:
            if account in self._known or self._closing:
                return
            self._known.add(account)
            self._wanted.append((account, connect))
            if self._opening == OPENED_AT_ONCE:
                return
            self._opening += 1
        threading.Thread(target=self._open, name="push-connect", daemon=True).start()

    def close(self) -> None:
        with self._lock:
            self._closing = True
            self._wanted.clear()
        os.write(self._wake, b"x")
        self._thread.join()

    # Connecting

    def _open(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._opening -= 1
                    return
                account, connect = self._wanted.popleft()
            try:
                sock = connect()
            except MailboxError as error:
                self._lost(account, error)
            except Exception as error:  # noqa: BLE001  # the other accounts are still to be connected
                self._lost(account, broken(account, WAITING, f"a defect in mailaide ({type(error).__name__})"))
            else:
                sock.setblocking(False)
                with self._lock:
                    if self._closing:
                        sock.close()
                        continue
                    self._arrived.append((account, sock))
                    os.write(self._wake, b"x")

    def _lost(self, account: str, error: MailboxError) -> None:
        with self._lock:
            self._known.discard(account)
            if self._closing:
                return
        self._listener.unwatched(account, error)

    # The thread

    def _run(self) -> None:
        while not self._closing:
            deadline = min((line.idle.deadline for line in self._lines), default=math.inf)
            ready = self._selector.select(None if deadline == math.inf else max(0.0, deadline - time.monotonic()))
            for key, _ in ready:
                if key.data is None:
                    os.read(self._woken, 512)
                else:
                    self._do(key.data, self._listen)
            self._welcome()
            for line in [line for line in self._lines if line.idle.deadline <= time.monotonic()]:
                self._do(line, self._keep_time)
        self._end()

    def _welcome(self) -> None:
        while self._arrived:
            account, sock = self._arrived.popleft()
            # Not all at the same time, and never later.
            anew_after = self._anew_after * random.uniform(0.8, 1.0)  # noqa: S311  # not for secrets
            idle = Idle(time.monotonic(), anew_after=anew_after, answer_within=self._answer_within)
            line = _Line(account, sock, idle)
            self._lines.add(line)
            self._selector.register(sock, selectors.EVENT_READ, line)
            self._do(line, self._begin)

    def _do(self, line: _Line, step: Callable[[_Line], None]) -> None:
        """One step of one connection; whatever goes wrong is its own end only."""
        try:
            step(line)
        except IdleRefused as refused:
            why = f"the server will not tell of new mail ({refused})"
            self._drop(line, PushRefused(line.account, f"{WAITING}: {why}."))
        except IdleLost as lost:
            self._drop(line, broken(line.account, WAITING, str(lost)))
        except OSError as error:
            self._drop(line, broken(line.account, WAITING, str(error) or type(error).__name__))
        except Exception as error:  # noqa: BLE001  # all other accounts hang on this thread
            self._drop(line, broken(line.account, WAITING, f"a defect in mailaide ({type(error).__name__})"))

    def _begin(self, line: _Line) -> None:
        self._say(line, line.idle.to_say)

    def _listen(self, line: _Line) -> None:
        news, say = line.idle.heard(_received(line.sock), time.monotonic())
        if say:
            self._say(line, say)
        if line.idle.idling and not line.watched:
            line.watched = True
            self._listener.watched(line.account)
        if news:
            self._listener.news(line.account)

    def _keep_time(self, line: _Line) -> None:
        self._say(line, line.idle.at_deadline(time.monotonic()))

    @staticmethod
    def _say(line: _Line, words: bytes) -> None:
        # A few bytes on a silent connection: when they do not fit, nobody reads them any more.
        try:
            sent = line.sock.send(words)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            sent = 0
        if sent != len(words):
            raise IdleLost("the server takes nothing any more")

    def _drop(self, line: _Line, error: MailboxError) -> None:
        self._let_go(line)
        self._lost(line.account, error)

    def _let_go(self, line: _Line) -> None:
        self._lines.discard(line)
        with contextlib.suppress(KeyError, ValueError):
            self._selector.unregister(line.sock)
        line.sock.close()

    def _end(self) -> None:
        for line in list(self._lines):
            self._let_go(line)
        with self._lock:
            for _, sock in self._arrived:
                sock.close()
            self._arrived.clear()
        self._selector.close()
        os.close(self._woken)
        os.close(self._wake)


def _received(sock: socket.socket) -> bytes:
    """All that has come. TLS may hold some back from the selector, so it is read until there is no more."""
    received = bytearray()
    while len(received) <= LONGEST_SPEECH:
        try:
            data = sock.recv(AT_ONCE)
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return bytes(received)
        if data:
            received += data
        elif received:
            return bytes(received)  # the end is told again
        else:
            raise IdleLost("the server closed the connection")
    raise IdleLost("the server does not stop talking")
