"""What you said that you would do by a day is done that day, or gets another day before the client has to ask.

On the morning of the day the draft is there: it reports, or it names a new day; what was promised for the same day has
until its end. A promise in a holding reply belongs to the message that it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from mailaide.core.clocks import end_of, start_of
from mailaide.core.dossier import Dossier, once
from mailaide.core.letter import Promised, to_client
from mailaide.core.matters.promises import Promise, promises
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.reading.signals import SignalKind

NAME = "promises"
REMEMBERED = timedelta(days=30)
"""How long after its day a promise without an outcome is still owed."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for all promises of the same day that no mail of ours has kept or moved."""
    of_day: dict[date, list[Promise]] = {}
    for promise in promises(dossier):
        if promise.signal.due is not None and _is_open(dossier, promise):
            of_day.setdefault(promise.signal.due, []).append(promise)
    for day, made in sorted(of_day.items()):
        obligation = _obligation(dossier, day, made, now)
        if obligation is not None:
            yield obligation


def _is_open(dossier: Dossier, promise: Promise) -> bool:
    """Past its day, any word of ours in that conversation has had its chance to speak of it."""
    if promise.kept or promise.moved or promise.entry.signal(SignalKind.HOLDING_REPLY):
        return False
    spoken = _last_words(dossier)[promise.entry.thread]
    return promise.signal.due is None or spoken.astimezone(dossier.person.zone).date() <= promise.signal.due


@once
def _last_words(dossier: Dossier) -> dict[str, datetime]:
    """When we last wrote to the client in each conversation."""
    return {entry.thread: entry.at for entry in dossier.to_client()}


def _obligation(dossier: Dossier, day: date, made: list[Promise], now: datetime) -> Obligation | None:
    project, person, client = dossier.project, dossier.person, dossier.project.client
    since, due, morning = made[-1].entry.at, end_of(day, person), _morning(day, dossier)
    ahead = since < morning  # what is promised for the same day needs no reminder
    draft_at = morning if ahead else due
    lapses_at = due + REMEMBERED
    if now >= lapses_at:
        return None
    told = tuple(
        Promised(sentence=one.signal.sentence, made_on=one.entry.at.astimezone(client.zone).date(), due=day)
        for one in made
    )
    return Obligation(
        duty=NAME,
        project=project.key,
        key=f"{NAME}/{project.key}/{made[0].entry.id}/{day}",
        since=since,
        due=due,
        because=f'we promised "{told[0].sentence}" by {day}',
        evidence=tuple(dict.fromkeys(one.entry.id for one in made)),
        thread=made[0].entry.thread,
        draft_at=draft_at,
        letter=to_client(client, NAME, project=project, promises=told, late=now > due),
        facts={"promises": told, "late": now > due},
        alerts=(*((Rung(name="ready", at=morning),) if ahead else ()), Rung(name="due", at=due)),
        revise_at=due + timedelta(seconds=1),
        lapses_at=lapses_at,
    )


def _morning(day: date, dossier: Dossier) -> datetime:
    """When work begins on the day, or on the last working day before it."""
    for back in range(14):
        earlier = day - timedelta(days=back)
        if dossier.person.hours.is_working_day(earlier):
            return start_of(earlier, dossier.person)
    return start_of(day, dossier.person)
