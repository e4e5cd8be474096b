"""What keeps a mistake small: how many drafts a day, and how many letters of our own accord a client gets in a week.

A held draft is not lost: it is decided anew at the next look, and the alert says why there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from mailaide.core.obligation import Plan, WriteDraft

LIMIT = "limit"
WEEK = "week"
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """No more drafts a day than this, and none about what began longer ago than `backlog_days`.

    In the first week it is `drafts_at_first` a day: a mailbox of years must not bring a flood. `letters_per_week` is
    for one client and does not count replies.
    """

    drafts_per_day: int = 20
    drafts_at_first: int = 5
    letters_per_week: int = 3
    backlog_days: int = 30

    def a_day(self, began: datetime, now: datetime) -> int:
        """How many drafts a day may be written, `began` being when mailaide first ran."""
        return min(self.drafts_at_first, self.drafts_per_day) if now - began < A_WEEK else self.drafts_per_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft that was planned. `own` ones answer no message, and were not taken back."""

    project: str
    at: datetime
    own: bool


def brake(
    plans: Iterable[Plan],
    limits: Limits,
    *,
    lately: Iterable[Drafted],
    clients: Mapping[str, str],
    began: datetime,
    now: datetime,
) -> Mapping[str, str]:
    """The keys of the drafts that must wait, each with its reason (LIMIT or WEEK).

    `lately` are those of the last seven days, `clients` the client of each project. What is urgent, then what is due
    first, goes first.
    """
    lately = tuple(lately)
    room = max(0, limits.a_day(began, now) - sum(one.at >= now - A_DAY for one in lately))
    letters = Counter(clients.get(one.project, one.project) for one in lately if one.own)
    held = {}
    wanted = [action for plan in plans for action in plan.actions if isinstance(action, WriteDraft)]
    for action in sorted(wanted, key=lambda one: (not one.obligation.urgent, one.obligation.due, one.obligation.key)):
        obligation, own = action.obligation, action.letter.answers is None
        client = clients.get(obligation.project, obligation.project)
        if own and letters[client] >= limits.letters_per_week:
            held[obligation.key] = WEEK
        elif room == 0:
            held[obligation.key] = LIMIT
        else:
            room -= 1
            letters[client] += own
    return MappingProxyType(held)
