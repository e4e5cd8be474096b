"""Silence is not a yes: who was shown work or asked for a go-ahead is asked again, kindly, before anything hangs on it.

Thanks, praise and an automatic reply close nothing; an explicit yes or no does, and so do wishes for changes. Who is
away is asked when they are back. After two reminders the question rests: then it stands in the news of the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.clocks import day_after, start_of
from mailaide.core.dossier import Dossier
from mailaide.core.duties.replies import addressed
from mailaide.core.duties.unasked import unasked
from mailaide.core.letter import to_client
from mailaide.core.matters.approvals import requests
from mailaide.core.matters.milestones import ahead
from mailaide.core.matters.turns import back_on, turns
from mailaide.core.matters.waits import waits
from mailaide.core.obligation import Obligation
from mailaide.core.worktime import Span, Unit

NAME = "approvals"
REMINDERS = 2
GRACE = Span(amount=1, unit=Unit.WORKING_DAYS)
"""How long the reminder may lie before the person is alerted."""


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
    yield unasked(
        dossier,
        NAME,
        f"{NAME}/{project.key}/{last.id}",
        since=asked_on,
        draft_at=person.hours.after(max(since, request.entry.at), project.approve_within),
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
