"""Fees that the client contests, until the client accepts or takes it back.

Our answer alone settles nothing: it is the client who says whether it is good so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import Signal, SignalKind

SETTLES = (SignalKind.DISPUTE_WITHDRAWN, SignalKind.FEE_ACCEPTED, SignalKind.APPROVAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One dispute. `settled` is the client's mail that ends it; `withdrawn` tells that they own up to an error."""

    entry: Entry
    signal: Signal
    repeats: tuple[Entry, ...] = ()
    settled: Entry | None = None
    withdrawn: bool = False


@once
def disputes(dossier: Dossier) -> tuple[Dispute, ...]:
    """All disputes of a dossier, oldest first; at most one, the last, is open."""
    found: list[Dispute] = []
    answered = False
    for turn in turns(dossier):
        if turn.ours:
            answered = answered or not turn.holds
            continue
        contested, running = turn.signal(SignalKind.PRICE_DISPUTE), bool(found and found[-1].settled is None)
        if running and answered and _settles(turn):
            withdrawn = turn.signal(SignalKind.DISPUTE_WITHDRAWN) is not None
            found[-1] = replace(found[-1], settled=turn.entry, withdrawn=withdrawn)
        elif contested and running:
            found[-1] = replace(found[-1], repeats=(*found[-1].repeats, turn.entry))
        elif contested:
            found.append(Dispute(entry=turn.entry, signal=contested))
            answered = False
    return tuple(found)


@once
def contested(dossier: Dossier) -> frozenset[str]:
    """The mails of the dispute that is open."""
    last = disputes(dossier)[-1:]
    open_ = [entry for one in last if one.settled is None for entry in (one.entry, *one.repeats)]
    return frozenset(entry.id for entry in open_)


def _settles(turn: Turn) -> bool:
    """Thanks for our answer, or a yes to it; not beside the same protest once more."""
    if turn.signal(SignalKind.DISPUTE_WITHDRAWN):
        return True
    if turn.signal(SignalKind.PRICE_DISPUTE) or turn.signal(SignalKind.COMPLAINT):
        return False
    return any(turn.signal(kind) for kind in (*SETTLES, SignalKind.THANKS))
