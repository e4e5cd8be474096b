"""Complaints as cases: what the client said, how often, and whether we answered.

The wait starts at the first unanswered complaint; repeats do not restart it, a holding reply does not end it, and
thanks never reopen it. An answer is a substantive message of ours to the client in a thread of the case, or, with
no reference to it, under the same subject later; or a mark of the person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mailaide.core.dossier import CLIENTS_SIDE, Dossier, Entry, once
from mailaide.core.mail import ANSWERED, Handle
from mailaide.core.marks import CLOSING, Mark
from mailaide.core.matters.turns import Turn, turns
from mailaide.core.reading.signals import SignalKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One wait for an answer to a complaint.

    `opened` is the first complaint, `repeats` the later ones, `held` our holding replies; it is closed by what
    `answered` it or by the person's mark. `reopens` tells that a closed case broke out again, in the same thread and
    under a subject of that case.
    """

    opened: Entry
    repeats: tuple[Entry, ...] = ()
    held: tuple[Entry, ...] = ()
    answered: Entry | None = None
    marked: Mark | None = None
    reopens: bool = False

    @property
    def complaints(self) -> tuple[Entry, ...]:
        return (self.opened, *self.repeats)

    @property
    def closed(self) -> bool:
        return self.answered is not None or self.marked is not None


@once
def cases(dossier: Dossier) -> tuple[Case, ...]:
    """All cases of a dossier, oldest first; at most one, the last, is open."""
    found: list[Case] = []
    waiting: list[Turn] = []
    closed: set[tuple[str, str]] = set()
    for event in _in_time(dossier):
        if isinstance(event, Mark):
            if waiting and _is_about(event, found[-1], dossier):
                found[-1] = replace(found[-1], marked=event)
                closed |= _places(waiting)
                waiting = []
        elif not event.ours:
            if event.signal(SignalKind.COMPLAINT):
                if waiting:
                    found[-1] = replace(found[-1], repeats=(*found[-1].repeats, event.entry))
                else:
                    again = (event.entry.thread, event.subject) in closed
                    found.append(Case(opened=event.entry, reopens=again))
                waiting.append(event)
        elif any(event.belongs_with(complaint) for complaint in waiting):
            if event.holds:
                found[-1] = replace(found[-1], held=(*found[-1].held, event.entry))
            else:
                found[-1] = replace(found[-1], answered=event.entry)
                closed |= _places([*waiting, event])
                waiting = []
    return tuple(found)


def open_case(dossier: Dossier) -> Case | None:
    """The complaint that waits for an answer now."""
    last = cases(dossier)[-1:]
    return last[0] if last and not last[0].closed else None


def key(case: Case, dossier: Dossier) -> str:
    """The key of what a case makes us owe."""
    return f"complaints/{dossier.project.key}/{case.opened.id}"


def _in_time(dossier: Dossier) -> Sequence[Turn | Mark]:
    """Messages and closing marks in order of time; what came in the same instant was known to the person."""
    marks = [mark for mark in dossier.marks if mark.kind in CLOSING]
    if not marks:
        return turns(dossier)
    return sorted((*turns(dossier), *marks), key=lambda event: event.at)


def _is_about(mark: Mark, case: Case, dossier: Dossier) -> bool:
    if mark.about in {dossier.project.key, key(case, dossier)}:
        return True
    marked = dossier.entry(mark.about)
    return marked is not None and any(marked.thread == one.thread for one in case.complaints)


def _places(of_case: Sequence[Turn]) -> set[tuple[str, str]]:
    """Where a case may break out again. A thread may run through a whole project: a new subject is a new matter."""
    subjects = {turn.subject for turn in of_case}
    return {(thread, subject) for thread in {turn.entry.thread for turn in of_case} for subject in subjects}


def to_mark(dossier: Dossier) -> tuple[Handle, ...]:
    """The clients' messages that we have answered and that bear no mark of it, as far as is known."""
    answered = (dossier.entry(entry.header.references[-1]) for entry in dossier.to_client() if entry.header.references)
    theirs = [one for one in answered if one is not None and one.author in CLIENTS_SIDE]
    return tuple(dict.fromkeys(one.header.handle for one in theirs if ANSWERED not in one.header.flags))
