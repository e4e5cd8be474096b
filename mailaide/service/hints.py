"""What the push connections tell becomes early looks at single accounts; between them the poll goes on as ever.

An account is watched only after a look at it went well, so a server in trouble is never asked twice for the same.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping

from mailaide.adapters.imap.push import Opener, Push
from mailaide.errors import LoginRefused, MailboxBusy, MailboxError, PushRefused
from mailaide.service.rest import REFUSALS, Resting

HELD_WELL_SECONDS = 60.0
"""A connection that lasted as long ends the spell of failures before it."""

log = logging.getLogger(__name__)


class Hints:
    """`wake(account, seconds)` has the account looked at after so many seconds."""

    def __init__(self, openers: Mapping[str, Opener], *, wake: Callable[[str, float], None]) -> None:
        self._openers = dict(openers)
        self._wake = wake
        self._lock = threading.Lock()
        self._resting = Resting()
        self._watched_at: dict[str, float] = {}
        self._refusals: Counter[str] = Counter()
        self._told: set[str] = set()
        self._push = Push(self)

    def keep_watching(self, account: str) -> None:
        """See to it that this account, which is well, is watched."""
        with self._lock:
            wanted = account not in self._resting.at(time.monotonic())
            connect = self._openers.get(account)
        if connect and wanted:
            self._push.watch(account, connect)

    def close(self) -> None:
        self._push.close()

    # What the push connections tell

    def watched(self, account: str) -> None:
        with self._lock:
            self._watched_at[account] = time.monotonic()
            self._refusals.pop(account, None)
            new = account not in self._told
            self._told.add(account)
        if new:
            log.info("account %s: the server tells of new mail at once", account)
        # What came between the last look and now was told to nobody.
        self.news(account)

    def news(self, account: str) -> None:
        self._wake(account, 0.0)

    def unwatched(self, account: str, error: MailboxError) -> None:
        now = time.monotonic()
        with self._lock:
            if now - self._watched_at.pop(account, now) >= HELD_WELL_SECONDS:
                self._resting.recovered(account)
            self._resting.failed(account, error, now)
            rest = self._resting.left(account, now)
            # A second connection is refused in the words of a limit or of a wrong password; the first one works.
            self._refusals[account] += isinstance(error, MailboxBusy | LoginRefused)
            refused = isinstance(error, PushRefused) or self._refusals[account] == REFUSALS
            if refused:
                self._openers.pop(account, None)
        if refused:
            log.info("%s New mail is looked for at intervals only.", error)
            return
        log.debug("%s Until then new mail is looked for at intervals.", error)
        # A look that goes well has the account watched again, if it has rested enough.
        self._wake(account, rest + 1.0)
