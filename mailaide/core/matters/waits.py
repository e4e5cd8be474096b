"""The client's messages that wait for an answer: the net under every other matter.

Bare thanks and a plain yes expect none. A holding reply ends no wait, any other word of ours in that conversation does.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import Signal, SignalKind

WANTS = (
    SignalKind.COMPLAINT,
    SignalKind.MAYBE_COMPLAINT,
    SignalKind.PRICE_DISPUTE,
    SignalKind.QUESTION,
    SignalKind.CHANGE,
    SignalKind.CONDITIONAL_APPROVAL,
)
"""What shows that a message expects something, the gravest first."""

CONTENT = (SignalKind.THANKS, SignalKind.APPROVAL, SignalKind.FEE_ACCEPTED, SignalKind.DISPUTE_WITHDRAWN)
"""What alone in a message expects nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """A message of the client's without an answer. `signal` is what it wants, None when nothing in it says so."""

    entry: Entry
    signal: Signal | None = None


@once
def waits(dossier: Dossier) -> tuple[Wait, ...]:
    """What waits now, oldest first."""
    open_: dict[str, Wait] = {}
    alike: dict[str, set[str]] = defaultdict(set)
    for turn in turns(dossier):
        if not turn.ours:
            wait = _wait(turn)
            if wait is not None:
                open_[turn.entry.id] = wait
                for name in _names(turn):
                    alike[name].add(turn.entry.id)
        elif open_ and not turn.holds:
            ended = set(turn.entry.header.references).union(*(alike.pop(name, ()) for name in _names(turn)))
            for one in ended:
                open_.pop(one, None)
    return tuple(open_.values())


def _wait(turn: Turn) -> Wait | None:
    signals = turn.entry.reading.signals
    kinds = {one.kind for one in signals}
    wanted = next((kind for kind in WANTS if kind in kinds), None)
    if wanted is None and not kinds.isdisjoint(CONTENT):
        return None
    return Wait(entry=turn.entry, signal=next((one for one in signals if one.kind is wanted), None))


def _names(turn: Turn) -> list[str]:
    """What a message shares with its answer: the thread, and the subject if it has one."""
    return [f"thread {turn.entry.thread}", *([f"subject {turn.subject}"] if turn.subject else [])]
