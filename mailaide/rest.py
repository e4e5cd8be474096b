"""How long an account rests after an error: longer each time, never for ever, and not in step with the others.

A refused login rests long from the start, because servers lock accounts that keep trying.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta

from mailaide.errors import MailaideError

FIRST = timedelta(seconds=5)
FIRST_AFTER_REFUSAL = timedelta(minutes=5)
LONGEST = timedelta(minutes=15)


@dataclass(slots=True)
class _Rest:
    until: float
    failures: int


@dataclass(slots=True)
class Resting:
    """Which accounts rest. Instants are seconds of a monotonic clock."""

    _rests: dict[str, _Rest] = field(default_factory=dict)

    def at(self, now: float) -> frozenset[str]:
        """The accounts that are left alone now."""
        return frozenset(account for account, rest in self._rests.items() if rest.until > now)

    def left(self, account: str, now: float) -> float:
        """How many seconds the account still rests."""
        rest = self._rests.get(account)
        return max(0.0, rest.until - now) if rest else 0.0

    def failed(self, account: str, error: MailaideError, now: float) -> None:
        rest = self._rests.get(account)
        failures = rest.failures + 1 if rest else 1
        first = FIRST if error.temporary else FIRST_AFTER_REFUSAL
        length = min(first.total_seconds() * 2 ** (failures - 1), LONGEST.total_seconds())
        self._rests[account] = _Rest(until=now + length * random.uniform(0.75, 1.25), failures=failures)  # noqa: S311

    def recovered(self, account: str) -> None:
        self._rests.pop(account, None)
