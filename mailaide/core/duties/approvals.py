"""Silence is not a yes: who was shown work or asked for a go-ahead is asked again, kindly, before anything hangs on it.

Thanks, praise and an automatic reply close nothing; an explicit yes or no does, and so do wishes for changes. Who is
away is asked when they are back, and who was given until a day, after it. After two reminders the question rests: then
it stands in the news of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from mailaide.core.clocks import day_after, start_of
from mailaide.core.dossier import Dossier, Entry
from mailaide.core.duties.replies import addressed
from mailaide.core.duties.unasked import unasked
from mailaide.core.letter import to_client
from mailaide.core.matters.approvals import requests
from mailaide.core.matters.milestones import ahead
from mailaide.core.matters.turns import back_on, turns
from mailaide.core.matters.waits import waits
from mailaide.core.obligation import Obligation
from mailaide.core.project import Person
from mailaide.core.reading.days.due import due
from mailaide.core.worktime import Span, Unit

NAME = "approvals"
REMINDERS = 2
GRACE = Span(amount=2, unit=Unit.WORKING_DAYS)
"""How long the reminder may lie before the person is alerted."""

UNTIL = re.compile(
    r"\b(?:by|before|until|uiterlijk|v[oó][oó]r|tot|bis|vor|avant|d'ici|jusqu'\w+|antes|hasta)\b[^,;:]{0,30}$",
    re.IGNORECASE,
)
A_WHILE = timedelta(days=21)
"""Nobody is given longer for a yes: a later day is that of the work."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """At most one: for the latest request without an answer, while the client does not wait for us."""
    project, person = dossier.project, dossier.person
    lapses_at = project.ended_at(person.zone)  # then the last letter asks
    request = next(reversed(requests(dossier)), None)
    if request is None or request.answer is not None or len(request.reminders) >= REMINDERS:
        return
    if waits(dossier) or (lapses_at is not None and now >= lapses_at):
        return
    last = (request.entry, *request.reminders)[-1]
    to, others = addressed(project.client, request.entry)
    since = max((turn.entry.at for turn in turns(dossier)), default=request.entry.at)
    if (back := back_on(dossier)) is not None:
        since = max(since, start_of(back, person))
    asked_on, holds = request.entry.at, next(iter(ahead(project, now)), None)  # what waits for the yes
    draft_at = person.hours.after(max(since, asked_on), project.approve_within)
    if (until := _time_given(last, request.sentence, person)) is not None:
        draft_at = max(draft_at, until)
    yield unasked(
        dossier,
        NAME,
        f"{NAME}/{project.key}/{last.id}",
        since=last.at,
        draft_at=draft_at,
        patience=GRACE,
        because=f"{project.client.name} has not said yes or no to what we sent on "
        f'{asked_on.astimezone(person.zone):%Y-%m-%d}: "{request.sentence}"',
        evidence=(request.entry.id, *(one.id for one in request.reminders)),
        thread=request.entry.thread,
        letter=to_client(
            project.client,
            NAME,
            to=to,
            cc=others,
            answers=last.header,
            project=project,
            sentence=request.sentence,
            asked_on=asked_on.astimezone(project.client.zone).date(),
            holds=holds,
        )
        if dossier.passed_with_client(request.entry)
        else None,
        facts={"sentence": request.sentence, "asked_on": asked_on.astimezone(person.zone).date()},
        alarm=request.asks,  # work that was only sent along may need no yes
        revise_at=day_after(holds.on, project.client.zone) if holds else None,
        lapses_at=lapses_at,
    )


def _time_given(asked: Entry, sentence: str, person: Person) -> datetime | None:
    """When work begins after the last day that we gave them for their answer, in the sentence that asks for it."""
    sent = asked.at.astimezone(person.zone).date()
    named = due(sentence.lower(), sent=sent, language=asked.reading.language)
    if named is None or not UNTIL.search(sentence[: named.start]) or named.day > sent + A_WHILE:
        return None  # the day of something else
    return start_of(named.day + timedelta(days=1), person)
