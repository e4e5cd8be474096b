"""Rounds of changes, not mails: what the client asks to be altered until we deliver it is one round.

What is wished for before anything was shown belongs to the order. A round that we never said was delivered ends with
our next mail that says something; not for who then complains, for they still wait for it. What is asked of work that
has its yes is a change of mind, and no round; nor is what we put right and call none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time

from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.matters.approvals import requests
from mailaide.core.matters.turns import turns
from mailaide.core.reading.signals import Signal, SignalKind

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round. `requested` is the mail that opened it, `mails` are all that asked, `delivered` our answer in work."""

    number: int
    requested: Entry
    changes: tuple[Signal, ...]
    mails: tuple[Entry, ...]
    delivered: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondThought:
    """A change of what the client had said yes to: `agreed` is that yes."""

    entry: Entry
    changes: tuple[Signal, ...]
    agreed: Entry


class _Gathering:
    """A round as far as it is known."""

    __slots__ = ("changes", "delivered", "mails")

    def __init__(self) -> None:
        self.changes: list[Signal] = []
        self.mails: list[Entry] = []
        self.delivered: Entry | None = None

    def told(self, number: int) -> Round:
        return Round(
            number=number,
            requested=self.mails[0],
            changes=tuple(self.changes),
            mails=tuple(self.mails),
            delivered=self.delivered,
        )


@once
def rounds(dossier: Dossier) -> tuple[Round, ...]:
    """All rounds of a dossier, in order."""
    found: list[_Gathering] = []
    gathering, shown = False, _first_shown(dossier)
    later = {one.entry.id for one in second_thoughts(dossier)}
    for turn in turns(dossier):
        if turn.ours:
            if found and found[-1].delivered is None and turn.signal(SignalKind.DELIVERY):
                if turn.signal(SignalKind.NOT_COUNTED):
                    found.pop()
                else:
                    found[-1].delivered = turn.entry
            gathering = gathering and turn.holds
            continue
        if turn.signal(SignalKind.CHANGE) is None or turn.id in later or turn.at < shown:
            continue
        if not gathering and not (found and found[-1].delivered is None and turn.signal(SignalKind.COMPLAINT)):
            found.append(_Gathering())
        gathering = True
        found[-1].changes += turn.entry.reading.all(SignalKind.CHANGE)
        found[-1].mails.append(turn.entry)
    return tuple(one.told(number) for number, one in enumerate(found, start=1))


def _first_shown(dossier: Dossier) -> datetime:
    """When the client first had something to be altered: by a mail of ours, or by a milestone that was reached."""
    day, zone = datetime.combine, dossier.person.zone
    reached = (day(one.done, time.min, zone) for one in dossier.project.milestones if one.done is not None)
    return min([*reached, *(one.entry.at for one in requests(dossier))], default=NEVER)


@once
def second_thoughts(dossier: Dossier) -> tuple[SecondThought, ...]:
    """Changes of what was shown and has its yes, while nothing else was shown since."""
    asked = requests(dossier)
    shown = {one.entry.id for one in asked}
    agreed = {one.answer.id for one in asked if one.delivery and one.verdict == "yes" and one.answer is not None}
    found, settled = [], None
    for turn in turns(dossier) if agreed else ():
        if turn.ours:
            settled = None if turn.id in shown else settled
        elif turn.id in agreed:
            settled = turn.entry
        elif settled is not None and turn.signal(SignalKind.CHANGE):
            changes = tuple(turn.entry.reading.all(SignalKind.CHANGE))
            found.append(SecondThought(entry=turn.entry, changes=changes, agreed=settled))
    return tuple(found)
