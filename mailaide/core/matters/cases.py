"""Complaints as cases: what the client said, how often, and whether we answered.

The wait starts at the first unanswered complaint; repeats do not restart it, thanks never reopen it. A real answer of
ours closes it, no holding reply and no blame alone; so does the person's mark, or the client's word that it has been
resolved. Who is not listed is heard in a conversation with the client only: a stranger's mail opens no case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mailaide.core.dossier import CLIENTS_SIDE, Dossier, Entry, once
from mailaide.core.mail import ANSWERED, Handle
from mailaide.core.marks import CLOSING, Mark
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import SignalKind

HELPS = (SignalKind.PROMISE, SignalKind.DELIVERY, SignalKind.MET, SignalKind.APPROVAL_REQUEST)
"""What makes more of a reply than blame."""


NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One wait for an answer to a complaint.

    `opened` is the first complaint, `repeats` the later ones, `held` our holding replies, `blamed` those that only put
    the fault on the client. It is closed by what `answered` it, by the person's mark, or by the client's mail that
    calls it `resolved`. `reopens`: a closed case broke out again, in the same thread and under a subject of that case.
    """

    opened: Entry
    repeats: tuple[Entry, ...] = ()
    held: tuple[Entry, ...] = ()
    blamed: tuple[Entry, ...] = ()
    answered: Entry | None = None
    marked: Mark | None = None
    resolved: Entry | None = None
    reopens: bool = False

    @property
    def complaints(self) -> tuple[Entry, ...]:
        return (self.opened, *self.repeats)

    @property
    def closed(self) -> bool:
        return self.answered is not None or self.marked is not None or self.resolved is not None


class _Running:
    """A case as far as it is known, with the client's messages that it is made of."""

    __slots__ = ("answered", "blamed", "held", "marked", "reopens", "resolved", "turns")

    def __init__(self, turn: Turn, *, reopens: bool) -> None:
        self.turns = [turn]
        self.held: list[Entry] = []
        self.blamed: list[Entry] = []
        self.answered: Entry | None = None
        self.marked: Mark | None = None
        self.resolved: Entry | None = None
        self.reopens = reopens

    def holds(self, turn: Turn) -> bool:
        """Whether a message belongs to a conversation of it."""
        return any(turn.belongs_with(complaint) for complaint in self.turns)

    def ends(self, turn: Turn) -> bool:
        """Whether a message of its conversation closes it; what came of it is noted either way."""
        if not turn.ours:
            self.resolved = turn.entry if turn.resolves else None
        elif turn.holds:
            self.held.append(turn.entry)
        elif _only_blames(turn):
            self.blamed.append(turn.entry)
        else:
            self.answered = turn.entry
        return self.answered is not None or self.resolved is not None

    def told(self) -> Case:
        opened, *repeats = (turn.entry for turn in self.turns)
        return Case(
            opened=opened,
            repeats=tuple(repeats),
            held=tuple(self.held),
            blamed=tuple(self.blamed),
            answered=self.answered,
            marked=self.marked,
            resolved=self.resolved,
            reopens=self.reopens,
        )


@once
def cases(dossier: Dossier) -> tuple[Case, ...]:
    """All cases of a dossier, oldest first; at most one, the last, is open."""
    found: list[_Running] = []
    running: _Running | None = None
    closed: set[tuple[str, str]] = set()
    begun = _with_the_client(dossier)
    for event in _in_time(dossier):
        if isinstance(event, Mark):
            if running is not None and _is_about(event, running, dossier):
                running.marked = event
                closed |= _places(running.turns)
                running = None
        elif not event.ours and event.at >= begun.get(event.thread, NEVER) and event.signal(SignalKind.COMPLAINT):
            if running is not None:
                running.turns.append(event)
            else:
                running = _Running(event, reopens=(event.entry.thread, event.subject) in closed)
                found.append(running)
        elif running is not None and running.holds(event) and running.ends(event):
            closed |= _places([*running.turns, event])
            running = None
    return tuple(one.told() for one in found)


def _with_the_client(dossier: Dossier) -> Mapping[str, datetime]:
    """Since when the client takes part in each conversation."""
    theirs = [one for one in turns(dossier) if one.ours or one.by_client or dossier.passed_with_client(one.entry)]
    return {turn.thread: turn.at for turn in reversed(theirs)}


def open_case(dossier: Dossier) -> Case | None:
    """The complaint that waits for an answer now."""
    last = cases(dossier)[-1:]
    return last[0] if last and not last[0].closed else None


def key(case: Case, dossier: Dossier) -> str:
    """The key of what a case makes us owe."""
    return _key(case.opened, dossier)


def _key(opened: Entry, dossier: Dossier) -> str:
    return f"complaints/{dossier.project.key}/{opened.id}"


def _only_blames(turn: Turn) -> bool:
    """It puts the fault on the client, and does, promises and asks nothing."""
    blames = any(one.blames for one in turn.entry.reading.said)
    return blames and not any(turn.signal(kind) for kind in HELPS)


def _in_time(dossier: Dossier) -> Sequence[Turn | Mark]:
    """Messages and closing marks in order of time; what came in the same instant was known to the person."""
    marks = [mark for mark in dossier.marks if mark.kind in CLOSING]
    if not marks:
        return turns(dossier)
    return sorted((*turns(dossier), *marks), key=lambda event: event.at)


def _is_about(mark: Mark, running: _Running, dossier: Dossier) -> bool:
    if mark.about in {dossier.project.key, _key(running.turns[0].entry, dossier)}:
        return True
    marked = dossier.entry(mark.about)
    return marked is not None and any(marked.thread == one.entry.thread for one in running.turns)


def _places(of_case: Sequence[Turn]) -> set[tuple[str, str]]:
    """Where a case may break out again. A thread may run through a whole project: a new subject is a new matter."""
    subjects = {turn.subject for turn in of_case}
    return {(thread, subject) for thread in {turn.thread for turn in of_case} for subject in subjects}


def to_mark(dossier: Dossier) -> tuple[Handle, ...]:
    """The clients' messages that we have answered and that bear no mark of it, as far as is known."""
    answered = (dossier.entry(entry.header.references[-1]) for entry in dossier.to_client() if entry.header.references)
    theirs = [one for one in answered if one is not None and one.author in CLIENTS_SIDE]
    return tuple(dict.fromkeys(one.header.handle for one in theirs if ANSWERED not in one.header.flags))
