"""A project ends with a word: what was delivered, what is still open, and thanks for every criticism.

It opens when the last milestone is done or the end date has passed, and closes with a sent mail that takes leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from mailaide.core.dossier import Dossier
from mailaide.core.duties.unasked import unasked
from mailaide.core.letter import Criticism, to_client
from mailaide.core.matters.cases import cases
from mailaide.core.matters.milestones import missing
from mailaide.core.matters.questions import asked
from mailaide.core.obligation import Obligation
from mailaide.core.reading.ours.announced import takes_leave
from mailaide.core.reading.signals import SignalKind
from mailaide.core.reading.text.sentences import sentences
from mailaide.core.worktime import Span, Unit

NAME = "wrap_up"
SETTLE = Span(amount=1, unit=Unit.WORKING_DAYS)
"""How long after the end the letter is written."""

GRACE = Span(amount=3, unit=Unit.WORKING_DAYS)
LASTS = timedelta(days=30)


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One, from the end of the project on, for a month."""
    project, person, client = dossier.project, dossier.person, dossier.project.client
    ended_on = project.ended_on
    if ended_on is None or not dossier.to_client():
        return
    since = datetime.combine(ended_on + timedelta(days=1), time(), person.zone).astimezone(UTC)
    lapses_at = since + LASTS
    if now >= lapses_at or _took_leave(dossier, ended_on):
        return
    yield unasked(
        dossier,
        NAME,
        f"{NAME}/{project.key}",
        since=since,
        draft_at=person.hours.after(since, SETTLE),
        patience=GRACE,
        because=f"the project ended on {ended_on} and no mail to {client.name} has closed it",
        evidence=(dossier.to_client()[-1].id,),
        letter=to_client(
            client,
            NAME,
            project=project,
            done=tuple(one for one in project.milestones if one.done is not None),
            open_points=_open_points(dossier),
            criticism=_criticism(dossier),
            ended_on=ended_on,
        ),
        facts={"ended_on": ended_on},
        lapses_at=lapses_at,
    )


def _took_leave(dossier: Dossier, ended_on: date) -> bool:
    zone = dossier.person.zone
    late = (one for one in dossier.to_client() if one.at.astimezone(zone).date() >= ended_on)
    return any(takes_leave(one.reading.new_text) for one in late)


def _open_points(dossier: Dossier) -> tuple[str, ...]:
    milestones = (one.name for one in missing(dossier))
    unanswered = (one for one in asked(dossier) if one.answered is None)
    questions = (one.signal.sentence for one in unanswered if dossier.passed_with_client(one.entry))
    return (*milestones, *questions)


def _criticism(dossier: Dossier) -> tuple[Criticism, ...]:
    """Each in its first sentence: enough to know it again, without the whole of an angry mail."""
    zone, found = dossier.project.client.zone, []
    for case in cases(dossier):
        signal = case.opened.signal(SignalKind.COMPLAINT)
        if signal is not None and signal.sentence and dossier.passed_with_client(case.opened):
            found.append(
                Criticism(
                    sentence=sentences(signal.sentence)[0],
                    heard_on=case.opened.at.astimezone(zone).date(),
                    answered_on=case.answered.at.astimezone(zone).date() if case.answered else None,
                )
            )
    return tuple(found)
