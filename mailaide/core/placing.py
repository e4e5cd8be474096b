"""One intent, exactly once: what to do next, from what lies in the mailbox.

Look first, then try; try again only after the settle time, because an APPEND whose answer was lost may still land.
Whatever a person may have touched is theirs. A vanished draft alone proves nothing: it is sent or deleted only
when it lies in Sent or Trash, and discarded only when it has been gone for a day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mailaide.core.intent import OPEN, Intent, Kind, State
from mailaide.core.mail import Place, Role

SETTLE = timedelta(minutes=10)
GONE_FOR_GOOD = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A message found in the mailbox that may be an intent of ours, or what a person made of it.

    `digest` is that of its bytes, fetched only for a message that bears our Message-ID; empty otherwise.
    """

    place: Place
    role: Role
    message_id: str
    references: tuple[str, ...]
    draft: bool
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """The intent has come to this; `twins` are byte-identical copies to remove."""

    intent: Intent
    twins: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """APPEND it now; `intent` is to be saved first."""

    intent: Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Nothing to do before the next look."""


Step = Settle | Attempt | Leave


def digest(raw: bytes) -> str:
    """What two copies of one message have in common, whatever line ends a server keeps.

    The Date header is left out: a store that was built anew writes the same draft with another one.
    """
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    undated = [line for line in head.split(b"\n") if not line.lower().startswith(b"date:")]
    return hashlib.sha256(b"\n".join(undated) + b"\n\n" + body).hexdigest()


def next_step(intent: Intent, sightings: Sequence[Sighting], *, now: datetime) -> Step:
    """The next step for one intent that is open or placed."""
    home = Role.DRAFTS if intent.kind is Kind.DRAFT else Role.INBOX
    ours = [s for s in sightings if s.role is home and s.digest == digest(intent.raw)]
    touched = [s for s in sightings if s.role is home and s not in ours]
    if intent.kind is Kind.DRAFT and not ours:  # what still lies there untouched is ours, whatever else was written
        if any(s.role in {Role.SENT, Role.ARCHIVE} and not s.draft for s in sightings):
            return Settle(intent=_come_to(intent, State.SENT, now))
        if touched:
            return Settle(intent=_come_to(intent, State.SUPERSEDED, now))
    if ours or touched:
        kept, *twins = sorted((s.place for s in (ours or touched)), key=lambda place: place.uid)
        settled = replace(intent, state=State.PLACED, placed=kept, settled_at=intent.settled_at or now)
        young = intent.attempted_at is not None and now - intent.attempted_at < GONE_FOR_GOOD
        removable = tuple(twins) if young and intent.kind is Kind.DRAFT else ()
        return (
            Leave()
            if settled == replace(intent, settled_at=settled.settled_at) and not removable
            else Settle(intent=replace(settled, attempted_at=intent.attempted_at), twins=removable)
        )
    if any(s.role is Role.TRASH or intent.kind is Kind.ALERT for s in sightings):  # an alert that was filed was seen
        return Settle(intent=_come_to(intent, State.DISCARDED, now))
    if intent.state in OPEN:
        waited = intent.attempted_at is None or now - intent.attempted_at >= SETTLE
        return Attempt(intent=replace(intent, state=State.ATTEMPTED, attempted_at=now)) if waited else Leave()
    return _vanished(intent, now)


def _vanished(intent: Intent, now: datetime) -> Step:
    """A placed message that lies nowhere: gone a day, it was deleted; until then it may be on its way."""
    if intent.kind is Kind.ALERT:
        return Settle(intent=_come_to(intent, State.DISCARDED, now))
    if intent.placed is not None:  # from now on `settled_at` is when it was first missed
        return Settle(intent=replace(intent, placed=None, settled_at=now))
    missing_since = intent.settled_at or now
    return Settle(intent=_come_to(intent, State.DISCARDED, now)) if now - missing_since >= GONE_FOR_GOOD else Leave()


def _come_to(intent: Intent, state: State, now: datetime) -> Intent:
    return replace(intent, state=state, placed=None, settled_at=now)
