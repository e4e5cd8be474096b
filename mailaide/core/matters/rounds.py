"""Rounds of changes, not mails: what the client asks to be altered until we deliver it is one round.

A round that we never said was delivered ends with our next mail that says something.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.turns import turns
from mailaide.core.reading.signals import Signal, SignalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round. `requested` is the mail that opened it, `mails` are all that asked, `delivered` our answer in work."""

    number: int
    requested: Entry
    changes: tuple[Signal, ...]
    mails: tuple[Entry, ...]
    delivered: Entry | None = None


@once
def rounds(dossier: Dossier) -> tuple[Round, ...]:
    """All rounds of a dossier, in order."""
    found: list[Round] = []
    gathering = False
    for turn in turns(dossier):
        if turn.ours:
            if found and found[-1].delivered is None and turn.signal(SignalKind.DELIVERY):
                found[-1] = replace(found[-1], delivered=turn.entry)
            gathering = gathering and turn.holds
            continue
        changes = tuple(turn.entry.reading.all(SignalKind.CHANGE))
        if changes and gathering:
            last = found[-1]
            found[-1] = replace(last, changes=last.changes + changes, mails=(*last.mails, turn.entry))
        elif changes:
            found.append(Round(number=len(found) + 1, requested=turn.entry, changes=changes, mails=(turn.entry,)))
            gathering = True
    return tuple(found)
