"""What you said that you would do by a day is done that day, or gets another day before the client has to ask.

On the morning of the day the draft is there: it reports, or it names a new day; what was promised for the same day has
half of the time that is left. Who has not written an hour before the end of work is told; on the day of a visit only
of a client who writes after its hour. A promise in a holding reply is the answer's, unless it is of other work.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from mailaide.core.clocks import end_of, start_of
from mailaide.core.dossier import Dossier, Entry, once
from mailaide.core.duties.replies import addressed
from mailaide.core.letter import Letter, Promised, to_client
from mailaide.core.matters.promises import Promise, promises
from mailaide.core.matters.turns import turns
from mailaide.core.matters.waits import is_of_answer
from mailaide.core.obligation import Obligation, Rung
from mailaide.core.project import Person
from mailaide.core.reading.days.hours import last_hour
from mailaide.core.reading.ours.promise_matter import Matter

NAME = "promises"
LAST_CALL = timedelta(hours=1)
"""How long before the end of work the person is told: there is time left for a word."""

REMEMBERED = timedelta(days=30)
"""How long after its day a promise without an outcome is still owed."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for all promises of the same day to the same reader that no mail of ours has kept or moved."""
    together: dict[tuple[date, bool, str], list[Promise]] = {}
    for promise in promises(dossier):
        if _is_open(dossier, promise):
            reader, _ = addressed(dossier.project.client, promise.entry)
            theirs = dossier.passed_with_client(promise.entry)
            together.setdefault((promise.due, not theirs, reader.email if reader else ""), []).append(promise)
    for (day, *_), made in sorted(together.items(), key=lambda item: item[0]):
        obligation = _obligation(dossier, day, made, now)
        if obligation is not None:
            yield obligation


def _is_open(dossier: Dossier, promise: Promise) -> bool:
    """Past its day, any word of ours in that conversation has had its chance to speak of it."""
    if promise.kept or promise.moved:
        return False
    if promise.entry.id in _holding(dossier) and is_of_answer(promise.signal, promise.entry):
        return False
    last = _last_words(dossier)[promise.entry.thread].astimezone(dossier.person.zone)
    return last.date() <= promise.due


@once
def _holding(dossier: Dossier) -> frozenset[str]:
    """Our mails that put off what the client wrote there."""
    theirs = [turn for turn in turns(dossier) if not turn.ours]
    holding = (turn for turn in turns(dossier) if turn.holds)
    return frozenset(
        turn.entry.id for turn in holding if any(one.at <= turn.at and turn.belongs_with(one) for one in theirs)
    )


@once
def _last_words(dossier: Dossier) -> dict[str, datetime]:
    """When we last wrote to the client in each conversation."""
    return {entry.thread: entry.at for entry in dossier.to_client()}


def _obligation(dossier: Dossier, day: date, made: list[Promise], now: datetime) -> Obligation | None:
    project, person, client = dossier.project, dossier.person, dossier.project.client
    since, due = made[-1].entry.at, end_of(day, person)
    begins, closes = _last_workday(day, person)
    draft_at = begins if since < begins else since + max(due - since, timedelta()) / 2
    lapses_at = due + (timedelta(seconds=1) if _visits(made) else REMEMBERED)
    if now >= lapses_at:
        return None
    missed = tuple(one.missed for one in made if one.missed is not None)
    told = tuple(
        Promised(sentence=one.signal.sentence, made_on=one.entry.at.astimezone(client.zone).date(), due=day)
        for one in made
    )
    return Obligation(
        duty=NAME,
        project=project.key,
        key=f"{NAME}/{project.key}/{made[0].entry.id}/{day}",
        since=since,
        due=missed[0].at if missed else due,
        because=f'we promised "{told[0].sentence}" by {day}',
        evidence=tuple(dict.fromkeys(one.id for one in (*(one.entry for one in made), *missed))),
        thread=made[0].entry.thread,
        draft_at=draft_at,
        letter=None if missed else _letter(dossier, made, told, late=now > due),  # who waits at the door gets no mail
        facts={"promises": told, "late": now > due, "waits": bool(missed)},
        alerts=(Rung(name="due", at=missed[0].at),)
        if missed
        else _alerts(made, max(draft_at, closes - LAST_CALL), person),
        at_once=bool(missed),
        revise_at=due + timedelta(seconds=1),
        lapses_at=lapses_at,
    )


def _letter(dossier: Dossier, made: list[Promise], told: tuple[Promised, ...], *, late: bool) -> Letter | None:
    """To whom it was promised; None where the client has not seen the promise."""
    project, entry = dossier.project, made[0].entry
    if not dossier.passed_with_client(entry):
        return None
    to, _ = addressed(project.client, entry)
    return to_client(project.client, NAME, to=to, project=project, promises=told, late=late)


def _visits(made: list[Promise]) -> bool:
    """Whether they meet the client that day: what else is promised for it is told there."""
    return any(Matter.MEETING in one.signal.topics for one in made)


def _alerts(made: list[Promise], last_call: datetime, person: Person) -> tuple[Rung, ...]:
    """One, unless they meet, or each was promised for an hour of that same day: who says that is at it."""
    at_it = all(last_hour(one.signal.sentence) and _day_of(one.entry, person) == one.due for one in made)
    return () if at_it or _visits(made) else (Rung(name="half", at=last_call),)


def _day_of(entry: Entry, person: Person) -> date:
    return entry.at.astimezone(person.zone).date()


def _last_workday(day: date, person: Person) -> tuple[datetime, datetime]:
    """When work begins and ends on the day, or on the last working day before it."""
    for back in range(14):
        earlier = day - timedelta(days=back)
        if person.hours.is_working_day(earlier):
            return start_of(earlier, person), end_of(earlier, person)
    return start_of(day, person), end_of(day, person)
