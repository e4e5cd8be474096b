"""`mailaide drafts`: every draft and what became of it, with the reason it was written for."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("drafts")
@click.option("--all", "everything", is_flag=True, help="Also those that were sent, deleted or taken back.")
@click.pass_obj
def command(path: Path, *, everything: bool) -> None:
    """List the drafts that mailaide wrote, with their reasons.

    Reads the store only, not the mailbox.
    """
    from rich.console import Console

    from mailaide.cli.records import drafts
    from mailaide.cli.show import table
    from mailaide.config import load

    config = load(path)
    zone = config.practice.person.zone
    shown = [intent for intent in drafts(config) if everything or intent.watched]
    if shown:
        rows = (
            (
                f"{intent.planned_at.astimezone(zone):%Y-%m-%d %H:%M}",
                intent.project,
                MISSED if intent.missed else STATES[intent.state.value],
                intent.because,
                intent.key,
            )
            for intent in shown
        )
        Console().print(table(("planned", "project", "state", "because", "key"), rows, lines=True))
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
