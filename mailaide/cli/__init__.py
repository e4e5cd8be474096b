"""The command `mailaide`: one file a command. What is slow to import is imported when its command runs."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from mailaide import __version__
from mailaide.errors import ConfigError, MailaideError

COMMANDS = (
    "run",
    "once",
    "status",
    "check",
    "demo",
    "timeline",
    "ledger",
    "drafts",
    "restore",
    "probe",
    "password",
    "connect",
    "explain",
    "assign",
    "mark",
    "read",
    "preview",
    "templates",
    "schema",
)
"""Each in the module of its name."""

PLACES = (Path("config.yaml"), Path("~/.config/mailaide/config.yaml"), Path("/etc/mailaide/config.yaml"))


class _Commands(click.Group):
    """Looks a command up in its own module, and turns our errors into words and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"mailaide.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ConfigError as error:
            click.echo(str(error), err=True)
            ctx.exit(2)
        except MailaideError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)


def _configuration() -> Path:
    found = (place.expanduser() for place in PLACES)
    return next((place for place in found if place.is_file()), PLACES[1].expanduser())


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--config",
    "-c",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="MAILAIDE_CONFIG",
    help="The configuration file. Left out: ./config.yaml, ~/.config/mailaide/config.yaml, /etc/mailaide/config.yaml.",
)
@click.version_option(__version__, prog_name="mailaide")
@click.pass_context
def main(ctx: click.Context, config: Path | None) -> None:
    """Puts the next message a client should get into your Drafts, and raises the alarm when a complaint waits.

    mailaide never sends mail to a client: you read the draft in your own mail client, change it, and send it.
    """
    ctx.obj = config or _configuration()


if __name__ == "__main__":
    sys.exit(main())
