"""What we said that we would do by a day, and what came of it: kept, moved to another day, or neither.

A mail that delivers keeps a promise of work, any word of ours that of a word, and one that looks back at a call or a
visit the promise of that. The rest is not known from mail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.rounds import rounds
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.promise_matter import Matter, matter, misses_meeting, names_new_day
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.reading.words import things

SOON = timedelta(days=5)
"""How near to its day a delivery keeps the only promise whatever its words; an earlier one must share some."""

CLOSE = timedelta(days=1)
"""The same when several promises run."""

WATCHED = timedelta(days=30)
"""How long after its day a promise is followed."""

DISPLEASED = (SignalKind.COMPLAINT, SignalKind.MAYBE_COMPLAINT, SignalKind.QUESTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise with a day. `kept` is the mail that shows it done, in time or late; `moved` names another day.

    `broken` tells that a mail shows that nothing had happened by the end of the day: the work came late, another day
    was named late, or the client asks. That a day just passed with neither is known with the present instant only.
    """

    entry: Entry
    signal: Signal
    due: date
    kept: Entry | None = None
    moved: Entry | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    """A promise that is followed: where it stands in the list, and what it was about."""

    place: int
    turn: Turn
    due: date
    words: frozenset[str]
    matter: Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A mail, and which promises run when it comes."""

    turn: Turn
    today: date
    ends_round: bool
    running: tuple[_Running, ...]

    def means(self, one: _Running) -> bool:
        """Whether its day is the nearest of all, and the mail does not just end a round of changes."""
        nearest = min(abs(other.due - self.today) for other in self.running)
        return abs(one.due - self.today) == nearest and (len(self.running) == 1 or not self.ends_round)

    def alone_late(self, one: _Running) -> bool:
        return [other for other in self.running if other.due < self.today] == [one]


@once
def promises(dossier: Dossier) -> tuple[Promise, ...]:
    """All dated promises in mail to the client, oldest first."""
    found: list[Promise] = []
    running: list[_Running] = []
    zone = dossier.person.zone
    of_rounds = {one.delivered.id for one in rounds(dossier) if one.delivered is not None}
    for turn in turns(dossier):
        today = turn.at.astimezone(zone).date()
        running = [one for one in running if today <= one.due + WATCHED]
        seen = _Seen(turn=turn, today=today, ends_round=turn.entry.id in of_rounds, running=tuple(running))
        for one in running:
            found[one.place] = _told(found[one.place], one, seen)
        running = [one for one in running if found[one.place].kept is None and found[one.place].moved is None]
        if turn.ours:
            running += _made(found, turn)
    return tuple(found)


def _made(found: list[Promise], turn: Turn) -> list[_Running]:
    made = []
    language = turn.entry.reading.language
    for signal in turn.entry.reading.all(SignalKind.PROMISE):
        if signal.due is not None:
            words, about = things(signal.sentence), matter(signal.sentence, language=language)
            made.append(_Running(place=len(found), turn=turn, due=signal.due, words=words, matter=about))
            found.append(Promise(entry=turn.entry, signal=signal, due=signal.due))
    return made


def _told(promise: Promise, one: _Running, seen: _Seen) -> Promise:
    """The promise, with what a mail tells of it."""
    turn, late = seen.turn, seen.today > one.due
    if not turn.ours:
        return replace(promise, broken=True) if late and _shows_neglect(one, seen) else promise
    if turn.holds:
        return promise
    if _keeps(one, seen):
        looks_back = one.matter is Matter.MEETING  # after the day, as it must
        return replace(promise, kept=turn.entry, broken=promise.broken or (late and not looks_back))
    if _moves(one, turn):
        return replace(promise, moved=turn.entry, broken=promise.broken or late)
    return promise


def _keeps(one: _Running, seen: _Seen) -> bool:
    turn, today = seen.turn, seen.today
    delivers = turn.signal(SignalKind.DELIVERY) is not None
    if one.matter is Matter.MEETING:
        met = delivers or turn.signal(SignalKind.MET) is not None
        return met and one.due <= today <= one.due + SOON
    if one.matter is Matter.WORD and (today >= one.due or turn.belongs_with(one.turn)):
        return True
    if not delivers:
        return False
    if seen.means(one) and today >= one.due - (SOON if len(seen.running) == 1 else CLOSE):
        return True
    return any(not one.words.isdisjoint(said.words) for said in turn.entry.reading.said)


def _moves(one: _Running, turn: Turn) -> bool:
    """A later day for the same: in the same words, or called a new day in the same conversation."""
    return any(
        signal.due is not None
        and signal.due > one.due
        and (
            not one.words.isdisjoint(things(signal.sentence))
            or (turn.belongs_with(one.turn) and names_new_day(signal.sentence))
        )
        for signal in turn.entry.reading.all(SignalKind.PROMISE)
    )


def _shows_neglect(one: _Running, seen: _Seen) -> bool:
    """The client is displeased, or asks: about this promise, as no other is late or as the words tell."""
    turn = seen.turn
    if not turn.belongs_with(one.turn) or not any(turn.signal(kind) for kind in DISPLEASED):
        return False
    if one.matter is Matter.MEETING:
        return misses_meeting(turn.entry.reading.new_text)
    return seen.alone_late(one) or not one.words.isdisjoint(things(turn.entry.reading.new_text))
