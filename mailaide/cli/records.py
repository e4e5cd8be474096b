"""What several commands look up: a project or an account by its name, what is known of it, and the drafts of all."""

from __future__ import annotations

import click

from mailaide.config import AccountSettings, Config
from mailaide.core.dossier import Dossier
from mailaide.core.intent import Intent, Kind
from mailaide.core.project import Practice, Project
from mailaide.service.store import to_read
from mailaide.steps.recall import recall


def project_named(name: str, practice: Practice) -> Project:
    """Raises BadParameter with the names that there are."""
    try:
        return practice.project(name)
    except KeyError:
        names = ", ".join(sorted(one.key for one in practice.projects))
        raise click.BadParameter(f"there is no project {name!r}; there are {names}", param_hint="PROJECT") from None


def account_named(name: str, config: Config) -> AccountSettings:
    """Raises BadParameter with the names that there are."""
    try:
        return config.account(name)
    except KeyError:
        names = ", ".join(one.name for one in config.accounts)
        raise click.BadParameter(f"there is no account {name!r}; there are {names}", param_hint="ACCOUNT") from None


def dossier(name: str, config: Config) -> Dossier:
    """All that is known of that project. Raises BadParameter, StoreError."""
    project = project_named(name, config.practice)
    with to_read(config) as store:
        return recall(store, config.practice, project.key)


def drafts(config: Config) -> list[Intent]:
    """All drafts of all configured projects, oldest first. Raises StoreError."""
    with to_read(config) as store:
        found = [one for project in config.practice.projects for one in store.intents(project.key)]
    return sorted((one for one in found if one.kind is Kind.DRAFT), key=lambda one: one.planned_at)
