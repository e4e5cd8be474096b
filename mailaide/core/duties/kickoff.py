"""Show that you know what you do: at the start the client hears the plan, with its dates, before they have to ask.

It is told when a sent mail names the milestones. A plan told a month into the work helps nobody: then the status does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from mailaide.core.clocks import day_after, start_of
from mailaide.core.dossier import Dossier
from mailaide.core.duties.unasked import unasked
from mailaide.core.letter import to_client
from mailaide.core.matters.ledger import Subject, ledger
from mailaide.core.matters.milestones import ahead
from mailaide.core.matters.turns import turns
from mailaide.core.obligation import Obligation
from mailaide.core.reading.days.due import due
from mailaide.core.worktime import Span, Unit

NAME = "kickoff"
NOTICE = Span(amount=2, unit=Unit.WORKING_DAYS)
"""How long after the start the plan may remain untold before the person is alerted."""

_DECIDES = re.compile(r"decid|beslis|entscheid|décid", re.IGNORECASE)
"""In the person's own words for what somebody does at the client's."""

EARLY = Span(amount=10, unit=Unit.WORKING_DAYS)
"""How long the start lasts."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One, from the project's start or first mail on, while the milestones ahead are not told."""
    project, person = dossier.project, dossier.person
    since = began(dossier)
    if since is None:
        return
    told = {line.fact for line in ledger(dossier) if line.subject is Subject.MILESTONE and line.told is not None}
    coming = ahead(project, now)
    lapses_at = person.hours.after(since, EARLY)
    if not coming or now >= lapses_at or told.issuperset(coming):
        return
    # Who has heard some of it, or has its day in the subject of our mail, is not in the dark.
    in_the_dark = not told and _days_in_subjects(dossier).isdisjoint(one.on for one in coming)
    yield unasked(
        dossier,
        NAME,
        f"{NAME}/{project.key}",
        since=since,
        draft_at=since,
        patience=NOTICE,
        because=f"no sent mail to {project.client.name} names {', '.join(one.name for one in coming)}",
        evidence=[entry.id for entry in dossier.entries[:1]],
        letter=to_client(
            project.client,
            NAME,
            project=project,
            milestones=coming,
            next_step=project.next_step,
            cadence=project.cadence,
            decides=next((one.name for one in project.client.people if _DECIDES.search(one.role)), ""),
        ),
        facts={"milestones": coming},
        alarm=in_the_dark,
        revise_at=day_after(coming[0].on, project.client.zone),
        lapses_at=lapses_at,
    )


def _days_in_subjects(dossier: Dossier) -> set[date]:
    """The days by which the conversation with the client goes: "Re: Jubilee on 18 April"."""
    subjects = {(turn.subject, turn.at.date()) for turn in turns(dossier)}
    return {day for subject, sent in subjects if (day := _day_in(subject, sent, dossier.project.client.language))}


@lru_cache(maxsize=4096)
def _day_in(subject: str, sent: date, language: str) -> date | None:
    found = due(subject, sent=sent, language=language)
    return found.day if found else None


def began(dossier: Dossier) -> datetime | None:
    """The start of the project: its first day, or its first mail when no day is named."""
    starts = dossier.project.starts
    if starts is not None:
        return start_of(starts, dossier.person)
    return dossier.entries[0].at if dossier.entries else None
