"""Complaints as cases: what the client said, how often, and whether we answered.

The wait starts at the first unanswered complaint; repeats do not restart it, a holding reply does not end it, and
thanks never reopen it. An answer is a substantive message of ours to the client in a thread of the case, or, with
no reference to it, under the same subject later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from mailaide.core.dossier import CLIENTS_SIDE, Dossier, Entry
from mailaide.core.hearing import in_context
from mailaide.core.mail import Place
from mailaide.core.reading.signals import SignalKind
from mailaide.core.threads import base_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One wait for an answer to a complaint.

    `opened` is the first complaint, `repeats` the later ones, `held` our holding replies; `reopens` tells that an
    answered case broke out again, in the same thread and under a subject of that case.
    """

    opened: Entry
    repeats: tuple[Entry, ...] = ()
    held: tuple[Entry, ...] = ()
    answered: Entry | None = None
    reopens: bool = False

    @property
    def complaints(self) -> tuple[Entry, ...]:
        return (self.opened, *self.repeats)


def cases(dossier: Dossier) -> tuple[Case, ...]:
    """All cases of a dossier, oldest first; at most one, the last, is open."""
    found: list[Case] = []
    ours = {entry.id for entry in dossier.to_client()}
    for entry in in_context(dossier.entries):
        current = found[-1] if found and found[-1].answered is None else None
        if entry.by_machine:
            continue
        if entry.author in CLIENTS_SIDE and entry.signal(SignalKind.COMPLAINT):
            if current is not None:
                found[-1] = replace(current, repeats=(*current.repeats, entry))
            else:
                found.append(Case(opened=entry, reopens=any(_breaks_out_again(entry, old) for old in found)))
        elif entry.id in ours and current is not None and _answers(entry, current):
            if entry.signal(SignalKind.HOLDING_REPLY):
                found[-1] = replace(current, held=(*current.held, entry))
            else:
                found[-1] = replace(current, answered=entry)
    return tuple(found)


def open_case(dossier: Dossier) -> Case | None:
    """The complaint that waits for an answer now."""
    last = cases(dossier)[-1:]
    return last[0] if last and last[0].answered is None else None


def _breaks_out_again(entry: Entry, case: Case) -> bool:
    """A thread may run through a whole project: a new subject in it is a new matter."""
    of_case = [*case.complaints, *((case.answered,) if case.answered else ())]
    subjects = {base_subject(one.header.subject) for one in of_case}
    return any(entry.thread == one.thread for one in of_case) and base_subject(entry.header.subject) in subjects


def answered_places(dossier: Dossier, new: Collection[str]) -> Iterator[Place]:
    """Where the clients' messages lie that the `new` ones among ours answer, and that bear no mark of it yet."""
    for entry in dossier.to_client():
        answers = dossier.entry(entry.header.references[-1]) if entry.id in new and entry.header.references else None
        if answers is not None and answers.author in CLIENTS_SIDE and "\\Answered" not in answers.header.flags:
            yield answers.header.place


def _answers(entry: Entry, case: Case) -> bool:
    subject = base_subject(entry.header.subject)
    return any(
        entry.thread == complaint.thread
        or complaint.id in entry.header.references
        or (subject != "" and subject == base_subject(complaint.header.subject))  # no subject is not the same subject
        for complaint in case.complaints
    )
