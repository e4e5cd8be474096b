"""How long an account rests after an error: longer each time, never for ever, and not in step with the others.

A server that asks for a while gets it. A refused login rests long from the start, and after three it is as good as
given up, because servers lock accounts that keep trying.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from datetime import timedelta

from mailaide.errors import LoginRefused, MailaideError, MailboxBusy

FIRST = timedelta(seconds=5)
FIRST_WHEN_BUSY = timedelta(minutes=1)
FIRST_WHEN_FINAL = timedelta(minutes=5)
LONGEST = timedelta(minutes=15)

REFUSALS = 3
GIVEN_UP_FOR = timedelta(days=1)
"""After so many refused logins there is one attempt in this time; a restart is another."""


@dataclass(slots=True)
class _Rest:
    until: float = -math.inf
    failures: int = 0
    refusals: int = 0


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

    def given_up(self, account: str) -> bool:
        """Whether the login was refused so often that only a person can help."""
        rest = self._rests.get(account)
        return rest is not None and rest.refusals >= REFUSALS

    def failed(self, account: str, error: MailaideError, now: float) -> None:
        rest = self._rests.setdefault(account, _Rest())
        rest.failures += 1
        rest.refusals += isinstance(error, LoginRefused)
        if self.given_up(account):
            rest.until = now + GIVEN_UP_FOR.total_seconds()
            return
        length = min(_first(error).total_seconds() * 2 ** (rest.failures - 1), LONGEST.total_seconds())
        asked = error.wait.total_seconds() if isinstance(error, MailboxBusy) else 0.0
        # Not sooner than was asked for.
        rest.until = now + max(length * random.uniform(0.75, 1.25), asked * random.uniform(1.0, 1.1))  # noqa: S311  # not for secrets

    def recovered(self, account: str) -> None:
        self._rests.pop(account, None)


def _first(error: MailaideError) -> timedelta:
    if isinstance(error, MailboxBusy):
        return FIRST_WHEN_BUSY
    return FIRST if error.temporary else FIRST_WHEN_FINAL
