"""A mail that bears a client's address and did not come from it is nobody's word: no draft, one warning.

The warning matters either way: a forger asks for money or passwords, and a client whose mail is set up badly waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mailaide.core.dossier import Author, Dossier
from mailaide.core.obligation import Obligation, Rung

NAME = "forgeries"
WARN_WITHIN = timedelta(days=14)


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each such mail, for two weeks."""
    for entry in dossier.entries:
        lapses_at = entry.at + WARN_WITHIN
        if entry.author is not Author.FORGED or entry.by_machine or now >= lapses_at:
            continue
        sender = entry.header.sender.email if entry.header.sender else ""
        yield Obligation(
            duty=NAME,
            project=dossier.project.key,
            key=f"{NAME}/{dossier.project.key}/{entry.id}",
            since=entry.at,
            due=entry.at,
            because=f"your server does not believe that a mail comes from {sender}",
            evidence=(entry.id,),
            thread=entry.thread,
            draft_at=entry.at,
            facts={
                "sender": sender,
                "subject": entry.header.subject,
                "received_on": entry.at.astimezone(dossier.person.zone).date(),
            },
            alerts=(Rung(name="seen", at=entry.at),),
            lapses_at=lapses_at,
            at_once=True,
        )
