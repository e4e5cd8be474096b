"""What the store remembers of drafts."""

from __future__ import annotations

from mailaide.config import Config
from mailaide.core.intent import Intent, Kind
from mailaide.store import to_read


def drafts(config: Config) -> list[Intent]:
    """All drafts of all configured projects, oldest first."""
    with to_read(config) as store:
        found = [one for project in config.practice.projects for one in store.intents(project.key)]
    return sorted((one for one in found if one.kind is Kind.DRAFT), key=lambda one: one.planned_at)
