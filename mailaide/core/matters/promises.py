"""What we said that we would do by a day, and what came of it: kept, moved to another day, or neither.

A mail that delivers keeps a promise of work, any word of ours that of a word, and one that looks back at a call or a
visit the promise of that. So does the client who thanks afterwards. The rest is not known from mail.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.approvals import requests
from mailaide.core.matters.rounds import rounds
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.matters.waits import expects
from mailaide.core.reading.days.hours import last_hour
from mailaide.core.reading.ours.promise_matter import (
    FACE_TO_FACE,
    Matter,
    after_yes,
    is_term,
    misses_meeting,
    names_new_day,
    recurs,
    repeats_day,
)
from mailaide.core.reading.signals import Signal, SignalKind
from mailaide.core.reading.text.stems import things

SOON = timedelta(days=5)
"""How near to its day a delivery keeps the only promise whatever its words; an earlier one must share some."""

CLOSE = timedelta(days=1)
"""The same when several promises run."""

WATCHED = timedelta(days=30)
"""How long after its day a promise is followed."""

A_WEEK = timedelta(days=7)

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
    recurs: bool = False
    """It is one of those for each week, of which each has its own day."""

    missed: Entry | None = None
    """The client's mail of that day which says that the hour of a call or a visit has passed, before a word of ours."""


class _Running:
    """A promise as far as it is known, with what it is held against."""

    __slots__ = ("broken", "due", "kept", "matter", "missed", "moved", "recurs", "signal", "turn", "until", "words")

    def __init__(self, turn: Turn, signal: Signal, due: date) -> None:
        self.turn, self.signal, self.due = turn, signal, due
        self.recurs, self.words = recurs(signal.sentence), things(signal.sentence)
        self.matter = next(iter(signal.topics), Matter.WORK)
        self.until = due + WATCHED
        self.kept: Entry | None = None
        self.moved: Entry | None = None
        self.missed: Entry | None = None
        self.broken = False

    @property
    def runs(self) -> bool:
        return self.kept is None and self.moved is None

    def told(self) -> Promise:
        return Promise(
            entry=self.turn.entry,
            signal=self.signal,
            due=self.due,
            kept=self.kept,
            moved=self.moved,
            broken=self.broken,
            recurs=self.recurs,
            missed=self.missed,
        )


_Hanging = tuple[Turn, Signal, timedelta]
"""A promise for a time after the client's yes."""


@once
def promises(dossier: Dossier) -> tuple[Promise, ...]:
    """All dated promises in mail to the client, oldest first; a day after a yes is known from that yes on.

    What is promised in the very sentence that asks for a yes hangs on that yes, and on its coming in time.
    """
    found: list[_Running] = []
    running: list[_Running] = []
    hanging: list[_Hanging] = []
    zone = dossier.person.zone
    agreed = {one.entry.id: one.answer for one in requests(dossier) if one.answer is not None}
    of_rounds = {one.delivered.id: one.requested.at for one in rounds(dossier) if one.delivered is not None}
    for turn in turns(dossier):
        signals = turn.signals
        if running:
            now = turn.at.astimezone(zone)
            today = now.date()
            if turn.ours and not turn.holds:
                running = [one for one in running if one.runs and today <= one.until]
                _learn_from_us(running, turn, today, round_since=of_rounds.get(turn.id))
                again = [_again(one) for one in running if one.recurs and one.kept and not one.broken]
                found += again
                running = [one for one in running if one.runs] + again
            elif not turn.ours:
                _miss_the_hour([one for one in running if one.due == today], turn, now)
                if signals:
                    _learn_from_client(running, turn, today)
                if turn.resolves:
                    _need_no_word(running, turn)
        new = _made(turn, hanging) if turn.ours else _fallen_due(turn, hanging, zone) if hanging else []
        if new := [one for one in new if not _is_known(one, running)]:
            found += new
            running += new
    return tuple(one.told() for one in found if not _hangs(one, agreed, zone))


def _is_known(one: _Running, running: list[_Running]) -> bool:
    """Whether it only says that the day of a promise stands."""
    return any(one.due == before.due for before in running) and repeats_day(one.signal.sentence)


def _hangs(one: _Running, agreed: Mapping[str, Entry], zone: ZoneInfo) -> bool:
    asks = one.turn.signal(SignalKind.APPROVAL_REQUEST)
    if asks is None or one.signal.sentence != asks.sentence:
        return False
    yes = agreed.get(one.turn.id)
    return yes is None or yes.at.astimezone(zone).date() > one.due


def _made(turn: Turn, hanging: list[_Hanging]) -> list[_Running]:
    """The promises of a mail of ours that name a day; those that wait for a yes go to the hanging ones.

    A span beside a price is a term of the offer, and from when it counts nobody has said yet.
    """
    if turn.signal(SignalKind.PROMISE) is None:
        return []
    dated, reading = [], turn.entry.reading
    promised = reading.all(SignalKind.PROMISE)
    offers = any(price.charged and price.currency for price in reading.sums)
    for signal in promised:
        if signal.due is not None:
            if not (offers and is_term(signal.sentence, reading.language)):
                dated.append(_Running(turn, signal, signal.due))
        elif (span := after_yes(signal.sentence)) is not None:
            hanging.append((turn, signal, span))
    visits = {one.due for one in dated if one.matter == Matter.MEETING}
    for one in dated:
        one.matter = Matter.MEETING if one.due in visits else one.matter  # what is done on a visit is seen there
    return dated


def _fallen_due(turn: Turn, hanging: list[_Hanging], zone: ZoneInfo) -> list[_Running]:
    """The hanging promises that get their day by this mail of the client's; they hang no more."""
    if not turn.signal(SignalKind.APPROVAL):
        return []
    agreed, meant = turn.at.astimezone(zone).date(), [one for one in hanging if turn.belongs_with(one[0])]
    hanging[:] = [one for one in hanging if one not in meant]
    return [_Running(made, signal, agreed + span) for made, signal, span in meant]


@once
def undated(dossier: Dossier) -> tuple[tuple[Entry, Signal], ...]:
    """Promises without a day, each with the mail that made it: nothing is owed by a time, but the client was told."""
    dated = {(one.entry.id, one.signal.sentence) for one in promises(dossier)}
    made = (
        (turn.entry, signal)
        for turn in turns(dossier)
        if turn.ours and not turn.holds
        for signal in turn.entry.reading.all(SignalKind.PROMISE)
        if signal.due is None
    )
    return tuple((entry, signal) for entry, signal in made if (entry.id, signal.sentence) not in dated)


def _again(kept: _Running) -> _Running:
    """The same for the week after."""
    return _Running(kept.turn, kept.signal, kept.due + A_WEEK)


def _learn_from_us(running: list[_Running], turn: Turn, today: date, *, round_since: datetime | None) -> None:
    """What was delivered, told or looked back at, and what was put off to another day.

    `round_since` is when the round was asked for that this mail ends.
    """
    delivers, met = turn.signal(SignalKind.DELIVERY) is not None, turn.signal(SignalKind.MET) is not None
    means = _meant(running, turn, today, round_since) if delivers else ()
    for one in running:
        if one.recurs:
            kept = today >= one.due - CLOSE
        elif one.matter in FACE_TO_FACE:
            kept = (delivers or met) and one.due <= today <= one.due + SOON
        else:
            kept = delivers and (one in means or _speaks_of(turn, one.words))
            kept = kept or (one.matter == Matter.WORD and (today >= one.due or turn.belongs_with(one.turn)))
        late = today > one.due  # nothing had happened by the end of its day
        if kept:
            told_afterwards = one.matter in FACE_TO_FACE  # as it must be
            one.kept, one.broken = turn.entry, one.broken or (late and not told_afterwards)
        elif _moves(one, turn):
            one.moved, one.broken = turn.entry, one.broken or late


def _meant(running: list[_Running], turn: Turn, today: date, round_since: datetime | None) -> tuple[_Running, ...]:
    """What a delivery keeps whatever its words: the promise whose day is the nearest, if that is near enough.

    The end of a round keeps what was promised for it: in its conversation, since it was asked for.
    """
    if len(running) > 1 and round_since is not None:
        of_it = (one for one in running if one.turn.at > round_since and turn.belongs_with(one.turn))
        return tuple(one for one in of_it if today >= one.due - CLOSE)
    nearest = min(running, key=lambda one: abs(one.due - today), default=None)
    close = SOON if len(running) == 1 else CLOSE
    return (nearest,) if nearest is not None and today >= nearest.due - close else ()


def _speaks_of(turn: Turn, words: frozenset[str]) -> bool:
    return not all(words.isdisjoint(said.words) for said in turn.entry.reading.said)


def _learn_from_client(running: list[_Running], turn: Turn, today: date) -> None:
    """Who is displeased, or asks, shows that it did not happen: of the only one that is late, or by the words.

    Who thanks has got it.
    """
    late = [one for one in running if one.kept is None and one.due < today <= one.until]
    if not late or not any(turn.signal(kind) for kind in DISPLEASED):
        if turn.signal(SignalKind.THANKS):
            for one in late if len(late) == 1 else ():
                if one.matter == Matter.WORK and today <= one.due + SOON and turn.belongs_with(one.turn):
                    one.kept = turn.entry
        return
    text = turn.entry.reading.new_text
    awaited = max((one.due for one in late if one.matter in FACE_TO_FACE), default=None)
    for one in late:
        if not turn.belongs_with(one.turn):
            continue
        if one.matter in FACE_TO_FACE:
            shown = one.due == awaited and misses_meeting(text)
        else:
            shown = len(late) == 1 or not one.words.isdisjoint(things(text))
        if shown:
            one.broken = True


def _need_no_word(running: list[_Running], turn: Turn) -> None:
    """Who says that it is solved, and wants nothing else, waits for no word of it."""
    if expects(turn.entry):
        return
    for one in running:
        if one.matter == Matter.WORD and one.runs and turn.belongs_with(one.turn):
            one.kept = turn.entry


def _miss_the_hour(due_now: list[_Running], turn: Turn, now: datetime) -> None:
    """Who writes and expects something after the hour at which we were to call or come has waited for us."""
    for one in due_now:
        awaited = one.matter in FACE_TO_FACE and one.missed is None
        if awaited and turn.belongs_with(one.turn) and expects(turn.entry):
            made = one.turn.at.astimezone(now.tzinfo)
            hour = last_hour(one.signal.sentence, since=made.time() if made.date() == one.due else time())
            if hour is not None and now.time() > hour:
                one.missed, one.broken = turn.entry, True


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
