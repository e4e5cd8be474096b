"""`mailaide probe`: what does a mail server make of a draft? Places one, reads it back, and removes it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailaide.config import Config


@click.command("probe")
@click.argument("account", required=False)
@click.pass_obj
def command(path: Path, *, account: str | None) -> None:
    """Try what the mail server keeps of a draft.

    Places one harmless draft to yourself in ACCOUNT (left out: in each), reads it back and removes it.
    """
    from mailaide.cli import logs
    from mailaide.cli.records import account_named
    from mailaide.config import load

    logs.set_up()
    config = load(path)
    for one in [account_named(account, config)] if account else config.accounts:
        _probe(config, one.name)


def _probe(config: Config, name: str) -> None:
    from mailaide.adapters.state import StateDirectory
    from mailaide.service.wiring import mailbox, secrets
    from mailaide.steps.probe import probe, trial

    state = StateDirectory(config.state_directory)
    box = mailbox(config.account(name), secrets(config))
    try:
        intent = trial(name, box.folders(), config.practice.person, state.secret(keep=False), datetime.now(UTC))
        for finding in probe(box, intent):
            click.echo(f"{'ok ' if finding.well else 'NO '} account {name}: {finding.says}")
    finally:
        box.close()
