"""Each question of the client's, until a mail of ours takes it up. Answering two of five leaves three.

A holding reply answers nothing. The same question asked again while it waits is one question. What a complaint asks is
a question too; whether it is owed by itself, the duties tell.
"""

from __future__ import annotations

from dataclasses import dataclass

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


class _Waiting:
    """A question as far as it is known."""

    __slots__ = ("answered", "asking", "passed", "repeats", "signal", "turn")

    def __init__(self, turn: Turn, signal: Signal) -> None:
        self.turn = turn
        self.asking = turn
        self.signal = signal
        self.repeats: tuple[Entry, ...] = ()
        self.answered: Entry | None = None
        self.passed: Entry | None = None


@once
def asked(dossier: Dossier) -> tuple[Asked, ...]:
    """All questions of a dossier, oldest first."""
    found: list[_Waiting] = []
    waiting: list[_Waiting] = []
    for turn in turns(dossier):
        if not turn.ours:
            for signal in turn.entry.reading.all(SignalKind.QUESTION):
                if not _is_repeated(waiting, turn, signal):
                    found.append(_Waiting(turn, signal))
                    waiting.append(found[-1])
            waiting = waiting[-WATCHED:]
        elif waiting and not turn.holds:
            for one in _taken_up(waiting, turn):
                one.answered = turn.entry
            waiting = [one for one in waiting if one.answered is None]
            for one in waiting:
                if one.passed is None and turn.belongs_with(one.asking):
                    one.passed = turn.entry
    return tuple(
        Asked(entry=one.turn.entry, signal=one.signal, repeats=one.repeats, answered=one.answered, passed=one.passed)
        for one in found
    )


def _is_repeated(waiting: list[_Waiting], turn: Turn, signal: Signal) -> bool:
    for one in waiting:
        if one.asking is not turn and same_question(one.signal, signal) and turn.belongs_with(one.asking):
            one.repeats = (*one.repeats, turn.entry)
            one.asking = turn
            return True
    return False


def _taken_up(waiting: list[_Waiting], turn: Turn) -> list[_Waiting]:
    """What the mail takes up by its words; and a reply to a mail that only asked answers it, in whatever words.

    Only who asked for a day or a sum must get one.
    """
    said, quoted = turn.entry.reading.said, turn.entry.reading.quoted
    here = [one for one in waiting if turn.belongs_with(one.asking) and _only_asks(one.asking)]
    by_words = [one for one in waiting if takes_up(one.signal, said, quoted, direct=one in here)]
    touched = {id(one.asking) for one in by_words}
    in_turn = answers_in_turn(said)
    rest = [
        one
        for one in here
        if one not in by_words
        and one.passed is None
        and (in_turn or id(one.asking) not in touched)
        and not wants_figure(one.signal)
    ]
    return [*by_words, *rest]


def _only_asks(turn: Turn) -> bool:
    """Whether there is nothing else in the mail that a reply may be about."""
    return turn.signal(SignalKind.CHANGE) is None
