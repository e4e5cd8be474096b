"""What keeps a mistake small: how many drafts a day, and how old a matter may be that is still written about.

A held draft is not lost: it is decided anew at the next look, and the alert says why there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from mailaide.core.obligation import Plan, WriteDraft

BACKLOG = "backlog"
LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """No more drafts a day than this, and none about what happened longer ago than `backlog_days`."""

    drafts_per_day: int = 20
    backlog_days: int = 30


def brake(plans: Iterable[Plan], limits: Limits, *, drafted: int, now: datetime) -> Mapping[str, str]:
    """The keys of the drafts that must wait, each with its reason (BACKLOG or LIMIT).

    `drafted` is how many were written in the last 24 hours. What is urgent, then what is due first, goes first.
    """
    wanted = [action for plan in plans for action in plan.actions if isinstance(action, WriteDraft)]
    held = {}
    room = max(0, limits.drafts_per_day - drafted)
    for action in sorted(wanted, key=lambda one: (not one.obligation.urgent, one.obligation.due, one.obligation.key)):
        obligation = action.obligation
        if not obligation.lasting and now - obligation.since > timedelta(days=limits.backlog_days):
            held[obligation.key] = BACKLOG
        elif room == 0:
            held[obligation.key] = LIMIT
        else:
            room -= 1
    return MappingProxyType(held)
