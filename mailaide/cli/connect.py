"""`mailaide connect ACCOUNT`: let mailaide into a mailbox whose provider takes no password from programs."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("connect")
@click.argument("account")
@click.pass_obj
def command(path: Path, *, account: str) -> None:
    """Let mailaide into a mailbox by OAuth.

    You agree in a browser, on the page of the provider that ACCOUNT is at.
    """
    from mailaide.cli import logs
    from mailaide.cli.records import account_named
    from mailaide.config import load
    from mailaide.service.wiring import connect

    logs.set_up()
    config = load(path)
    oauth = account_named(account, config).oauth
    if oauth is None or not oauth.authorization_endpoint:
        raise click.ClickException(
            f"account {account}: nothing says where to ask for access. Write oauth with a provider, or with a "
            "token_endpoint and an authorization_endpoint, into its settings."
        )
    connect(config, account, _show)
    click.echo(f"ok  account {account}: mailaide may read this mailbox. See: mailaide check")


def _show(address: str) -> None:
    click.echo("Open this page in a browser on this computer, log in, and allow mailaide to read the mailbox:\n")
    click.echo(f"{address}\n")
