"""Each question of the client's, until a mail of ours takes it up. Answering two of five leaves three.

A holding reply answers nothing but what it takes up by its words: who says yes to one thing may put off another. The
same question asked again while it waits is one question, and who writes that it has been resolved has answered it
themselves. What a complaint asks is a question too; whether it is owed by itself, the duties tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.ours.answers import (
    answers_in_turn,
    only_blames,
    same_question,
    takes_up,
    wants_figure,
    wants_sum,
)
from mailaide.core.reading.signals import Signal, SignalKind, Statement
from mailaide.core.reading.text.stems import things

RECENT = timedelta(days=60)
"""How long a question is looked for in mail outside its own conversation."""

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

    __slots__ = ("alone", "answered", "asking", "own", "passed", "repeats", "signal", "turn")

    def __init__(self, turn: Turn, signal: Signal) -> None:
        self.turn = turn
        self.asking = turn
        self.signal = signal
        self.alone = turn.signal(SignalKind.CHANGE) is None  # there is nothing else that a reply may be about
        self.own = _own(turn, signal)
        self.repeats: tuple[Entry, ...] = ()
        self.answered: Entry | None = None
        self.passed: Entry | None = None


@once
def asked(dossier: Dossier) -> tuple[Asked, ...]:
    """All questions of a dossier, oldest first."""
    found: list[_Waiting] = []
    waiting: list[_Waiting] = []
    names = frozenset(dossier.person.name.lower().split())
    for turn in turns(dossier):
        if not turn.ours:
            for signal in turn.entry.reading.all(SignalKind.QUESTION):
                if not _calls(signal.sentence, names) and not _is_repeated(waiting, turn, signal):
                    found.append(_Waiting(turn, signal))
                    waiting.append(found[-1])
            waiting = _not_resolved(waiting, turn)[-WATCHED:]
        elif waiting:
            for one in _said_beside(waiting, turn) if turn.holds else _taken_up(waiting, turn):
                one.answered = turn.entry
            waiting = [one for one in waiting if one.answered is None]
            for one in waiting:
                if one.passed is None and not turn.holds and turn.belongs_with(one.asking):
                    one.passed = turn.entry
    return tuple(
        Asked(entry=one.turn.entry, signal=one.signal, repeats=one.repeats, answered=one.answered, passed=one.passed)
        for one in found
    )


def _calls(sentence: str, names: frozenset[str]) -> bool:
    """Whether it only calls us by our name: "Tom?"."""
    words = sentence.lower().strip(" ?!.,").split()
    return bool(words) and names.issuperset(words)


def _own(turn: Turn, signal: Signal) -> frozenset[str]:
    """What a question is about and the changes in the same mail are not. "Can you do that?" is about nothing itself."""
    others = (things(change.sentence) for change in turn.entry.reading.all(SignalKind.CHANGE))
    return things(signal.sentence).difference(*others)


def _speaks_of(said: Sequence[Statement], words: frozenset[str]) -> bool:
    return not all(words.isdisjoint(one.words) for one in said)


def _is_repeated(waiting: list[_Waiting], turn: Turn, signal: Signal) -> bool:
    for one in waiting:
        if one.asking is not turn and same_question(one.signal, signal) and turn.belongs_with(one.asking):
            one.repeats = (*one.repeats, turn.entry)
            one.asking = turn
            one.alone = turn.signal(SignalKind.CHANGE) is None
            return True
    return False


def _not_resolved(waiting: list[_Waiting], turn: Turn) -> list[_Waiting]:
    """Those that wait on after a mail of the client's, which may say that there is nothing to answer any more."""
    if not turn.resolves:
        return waiting
    for one in waiting:
        one.answered = turn.entry if turn.belongs_with(one.asking) else None
    return [one for one in waiting if one.answered is None]


def _said_beside(waiting: list[_Waiting], turn: Turn) -> list[_Waiting]:
    """What a holding reply answers all the same, in its own words; the day it names is that of the answer."""
    said, quoted = turn.entry.reading.said, turn.entry.reading.quoted
    here = (one for one in waiting if turn.belongs_with(one.asking) and _speaks_of(said, one.own))
    return [one for one in here if not wants_figure(one.signal) and takes_up(one.signal, said, quoted, direct=False)]


def _taken_up(waiting: list[_Waiting], turn: Turn) -> list[_Waiting]:
    """What the mail takes up by its words; and a reply to a mail that only asked answers it, in whatever words.

    Only who asked for a day or a sum must get one. Blame alone answers nothing, nor does a letter with an open blank.
    """
    said, quoted = turn.entry.reading.said, turn.entry.reading.quoted
    if only_blames(said) or "[[" in turn.entry.reading.new_text:
        return []
    here = [one for one in waiting if turn.belongs_with(one.asking)]
    since = turn.at - RECENT
    by_words = [
        one
        for one in waiting
        if (one.asking.at > since or one in here)
        and takes_up(one.signal, said, quoted, direct=one in here and (one.alone or wants_sum(one.signal)))
    ]
    by_words += [one for one in here if one not in by_words and not one.alone and _speaks_of(said, one.own)]
    rest = [
        one for one in here if one.alone and one.passed is None and one not in by_words and not wants_figure(one.signal)
    ]
    if rest and not answers_in_turn(said):
        touched = {id(one.asking) for one in by_words}
        rest = [one for one in rest if id(one.asking) not in touched or not one.own]
    return [*by_words, *rest]
