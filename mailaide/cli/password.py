"""`mailaide password ACCOUNT`: give the password of a mailbox to the keyring."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("password")
@click.argument("account")
@click.pass_obj
def command(path: Path, *, account: str) -> None:
    """Keep the password of ACCOUNT in your keyring.

    You are asked for it, and it is not shown. ACCOUNT is a name under `accounts` in the configuration, or `store` for
    the database server.
    """
    from mailaide.adapters.secrets import STORE, keep
    from mailaide.cli.records import account_named
    from mailaide.config import load

    config = load(path)
    settings = config.store if account == STORE and config.store else account_named(account, config)
    file = settings.password_file
    if file is not None:
        raise click.ClickException(
            f"{account}: its password is read from {file}, and the keyring is not asked. Write it there, or take "
            "password_file out of the configuration first. Nothing was kept."
        )
    keep(account, click.prompt(f"Password of {account}", hide_input=True))
    click.echo(f"ok  {account}: the keyring has its password. See: mailaide check")
