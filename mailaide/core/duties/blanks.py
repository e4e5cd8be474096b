"""A letter that went out with an open blank is told at once: the client reads "[[a date]]" and wonders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from mailaide.core.dossier import Dossier
from mailaide.core.obligation import Obligation, Rung

NAME = "blanks"
WARN_WITHIN = timedelta(days=14)
BLANK = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]")


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each mail to the client that holds a blank, for two weeks."""
    for entry in dossier.to_client():
        lapses_at = entry.at + WARN_WITHIN
        found = BLANK.search(entry.reading.new_text) if now < lapses_at else None
        if found is None:
            continue
        yield Obligation(
            duty=NAME,
            project=dossier.project.key,
            key=f"{NAME}/{dossier.project.key}/{entry.id}",
            since=entry.at,
            due=entry.at,
            because=f'a mail to {dossier.project.client.name} went out with "{found.group()}" in it',
            evidence=(entry.id,),
            thread=entry.thread,
            draft_at=entry.at,
            facts={
                "subject": entry.header.subject,
                "sent_on": entry.at.astimezone(dossier.person.zone).date(),
                "blank": found.group(),
            },
            alerts=(Rung(name="seen", at=entry.at),),
            lapses_at=lapses_at,
            at_once=True,
        )
