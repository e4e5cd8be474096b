"""The letters that were decided on, in words: what is to be put, and what an earlier life of the store may have put.

A letter that cannot be written is a fault of its project; the others are written.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from mailaide.core import notices
from mailaide.core.dossier import Dossier
from mailaide.core.mail import Handle
from mailaide.core.matters.cases import to_mark
from mailaide.core.notices import Notice
from mailaide.core.obligation import Obligation, Plan, RaiseAlert, WithdrawDraft, WriteDraft
from mailaide.core.recovery import possible
from mailaide.errors import LetterError
from mailaide.ports import Letters
from mailaide.steps.intend import Written
from mailaide.steps.report import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What to do about one project, and which of the client's messages to mark as answered.

    `perhaps` is what an earlier life of the store may have written: it was due before and is not known to have been.
    """

    dossier: Dossier
    plan: Plan
    perhaps: tuple[Obligation, ...] = ()
    answered: tuple[Handle, ...] = ()

    @classmethod
    def of(cls, dossier: Dossier, plan: Plan, *, lost_before: datetime | None = None) -> Decided:
        """With only as much of dossier and plan as is acted on: those of all projects would fill the memory.

        `lost_before` is when the store was built anew, if it was: a letter that was due by then may have been put.
        """
        perhaps = _perhaps_put(dossier, plan, lost_before) if lost_before else ()
        owed = (*perhaps, *(one.obligation for one in plan.actions if not isinstance(one, WithdrawDraft)))
        told = {message for obligation in owed for message in obligation.evidence[:1] if obligation.urgent}
        return cls(
            dossier=dossier.abridged(told),
            plan=replace(plan, obligations=()),
            perhaps=perhaps,
            answered=to_mark(dossier),
        )

    @property
    def account(self) -> str:
        return self.dossier.project.account

    def drafts(self) -> Iterator[WriteDraft]:
        return (action for action in self.plan.actions if isinstance(action, WriteDraft))

    def withdrawals(self) -> Iterator[WithdrawDraft]:
        return (action for action in self.plan.actions if isinstance(action, WithdrawDraft))

    def timely(self) -> Iterator[str]:
        """The keys of what it is time to write about."""
        yield from (key for key, _ in self.plan.withheld)
        yield from (draft.obligation.key for draft in self.drafts())

    def alerts(self, written: Collection[str] | None = None) -> list[RaiseAlert]:
        """Those of the plan; with those that give a letter its time, when only these letters are put now."""
        leads = {key: draft.obligation.key for draft in self.drafts() for key in draft.obligation.keys}
        patient = self.plan.patient if written is not None else ()
        unwritten = (action for action in patient if leads.get(action.obligation.key) not in (written or ()))
        return [*(action for action in self.plan.actions if isinstance(action, RaiseAlert)), *unwritten]


@dataclass(slots=True)
class Letterbook:
    """Everything written, by the obligation's key. `perhaps` and `lost` are as in `intend.Work`."""

    written: dict[str, Written] = field(default_factory=dict)
    perhaps: list[Written] = field(default_factory=list)
    lost: dict[str, Notice] = field(default_factory=dict)
    unwritable: dict[str, Fault] = field(default_factory=dict)


def write(decided: Iterable[Decided], letters: Letters, *, held: Collection[str]) -> Letterbook:
    """What these plans ask for, but for the `held` ones."""
    book = Letterbook()
    for one in decided:
        keys = {owed.key for owed in one.perhaps}
        for action in one.drafts():
            if action.obligation.key not in held and keys.isdisjoint(action.obligation.keys):
                book.written |= {done.action.obligation.key: done for done in _written(action, letters, book)}
        withheld = dict(one.plan.withheld)
        book.lost |= {owed.key: notices.lost(owed, one.dossier) for owed in one.perhaps if owed.key not in withheld}
        for candidate in possible(one.perhaps):
            if candidate.letter is not None:
                action = WriteDraft(obligation=candidate, letter=candidate.letter)
                book.perhaps += _written(action, letters, book)
    return book


def _perhaps_put(dossier: Dossier, plan: Plan, lost_before: datetime) -> tuple[Obligation, ...]:
    """What was due before and is not known to have been written, also what is not its turn now."""
    known = {key for draft in dossier.drafts() for key in draft.keys}
    owed = plan.obligations
    return tuple(one for one in owed if one.letter and one.draft_at <= lost_before and one.key not in known)


def _written(action: WriteDraft, letters: Letters, book: Letterbook) -> Iterator[Written]:
    try:
        yield Written(action=action, rendered=letters.render(action.letter))
    except LetterError as error:
        book.unwritable[action.obligation.key] = Fault(where=action.obligation.project, error=error)
