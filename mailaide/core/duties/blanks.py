"""A letter that went out with an open blank is told at once: the client reads "[[a date]]" and wonders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Dossier, Entry
from mailaide.core.duties.warnings import is_news, warning
from mailaide.core.obligation import Obligation

NAME = "blanks"
BLANK = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]")


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each mail to the client that holds a blank."""
    for entry in dossier.to_client():
        found = next(_own_blanks(entry, dossier), None) if is_news(entry.at, now) else None
        if found is None:
            continue
        yield warning(
            dossier,
            NAME,
            entry,
            shown_by=entry,
            because=f'a mail to {dossier.project.client.name} went out with "{found}" in it',
            facts={
                "subject": entry.header.subject,
                "sent_on": entry.at.astimezone(dossier.person.zone).date(),
                "blank": found,
            },
        )


def _own_blanks(entry: Entry, dossier: Dossier) -> Iterator[str]:
    """Those that no earlier mail of the client's holds: who copies a line of theirs has left nothing open."""
    for found in BLANK.findall(entry.reading.new_text):
        theirs = (one for one in dossier.from_client() if one.at < entry.at)
        if not any(found in one.reading.new_text for one in theirs):
            yield found
