"""How things stand: what a person asks first. Read from the store alone, with the same rules as a cycle."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailaide.core.decide import decide
from mailaide.core.duties import complaints
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.obligation import Obligation
from mailaide.core.project import Practice
from mailaide.ports import Store
from mailaide.steps.notes import BLIND, looked_at
from mailaide.steps.quarantine import Case, Quarantine
from mailaide.steps.recall import recall

EVERY = timedelta(minutes=5)
"""How often it is noted that an account was looked at: each note is a write to the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`looked_at` is exact to `EVERY`; `blind_since` is when it was last read, of one whose loss was told."""

    name: str
    looked_at: datetime | None
    blind_since: datetime | None
    left_out: Sequence[Case]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    accounts: Sequence[Account]
    complaints: Sequence[Obligation]
    """The open ones, the most pressing first."""

    drafts: Sequence[Intent]
    """Those that lie in Drafts untouched, oldest first."""

    unassigned: int
    """Messages that wait for the person to say of which project they are."""


def note_look(store: Store, account: str, now: datetime) -> None:
    """The account was read without a fault. Raises StoreError."""
    before = _instant(store.recalled(looked_at(account)))
    if before is None or not timedelta(0) <= now - before < EVERY:
        store.remember(looked_at(account), now.isoformat())


def status(store: Store, practice: Practice, accounts: Iterable[str], now: datetime) -> Status:
    """Raises StoreError."""
    blind = json.loads(store.recalled(BLIND) or "{}")
    waiting = store.unassigned()
    owed: list[Obligation] = []
    drafts: list[Intent] = []
    for project in practice.projects:
        dossier = recall(store, practice, project.key, waiting)
        owed += (one for one in decide(dossier, now=now).obligations if one.duty == complaints.NAME)
        drafts += (one for one in dossier.intents if one.kind is Kind.DRAFT and one.state is State.PLACED)
    return Status(
        accounts=tuple(
            Account(
                name=name,
                looked_at=_instant(store.recalled(looked_at(name))),
                blind_since=_instant(blind.get(name, "")),
                left_out=tuple(Quarantine(store, name).left_out()),
            )
            for name in accounts
        ),
        complaints=tuple(sorted(owed, key=lambda one: one.due)),
        drafts=tuple(sorted(drafts, key=lambda one: one.planned_at)),
        unassigned=len(waiting),
    )


def _instant(noted: str) -> datetime | None:
    return datetime.fromisoformat(noted) if noted else None
