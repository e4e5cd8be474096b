"""One intent, exactly once: what to do next, from what lies in the mailbox.

Look first, then try; try again only after the settle time, because an APPEND whose answer was lost may still land, and
a day after there was no room. Whatever a person may have touched is theirs. A vanished draft alone proves nothing: it
is sent or deleted only when it lies in Sent or Trash, and discarded only when it has been gone for a day.
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
ROOM_MADE = timedelta(hours=24)
"""How long after a refusal for lack of room it is tried again."""


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
    """The next step for one intent that is open or lies in its folder."""
    return _draft_step(intent, sightings, now) if intent.kind is Kind.DRAFT else _alert_step(intent, sightings, now)


def refused(intent: Intent) -> Intent:
    """What an attempt has come to when the server said that it has no room: nothing was stored."""
    return replace(intent, state=State.PLANNED)


def _draft_step(intent: Intent, sightings: Sequence[Sighting], now: datetime) -> Step:
    there = [s for s in sightings if s.role is Role.DRAFTS]
    ours = [s for s in there if s.digest == digest(intent.raw)]
    if ours and intent.state is not State.SUPERSEDED:  # untouched, it is ours, whatever else was written
        return _lies(intent, ours, now)
    sent = [s for s in sightings if s.role in {Role.SENT, Role.ARCHIVE, Role.PROJECT} and not s.draft]
    if intent.state is State.WITHDRAWING and not there and all(s.message_id != intent.message_id for s in sent):
        return Settle(intent=_come_to(intent, State.WITHDRAWN, now))  # another answer is why it is taken back
    if sent:
        return Settle(intent=_come_to(intent, State.SENT, now))
    if there:
        return _is_theirs(intent, there[0].place, now)
    return _gone_or_open(intent, [s for s in sightings if s.role is Role.TRASH], now)


def _alert_step(intent: Intent, sightings: Sequence[Sighting], now: datetime) -> Step:
    there = [s for s in sightings if s.role is Role.INBOX]
    if there:
        return _lies(intent, there, now)
    return _gone_or_open(intent, sightings, now)  # an alert that was filed anywhere was seen


def _lies(intent: Intent, copies: Sequence[Sighting], now: datetime) -> Step:
    """As we wrote it, perhaps more than once: the first stays, byte-identical twins go while it is young.

    An alert has twins only when it was tried again, and is watched for them that long.
    """
    first, *others = sorted((s.place for s in copies), key=lambda place: place.uid)
    young = intent.attempted_at is not None and now - intent.attempted_at < GONE_FOR_GOOD
    twins = tuple(others) if young and (intent.kind is Kind.DRAFT or intent.attempts > 1) else ()
    attempts = intent.attempts if young else min(intent.attempts, 1)
    settled_at = intent.settled_at or now
    settled = replace(intent, state=State.PLACED, placed=first, settled_at=settled_at, attempts=attempts)
    return Settle(intent=settled, twins=twins) if twins or settled != intent else Leave()


def _is_theirs(intent: Intent, place: Place, now: datetime) -> Step:
    if intent.state is State.SUPERSEDED and intent.placed == place:
        return Leave()
    return Settle(intent=replace(intent, state=State.SUPERSEDED, placed=place, settled_at=now))


def _gone_or_open(intent: Intent, elsewhere: Sequence[Sighting], now: datetime) -> Step:
    """Not where it belongs. What vanished without a trace may be on its way for a day."""
    if elsewhere:
        return Settle(intent=_come_to(intent, State.DISCARDED, now))
    if intent.state in OPEN:
        rest = ROOM_MADE if intent.refused else SETTLE
        waited = intent.attempted_at is None or now - intent.attempted_at >= rest
        again = replace(intent, state=State.ATTEMPTED, attempts=intent.attempts + 1, attempted_at=now)
        return Attempt(intent=again) if waited else Leave()
    if intent.kind is Kind.ALERT:
        return Settle(intent=_come_to(intent, State.DISCARDED, now))
    if intent.placed is not None:  # from now on `settled_at` is when it was first missed
        return Settle(intent=replace(intent, placed=None, settled_at=now))
    missing_since = intent.settled_at or now
    return Settle(intent=_come_to(intent, State.DISCARDED, now)) if now - missing_since >= GONE_FOR_GOOD else Leave()


def _come_to(intent: Intent, state: State, now: datetime) -> Intent:
    return replace(intent, state=state, placed=None, settled_at=now)
