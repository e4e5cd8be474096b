"""When looks are taken: through the nights in which the clocks change, after a sleep, and with a clock that jumps."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest
import time_machine
from apscheduler.schedulers.background import BackgroundScheduler

from mailaide.config import load
from mailaide.daemon import Daemon, schedule

MINIMAL = """\
version: 1
person: {name: Anna, addresses: [anna@studio.example], time_zone: Europe/Amsterdam}
accounts: {studio: {host: imap.studio.example, user: anna}}
"""
DAYS = timedelta(days=3)


@contextmanager
def a_schedule() -> Iterator[BackgroundScheduler]:
    scheduler = schedule()
    scheduler.start(paused=True)
    try:
        yield scheduler
    finally:
        scheduler.shutdown(wait=True)


@pytest.mark.parametrize("night", [datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 3, 29, tzinfo=UTC)])
def test_row_60_looks_are_a_minute_apart_all_through_the_night_in_which_the_clocks_change(night: datetime):
    with a_schedule() as scheduler:
        trigger = scheduler.add_job(print, "interval", seconds=60, start_date=night).trigger

    looks = [night]
    while looks[-1] < night + timedelta(hours=3):
        looks.append(trigger.get_next_fire_time(looks[-1], looks[-1]))

    assert looks == [night + n * timedelta(minutes=1) for n in range(181)]
    assert tuple(map(int, version("apscheduler").split("."))) >= (3, 11, 3)


def test_row_61_what_was_missed_for_days_is_made_up_for_once():
    looked, seen = [], threading.Event()

    def look() -> None:
        looked.append(datetime.now(UTC))
        seen.set()

    with a_schedule() as scheduler:
        scheduler.add_job(look, "interval", seconds=3600, next_run_time=datetime.now(UTC) - DAYS)
        scheduler.resume()
        assert seen.wait(10)

    assert len(looked) == 1


def test_row_61_what_comes_late_is_done_all_the_same_and_once():
    with a_schedule() as scheduler:
        job = scheduler.add_job(print, "interval", seconds=60)

        assert (job.misfire_grace_time, job.coalesce) == (None, True)


@pytest.mark.parametrize("jump", [-DAYS, DAYS])
def test_row_63_the_watchdog_goes_by_a_clock_that_nobody_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jump: timedelta
):
    (tmp_path / "config.yaml").write_text(MINIMAL, encoding="utf-8")
    daemon = Daemon(load(tmp_path / "config.yaml", environment={"STATE_DIRECTORY": str(tmp_path)}))
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    monkeypatch.setenv("WATCHDOG_USEC", "20000")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(10)
        with time_machine.travel(datetime.now(UTC) + jump, tick=True):
            waiting = threading.Thread(target=daemon._wait)
            waiting.start()
            told = systemd.recv(100)
            daemon.stop()
            waiting.join()

    assert told == b"WATCHDOG=1"
