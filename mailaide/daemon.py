"""The composition root: makes adapters from the configuration, and runs the cycle until it is told to stop.

A stop is never waited for longer than a few seconds: whatever is cut short was written down before it was tried.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from mailaide.adapters import heap
from mailaide.adapters.ear_model import built_in
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.meter import Meter
from mailaide.adapters.imap.push import Opener, opener
from mailaide.adapters.imap.session import Account
from mailaide.adapters.letters import JinjaLetters
from mailaide.adapters.marks_file import MarksFile
from mailaide.adapters.notify import AppriseNotifier
from mailaide.adapters.progress import LogProgress
from mailaide.adapters.secrets import Passwords
from mailaide.adapters.state import StateDirectory
from mailaide.adapters.store.sql import SqlStore
from mailaide.config import AccountSettings, Config
from mailaide.core.reading.ear import Ear
from mailaide.cycle import Cycle, Terms, World
from mailaide.errors import StoreError
from mailaide.hints import Hints
from mailaide.lookout import Lookout, ProgressSeen
from mailaide.looks import Looks
from mailaide.ports import Letters, Notifier, Progress, Secrets
from mailaide.store import opened

STOP_WITHIN_SECONDS = 3.0
STUCK_AFTER_SECONDS = 900.0
"""When no look at any account ends or gets on for longer than this, the watchdog is not told that all is well."""

AT_THE_SAME_TIME = 8
"""Accounts that are looked at at once."""

LOOK_OUT_EVERY_SECONDS = 15
EACH_AT_ITS_TIME = {"misfire_grace_time": None, "coalesce": True, "max_instances": 2}
"""Two instances, so that the scheduler does not complain of a look that takes long; there is never a second look."""

METER = "read from "
"""Before an account's name: the store's note about how much was read in the last day."""

log = logging.getLogger("mailaide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A wired cycle with what must be closed after it."""

    cycle: Cycle
    mailboxes: dict[str, ImapMailbox]
    store: SqlStore
    letters: Letters
    notifier: Notifier | None
    meters: dict[str, Meter]

    def keep_meter(self, account: str) -> None:
        """Have what was read from the account counted on after a restart."""
        with contextlib.suppress(StoreError):  # it is told by whatever needs the store more
            record = self.meters[account].record()
            if record != self.store.recalled(METER + account):
                self.store.remember(METER + account, record)

    def close(self) -> None:
        for account in self.meters:
            self.keep_meter(account)
        for mailbox in self.mailboxes.values():
            mailbox.close()
        self.store.close()


def secrets(config: Config) -> Secrets:
    """Where the accounts' passwords and access tokens come from."""
    passwords = Passwords({one.name: one.password_file for one in config.accounts if one.password_file})
    by_oauth = {one.name: one.oauth for one in config.accounts if one.oauth}
    if not by_oauth:
        return passwords
    from mailaide.adapters.oauth import AccessTokens, Endpoint  # noqa: PLC0415  # most people have none

    StateDirectory(config.state_directory)
    return AccessTokens(
        passwords,
        config.state_directory,
        endpoints={
            name: Endpoint(
                url=one.endpoint, client_id=one.client_id, scope=one.scope, secret_file=one.client_secret_file
            )
            for name, one in by_oauth.items()
            if one.endpoint
        },
        commands={name: one.command for name, one in by_oauth.items() if one.command},
    )


def mailbox(settings: AccountSettings, keys: Secrets, meter: Meter | None = None) -> ImapMailbox:
    """The mailbox of one account; it connects when it is first asked for something."""
    return ImapMailbox(_account(settings), partial(keys.password, settings.name), meter=meter)


def _account(settings: AccountSettings) -> Account:
    return Account(
        name=settings.name,
        host=settings.host,
        port=settings.port,
        user=settings.user,
        tls=settings.tls.value,
        ca_file=settings.ca_file,
        oauth=settings.oauth is not None,
        folder_names=dict(settings.folders),
    )


def ear(config: Config) -> Ear:
    """The built-in one, or one that also asks the person's own language model."""
    if config.reader is None:
        return built_in()
    from mailaide.adapters.model_ear import Endpoint, ModelEar  # noqa: PLC0415  # most people have none

    asked = config.reader
    endpoint = Endpoint(
        url=asked.url, model=asked.model, timeout=float(asked.timeout_seconds), elsewhere=asked.elsewhere
    )
    return ModelEar(endpoint, built_in())


@contextlib.contextmanager
def service(
    config: Config, state: StateDirectory, *, store: SqlStore | None = None, progress: Progress | None = None
) -> Iterator[Service]:
    """Everything wired, on the configured store, which is held meanwhile, or on a copy, to look without acting.

    Raises StoreError, and AlreadyRunning when another machine holds the store.
    `progress` shows how far a long read has come; by default the log does.
    """
    with contextlib.ExitStack() as open_until_the_end:
        acts = store is None
        if store is None:
            store = open_until_the_end.enter_context(contextlib.closing(opened(config)))
            open_until_the_end.enter_context(store.held())
        wired = _wired(config, state, store, progress or LogProgress(), acts=acts)
        try:
            yield wired
        finally:
            wired.close()


def _wired(config: Config, state: StateDirectory, store: SqlStore, progress: Progress, *, acts: bool) -> Service:
    keys = secrets(config)
    most = config.sync.megabytes_per_day
    meters = {one.name: Meter(one.name, most, known=store.recalled(METER + one.name)) for one in config.accounts}
    mailboxes = {one.name: mailbox(one, keys, meters[one.name]) for one in config.accounts}
    store.mark(*MarksFile(state.marks).read())
    letters = JinjaLetters(config.practice.person, config.templates_directory)
    notifier = AppriseNotifier(config.alerts.apprise) if config.alerts.apprise else None
    world = World(
        mailboxes=mailboxes,
        drafts=mailboxes,
        store=store,
        letters=letters,
        ear=ear(config),
        notifier=notifier,
        progress=progress,
    )
    terms = Terms(
        practice=config.practice,
        limits=config.limits,
        read_back=timedelta(days=config.sync.since_days),
        alert_inbox=config.alerts.inbox,
        proofread=config.alerts.wording,
        # In this order: a start that is cut short between the two must not look like a lost store.
        rebuilt=store.rebuilt(told=state.has_secret()),
        secret=state.secret(keep=acts),
    )
    return Service(
        cycle=Cycle(world, terms), mailboxes=mailboxes, store=store, letters=letters, notifier=notifier, meters=meters
    )


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
            gc.freeze()  # the libraries stay as they are: looking through them again costs a first sync a tenth
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


def openers(config: Config) -> dict[str, Opener]:
    """How to connect each account that is to be told of new mail at once."""
    keys = secrets(config)
    return {one.name: opener(_account(one), partial(keys.password, one.name)) for one in config.accounts if one.push}


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
