"""What we delivered or asked a yes for, and the client's answer to it. Silence is not a yes.

Nor are thanks, praise, payment or an out-of-office. A reminder of ours asks for the same yes again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import Signal, SignalKind

WATCHED = 20
"""Requests that are waited for at a time, the newest: nobody says yes to what came before that."""

CARRIED_OUT = timedelta(days=7)
"""How soon after a yes to work the next delivery is the same work, made final."""

Verdict = Literal["yes", "no", "conditional", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One wait for a yes.

    What is delivered right after a yes carries it out and needs no second one: its `answer` is the yes from before.
    `reminders` are our later mails that asked for it again; `delivery`: work was delivered; `asks`: a yes was asked
    for outright.
    """

    entry: Entry
    sentence: str
    delivery: bool
    asks: bool = True
    reminders: tuple[Entry, ...] = ()
    answer: Entry | None = None
    verdict: Verdict = ""


class _Waiting:
    """A request as far as it is known, with our message that made it."""

    __slots__ = ("answer", "asks", "delivery", "reminders", "sentence", "turn", "verdict")

    def __init__(self, turn: Turn, delivered: Signal | None, asks: Signal | None) -> None:
        signal = asks or delivered
        self.turn = turn
        self.sentence = signal.sentence if signal else ""
        self.delivery, self.asks = delivered is not None, asks is not None
        self.reminders: list[Entry] = []
        self.answer: Entry | None = None
        self.verdict: Verdict = ""

    def told(self) -> Request:
        return Request(
            entry=self.turn.entry,
            sentence=self.sentence,
            delivery=self.delivery,
            asks=self.asks,
            reminders=tuple(self.reminders),
            answer=self.answer,
            verdict=self.verdict,
        )


@once
def requests(dossier: Dossier) -> tuple[Request, ...]:
    """All requests of a dossier, oldest first."""
    found: list[_Waiting] = []
    waiting: list[_Waiting] = []
    yes: Turn | None = None
    for turn in turns(dossier):
        if turn.ours:
            delivered, asks = turn.signal(SignalKind.DELIVERY), turn.signal(SignalKind.APPROVAL_REQUEST)
            again = _reminded(waiting, turn) if asks and not delivered else None
            if again:
                again.reminders.append(turn.entry)
                again.asks = True
            elif delivered or asks:
                new = _Waiting(turn, delivered, asks)
                found.append(new)
                if yes is not None and not asks and turn.at <= yes.at + CARRIED_OUT:
                    new.answer, new.verdict = yes.entry, _verdict(yes)
                else:
                    waiting = [*waiting[-WATCHED:], new]
                yes = None
        elif verdict := _verdict(turn):
            here = [one for one in waiting if turn.belongs_with(one.turn)]
            meant = here or (waiting[-1:] if turn.by_client else [])
            for one in meant:
                one.answer, one.verdict = turn.entry, verdict
            waiting = [one for one in waiting if one.answer is None]
            yes = turn if verdict != "no" and any(one.delivery for one in meant) else None
    return tuple(one.told() for one in found)


def _reminded(waiting: list[_Waiting], turn: Turn) -> _Waiting | None:
    return next((one for one in reversed(waiting) if turn.belongs_with(one.turn)), None)


def _verdict(turn: Turn) -> Verdict:
    """Of a conditional yes, changes and a yes, the first that it says."""
    found: Verdict = ""
    for signal in turn.signals:  # in one pass: it is asked of every mail of the client's
        if signal.kind is SignalKind.CONDITIONAL_APPROVAL:
            return "conditional"
        if signal.kind is SignalKind.CHANGE:
            found = "no"
        elif signal.kind is SignalKind.APPROVAL and not found:
            found = "yes"
    return found
