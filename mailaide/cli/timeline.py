"""`mailaide timeline PROJECT`: what happened in a project, with the sentence or message that shows it."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("timeline")
@click.argument("project")
@click.pass_obj
def command(path: Path, *, project: str) -> None:
    """Show the dated facts of a project as mailaide read them.

    Reads the store only, not the mailbox.
    """
    from rich.console import Console

    from mailaide.cli.records import dossier
    from mailaide.cli.show import table
    from mailaide.config import load
    from mailaide.core.timeline import timeline

    known = dossier(project, load(path))
    zone = known.person.zone
    facts = list(timeline(known))
    if not facts:
        click.echo(f"Nothing has happened in {project} yet, as far as its mail was read.")
        return
    rows = ((f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}", one.what, one.because or one.message) for one in facts)
    Console().print(table(("when", "what", "shown by"), rows))
