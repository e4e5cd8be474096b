"""`mailaide once`: one cycle, now or at another instant, for real or dry."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailaide.config import Config
    from mailaide.ports import Progress
    from mailaide.service.wiring import Service


@click.command("once")
@click.option("--dry-run", is_flag=True, help="Read and decide only: no draft, no alert, nothing remembered.")
@click.option("--now", "instant", metavar="INSTANT", help="Decide as if it were then: 2026-03-02T09:30, your time.")
@click.option("--json", "as_json", is_flag=True, help="Print the actions as JSON.")
@click.option("--verbose", is_flag=True, help="Say more in the log; never words of a mail.")
@click.pass_obj
def command(path: Path, *, dry_run: bool, instant: str | None, as_json: bool, verbose: bool) -> None:
    """Look at the mailboxes once, do what is to be done, and stop."""
    from mailaide.adapters import progress
    from mailaide.cli import logs, show
    from mailaide.config import load

    logs.set_up(verbose=verbose)
    config = load(path)
    now = _instant(instant, config) if instant else datetime.now(UTC)
    with progress.shown(on_terminal=sys.stderr.isatty()) as bars, _service(config, bars, dry=dry_run) as wired:
        report = wired.cycle.run(now, everything=True, dry=dry_run)
    if as_json:
        click.echo(json.dumps([done.as_json() for done in report.done], ensure_ascii=False, indent=2))
    else:
        show.report(report, config.practice, dry=dry_run)
    for fault in dict.fromkeys(str(fault) for fault in report.faults):
        click.echo(fault, err=True)
    if report.faults:
        raise SystemExit(1)


def _instant(text: str, config: Config) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f"{text!r} is no instant; write 2026-03-02T09:30 or 2026-03-02T09:30+01:00", param_hint="--now"
        ) from None
    return (instant if instant.tzinfo else instant.replace(tzinfo=config.practice.person.zone)).astimezone(UTC)


@contextlib.contextmanager
def _service(config: Config, progress: Progress, *, dry: bool) -> Iterator[Service]:
    from mailaide.adapters.state import StateDirectory
    from mailaide.service.store import scratch
    from mailaide.service.wiring import service

    state = StateDirectory(config.state_directory)
    if dry:
        with scratch(config) as store, service(config, state, store=store, progress=progress) as wired:
            yield wired
    else:
        with state.held(), service(config, state, progress=progress) as wired:
            yield wired
