"""What becomes of hints: an early look, and a connection that is made anew with patience or given up."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from queue import Queue

import pytest
from contract.scripted_server import Answer, Lines, ScriptedServer, hangs_up, until

from mailaide.adapters.imap.push import opener
from mailaide.service.hints import Hints

PATIENCE_SECONDS = 10.0
IDLES: dict[str, Answer | Sequence[Answer]] = {"CAPABILITY": b"* CAPABILITY IMAP4rev1 IDLE\r\n"}
LIMIT = b"TAG NO [LIMIT] Maximum number of connections exceeded\r\n"


def idles(lines: Lines, tag: bytes) -> None:
    lines.write(b"+ idling\r\n")
    lines.readline()


def idles_and_dies(lines: Lines, tag: bytes) -> None:
    lines.write(b"+ idling\r\n")
    hangs_up(lines, tag)


class Woken:
    """The looks that were wanted: at once, or after how many seconds."""

    def __init__(self) -> None:
        self._queue: Queue[float] = Queue()

    def __call__(self, account: str, seconds: float) -> None:
        assert account == "anna"
        self._queue.put(seconds)

    def next(self) -> float:
        return self._queue.get(timeout=PATIENCE_SECONDS)


@contextmanager
def hinting(server: ScriptedServer) -> Iterator[tuple[Hints, Woken]]:
    woken = Woken()
    hints = Hints({"anna": opener(server.account(), lambda: "secret")}, wake=woken)
    try:
        yield hints, woken
    finally:
        hints.close()


def rested(hints: Hints) -> None:
    """As if enough time had passed."""
    hints._resting.recovered("anna")


def test_a_connection_that_is_made_brings_a_look_at_what_came_before_it():
    with ScriptedServer({**IDLES, "IDLE": idles}) as server, hinting(server) as (hints, woken):
        hints.keep_watching("anna")

        assert woken.next() == 0.0


def test_fault_22_a_connection_that_died_brings_a_look_after_a_rest_and_is_made_anew_after_that_look():
    with ScriptedServer({**IDLES, "IDLE": [idles_and_dies, idles]}) as server, hinting(server) as (hints, woken):
        hints.keep_watching("anna")
        first, rest = woken.next(), woken.next()
        hints.keep_watching("anna")
        while_resting = server.connections
        rested(hints)
        hints.keep_watching("anna")

        assert (first, woken.next()) == (0.0, 0.0)
        assert 4.0 <= rest <= 8.0
        assert (while_resting, server.connections) == (1, 2)


def test_fault_23_a_connection_that_keeps_dying_is_made_ever_more_seldom():
    rests = []
    with ScriptedServer({**IDLES, "IDLE": idles_and_dies}) as server, hinting(server) as (hints, woken):
        for _ in range(4):
            hints.keep_watching("anna")
            assert woken.next() == 0.0
            rests.append(woken.next())
            hints._resting._rests["anna"].until = 0.0

    assert rests[3] > 2 * rests[0]


def test_fault_25_a_server_that_allows_no_second_connection_is_spared_after_three_attempts(
    caplog: pytest.LogCaptureFixture,
):
    caplog.set_level(logging.INFO, "mailaide")
    with ScriptedServer({**IDLES, "AUTHENTICATE": LIMIT}) as server, hinting(server) as (hints, woken):
        for _ in range(2):
            hints.keep_watching("anna")
            assert woken.next() > 40.0
            rested(hints)
        hints.keep_watching("anna")
        until(lambda: bool(caplog.records))
        rested(hints)
        hints.keep_watching("anna")

        assert server.connections == 3
    [record] = caplog.records
    assert record.getMessage().endswith("New mail is looked for at intervals only.")


def test_a_server_without_idle_is_asked_once(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO, "mailaide")
    with ScriptedServer({}) as server, hinting(server) as (hints, _):
        for _ in range(3):
            hints.keep_watching("anna")
            until(lambda: bool(caplog.records))
            rested(hints)

        assert server.connections == 1
    assert [record.getMessage() for record in caplog.records] == [
        "account anna: 127.0.0.1 has no IDLE, so it cannot tell of new mail. New mail is looked for at intervals only."
    ]


def test_an_account_without_push_is_never_connected():
    hints = Hints({}, wake=Woken())
    hints.keep_watching("anna")
    hints.close()

    assert hints._watched_at == {}
