"""A mail that bears a client's address and did not come from it is nobody's word: no draft, one warning.

The warning matters either way: a forger asks for money or passwords, and a client whose mail is set up badly waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Author, Dossier
from mailaide.core.duties.warnings import is_news, warning
from mailaide.core.obligation import Obligation

NAME = "forgeries"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each such mail."""
    for entry in dossier.entries:
        if entry.author is not Author.FORGED or entry.by_machine or not is_news(entry.at, now):
            continue
        sender = entry.header.sender.email if entry.header.sender else ""
        yield warning(
            dossier,
            NAME,
            entry,
            shown_by=entry,
            because=f"your server does not believe that a mail comes from {sender}",
            facts={
                "sender": sender,
                "subject": entry.header.subject,
                "received_on": entry.at.astimezone(dossier.person.zone).date(),
            },
        )
