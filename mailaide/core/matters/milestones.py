"""Which milestones are to come, and which have nothing to show.

That one is done stands in the configuration, and is seldom written at once: work that was handed over since the one
before may be it, and of that nobody says to a client that it is missing.
"""

from __future__ import annotations

from datetime import date, datetime

from mailaide.core.dossier import Dossier
from mailaide.core.matters.approvals import requests
from mailaide.core.project import Milestone, Project


def ahead(project: Project, now: datetime) -> tuple[Milestone, ...]:
    """Those still to come, from the client's today on, in the order of their days."""
    today = now.astimezone(project.client.zone).date()
    return tuple(sorted((m for m in project.milestones if m.done is None and m.on >= today), key=lambda m: m.on))


def missing(dossier: Dossier, *, before: date = date.max) -> tuple[Milestone, ...]:
    """Those of an earlier day than `before` for which no work was handed over, in the order of their days."""
    zone = dossier.project.client.zone
    handed_over = [one.entry.at.astimezone(zone).date() for one in requests(dossier) if one.delivery]
    last, found = date.min, []
    for milestone in sorted(dossier.project.milestones, key=lambda one: one.on):
        shown = milestone.done is not None or any(day > last for day in handed_over)
        if milestone.on < before and not shown:
            found.append(milestone)
        last = milestone.on
    return tuple(found)
