"""What came back was not said: the person is told at once that a client never got their mail.

What it answered waits again by itself, and is told when its time comes; that nobody read the answer is told now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mailaide.core.dossier import Author, Dossier
from mailaide.core.obligation import Obligation, Rung

NAME = "returned"
TELL_WITHIN = timedelta(days=14)


def owed(dossier: Dossier, now: datetime) -> Iterator[Obligation]:
    """One for each mail of ours that came back, for two weeks, or until a later one in its conversation got there."""
    for report in dossier.reports():
        ours = dossier.entry(report.header.references[-1])
        lapses_at = report.at + TELL_WITHIN
        if ours is None or ours.author is not Author.US or now >= lapses_at:
            continue
        if any(later.at > ours.at and later.thread == ours.thread for later in dossier.to_client()):
            continue
        yield Obligation(
            duty=NAME,
            project=dossier.project.key,
            key=f"{NAME}/{dossier.project.key}/{ours.id}",
            since=report.at,
            due=report.at,
            because=f'the mail "{ours.header.subject}" could not be delivered',
            evidence=(report.id, ours.id),
            thread=ours.thread,
            draft_at=report.at,
            facts={
                "subject": ours.header.subject,
                "sent_on": ours.at.astimezone(dossier.person.zone).date(),
                "recipients": ", ".join(one.email for one in ours.header.recipients),
            },
            alerts=(Rung(name="seen", at=report.at),),
            lapses_at=lapses_at,
            at_once=True,
        )
