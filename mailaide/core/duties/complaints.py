"""Offer a way out: a complaint gets a substantive answer within its time.

The draft is there at once; then come the alerts, until it is answered. A holding reply swaps in the clock of what it
promised. Repeats are the same case, and each point of the client's is quoted word for word. The answer names a day for
news: counted from when it is itself due, so that who answers at the last moment can keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from mailaide.core.clocks import clock, day_after, ladder
from mailaide.core.dossier import Dossier
from mailaide.core.duties.replies import answerable, quotable, reply, unlisted
from mailaide.core.letter import Letter
from mailaide.core.matters import cases
from mailaide.core.matters.cases import Case, open_case
from mailaide.core.matters.disputes import contested
from mailaide.core.obligation import Obligation
from mailaide.core.reading.signals import SignalKind
from mailaide.core.worktime import Span, Unit

NAME = "complaints"
TEMPLATE = "complaint"
POINTS_AT_MOST = 5
A_DAY = Span(amount=1, unit=Unit.WORKING_DAYS)
"""The least time from the answer's own deadline to the news that it promises; else as much as the answer has."""


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """At most one obligation: the open case, due from its first unanswered complaint."""
    case = open_case(dossier)
    if case is None or contested(dossier).issuperset(entry.id for entry in case.complaints):
        return
    project, person, policy = dossier.project, dossier.person, dossier.project.complaints
    running = clock(person, case.opened.at, policy.answer_within, case.held)
    zone = project.client.zone
    news_by = max(person.hours.after(running.due, span) for span in (policy.answer_within, A_DAY))
    news_on = news_by.astimezone(zone).date()
    latest = answerable(dossier, case.complaints)
    signal = case.opened.signal(SignalKind.COMPLAINT)
    yield Obligation(
        duty=NAME,
        project=project.key,
        key=cases.key(case, dossier),
        since=case.opened.at,
        due=running.due,
        because=_because(dossier, case),
        evidence=tuple(entry.id for entry in (*case.complaints, *case.held)),
        thread=case.opened.thread,
        draft_at=case.opened.at,
        letter=_letter(dossier, case, news_on if news_on >= now.astimezone(zone).date() else None),
        facts={
            "sentence": signal.sentence if signal else "",
            "heard_on": case.opened.at.astimezone(person.zone).date(),
            "repeats": len(case.repeats),
            "held": bool(case.held),
            "unlisted": unlisted(dossier, latest),
        },
        alerts=ladder(person, running, policy.warn_after, policy.repeat_every, policy.repeats),
        urgent=True,
        revise_at=day_after(news_on, zone),
    )


def _because(dossier: Dossier, case: Case) -> str:
    signal = case.opened.signal(SignalKind.COMPLAINT)
    sentence = signal.sentence if signal else ""
    zone = dossier.person.zone
    text = f'the client wrote "{sentence}" on {case.opened.at.astimezone(zone):%Y-%m-%d %H:%M}'
    if case.repeats:
        text += f", and complained again {len(case.repeats)} time{'s' if len(case.repeats) > 1 else ''}"
    if case.held:
        text += "; a holding reply was sent, an answer was not"
    return f"{text}; answer within {dossier.project.complaints.answer_within}"


def _letter(dossier: Dossier, case: Case, answer_by: date | None) -> Letter | None:
    """The answer; `answer_by` is None when that day has passed, and only the person can name a new one."""
    client, project, latest = dossier.project.client, dossier.project, answerable(dossier, case.complaints)
    told = quotable(dossier, case.complaints, latest)
    points = (one.sentence for entry in told for one in entry.reading.all(SignalKind.COMPLAINT))
    return reply(
        dossier,
        latest,
        TEMPLATE,
        sentences=tuple(dict.fromkeys(point for point in points if point))[-POINTS_AT_MOST:],
        heard_on=latest.at.astimezone(client.zone).date(),
        remedies=project.remedies,
        answer_by=answer_by,
        owner=dossier.person.name,
    )
