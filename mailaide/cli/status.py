"""`mailaide status`: how things stand, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailaide.core.project import Practice
    from mailaide.steps.status import Account, Status


@click.command("status")
@click.pass_obj
def command(path: Path) -> None:
    """Say how things stand: accounts, open complaints, drafts.

    Reads the store only, not the mailbox.
    """
    from mailaide.adapters.state import StateDirectory
    from mailaide.config import load
    from mailaide.service.store import to_read
    from mailaide.steps.status import status

    config, now = load(path), datetime.now(UTC)
    with to_read(config) as store:
        found = status(store, config.practice, [one.name for one in config.accounts], now)
    at_work = StateDirectory(config.state_directory).in_use()
    click.echo("mailaide is running." if at_work else "mailaide is not running. Start it with: mailaide run")
    for line in in_words(found, config.practice, now):
        click.echo(line)


def in_words(found: Status, practice: Practice, now: datetime) -> Iterator[str]:
    """Line by line, as it is shown."""
    zone = practice.person.zone
    yield from (f"Account {one.name}: {_seen(one, zone)}" for one in found.accounts)
    yield f"Projects: {len(practice.projects)}"
    if found.unassigned:
        yield f"Mails that may be of several projects: {found.unassigned}. Say which with: mailaide assign"
    yield f"Open complaints: {len(found.complaints) or 'none'}"
    for owed in found.complaints:
        late = ", which is past" if owed.due <= now else ""
        yield f"  {owed.project}: answer by {_at(owed.due, zone)}{late}. {owed.because}."
    yield f"Drafts that wait for you: {len(found.drafts) or 'none'}"
    for draft in found.drafts:
        yield f"  {draft.project}: in {draft.folder} since {_at(draft.planned_at, zone)}: {draft.because}."
    left_out = [(one.name, case) for one in found.accounts for case in one.left_out]
    yield f"Mails that could not be read: {len(left_out) or 'none'}"
    for name, case in left_out:
        where = f"{case.folder}, received {_at(case.at, zone)}, UID {case.uid}"
        yield f"  {name}: {where}: {case.why}. Look at it yourself."


def _seen(one: Account, zone: tzinfo) -> str:
    if one.blind_since is not None:
        return f"CANNOT BE READ since {_at(one.blind_since, zone)}. See: mailaide check"
    if one.looked_at is None:
        return "has not been read yet"
    return f"last read {_at(one.looked_at, zone)}"


def _at(instant: datetime, zone: tzinfo) -> str:
    return instant.astimezone(zone).strftime("%a %d %b %Y %H:%M")
