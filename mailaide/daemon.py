"""Runs the cycle for each account, at its interval and when there is a hint, until it is told to stop.

A stop is never waited for longer than a few seconds: whatever is cut short was written down before it was tried.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import threading
import time
from datetime import UTC, datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from mailaide.adapters import heap
from mailaide.adapters.progress import LogProgress
from mailaide.adapters.state import StateDirectory
from mailaide.config import Config
from mailaide.service.hints import Hints
from mailaide.service.lookout import Lookout, ProgressSeen
from mailaide.service.looks import Looks
from mailaide.service.wiring import Service, openers, service

STOP_WITHIN_SECONDS = 3.0
STUCK_AFTER_SECONDS = 900.0
"""When no look at any account ends or gets on for longer than this, the watchdog is not told that all is well."""

AT_THE_SAME_TIME = 8
"""Accounts that are looked at at once."""

LOOK_OUT_EVERY_SECONDS = 15
EACH_AT_ITS_TIME = {"misfire_grace_time": None, "coalesce": True, "max_instances": 2}
"""Two instances, so that the scheduler does not complain of a look that takes long; there is never a second look."""

log = logging.getLogger("mailaide")


class Daemon:
    """Looks at each account at the configured interval and when there is a hint.

    `run` returns after SIGTERM or SIGINT, or after `stop`.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._stopping = threading.Event()
        self._alive_at = time.monotonic()
        # An account that is looked at seldom has not gone dark because it was not looked at.
        after = max(timedelta(minutes=config.alerts.blind_after_minutes), 2 * self._interval)
        accounts = [one.name for one in config.accounts]
        self._lookout = Lookout(accounts, config.practice.person, after=after, tick=time.monotonic())

    @property
    def _interval(self) -> timedelta:
        return timedelta(seconds=self._config.sync.poll_seconds)

    def stop(self) -> None:
        self._stopping.set()

    def run(self) -> None:
        """Raises AlreadyRunning, StoreError; whatever happens later is logged and tried again."""
        state = StateDirectory(self._config.state_directory)
        deadline = threading.Timer(STOP_WITHIN_SECONDS, _leave)
        deadline.daemon = True
        progress = ProgressSeen(LogProgress(), self._note_progress)
        with state.held(), service(self._config, state, progress=progress) as wired:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: self.stop())
            self._lookout.recall(wired.store)
            scheduler = schedule()

            def look(account: str) -> None:
                looks.at(account)
                wired.keep_meter(account)
                heap.give_back()
                self._alive_at = time.monotonic()

            def wake(account: str, seconds: float) -> None:
                at, name = datetime.now(UTC) + timedelta(seconds=seconds), f"{account} {'later' if seconds else 'now'}"
                scheduler.add_job(look, "date", args=[account], run_date=at, id=name, replace_existing=True)

            hints = Hints(openers(self._config), wake=wake)
            homes = {project.key: project.account for project in self._config.practice.projects}
            looks = Looks(wired.cycle.run, homes, wired.mailboxes, hints=hints, lookout=self._lookout)
            for account in wired.mailboxes:
                scheduler.add_job(
                    look,
                    "interval",
                    args=[account],
                    seconds=self._config.sync.poll_seconds,
                    next_run_time=datetime.now(UTC),
                )
            scheduler.add_job(
                self._look_out, "interval", args=[wired], seconds=LOOK_OUT_EVERY_SECONDS, executor="lookout"
            )
            heap.settle()
            scheduler.start()
            log.info("mailaide watches %s", ", ".join(sorted(wired.mailboxes)))
            notify("READY=1")
            self._wait()
            notify("STOPPING=1")
            deadline.start()
            hints.close()
            scheduler.shutdown(wait=True)
        deadline.cancel()
        log.info("stopped")

    def _look_out(self, wired: Service) -> None:
        tick, now = time.monotonic(), datetime.now(UTC)
        self._lookout.look(wired.letters, wired.notifier, wired.store, tick=tick, now=now)

    def _note_progress(self, account: str) -> None:
        self._alive_at = time.monotonic()
        self._lookout.alive(account, self._alive_at)

    def _wait(self) -> None:
        """Until a stop is wanted, telling systemd's watchdog meanwhile that cycles come to an end."""
        # Never without an end: a signal that another thread caught is only seen when this one wakes.
        patience = min(1.0, int(os.environ.get("WATCHDOG_USEC", "0")) / 2_000_000 or 1.0)
        while not self._stopping.wait(patience):
            if time.monotonic() - self._alive_at < STUCK_AFTER_SECONDS + self._interval.total_seconds():
                notify("WATCHDOG=1")


def schedule() -> BackgroundScheduler:
    """In UTC: an interval in local time stands still or runs twice when the clocks change."""
    # The lookout must see what hangs, so it does not wait behind it.
    executors = {"default": ThreadPoolExecutor(AT_THE_SAME_TIME), "lookout": ThreadPoolExecutor(1)}
    return BackgroundScheduler(timezone=UTC, executors=executors, job_defaults=EACH_AT_ITS_TIME)


def _leave() -> None:
    log.warning("stopped in the middle of a cycle; it is taken up again at the next start")
    logging.shutdown()
    os._exit(0)  # the thread hangs in the network, and whatever it does was written down before


def notify(state: str) -> None:
    """Tell systemd, when it started us (sd_notify(3))."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.connect("\0" + address[1:] if address.startswith("@") else address)
        sock.sendall(state.encode())
