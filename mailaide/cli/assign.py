"""`mailaide assign ID PROJECT`: say which project a conversation is of; the running mailaide goes on from there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command("assign")
@click.argument("message_id", metavar="THREAD-OR-MESSAGE-ID")
@click.argument("project")
@click.pass_obj
def command(path: Path, *, message_id: str, project: str) -> None:
    """Put a conversation in a project, for good.

    Moving one of its mails to the folder mailaide/PROJECT does the same.

    If messages of it wait for a project, those are put there; else the whole conversation is.
    """
    from mailaide.cli.records import project_named
    from mailaide.cli.show import counted
    from mailaide.config import load
    from mailaide.service.store import opened

    config = load(path)
    project_named(project, config.practice)
    named = message_id if message_id.startswith("<") else f"<{message_id}>"
    store = opened(config)
    try:
        thread = store.threads([named]).get(named)
        if thread is None:
            raise click.BadParameter(
                f"no message {named} is known; copy its Message-ID from the source of the mail",
                param_hint="THREAD-OR-MESSAGE-ID",
            )
        before = {entry.id for entry in store.entries(project)}
        store.settle(thread.name, project, "you assigned it", datetime.now(UTC))
        moved = [entry for entry in store.entries(project) if entry.id not in before]
    finally:
        store.close()
    for entry in moved:
        click.echo(f"{entry.header.subject or '(no subject)'} ({entry.id})")
    click.echo(f"{counted(len(moved), 'message')} put in {project}; what follows goes there too.")
