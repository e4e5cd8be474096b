"""`mailaide check`: is everything there that the daemon needs? Reads only; changes nothing anywhere."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailaide.config import Config, StoreSettings

NEEDED = ("drafts", "sent")


@click.command("check")
@click.pass_obj
def command(path: Path) -> None:
    """Check configuration, passwords, servers, folders and letters.

    Reads only; changes nothing anywhere.
    """
    from mailaide.cli import logs
    from mailaide.cli.show import counted
    from mailaide.config import load

    logs.set_up()
    config = load(path)
    projects = config.practice.projects
    click.echo(f"ok  {path}: {counted(len(config.accounts), 'account')}, {counted(len(projects), 'project')}")
    if not config.alerts.apprise:
        click.echo("NB  alerts.apprise is empty: when a mailbox cannot be read, only the log tells")
    for hint in (*_open_secrets(config, path), *_holidays(config)):
        click.echo(f"NB  {hint}")
    troubles = [*_accounts(config), *_letters(config), *_state(config)]
    for trouble in troubles:
        click.echo(f"NO  {trouble}", err=True)
    if troubles:
        raise SystemExit(1)
    click.echo("All is well. Start it with: mailaide run")


def _open_secrets(config: Config, path: Path) -> Iterator[str]:
    """Files with a password, or with the address of a push channel, that anybody at this computer can read."""
    files = [one.password_file for one in config.accounts]
    files += [one.oauth.client_secret_file for one in config.accounts if one.oauth]
    files += [config.store.password_file if config.store else None, path if config.alerts.apprise else None]
    for file in dict.fromkeys(one.expanduser() for one in files if one is not None):
        if file.exists() and file.stat().st_mode & stat.S_IROTH:
            yield f"{file} holds a secret, and every user of this computer can read it. Run: chmod 600 {file}"


def _holidays(config: Config) -> Iterator[str]:
    from mailaide.config.closed import left_out

    missing = left_out(config.practice.person.hours.closed.public, datetime.now(UTC).year)
    if missing:
        yield f"person.holidays names no region, so {', '.join(missing[:3])} counts as work. If not, name your region"


def _accounts(config: Config) -> Iterator[str]:
    from mailaide.errors import MailaideError
    from mailaide.service.wiring import mailbox, secrets

    keys = secrets(config)
    for settings in config.accounts:
        box = mailbox(settings, keys)
        try:
            folders = {folder.role.value: folder.name for folder in box.folders()}
            at_once = settings.push and box.tells_of_news()
        except MailaideError as error:
            yield str(error)
            continue
        finally:
            box.close()
        named = ", ".join(f"{role} = {name}" for role, name in folders.items())
        click.echo(f"ok  account {settings.name}: logged in at {settings.host}; {named}")
        interval = f"every {config.sync.poll_seconds} s"
        click.echo(
            f"ok  account {settings.name}: new mail is seen {f'at once, and {interval}' if at_once else interval}"
        )
        for role in NEEDED:
            if role not in folders:
                where = f"accounts.{settings.name}.folders"
                yield f"account {settings.name}: no {role} folder was found. Name it in {where}."


def _letters(config: Config) -> Iterator[str]:
    """Every letter that this configuration could need, written on its own projects."""
    from mailaide.adapters.ear_model import built_in
    from mailaide.adapters.letters.jinja import JinjaLetters
    from mailaide.core.reading.ours.wording import overheard
    from mailaide.core.samples.letters import sample_letters
    from mailaide.errors import LetterError

    letters = JinjaLetters(config.practice.person, config.templates_directory)
    troubles: dict[str, None] = {}
    hints: dict[str, None] = {}
    count = 0
    for letter in sample_letters(config.practice, datetime.now(UTC)):
        count += 1
        try:
            text = letters.render(letter).text
            ours = letter.frame == "letter"
            found = overheard(text, language=letter.language, ear=built_in()) if ours else ()
            hints |= dict.fromkeys(f"a letter says “{one.text}” ({one.flaw}). {one.better}" for one in found)
        except LetterError as error:
            troubles.setdefault(str(error))
    if not troubles:
        click.echo(f"ok  {count} letters can be written")
    for hint in hints:
        click.echo(f"--  {hint}")
    yield from troubles


def _state(config: Config) -> Iterator[str]:
    from mailaide.adapters.state import StateDirectory
    from mailaide.errors import StoreError

    try:
        StateDirectory(config.state_directory).try_out()
    except StoreError as error:
        yield str(error)
    else:
        click.echo(f"ok  state is kept in {config.state_directory}")
    if config.store is not None:
        yield from _store(config.store)


def _store(settings: StoreSettings) -> Iterator[str]:
    from mailaide.errors import StoreError
    from mailaide.service.store import promise

    try:
        click.echo(f"ok  store {promise(settings)}")
    except StoreError as error:
        yield str(error)
