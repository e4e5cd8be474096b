"""An instant that notes at which other instants whatever is decided at it could come out otherwise.

A decision learns of the time only by comparing it: with instants, with days of some zone, with a span since then. Each
comparison turns at one instant. So between two neighbouring turns every instant gives the same decision, and asking at
the turns is asking at every instant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from mailaide.core.worktime import instant

MOMENT = timedelta(microseconds=1)

Decision = TypeVar("Decision")
Turns = set[datetime]


def through(
    decide: Callable[[datetime], Decision], begin: datetime, end: datetime
) -> Iterator[tuple[datetime, Decision]]:
    """What is decided from `begin` until before `end`: at the first instant, and at each one where that may change."""
    at = begin
    while at < end:
        turns: Turns = set()
        yield at, decide(Instant.noting(at, turns))
        after = {turn + step for turn in turns for step in (timedelta(), MOMENT)}
        at = min((one for one in after if one > at), default=end)


class Instant(datetime):
    """`now`, as far as a decision may look at it."""

    turns: Turns

    @classmethod
    def noting(cls, at: datetime, turns: Turns) -> Instant:
        made = cls.fromtimestamp(at.timestamp(), UTC).replace(microsecond=at.microsecond)
        made.turns = turns
        return made

    def _note(self, other: datetime) -> datetime:
        self.turns.add(plain(other))
        return plain(self)

    def __lt__(self, other: Any) -> bool:
        return self._note(other) < plain(other)

    def __le__(self, other: Any) -> bool:
        return self._note(other) <= plain(other)

    def __gt__(self, other: Any) -> bool:
        return self._note(other) > plain(other)

    def __ge__(self, other: Any) -> bool:
        return self._note(other) >= plain(other)

    def __hash__(self) -> int:
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        return self._note(other) == plain(other) if isinstance(other, datetime) else False

    def __add__(self, other: Any) -> Any:
        return plain(self) + other

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, datetime):
            return Elapsed.since(plain(other), plain(self), self.turns)
        return plain(self) - other

    def astimezone(self, tz: tzinfo | None = None) -> Any:
        assert isinstance(tz, ZoneInfo), "a decision is made in somebody's zone"
        local = plain(self).astimezone(tz)
        return Local.of(local, tz, self.turns)


class Local(datetime):
    """`now` on a clock on the wall: only its day is looked at."""

    turns: Turns
    wall: ZoneInfo

    @classmethod
    def of(cls, local: datetime, wall: ZoneInfo, turns: Turns) -> Local:
        made = cls.combine(date(local.year, local.month, local.day), local.time(), wall)
        made.turns, made.wall = turns, wall
        return made

    def date(self) -> date:
        return Today.of(date(self.year, self.month, self.day), self.wall, self.turns)


class Today(date):
    """The day of `now` in a zone: a comparison turns with the beginning of the other day, or with its end."""

    turns: Turns
    wall: ZoneInfo

    @classmethod
    def of(cls, day: date, wall: ZoneInfo, turns: Turns) -> Today:
        made = cls(day.year, day.month, day.day)
        made.turns, made.wall = turns, wall
        return made

    def _note(self, other: date) -> date:
        self.turns |= {instant(other + timedelta(days=days), time(), self.wall) for days in (0, 1)}
        return date(self.year, self.month, self.day)

    def __lt__(self, other: date) -> bool:
        return self._note(other) < other

    def __le__(self, other: date) -> bool:
        return self._note(other) <= other

    def __gt__(self, other: date) -> bool:
        return self._note(other) > other

    def __ge__(self, other: date) -> bool:
        return self._note(other) >= other

    def __hash__(self) -> int:
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        return self._note(other) == other if isinstance(other, date) else False

    def __add__(self, other: Any) -> Any:
        return date(self.year, self.month, self.day) + other

    def __sub__(self, other: Any) -> Any:
        return date(self.year, self.month, self.day) - other


class Elapsed(timedelta):
    """How long ago something was: it grows, so a comparison turns when it is as long as the other."""

    turns: Turns
    begin: datetime

    @classmethod
    def since(cls, begin: datetime, now: datetime, turns: Turns) -> Elapsed:
        gone = now - begin
        made = cls(days=gone.days, seconds=gone.seconds, microseconds=gone.microseconds)
        made.turns, made.begin = turns, begin
        return made

    def _note(self, other: timedelta) -> timedelta:
        self.turns.add(self.begin + other)
        return timedelta(days=self.days, seconds=self.seconds, microseconds=self.microseconds)

    def __lt__(self, other: timedelta) -> bool:
        return self._note(other) < other

    def __le__(self, other: timedelta) -> bool:
        return self._note(other) <= other

    def __gt__(self, other: timedelta) -> bool:
        return self._note(other) > other

    def __ge__(self, other: timedelta) -> bool:
        return self._note(other) >= other


def plain(at: datetime) -> datetime:
    """The same without a memory."""
    if type(at) is datetime:
        return at
    return datetime.combine(date(at.year, at.month, at.day), datetime.timetz(at))
