"""What came back was not said: the person is told at once that a client never got their mail.

What it answered waits again by itself, and is told when its time comes; that nobody read the answer is told now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from mailaide.core.dossier import Author, Dossier
from mailaide.core.duties.warnings import is_news, warning
from mailaide.core.obligation import Obligation

NAME = "returned"


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each mail of ours that came back, until a later one in its conversation got there."""
    for report in dossier.reports():
        ours = dossier.entry(report.header.references[-1])
        if ours is None or ours.author is not Author.US or not is_news(report.at, now):
            continue
        if any(later.at > ours.at and later.thread == ours.thread for later in dossier.to_client()):
            continue
        yield warning(
            dossier,
            NAME,
            ours,
            shown_by=report,
            because=f'the mail "{ours.header.subject}" could not be delivered',
            facts={
                "subject": ours.header.subject,
                "sent_on": ours.at.astimezone(dossier.person.zone).date(),
                "recipients": ", ".join(one.email for one in ours.header.recipients),
            },
        )
