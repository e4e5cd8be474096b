"""An action made durable before it is tried: one message to be put in one folder, exactly once.

A draft goes to Drafts, an alert to the person's own INBOX; both take the same road. An intent is looked for in
the mailbox before each attempt, by the Message-ID it was given, and its bytes never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mailaide.core.mail import Place


class Kind(StrEnum):
    DRAFT = "draft"
    ALERT = "alert"


class State(StrEnum):
    """How far an intent has come. The first two are open, the next two lie in Drafts; the others are for good."""

    PLANNED = "planned"
    ATTEMPTED = "attempted"
    """APPEND was begun and its answer is not known."""

    PLACED = "placed"
    """It lies in its folder as we wrote it."""

    SUPERSEDED = "superseded"
    """The person changed it; it is theirs, and is watched only to learn what becomes of it."""

    SENT = "sent"
    DISCARDED = "discarded"
    """The person deleted it; it is not written again unasked."""

    WITHDRAWING = "withdrawing"
    """It is being taken back, and the mailbox has not told yet whether it is gone."""

    WITHDRAWN = "withdrawn"
    """We took it back untouched, because its reason was gone."""

    COVERED = "covered"
    """An alert that was told inside another one, and is not placed by itself."""


OPEN = frozenset({State.PLANNED, State.ATTEMPTED})
LYING = frozenset({State.PLACED, State.SUPERSEDED, State.WITHDRAWING})
"""The person finds it in Drafts, as far as is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """One message to place.

    `key` names the obligation (for an alert: and its rung), `covers` those that are told in the same letter, and
    `revision` counts rewritings of it. `answers` is the
    Message-ID of the mail it replies to; `anchor` is the opaque id of ours that opens the References of a new
    conversation; one of the two is always set for a draft. `uidvalidity` is that of `folder` when it was planned;
    whatever lies below `uidnext` was there before us and is not looked at. It is 1 for what an earlier life of the
    store may have placed already.
    """

    kind: Kind
    key: str
    covers: tuple[str, ...] = ()
    revision: int = 0
    message_id: str
    account: str
    project: str
    duty: str
    answers: str = ""
    anchor: str = ""
    raw: bytes
    because: str
    evidence: tuple[str, ...] = ()
    due: datetime
    facts: tuple[tuple[str, str], ...] = ()
    """Drafts only: what the letter rests on, as `letter.facts` tells it."""

    folder: str
    uidvalidity: int
    uidnext: int
    planned_at: datetime
    state: State = State.PLANNED
    attempts: int = 0
    attempted_at: datetime | None = None
    placed: Place | None = None
    """Where it lies, or a person's version of it; None while it is missed, from `settled_at` on."""

    settled_at: datetime | None = None
    announced: bool = False
    """Alerts only: the push channels were told (or there are none)."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Of everything it is for."""
        return (self.key, *self.covers)

    @property
    def thread(self) -> str:
        """The Message-ID of what it answers, or the one that opens its own conversation."""
        return self.answers or self.anchor

    @property
    def refused(self) -> bool:
        """The server had no room for it when it was tried, at `attempted_at`."""
        return self.state is State.PLANNED and self.attempted_at is not None

    @property
    def missed(self) -> bool:
        """It lay in Drafts and is not found there any more; for a day that may mean that it is on its way."""
        return self.kind is Kind.DRAFT and self.state in LYING and self.placed is None

    @property
    def watched(self) -> bool:
        """Whether the mailbox or the push channels may still change what it has come to."""
        if self.kind is Kind.DRAFT:
            return self.state in OPEN | LYING
        # Tried more than once, it may turn up twice; `placing` sets `attempts` back when that time is over.
        return self.state in OPEN or (self.state is State.PLACED and (not self.announced or self.attempts > 1))
