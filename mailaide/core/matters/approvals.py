"""What we delivered or asked a yes for, and the client's answer to it. Silence is not a yes.

Nor are thanks, praise, payment or an out-of-office. A reminder of ours asks for the same yes again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import Signal, SignalKind

Verdict = Literal["yes", "no", "conditional", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One wait for a yes. `reminders` are our later mails that asked for it again; `delivery`: work was delivered;
    `asks`: a yes was asked for outright.
    """

    entry: Entry
    sentence: str
    delivery: bool
    asks: bool = True
    reminders: tuple[Entry, ...] = ()
    answer: Entry | None = None
    verdict: Verdict = ""


@once
def requests(dossier: Dossier) -> tuple[Request, ...]:
    """All requests of a dossier, oldest first."""
    found: list[Request] = []
    waiting: list[tuple[int, Turn]] = []
    for turn in turns(dossier):
        if turn.ours:
            opened = _opened(turn)
            if opened is None:
                continue
            again = [place for place, asking in waiting if not opened.delivery and turn.belongs_with(asking)]
            if again:
                last = found[again[-1]]
                found[again[-1]] = replace(last, asks=True, reminders=(*last.reminders, turn.entry))
            else:
                waiting.append((len(found), turn))
                found.append(opened)
        elif waiting and (verdict := _verdict(turn)):
            meant = [one for one in waiting if turn.belongs_with(one[1])] or waiting[-1:]
            for place, _ in meant:
                found[place] = replace(found[place], answer=turn.entry, verdict=verdict)
            waiting = [one for one in waiting if one not in meant]
    return tuple(found)


def _opened(turn: Turn) -> Request | None:
    delivered, asks = turn.signal(SignalKind.DELIVERY), turn.signal(SignalKind.APPROVAL_REQUEST)
    signal: Signal | None = asks or delivered
    if signal is None:
        return None
    return Request(entry=turn.entry, sentence=signal.sentence, delivery=delivered is not None, asks=asks is not None)


def _verdict(turn: Turn) -> Verdict:
    if turn.signal(SignalKind.CONDITIONAL_APPROVAL):
        return "conditional"
    if turn.signal(SignalKind.CHANGE):
        return "no"
    return "yes" if turn.signal(SignalKind.APPROVAL) else ""
