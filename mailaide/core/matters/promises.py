"""What we said that we would do by a day, and what came of it: kept, moved to another day, or neither.

A mail that delivers or reports keeps a promise of work; any answer keeps the promise of one. What is said in no mail
is not known: a promise whose day passed with neither is broken as far as the mailbox can tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import Signal, SignalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise with a day. `kept` is the mail that shows it done, `moved` the one that named another day instead.

    `broken_at` is the end of its day, once something came after that and neither had happened.
    """

    entry: Entry
    signal: Signal
    kept: Entry | None = None
    moved: Entry | None = None
    broken_at: datetime | None = None


@once
def promises(dossier: Dossier) -> tuple[Promise, ...]:
    """All dated promises in mail to the client, oldest first."""
    found: list[Promise] = []
    running: list[int] = []
    zone = dossier.person.zone
    for turn in turns(dossier):
        if not turn.ours:
            continue
        today = turn.entry.at.astimezone(zone).date()
        for place in [one for one in running if _due(found[one]) < today]:
            found[place] = replace(found[place], broken_at=_end(_due(found[place]), zone))
            running.remove(place)
        for place in list(running):
            promise = found[place]
            if turn.signal(SignalKind.DELIVERY):
                found[place] = replace(promise, kept=turn.entry)
                running.remove(place)
            elif _moves(turn, promise):
                found[place] = replace(promise, moved=turn.entry)
                running.remove(place)
        for signal in turn.entry.reading.all(SignalKind.PROMISE):
            if signal.due is not None:
                running.append(len(found))
                found.append(Promise(entry=turn.entry, signal=signal))
    return tuple(found)


def _due(promise: Promise) -> date:
    return promise.signal.due or date.max


def _end(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)


def _moves(turn: Turn, promise: Promise) -> bool:
    """Another day for the same: a promise in the same conversation that names a later day."""
    due = promise.signal.due
    return turn.entry.thread == promise.entry.thread and any(
        one.due is not None and due is not None and one.due > due for one in turn.entry.reading.all(SignalKind.PROMISE)
    )
