"""How far a long read has come: in the log now and then, on a terminal at once."""

from __future__ import annotations

import logging

import pytest

from mailaide.adapters.progress import LogProgress, shown
from mailaide.ports import NoProgress


def test_the_log_hears_of_a_long_read_now_and_then(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    seconds = [0.0]
    progress = LogProgress(clock=lambda: seconds[0])

    for at in range(0, 80, 2):
        seconds[0] = float(at)
        progress.show("studio", "INBOX", at, 78)

    assert [record.getMessage() for record in caplog.records] == [
        "account studio: INBOX, 6 of 78 (7 %)",
        "account studio: INBOX, 36 of 78 (46 %)",
        "account studio: INBOX, 66 of 78 (84 %)",
    ]


def test_a_read_that_is_over_at_once_is_not_worth_a_line(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.INFO)
    progress = LogProgress()

    for _ in range(3):
        progress.show("studio", "INBOX", 5, 10)
        progress.show("studio", "INBOX", 10, 10)

    assert caplog.records == []


def test_on_a_terminal_there_is_a_bar_for_each_step(capsys: pytest.CaptureFixture[str]):
    with shown(on_terminal=True) as progress:
        for done in (500, 1_000):
            progress.show("studio", "INBOX", done, 1_000)
        progress.show("studio", "messages", 3, 3)

    assert "messages" not in capsys.readouterr().err


def test_without_a_terminal_nothing_is_shown():
    with shown(on_terminal=False) as progress:
        assert isinstance(progress, NoProgress)
