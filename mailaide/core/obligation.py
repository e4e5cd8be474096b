"""What is owed to a client, and the plan of what to do about it now.

Each value says `because`: a sentence a person can check against their own mail. `evidence` are Message-IDs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mailaide.core.intent import Intent
from mailaide.core.letter import Letter
from mailaide.core.worktime import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of the ladder of alerts: its name ("due") and its instant."""

    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing owed. The key stays the same as long as the reason does, also in a rebuilt store.

    The draft is wanted from `draft_at`. `letter` is None when nothing safe can be written. `facts` are what an alert
    tells the person in their own language; `because` says the same in one English sentence for logs and reports.
    """

    duty: str
    project: str
    key: str
    since: datetime
    due: datetime
    because: str
    evidence: tuple[str, ...] = ()
    thread: str = ""
    draft_at: datetime
    letter: Letter | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    alerts: tuple[Rung, ...] = ()
    patience: Span | None = None
    """How long the draft lies before an alert: what nobody asked for is no alarm in the minute it was written."""

    revise_at: datetime | None = None
    """The next instant at which the letter would read differently though no mail came."""

    lapses_at: datetime | None = None
    """When it ends by itself though nothing happens, or None."""

    lasting: bool = False
    """Does not grow old: an untold fee is to be told whenever that is noticed."""

    urgent: bool = False
    """Goes before, and alone: nothing else is drafted for the project while it is open."""

    at_once: bool = False
    """Told even while something urgent is open: it is about mail that went wrong, and nothing is written about it."""

    covers: tuple[str, ...] = ()
    """Keys of the obligations whose letter is told in this one's."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, *self.covers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that a letter rests on, as it was when the letter was written and as it is now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteDraft:
    """Put a draft for this obligation into Drafts."""

    obligation: Obligation
    letter: Letter
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDraft:
    """Take back a draft whose reason is gone, if nobody touched it."""

    intent: Intent
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseAlert:
    """Tell the person. `key` is the obligation's with the rung, so each rung is raised once.

    `changes` are told of a draft that the person works on and that must not be touched any more.
    """

    obligation: Obligation
    rung: Rung
    changes: tuple[Change, ...] = ()
    also: tuple[RaiseAlert, ...] = ()
    """What the same letter tells besides, and has come to its time at the same instant: told inside this one."""

    @property
    def key(self) -> str:
        return f"{self.obligation.key}#{self.rung.name}"

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, *(one.key for one in self.also))


Action = WriteDraft | WithdrawDraft | RaiseAlert


class Withheld(StrEnum):
    """Why a letter is not put though it is time."""

    BACKLOG = "backlog"
    """What it is about began too long ago."""

    IN_WORK = "in work"
    """The person is at work on another letter to the client."""

    LIMIT = "limit"
    """As many drafts were written today as may be."""

    WEEK = "week"
    """The client has had as many letters this week as they may get."""

    LETTER = "letter"
    """It cannot be written: its template is broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What `decide` answers for one project: everything owed, what to do now, and when to ask again.

    `wake_at` is the next instant at which the answer could differ though no mail came; None means never.
    """

    project: str
    obligations: tuple[Obligation, ...] = ()
    actions: tuple[Action, ...] = ()
    withheld: tuple[tuple[str, Withheld], ...] = ()
    """Keys of obligations whose letter is not written though it is time, each with the reason."""

    patient: tuple[RaiseAlert, ...] = ()
    """Alerts that give the letters of this plan their time; raised at once where such a letter is not put."""

    follows: tuple[str, ...] = ()
    """Keys of what the letters will tell that are written once the drafts of this plan are taken back."""

    wake_at: datetime | None = None
