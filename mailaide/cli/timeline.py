"""`mailaide timeline PROJECT`: what happened in a project, with the sentence or message that shows it."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("timeline")
@click.argument("project")
@click.pass_obj
def command(path: Path, *, project: str) -> None:
    """Show the dated facts of a project as mailaide read them. Reads the store only, not the mailbox."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from mailaide.config import load  # noqa: PLC0415
    from mailaide.core.timeline import timeline  # noqa: PLC0415
    from mailaide.recall import recall  # noqa: PLC0415
    from mailaide.store import to_read  # noqa: PLC0415

    config = load(path)
    practice = config.practice
    if project not in {one.key for one in practice.projects}:
        names = ", ".join(sorted(one.key for one in practice.projects))
        raise click.BadParameter(f"there is no project {project!r}; there are {names}", param_hint="PROJECT")
    with to_read(config) as store:
        dossier = recall(store, practice, project)
    table = Table()
    for heading in ("when", "what", "shown by"):
        table.add_column(heading, overflow="fold")
    for fact in timeline(dossier):
        when = fact.at.astimezone(practice.person.zone).strftime("%Y-%m-%d %H:%M")
        table.add_row(when, Text(fact.what), Text(fact.because or fact.message))
    Console().print(table)
