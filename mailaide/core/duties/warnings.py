"""What the person is told at once and writes about themselves, if at all: no letter, one alert, for two weeks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from mailaide.core.dossier import Dossier, Entry
from mailaide.core.obligation import Obligation, Rung

TOLD_FOR = timedelta(days=14)


def is_news(at: datetime, now: datetime) -> bool:
    """Whether what happened then is still worth telling."""
    return now < at + TOLD_FOR


def warning(
    dossier: Dossier, duty: str, about: Entry, *, shown_by: Entry, because: str, facts: Mapping[str, object]
) -> Obligation:
    """That something is wrong with a message, as another one shows, or the message itself."""
    at = shown_by.at
    return Obligation(
        duty=duty,
        project=dossier.project.key,
        key=f"{duty}/{dossier.project.key}/{about.id}",
        since=at,
        due=at,
        because=because,
        evidence=tuple(dict.fromkeys((shown_by.id, about.id))),
        thread=about.thread,
        draft_at=at,
        facts=facts,
        alerts=(Rung(name="seen", at=at),),
        lapses_at=at + TOLD_FOR,
        at_once=True,
    )
