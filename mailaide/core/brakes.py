"""What keeps a mistake small: how many drafts a day, and how many letters of our own accord a client gets in a week.

A held draft is not lost: it is decided anew at the next look, and the alert says why there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from mailaide.core.obligation import Plan, Withheld, WriteDraft

MOMENT = timedelta(seconds=1)
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
class Hold:
    """Why a draft must wait, and until when, if nothing is taken back before; None is for ever."""

    why: Withheld
    until: datetime | None


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
) -> Mapping[str, Hold]:
    """The keys of the drafts that must wait.

    `lately` are those of the last seven days, `clients` the client of each project. What is urgent, then what is due
    first, goes first.
    """
    written, letters = [], defaultdict(list)
    for one in sorted(lately, key=lambda one: one.at):
        if one.at >= now - A_DAY:
            written.append(one.at)
        if one.own and one.at >= now - A_WEEK:
            letters[clients.get(one.project, one.project)].append(one.at)
    a_day, held = limits.a_day(began, now), {}
    wanted = [action for plan in plans for action in plan.actions if isinstance(action, WriteDraft)]
    for action in sorted(wanted, key=lambda one: (not one.obligation.urgent, one.obligation.due, one.obligation.key)):
        obligation, own = action.obligation, action.letter.answers is None
        to_client = letters[clients.get(obligation.project, obligation.project)]
        if own and len(to_client) >= limits.letters_per_week:
            held[obligation.key] = Hold(why=Withheld.WEEK, until=_room(to_client, limits.letters_per_week, A_WEEK))
        elif len(written) >= a_day:
            later = [began + A_WEEK] if a_day < limits.drafts_per_day else []
            until = min([*filter(None, [_room(written, a_day, A_DAY)]), *later], default=None)
            held[obligation.key] = Hold(why=Withheld.LIMIT, until=until)
        else:
            written.append(now)
            if own:
                to_client.append(now)
    return MappingProxyType(held)


def _room(written: Sequence[datetime], at_most: int, span: timedelta) -> datetime | None:
    """When so few of them are younger than the span that one more may be written."""
    return written[-at_most] + span + MOMENT if at_most else None
