"""How many bytes were read from a server in the last day, and when it is enough.

Providers lock an account out that reads too much; one that is read without end by mistake should stop long before.
"""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

from mailaide.errors import BudgetSpent

HOUR = 3600
HOURS = 24
TRY_AGAIN_AFTER = timedelta(hours=1)
MEGABYTE = 1_000_000


class Meter:
    """Of one account; all its connections may share it. `known` is what an earlier one gave as its `record`."""

    def __init__(
        self, account: str, megabytes: int, *, known: str = "", clock: Callable[[], float] = time.time
    ) -> None:
        self._account = account
        self._megabytes = megabytes
        self._clock = clock
        self._lock = threading.Lock()
        self._by_hour: Counter[int] = Counter({int(hour): size for hour, size in json.loads(known or "{}").items()})

    def count(self, size: int) -> None:
        with self._lock:
            self._by_hour[self._hour()] += size

    def check(self) -> None:
        """Raises BudgetSpent when no more should be read for now."""
        if self.spent() >= self._megabytes * MEGABYTE:
            raise BudgetSpent(
                self._account,
                f"{self._megabytes} MB were read in 24 hours, which is the most that may be "
                "(limits.megabytes_per_day). Nothing is lost; reading goes on by itself as hours pass. "
                "Set more if your provider allows it.",
                wait=TRY_AGAIN_AFTER,
            )

    def spent(self) -> int:
        """Bytes in the last 24 hours."""
        with self._lock:
            self._forget()
            return self._by_hour.total()

    def record(self) -> str:
        """What is known, to be kept over a restart, rounded so that it changes seldom."""
        with self._lock:
            self._forget()
            rounded = {str(hour): size // MEGABYTE * MEGABYTE for hour, size in sorted(self._by_hour.items())}
        return json.dumps({hour: size for hour, size in rounded.items() if size})

    def _forget(self) -> None:
        now = self._hour()
        # Hours to come are of a clock that was wrong.
        for hour in [hour for hour in self._by_hour if not now - HOURS < hour <= now]:
            del self._by_hour[hour]

    def _hour(self) -> int:
        return int(self._clock()) // HOUR
