"""`mailaide restore KEY`: put a draft back that was deleted or lost; its text is kept for thirty days."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command("restore")
@click.argument("key")
@click.pass_obj
def command(path: Path, *, key: str) -> None:
    """Put a draft back that was deleted or lost.

    KEY is what `mailaide drafts --all` shows; the latest draft with it is put into Drafts again.
    """
    from mailaide.adapters.state import StateDirectory
    from mailaide.cli import logs
    from mailaide.config import load
    from mailaide.core.intent import LYING
    from mailaide.service.wiring import service

    logs.set_up()
    config = load(path)
    state = StateDirectory(config.state_directory)
    with state.held(), service(config, state) as wired:
        restored = wired.cycle.restore(key, datetime.now(UTC))
    lies = "lies in" if restored.state in LYING else "will be put into"
    click.echo(f"The draft {lies} {restored.folder} of {restored.account}. It is yours: mailaide leaves it alone.")
