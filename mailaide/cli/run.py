"""`mailaide run`: the daemon, in the foreground, until SIGTERM or Ctrl-C."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("run")
@click.option("--verbose", is_flag=True, help="Say more in the log; never words of a mail.")
@click.pass_obj
def command(config: Path, *, verbose: bool) -> None:
    """Watch the mailboxes and go on until stopped. This is what systemd starts."""
    from mailaide.cli import logs
    from mailaide.config.apart import load_apart
    from mailaide.daemon import Daemon

    logs.set_up(verbose=verbose)
    Daemon(load_apart(config)).run()
