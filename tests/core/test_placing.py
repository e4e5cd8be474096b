"""One intent, exactly once: a table of what lies in the mailbox, and the step that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from builders import MONDAY_9H, an_intent

from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Place, Role
from mailaide.core.placing import GONE_FOR_GOOD, SETTLE, Attempt, Leave, Settle, Sighting, Step, digest, next_step

NOW = MONDAY_9H + timedelta(hours=1)
JUST_NOW = NOW - SETTLE + timedelta(seconds=1)
LONG_AGO = NOW - GONE_FOR_GOOD

PLANNED = an_intent()
ATTEMPTED = an_intent(state=State.ATTEMPTED, attempted_at=JUST_NOW)
HOME = Place(account="work", folder="Drafts", uidvalidity=7, uid=100)
PLACED = replace(ATTEMPTED, state=State.PLACED, placed=HOME, settled_at=JUST_NOW)
MISSED = replace(PLACED, placed=None, settled_at=JUST_NOW)

INBOX = Place(account="work", folder="INBOX", uidvalidity=7, uid=100)
ALERT = an_intent(kind=Kind.ALERT, folder="INBOX", answers="")
ALERT_ATTEMPTED = replace(ALERT, state=State.ATTEMPTED, attempted_at=JUST_NOW)
ALERT_PLACED = replace(ALERT_ATTEMPTED, state=State.PLACED, placed=INBOX, settled_at=JUST_NOW)


def seen(role: Role, uid: int = 100, **changes: Any) -> Sighting:
    """Our message, byte for byte, as it lies in the folder of that role."""
    folder = {Role.DRAFTS: "Drafts", Role.INBOX: "INBOX"}.get(role, role.value)
    sighting = Sighting(
        place=Place(account="work", folder=folder, uidvalidity=7, uid=uid),
        role=role,
        message_id=PLANNED.message_id,
        references=(PLANNED.answers,),
        draft=role is Role.DRAFTS,
        digest=digest(PLANNED.raw),
    )
    return replace(sighting, **changes)


DRAFT = seen(Role.DRAFTS)
TWIN = seen(Role.DRAFTS, 101)
EDITED = seen(Role.DRAFTS, 102, message_id="<theirs@me.example>", digest="")
SENT = seen(Role.SENT, message_id="<sent@me.example>", draft=False, digest="")
SENT_AS_IT_IS = replace(SENT, message_id=PLANNED.message_id)
TRASHED = seen(Role.TRASH, draft=False)
ALL_MAIL = seen(Role.ARCHIVE, draft=True)
ALL_MAIL_SENT = seen(Role.ARCHIVE, draft=False)
ALERT_LIES = seen(Role.INBOX)
WITHDRAWING = replace(PLACED, state=State.WITHDRAWING)
THEIRS = replace(PLACED, state=State.SUPERSEDED, placed=EDITED.place)


def attempt(intent: Intent) -> Attempt:
    return Attempt(intent=replace(intent, state=State.ATTEMPTED, attempts=intent.attempts + 1, attempted_at=NOW))


def come_to(state: State, intent: Intent) -> Settle:
    return Settle(intent=replace(intent, state=state, placed=None, settled_at=NOW))


def theirs(intent: Intent, sighting: Sighting) -> Settle:
    return Settle(intent=replace(intent, state=State.SUPERSEDED, placed=sighting.place, settled_at=NOW))


def placed(intent: Intent, at: Place = HOME, twins: tuple[Place, ...] = ()) -> Settle:
    settled_at = intent.settled_at or NOW
    return Settle(intent=replace(intent, state=State.PLACED, placed=at, settled_at=settled_at), twins=twins)


OLD_ATTEMPT = replace(ATTEMPTED, attempted_at=NOW - SETTLE)
OLD_PLACED = replace(PLACED, attempted_at=LONG_AGO, settled_at=LONG_AGO)
OLD_MISSED = replace(MISSED, settled_at=LONG_AGO)
RESTORED = replace(PLACED, placed=HOME._replace(uidvalidity=6))

DRAFTS = {
    "planned, nothing seen": (PLANNED, [], attempt(PLANNED)),
    "planned, and placed by an earlier life": (PLANNED, [DRAFT], placed(PLANNED)),
    "planned, and sent in an earlier life": (PLANNED, [SENT], come_to(State.SENT, PLANNED)),
    "tried a moment ago, nothing seen": (ATTEMPTED, [], Leave()),
    "tried long enough ago, nothing seen": (OLD_ATTEMPT, [], attempt(OLD_ATTEMPT)),
    "tried, and it lies there": (ATTEMPTED, [DRAFT], placed(ATTEMPTED)),
    "tried, and it lies there twice": (ATTEMPTED, [TWIN, DRAFT], placed(ATTEMPTED, twins=(TWIN.place,))),
    "tried, and edited at once": (ATTEMPTED, [EDITED], theirs(ATTEMPTED, EDITED)),
    "tried, and sent at once": (ATTEMPTED, [SENT], come_to(State.SENT, ATTEMPTED)),
    "tried, and deleted at once": (ATTEMPTED, [TRASHED], come_to(State.DISCARDED, ATTEMPTED)),
    "placed, and it lies there": (PLACED, [DRAFT], Leave()),
    "placed, with a late twin": (PLACED, [DRAFT, TWIN], placed(PLACED, twins=(TWIN.place,))),
    "placed long ago, with a copy": (OLD_PLACED, [DRAFT, TWIN], Leave()),
    "placed, and the folder was made anew": (RESTORED, [DRAFT], placed(RESTORED)),
    "placed, and edited": (PLACED, [EDITED], theirs(PLACED, EDITED)),
    "placed, untouched beside a reply of the person's own": (PLACED, [DRAFT, EDITED], Leave()),
    "placed, same id, other bytes": (
        PLACED,
        [seen(Role.DRAFTS, digest=digest(b"Subject: Re: The harbour\r\n\r\nPiet, no!\r\n"))],
        theirs(PLACED, DRAFT),
    ),
    "being taken back, and it still lies there": (WITHDRAWING, [DRAFT], placed(WITHDRAWING)),
    "being taken back, and gone": (WITHDRAWING, [], come_to(State.WITHDRAWN, WITHDRAWING)),
    "being taken back, and in the bin of a server that keeps all": (
        WITHDRAWING,
        [TRASHED],
        come_to(State.WITHDRAWN, WITHDRAWING),
    ),
    "being taken back, and edited meanwhile": (WITHDRAWING, [EDITED], theirs(WITHDRAWING, EDITED)),
    "being taken back, and answered without it": (WITHDRAWING, [SENT], come_to(State.WITHDRAWN, WITHDRAWING)),
    "being taken back, and sent meanwhile": (WITHDRAWING, [SENT_AS_IT_IS], come_to(State.SENT, WITHDRAWING)),
    "theirs, and it lies there": (THEIRS, [EDITED], Leave()),
    "theirs, and changed again": (THEIRS, [replace(EDITED, place=TWIN.place)], theirs(THEIRS, TWIN)),
    "theirs, and back in our own words": (THEIRS, [DRAFT], theirs(THEIRS, DRAFT)),
    "theirs, and sent": (THEIRS, [SENT], come_to(State.SENT, THEIRS)),
    "theirs, and deleted": (THEIRS, [TRASHED], come_to(State.DISCARDED, THEIRS)),
    "theirs, and vanished": (THEIRS, [], Settle(intent=replace(THEIRS, placed=None, settled_at=NOW))),
    "placed, and sent": (PLACED, [SENT], come_to(State.SENT, PLACED)),
    "placed, untouched though an answer was sent": (PLACED, [DRAFT, SENT], Leave()),
    "placed, sent, and the draft in the bin": (PLACED, [TRASHED, SENT], come_to(State.SENT, PLACED)),
    "placed, and deleted": (PLACED, [TRASHED], come_to(State.DISCARDED, PLACED)),
    "placed, and in All Mail as a draft": (PLACED, [DRAFT, ALL_MAIL], Leave()),
    "placed, and in All Mail as sent": (PLACED, [ALL_MAIL_SENT], come_to(State.SENT, PLACED)),
    "placed, and lies only in All Mail as a draft": (
        PLACED,
        [ALL_MAIL],
        Settle(intent=replace(MISSED, settled_at=NOW)),
    ),
    "placed, and vanished": (PLACED, [], Settle(intent=replace(MISSED, settled_at=NOW))),
    "missed for a while": (MISSED, [], Leave()),
    "missed, and back again": (MISSED, [DRAFT], placed(MISSED)),
    "missed for a day": (OLD_MISSED, [], come_to(State.DISCARDED, OLD_MISSED)),
    "missed, and found in Sent": (OLD_MISSED, [SENT], come_to(State.SENT, OLD_MISSED)),
}

RETRIED = replace(ALERT_PLACED, attempts=2)
ALERT_TWIN = seen(Role.INBOX, 101)
OLD_ALERT = replace(ALERT_ATTEMPTED, attempted_at=NOW - SETTLE)
ALERTS = {
    "planned, nothing seen": (ALERT, [], attempt(ALERT)),
    "tried a moment ago, nothing seen": (ALERT_ATTEMPTED, [], Leave()),
    "tried long enough ago, nothing seen": (OLD_ALERT, [], attempt(OLD_ALERT)),
    "tried, and it lies there": (ALERT_ATTEMPTED, [ALERT_LIES], placed(ALERT_ATTEMPTED, INBOX)),
    "tried, and it lies there twice": (
        ALERT_ATTEMPTED,
        [ALERT_LIES, seen(Role.INBOX, 101)],
        placed(ALERT_ATTEMPTED, INBOX),
    ),
    "tried, and the server changed its bytes": (
        ALERT_ATTEMPTED,
        [seen(Role.INBOX, digest="other")],
        placed(ALERT_ATTEMPTED, INBOX),
    ),
    "tried, and archived at once": (OLD_ALERT, [ALL_MAIL_SENT], come_to(State.DISCARDED, OLD_ALERT)),
    "tried, and deleted at once": (OLD_ALERT, [TRASHED], come_to(State.DISCARDED, OLD_ALERT)),
    "placed, and it lies there": (ALERT_PLACED, [ALERT_LIES], Leave()),
    "tried again, and then twice": (RETRIED, [ALERT_LIES, ALERT_TWIN], placed(RETRIED, INBOX, (ALERT_TWIN.place,))),
    "tried again, and once for a day": (
        replace(RETRIED, attempted_at=LONG_AGO),
        [ALERT_LIES],
        Settle(intent=replace(RETRIED, attempted_at=LONG_AGO, attempts=1)),
    ),
    "placed, and in All Mail too": (ALERT_PLACED, [ALERT_LIES, ALL_MAIL_SENT], Leave()),
    "placed, and archived": (ALERT_PLACED, [ALL_MAIL_SENT], come_to(State.DISCARDED, ALERT_PLACED)),
    "placed, and vanished": (ALERT_PLACED, [], come_to(State.DISCARDED, ALERT_PLACED)),
}


@pytest.mark.parametrize(("intent", "sightings", "step"), DRAFTS.values(), ids=DRAFTS)
def test_the_next_step_of_a_draft_follows_from_where_it_lay(intent: Intent, sightings: list[Sighting], step: Step):
    assert next_step(intent, sightings, now=NOW) == step


@pytest.mark.parametrize(("intent", "sightings", "step"), ALERTS.values(), ids=ALERTS)
def test_the_next_step_of_an_alert_follows_from_where_it_lay(intent: Intent, sightings: list[Sighting], step: Step):
    assert next_step(intent, sightings, now=NOW) == step


@pytest.mark.parametrize(("intent", "sightings", "_step"), [*DRAFTS.values(), *ALERTS.values()])
def test_what_is_settled_stays_settled_on_the_same_mailbox(intent: Intent, sightings: list[Sighting], _step: Step):
    first = next_step(intent, sightings, now=NOW)
    if not isinstance(first, Settle) or not first.intent.watched:
        return
    remaining = [sighting for sighting in sightings if sighting.place not in first.twins]

    assert next_step(first.intent, remaining, now=NOW) == Leave()


def test_only_byte_identical_twins_in_drafts_are_ever_removed():
    every = [DRAFT, TWIN, ALL_MAIL, ALERT_LIES, seen(Role.DRAFTS, 103)]

    step = next_step(ATTEMPTED, every, now=NOW)

    assert isinstance(step, Settle)
    assert step.twins == (TWIN.place, TWIN.place._replace(uid=103))


def test_line_ends_make_no_difference_between_twins():
    assert digest(b"A: b\n\nb\r\n") == digest(b"A: b\r\n\r\nb\n")
    assert digest(b"a\r\nb\r\n") != digest(b"a\r\nb\r\n\r\n")


def test_a_copy_of_another_date_is_the_same_and_one_of_another_text_is_not():
    ours = b"Date: Mon, 02 Mar 2026 09:00:00 +0100\r\nSubject: x\r\n\r\nDate: never\r\n"

    assert digest(ours) == digest(ours.replace(b"02 Mar", b"03 Mar"))
    assert digest(ours) != digest(ours.replace(b"never", b"soon"))
