"""Each question of the client's, until a mail of ours takes it up. Answering two of five leaves three.

A holding reply answers nothing. The same question asked again while it waits is one question. What a complaint asks is
a question too; whether it is owed by itself, the duties tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.answers import answers_in_turn, same_question, takes_up, wants_figure
from mailaide.core.reading.signals import Signal, SignalKind

WATCHED = 20
"""Questions that are waited for at a time, the newest; who asks more has asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question. `passed` is our first mail to that conversation that passed it by, answered later or not.

    `repeats` are the client's later mails that ask it again.
    """

    entry: Entry
    signal: Signal
    repeats: tuple[Entry, ...] = ()
    answered: Entry | None = None
    passed: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """Where a question stands in the list, and the turn that asked it last."""

    place: int
    turn: Turn


@once
def asked(dossier: Dossier) -> tuple[Asked, ...]:
    """All questions of a dossier, oldest first."""
    found: list[Asked] = []
    waiting: list[_Waiting] = []
    for turn in turns(dossier):
        if not turn.ours:
            for signal in turn.entry.reading.all(SignalKind.QUESTION):
                waiting = _ask(found, waiting, turn, signal)[-WATCHED:]
        elif waiting and not turn.holds:
            taken_up = _taken_up(found, waiting, turn)
            for one in waiting:
                question = found[one.place]
                if one in taken_up:
                    found[one.place] = replace(question, answered=turn.entry)
                elif question.passed is None and turn.belongs_with(one.turn):
                    found[one.place] = replace(question, passed=turn.entry)
            waiting = [one for one in waiting if one not in taken_up]
    return tuple(found)


def _ask(found: list[Asked], waiting: list[_Waiting], turn: Turn, signal: Signal) -> list[_Waiting]:
    for one in waiting:
        question = found[one.place]
        again = one.turn.entry is not turn.entry and same_question(question.signal.sentence, signal.sentence)
        if again and turn.belongs_with(one.turn):
            found[one.place] = replace(question, repeats=(*question.repeats, turn.entry))
            return [*(other for other in waiting if other is not one), _Waiting(place=one.place, turn=turn)]
    found.append(Asked(entry=turn.entry, signal=signal))
    return [*waiting, _Waiting(place=len(found) - 1, turn=turn)]


def _taken_up(found: list[Asked], waiting: list[_Waiting], turn: Turn) -> list[_Waiting]:
    """What the mail takes up by its words; and a reply to a mail that only asked answers it, in whatever words.

    Only who asked for a day or a sum must get one.
    """
    reading = turn.entry.reading
    here = [one for one in waiting if turn.belongs_with(one.turn) and _only_asks(one.turn)]
    by_words = [
        one
        for one in waiting
        if takes_up(found[one.place].signal.sentence, reading.said, reading.quoted, direct=one in here)
    ]
    touched = {one.turn.entry.id for one in by_words}
    in_turn = answers_in_turn(reading.said)
    rest = [
        one
        for one in here
        if one not in by_words
        and found[one.place].passed is None
        and (in_turn or one.turn.entry.id not in touched)
        and not wants_figure(found[one.place].signal.sentence)
    ]
    return [*by_words, *rest]


def _only_asks(turn: Turn) -> bool:
    """Whether there is nothing else in the mail that a reply may be about."""
    return turn.signal(SignalKind.CHANGE) is None
