"""What the push connections tell becomes early looks at single accounts; between them the poll goes on as ever.

An account is watched only after a look at it went well, so a server in trouble is never asked twice for the same.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Mapping

from mailaide.adapters.imap.push import Opener, Push
from mailaide.errors import MailboxError, PushRefused
from mailaide.rest import Resting

HELD_WELL_SECONDS = 60.0
"""A connection that lasted as long ends the spell of failures before it."""

log = logging.getLogger(__name__)


class Hints:
    """`wake(seconds, step)` has the step run after so many seconds; `heed` is run soon after there is a hint."""

    def __init__(
        self,
        openers: Mapping[str, Opener],
        *,
        heed: Callable[[], None],
        wake: Callable[[float, Callable[[], None]], None],
    ) -> None:
        self._openers = dict(openers)
        self._heed = heed
        self._wake = wake
        self._lock = threading.Lock()
        self._hinted: set[str] = set()
        self._resting = Resting()
        self._watched_at: dict[str, float] = {}
        self._told: set[str] = set()
        self._push = Push(self)

    def keep_watching(self, accounts: Collection[str]) -> None:
        """See to it that these, which are well, are watched."""
        now = time.monotonic()
        with self._lock:
            wanted = [one for one in accounts if one in self._openers and one not in self._resting.at(now)]
        for account in wanted:
            self._push.watch(account, self._openers[account])

    def taken(self) -> frozenset[str]:
        """The accounts that may have new mail; they are forgotten here."""
        with self._lock:
            hinted, self._hinted = frozenset(self._hinted), set()
        return hinted

    def close(self) -> None:
        self._push.close()

    # What the push connections tell

    def watched(self, account: str) -> None:
        with self._lock:
            self._watched_at[account] = time.monotonic()
            new = account not in self._told
            self._told.add(account)
        if new:
            log.info("account %s: the server tells of new mail at once", account)
        self.news(account)

    def news(self, account: str) -> None:
        with self._lock:
            first = not self._hinted
            self._hinted.add(account)
        if first:
            self._wake(0.0, self._heed)

    def unwatched(self, account: str, error: MailboxError) -> None:
        now = time.monotonic()
        with self._lock:
            if now - self._watched_at.pop(account, now) >= HELD_WELL_SECONDS:
                self._resting.recovered(account)
            if isinstance(error, PushRefused):
                self._openers.pop(account, None)
            else:
                self._resting.failed(account, error, now)
            rest = self._resting.left(account, now)
        if isinstance(error, PushRefused):
            log.info("%s From now on it is looked for at intervals only.", error)
        else:
            log.debug("%s Until then it is looked for at intervals.", error)
            # A look that goes well has the account watched again.
            self._wake(rest, lambda: self.news(account))
