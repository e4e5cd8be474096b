"""Each question of the client's, until a mail of ours takes it up. Answering two of five leaves three.

A holding reply answers nothing. What a complaint asks is a question too; whether it is owed by itself, the duties tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.answers import answered
from mailaide.core.reading.signals import Signal, SignalKind

WATCHED = 20
"""Questions that are waited for at a time, the newest; who asks more has asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question. `passed` is our first mail to that conversation that passed it by, answered later or not."""

    entry: Entry
    signal: Signal
    answered: Entry | None = None
    passed: Entry | None = None


@once
def asked(dossier: Dossier) -> tuple[Asked, ...]:
    """All questions of a dossier, oldest first."""
    found: list[Asked] = []
    waiting: list[tuple[int, Turn]] = []
    for turn in turns(dossier):
        if not turn.ours:
            for signal in turn.entry.reading.all(SignalKind.QUESTION):
                waiting.append((len(found), turn))
                found.append(Asked(entry=turn.entry, signal=signal))
            waiting = waiting[-WATCHED:]
        elif waiting and not turn.holds:
            taken_up = _taken_up(turn, [found[place] for place, _ in waiting])
            for number, (place, asking) in enumerate(waiting):
                if number in taken_up:
                    found[place] = replace(found[place], answered=turn.entry)
                elif found[place].passed is None and turn.belongs_with(asking):
                    found[place] = replace(found[place], passed=turn.entry)
            waiting = [one for number, one in enumerate(waiting) if number not in taken_up]
    return tuple(found)


def _taken_up(turn: Turn, waiting: list[Asked]) -> tuple[int, ...]:
    reading = turn.entry.reading
    return answered([one.signal.sentence for one in waiting], reading.said, reading.quoted)
