"""Complaints as cases: what the client said, how often, and whether we answered.

The wait starts at the first unanswered complaint; repeats do not restart it, a holding reply does not end it, and
thanks never reopen it. An answer is a substantive message of ours to the client in a thread of the case, or, with
no reference to it, under the same subject later; or a mark of the person's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mailaide.core.dossier import CLIENTS_SIDE, Dossier, Entry
from mailaide.core.mail import ANSWERED, Header
from mailaide.core.marks import CLOSING, Mark
from mailaide.core.reading.signals import SignalKind
from mailaide.core.threads import base_subject


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


def cases(dossier: Dossier) -> tuple[Case, ...]:
    """All cases of a dossier, oldest first; at most one, the last, is open."""
    found: list[Case] = []
    ours = {entry.id for entry in dossier.to_client()}
    for event in _in_time(dossier):
        current = found[-1] if found and not found[-1].closed else None
        if isinstance(event, Mark):
            if current is not None and _is_about(event, current, dossier):
                found[-1] = replace(current, marked=event)
        elif event.by_machine:
            continue
        elif event.author in CLIENTS_SIDE and event.signal(SignalKind.COMPLAINT):
            if current is not None:
                found[-1] = replace(current, repeats=(*current.repeats, event))
            else:
                found.append(Case(opened=event, reopens=any(_breaks_out_again(event, old) for old in found)))
        elif event.id in ours and current is not None and _answers(event, current):
            if event.signal(SignalKind.HOLDING_REPLY):
                found[-1] = replace(current, held=(*current.held, event))
            else:
                found[-1] = replace(current, answered=event)
    return tuple(found)


def open_case(dossier: Dossier) -> Case | None:
    """The complaint that waits for an answer now."""
    last = cases(dossier)[-1:]
    return last[0] if last and not last[0].closed else None


def key(case: Case, dossier: Dossier) -> str:
    """The key of what a case makes us owe."""
    return f"complaints/{dossier.project.key}/{case.opened.id}"


def _in_time(dossier: Dossier) -> list[Entry | Mark]:
    """Messages and closing marks in order of time; what came in the same instant was known to the person."""
    marks = [mark for mark in dossier.marks if mark.kind in CLOSING]
    return sorted((*dossier.entries, *marks), key=_instant)


def _instant(event: Entry | Mark) -> datetime:
    return event.at


def _is_about(mark: Mark, case: Case, dossier: Dossier) -> bool:
    if mark.about in {dossier.project.key, key(case, dossier)}:
        return True
    marked = dossier.entry(mark.about)
    return marked is not None and any(marked.thread == one.thread for one in case.complaints)


def _breaks_out_again(entry: Entry, case: Case) -> bool:
    """A thread may run through a whole project: a new subject in it is a new matter."""
    of_case = [*case.complaints, *((case.answered,) if case.answered else ())]
    subjects = {base_subject(one.header.subject) for one in of_case}
    return any(entry.thread == one.thread for one in of_case) and base_subject(entry.header.subject) in subjects


def to_mark(dossier: Dossier) -> tuple[Header, ...]:
    """The clients' messages that we have answered and that bear no mark of it, as far as is known."""
    answered = (dossier.entry(entry.header.references[-1]) for entry in dossier.to_client() if entry.header.references)
    theirs = [one for one in answered if one is not None and one.author in CLIENTS_SIDE]
    return tuple(dict.fromkeys(one.header for one in theirs if ANSWERED not in one.header.flags))


def _answers(entry: Entry, case: Case) -> bool:
    subject = base_subject(entry.header.subject)
    return any(
        entry.thread == complaint.thread
        or complaint.id in entry.header.references
        or (subject != "" and subject == base_subject(complaint.header.subject))  # no subject is not the same subject
        for complaint in case.complaints
    )
