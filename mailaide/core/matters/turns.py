"""Whose turn it was: every message that passed between people, theirs and ours, oldest first.

Left out is what neither side said to the other: machines, forged mail, ours to strangers, what was not delivered.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mailaide.core.dossier import CLIENTS_SIDE, Author, Dossier, Entry, once
from mailaide.core.matching.threads import base_subject
from mailaide.core.reading.signals import Signal, SignalKind


class Turn:
    """One message in its place: `ours` reached the client, the others came from the client's side.

    `holds`: it only says that an answer will follow. `resolves`: the client says in it, and asks nothing, that what it
    is about has been settled by itself. A plain class that has at hand what is asked most, because each look makes one
    for each message.
    """

    __slots__ = ("at", "entry", "holds", "id", "ours", "references", "resolves", "signals", "subject", "thread")

    def __init__(self, entry: Entry, *, ours: bool) -> None:
        header = entry.message.header
        self.entry, self.ours, self.at = entry, ours, header.received_at
        self.id, self.thread, self.references = header.message_id, entry.thread, header.references
        self.subject = _subject(header.subject)
        self.signals = entry.reading.signals
        self.holds = ours and self.signal(SignalKind.HOLDING_REPLY) is not None
        settled = not ours and self.signal(SignalKind.RESOLVED) is not None
        self.resolves = settled and self.by_client and self.signal(SignalKind.QUESTION) is None

    def signal(self, kind: SignalKind) -> Signal | None:
        for signal in self.signals:
            if signal.kind is kind:
                return signal
        return None

    @property
    def by_client(self) -> bool:
        """Whether an address of the client's wrote it: outside its conversation nobody else's yes or no is theirs."""
        return self.entry.author is Author.CLIENT

    def belongs_with(self, other: Turn) -> bool:
        """Whether both lie in one thread, or this one refers to the other or bears its subject."""
        return (
            self.thread == other.thread
            or (self.subject != "" and self.subject == other.subject)  # no subject is not the same subject
            or other.id in self.references
        )


@once
def turns(dossier: Dossier) -> tuple[Turn, ...]:
    """The conversation between us and the client."""
    ours, found = {entry.id for entry in dossier.to_client()}, []
    for entry in dossier.entries:
        is_ours = entry.message.header.message_id in ours
        if (is_ours or entry.author in CLIENTS_SIDE) and not entry.reading.machine:
            found.append(Turn(entry, ours=is_ours))
    return tuple(found)


@once
def back_on(dossier: Dossier) -> date | None:
    """When the client is back who is away, as their automatic reply says, and who has not written since."""
    told = None
    for entry in dossier.entries:
        if entry.author in CLIENTS_SIDE:
            told = entry.reading.back_on if entry.by_machine else None
    return told


_subject = lru_cache(maxsize=4096)(base_subject)
