"""A letter that went out with an open blank is told at once: the client reads "[[a date]]" and wonders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier
from mailaide.core.duties.warnings import is_news, warning
from mailaide.core.obligation import Obligation

NAME = "blanks"
BLANK = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]")


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each mail to the client that holds a blank."""
    for entry in dossier.to_client():
        found = BLANK.search(entry.reading.new_text) if is_news(entry.at, now) else None
        if found is None:
            continue
        yield warning(
            dossier,
            NAME,
            entry,
            shown_by=entry,
            because=f'a mail to {dossier.project.client.name} went out with "{found.group()}" in it',
            facts={
                "subject": entry.header.subject,
                "sent_on": entry.at.astimezone(dossier.person.zone).date(),
                "blank": found.group(),
            },
        )
