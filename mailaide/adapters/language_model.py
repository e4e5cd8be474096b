"""An ear that asks a language model which the person runs, and falls back to the built-in one.

Nothing follows a redirect or a proxy, and without a host that was allowed by name the other end must be this machine.
However slow the model, waiting for it takes no more than a share of the time, and after a failure it is left alone.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from mailaide.core.reading.ear.acts import Act
from mailaide.core.reading.ear.asking import WORTH_ASKING, answer, question, together
from mailaide.core.reading.ear.ear import Ear, Heard

log = logging.getLogger(__name__)

PATH = "/chat/completions"
MOST_BYTES = 64 * 1024
"""Of an answer; what was asked for has a few hundred."""

MOST_TOKENS = 400

WAITING = 30.0
"""Seconds of waiting, in each PERIOD. A first look through years of mail is not to take days."""

PERIOD = 300.0

LEFT_ALONE = 300.0
"""Seconds without a question after one that failed."""


class _NoAnswerError(Exception):
    """Why there is none, in words without a word of mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where the model is asked. `elsewhere`: the person allowed this host by name; else it must be this machine."""

    url: str
    model: str
    timeout: float = 20.0
    elsewhere: bool = False


class ModelEar:
    """`Ear`. One question at a time, whichever account asks."""

    def __init__(self, endpoint: Endpoint, own: Ear, clock: Callable[[], float] = time.monotonic) -> None:
        self._endpoint = endpoint
        self._own = own
        self._clock = clock
        self._lock = threading.Lock()
        self._waited: deque[tuple[float, float]] = deque()
        self._not_before = float("-inf")
        self._failing = False

    def hear(self, text: str, *, language: str) -> Heard | None:
        ours = self._own.hear(text, language=language)
        if not text.strip() or (ours is not None and ours.score < WORTH_ASKING):
            return ours
        with self._lock:
            theirs = self._ask(text, language)
        return together(ours, theirs) if theirs else ours

    def agreed(self, text: str, *, language: str, found: Mapping[Act, Sequence[str]]) -> Mapping[Act, Sequence[str]]:
        return self._own.agreed(text, language=language, found=found)

    def _ask(self, text: str, language: str) -> Heard | None:
        began = self._clock()
        seconds = min(self._endpoint.timeout, self._left(began))
        if seconds <= 0 or began < self._not_before:
            return None
        try:
            told = answer(_content(_posted(self._endpoint, self._body(text, language), seconds)), text)
            if told is None:
                raise _NoAnswerError("its answer was not what it was asked for")
        except _NoAnswerError as error:
            self._failed(str(error))
            return None
        finally:
            self._waited.append((began, self._clock() - began))
        if self._failing:
            log.info("the reader at %s answers again", self._endpoint.url)
        self._failing = False
        return told

    def _left(self, now: float) -> float:
        while self._waited and self._waited[0][0] < now - PERIOD:
            self._waited.popleft()
        return WAITING - sum(seconds for _, seconds in self._waited)

    def _failed(self, why: str) -> None:
        self._not_before = self._clock() + LEFT_ALONE
        if not self._failing:
            log.warning(
                "the reader at %s is left alone for some minutes: %s. Mail is read by the built-in ear meanwhile; "
                "see `reader` in the configuration.",
                *(self._endpoint.url, why),
            )
        self._failing = True

    def _body(self, text: str, language: str) -> bytes:
        asked: dict[str, Any] = {
            "model": self._endpoint.model,
            "messages": question(text, language),
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "stream": False,
            "response_format": {"type": "json_object"},
        }
        return json.dumps(asked).encode()


def _posted(endpoint: Endpoint, body: bytes, seconds: float) -> bytes:
    """The answer's bytes, within these seconds however slowly they trickle; raises _NoAnswerError."""
    url = urlsplit(endpoint.url)
    kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    with closing(kind(url.hostname or "", url.port, timeout=seconds)) as connection:
        late = threading.Event()
        try:
            connection.connect()
            if not endpoint.elsewhere and not _is_here(connection.sock):
                raise _NoAnswerError("its name leads to another machine, and nothing was sent there")
            deadline = threading.Timer(seconds, _cut, (connection.sock, late))
            deadline.daemon = True
            deadline.start()
            try:
                connection.request("POST", url.path.rstrip("/") + PATH, body, headers)
                response = connection.getresponse()
                if response.status != 200:  # noqa: PLR2004  # a redirect is none either: the mail goes nowhere else
                    raise _NoAnswerError(f"it answered with HTTP status {response.status}")
                read = response.read(MOST_BYTES + 1)
            finally:
                deadline.cancel()
        except (OSError, HTTPException, ValueError) as error:
            why = f"no answer within {seconds:.0f} seconds" if late.is_set() else type(error).__name__
            raise _NoAnswerError(why) from None
    if late.is_set():
        raise _NoAnswerError(f"no answer within {seconds:.0f} seconds")
    if len(read) > MOST_BYTES:
        raise _NoAnswerError("its answer had no end")
    return read


def _is_here(sock: socket.socket) -> bool:
    return ipaddress.ip_address(sock.getpeername()[0]).is_loopback


def _cut(sock: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _content(read: bytes) -> object:
    """What the model said, out of what the endpoint wraps around it."""
    try:
        return json.loads(read)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
