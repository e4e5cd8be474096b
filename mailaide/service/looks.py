"""One look at one account at a time: a cycle for it alone, and what follows from how that went.

Accounts are looked at independently, so one that hangs or fails holds up no other. Whatever goes wrong ends here.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from mailaide.errors import ConsentLost, MailaideError, MailboxFull
from mailaide.service.hints import Hints
from mailaide.service.lookout import Lookout
from mailaide.service.rest import REFUSALS, Resting
from mailaide.steps.report import Fault, Outcome, Report

log = logging.getLogger(__name__)


class Looks:
    """`at(account)` from any thread. `cycle` is `Cycle.run`, `homes` the account of each project."""

    def __init__(
        self,
        cycle: Callable[..., Report],
        homes: Mapping[str, str],
        accounts: Iterable[str],
        *,
        hints: Hints,
        lookout: Lookout,
    ) -> None:
        self._cycle = cycle
        self._homes = homes
        self._hints = hints
        self._lookout = lookout
        self._resting = Resting()
        self._lock = threading.Lock()
        self._new = set(accounts)
        self._busy: set[str] = set()
        self._again: set[str] = set()
        self._faults: dict[str, frozenset[str]] = {}

    def at(self, account: str) -> None:
        """Look at the account now, or once more when the look that is under way has ended."""
        with self._lock:
            if account in self._busy:
                self._again.add(account)
                return
            self._busy.add(account)
        while True:
            self._look(account)
            with self._lock:
                if account not in self._again:
                    self._busy.discard(account)
                    return
                self._again.discard(account)

    def _look(self, account: str) -> None:
        now, tick = datetime.now(UTC), time.monotonic()
        resting = self._resting.at(tick) & {account}
        try:
            report = self._cycle(now, everything=account in self._new, resting=resting, only=[account])
        except MailaideError as error:
            self._tell_faults(account, [Fault(where=account, error=error)])
            self._lookout.failed(account, error, hopeless=False)
        except Exception as error:  # noqa: BLE001  # a bug must not end the watch over the other hours of the day
            where = "".join(traceback.format_tb(error.__traceback__))  # not the error's text: it may hold words of mail
            log.error(
                "a cycle failed in a way that nobody foresaw; the next comes as usual: %s\n%s", type(error), where
            )
        else:
            self._new.discard(account)
            tell(report)
            self._tell_faults(account, report.faults, more=bool(resting))
            if not resting:
                self._judge(account, report)
            for home in {self._homes[one] for one in report.touched if one in self._homes} - {account}:
                self._hints.news(home)

    def _judge(self, account: str, report: Report) -> None:
        """Whether the account is well; one that is not rests."""
        tick = time.monotonic()
        # A full mailbox can be read as well as ever.
        faults = [one for one in report.faults if one.where == account and not isinstance(one.error, MailboxFull)]
        if not faults:
            self._resting.recovered(account)
            self._lookout.well([account], tick)
            self._hints.keep_watching(account)
            return
        error, before = faults[0].error, self._resting.given_up(account)
        self._resting.failed(account, error, tick)
        if self._resting.given_up(account) and not before:
            log.error(
                "account %s: refused %d times; from now on it is tried once a day and at a start", account, REFUSALS
            )
        hopeless = self._resting.given_up(account) or isinstance(error, ConsentLost)
        self._lookout.failed(account, error, hopeless=hopeless)

    def _tell_faults(self, account: str, faults: Iterable[Fault], *, more: bool = False) -> None:
        """Each fault once, until it is gone and comes back. With `more`, those of before were not looked for."""
        before, now = self._faults.get(account, frozenset()), frozenset(str(fault) for fault in faults)
        for text in sorted(now - before):
            log.error("%s", text)
        self._faults[account] = now | before if more else now
        if before and not self._faults[account]:
            log.info("account %s works again", account)


def tell(report: Report) -> None:
    """What a cycle did, for the log: names and reasons of ours, no word of anybody's mail."""
    for done in report.done:
        log.info(
            "%s for %s (%s), %s", done.verb, done.project or "several projects", done.duty, _in_words(done.outcome)
        )
    for held in report.held:
        log.info("%s", held)


def _in_words(outcome: Outcome) -> str:
    return {
        Outcome.DONE: "in place",
        Outcome.FOUND: "was there already",
        Outcome.WAITING: "to be tried again",
        Outcome.PLANNED: "planned",
    }[outcome]
