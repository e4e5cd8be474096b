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
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.adapters.imap.push import opener
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
from mailaide.errors import MailaideError, MailboxFull
from mailaide.hints import Hints
from mailaide.ports import Progress
from mailaide.report import Fault, Outcome, Report
from mailaide.rest import Resting

STOP_WITHIN_SECONDS = 3.0
STUCK_AFTER_SECONDS = 900.0
"""A cycle that takes longer than this keeps the watchdog from being told that all is well."""

log = logging.getLogger("mailaide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A wired cycle with what must be closed after it."""

    cycle: Cycle
    mailboxes: dict[str, ImapMailbox]
    store: SqlStore

    def close(self) -> None:
        for mailbox in self.mailboxes.values():
            mailbox.close()
        self.store.close()


def passwords(config: Config) -> Passwords:
    return Passwords({one.name: one.password_file for one in config.accounts if one.password_file})


def mailbox(settings: AccountSettings, secrets: Passwords) -> ImapMailbox:
    """The mailbox of one account; it connects when it is first asked for something."""
    return ImapMailbox(_account(settings), lambda: secrets.password(settings.name))


def _account(settings: AccountSettings) -> Account:
    return Account(
        name=settings.name,
        host=settings.host,
        port=settings.port,
        user=settings.user,
        tls=settings.tls.value,
        ca_file=settings.ca_file,
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
    config: Config, state: StateDirectory, *, database: Path | None = None, progress: Progress | None = None
) -> Iterator[Service]:
    """Everything wired, on the state's own store or on another `database`. Raises StoreError.

    `progress` shows how far a long read has come; by default the log does.
    """
    secrets = passwords(config)
    mailboxes = {one.name: mailbox(one, secrets) for one in config.accounts}
    store = SqlStore(database or state.database)
    store.mark(*MarksFile(state.marks).read())
    urls = config.alerts.apprise
    world = World(
        mailboxes=mailboxes,
        drafts=mailboxes,
        store=store,
        letters=JinjaLetters(config.practice.person, config.templates_directory),
        ear=ear(config),
        notifier=AppriseNotifier(urls) if urls else None,
        progress=progress or LogProgress(),
    )
    terms = Terms(
        practice=config.practice,
        limits=config.limits,
        read_back=timedelta(days=config.sync.since_days),
        alert_inbox=config.alerts.inbox,
        # In this order: a start that is cut short between the two must not look like a lost store.
        rebuilt=store.rebuilt(told=state.has_secret()),
        secret=state.secret(),
    )
    wired = Service(cycle=Cycle(world, terms), mailboxes=mailboxes, store=store)
    try:
        yield wired
    finally:
        wired.close()


class Daemon:
    """Runs cycles at the configured interval and when there are hints, one after the other.

    `run` returns after SIGTERM or SIGINT, or after `stop`.
    """

    def __init__(self, config: Config) -> None:
        self._config = config
        self._stopping = threading.Event()
        self._resting = Resting()
        self._faults: frozenset[tuple[str, str]] = frozenset()
        self._everything = True
        self._alive_at = time.monotonic()

    def stop(self) -> None:
        self._stopping.set()

    def run(self) -> None:
        """Raises AlreadyRunning, StoreError; whatever happens later is logged and tried again."""
        state = StateDirectory(self._config.state_directory)
        deadline = threading.Timer(STOP_WITHIN_SECONDS, _leave)
        deadline.daemon = True
        with state.held(), service(self._config, state) as wired:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: self.stop())
            # In UTC: an interval in local time stands still or runs twice when the clocks change.
            scheduler = BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(1)})
            hints = self._hints(wired, scheduler)
            scheduler.add_job(
                self._cycle,
                "interval",
                args=[wired, hints],
                seconds=self._config.sync.poll_seconds,
                next_run_time=datetime.now(UTC),
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
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

    def _hints(self, wired: Service, scheduler: BackgroundScheduler) -> Hints:
        secrets = passwords(self._config)
        openers = {
            one.name: opener(_account(one), partial(secrets.password, one.name))
            for one in self._config.accounts
            if one.push
        }

        def wake(seconds: float, step: Callable[[], None]) -> None:
            at = datetime.now(UTC) + timedelta(seconds=seconds)
            scheduler.add_job(step, "date", run_date=at, misfire_grace_time=None)

        def heed() -> None:
            if hinted := hints.taken() - self._resting.at(time.monotonic()):
                self._cycle(wired, hints, only=hinted)

        hints = Hints(openers, heed=heed, wake=wake)
        return hints

    def _wait(self) -> None:
        """Until a stop is wanted, telling systemd's watchdog meanwhile that cycles come to an end."""
        # Never without an end: a signal that another thread caught is only seen when this one wakes.
        patience = min(1.0, int(os.environ.get("WATCHDOG_USEC", "0")) / 2_000_000 or 1.0)
        while not self._stopping.wait(patience):
            if time.monotonic() - self._alive_at < STUCK_AFTER_SECONDS + self._config.sync.poll_seconds:
                notify("WATCHDOG=1")

    def _cycle(self, wired: Service, hints: Hints, only: Collection[str] | None = None) -> None:
        now, tick = datetime.now(UTC), time.monotonic()
        resting = self._resting.at(tick)
        try:
            report = wired.cycle.run(now, everything=self._everything, resting=resting, only=only)
        except MailaideError as error:
            self._tell_faults([Fault(where="", error=error)], gone=frozenset())
        except Exception as error:  # noqa: BLE001  # a bug must not end the watch over the other hours of the day
            where = "".join(traceback.format_tb(error.__traceback__))  # not the error's text: it may hold words of mail
            log.error(
                "a cycle failed in a way that nobody foresaw; the next comes as usual: %s\n%s", type(error), where
            )
        else:
            self._everything = False
            looked_at = frozenset(wired.mailboxes if only is None else only) - resting
            hints.keep_watching(self._rest(report, looked_at, tick))
            tell(report)
            elsewhere = frozenset(wired.mailboxes) - looked_at
            told = {where for where, _ in self._faults}
            self._tell_faults(report.faults, gone=told - elsewhere if only is None else looked_at)
        self._alive_at = time.monotonic()

    def _rest(self, report: Report, looked_at: Collection[str], tick: float) -> Collection[str]:
        """Those of the accounts that are well; the others rest."""
        faults = [fault for fault in report.faults if not isinstance(fault.error, MailboxFull)]
        failed = {fault.where: fault.error for fault in faults if fault.where in looked_at}
        for account, error in failed.items():
            self._resting.failed(account, error, tick)
        well = [account for account in looked_at if account not in failed]
        for account in well:
            self._resting.recovered(account)
        return well

    def _tell_faults(self, faults: Iterable[Fault], *, gone: Collection[str]) -> None:
        """Each fault once, until it is gone and comes back. `gone` are those whose faults would be here again."""
        now = frozenset((fault.where, str(fault)) for fault in faults)
        for _, text in sorted(now - self._faults):
            log.error("%s", text)
        left = now | {(where, text) for where, text in self._faults if where not in gone}
        if self._faults and not left:
            log.info("everything works again")
        self._faults = left


def _leave() -> None:
    log.warning("stopped in the middle of a cycle; it is taken up again at the next start")
    logging.shutdown()
    os._exit(0)  # the thread hangs in the network, and whatever it does was written down before


def tell(report: Report) -> None:
    """What a cycle did, for the log: names and reasons of ours, no word of anybody's mail."""
    for done in report.done:
        log.info(
            "%s for %s (%s), %s", done.verb, done.project or "several projects", done.duty, _in_words(done.outcome)
        )
    for held in report.held:
        log.info("no draft for %s: %s", held.project, held.why)


def _in_words(outcome: Outcome) -> str:
    return {
        Outcome.DONE: "in place",
        Outcome.FOUND: "was there already",
        Outcome.WAITING: "to be tried again",
        Outcome.PLANNED: "planned",
    }[outcome]


def notify(state: str) -> None:
    """Tell systemd, when it started us (sd_notify(3))."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.connect("\0" + address[1:] if address.startswith("@") else address)
        sock.sendall(state.encode())
