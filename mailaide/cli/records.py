"""What the store remembers of drafts, read from a copy so that a running daemon is not disturbed."""

from __future__ import annotations

from mailaide.adapters.state import StateDirectory
from mailaide.adapters.store.sql import SqlStore
from mailaide.config import Config
from mailaide.core.intent import Intent, Kind


def drafts(config: Config) -> list[Intent]:
    """All drafts of all configured projects, oldest first."""
    with StateDirectory(config.state_directory).scratch_database() as database:
        store = SqlStore(database)
        try:
            found = [one for project in config.practice.projects for one in store.intents(project.key)]
        finally:
            store.close()
    return sorted((one for one in found if one.kind is Kind.DRAFT), key=lambda one: one.planned_at)
