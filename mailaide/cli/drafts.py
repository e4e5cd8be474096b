"""`mailaide drafts`: every draft and what became of it, with the reason it was written for."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("drafts")
@click.option("--all", "everything", is_flag=True, help="Also those that were sent, deleted or taken back.")
@click.pass_obj
def command(path: Path, *, everything: bool) -> None:
    """List the drafts that mailaide wrote. Reads the store only, not the mailbox."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from mailaide.cli.records import drafts  # noqa: PLC0415
    from mailaide.config import load  # noqa: PLC0415

    config = load(path)
    zone = config.practice.person.zone
    table = Table(show_lines=True)
    for heading in ("planned", "project", "state", "because", "key"):
        table.add_column(heading, overflow="fold")
    shown = [intent for intent in drafts(config) if everything or intent.watched]
    for intent in shown:
        when = intent.planned_at.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        state = MISSED if intent.missed else STATES[intent.state.value]
        cells = (when, intent.project, state, intent.because, intent.key)
        table.add_row(*(Text(cell) for cell in cells))
    if shown:
        Console().print(table)
    else:
        click.echo("No drafts." if everything else "No drafts lie or wait. Those of before: mailaide drafts --all")


MISSED = "not found any more; after a day it counts as deleted"
STATES = {
    "planned": "waits to be written",
    "attempted": "written, not confirmed yet",
    "placed": "lies in Drafts",
    "superseded": "you are working on it",
    "sent": "sent",
    "discarded": "deleted",
    "withdrawn": "taken back",
}
