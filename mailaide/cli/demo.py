"""`mailaide demo`: the daemon at work on a mailbox of its own, on this computer only; nothing is left behind."""

from __future__ import annotations

import secrets
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from mailaide.config import Config
    from mailaide.steps.report import Done, Report

USER = "anna@studiodevries.example"
LOOK_EVERY_SECONDS = 5.0


@click.command("demo")
@click.option("--stay", is_flag=True, help="Keep the mail server and the daemon going until Ctrl-C.")
@click.option("--port", default=0, show_default="a free one", help="The port of the demo's mail server.")
def command(*, stay: bool, port: int) -> None:
    """Show what mailaide does, on a mailbox that it brings along.

    The mail server and the mails of two clients are its own; nothing is left behind.
    """
    from rich.console import Console

    from mailaide.adapters.state import StateDirectory
    from mailaide.cli import logs
    from mailaide.config import load
    from mailaide.demo import DemoServer, fill, sample, settings
    from mailaide.service.wiring import service

    logs.set_up()
    console = Console()
    now, password = datetime.now(UTC), secrets.token_urlsafe(6)
    with tempfile.TemporaryDirectory(prefix="mailaide-demo-") as folder, DemoServer({USER: password}, port) as server:
        home = Path(folder)
        mails = sample(now)
        fill(server.port, USER, password, mails)
        (home / "password").write_text(password + "\n")
        text = settings(
            now, port=server.port, user=USER, state_directory=home / "state", password_file=home / "password"
        )
        (home / "config.yaml").write_text(text)
        config = load(home / "config.yaml")
        with service(config, StateDirectory(config.state_directory)) as wired:
            report = wired.cycle.run(now, everything=True)
            _tell(console, report, config, len(mails))
            _invite(console, server.port, password, stay=stay)
            while stay and not threading.Event().wait(LOOK_EVERY_SECONDS):
                again = wired.cycle.run(datetime.now(UTC))
                for done in again.done:
                    console.print(_line(done))


def _tell(console: Console, report: Report, config: Config, count: int) -> None:
    from mailaide.steps.report import Verb

    drafts = [done for done in report.done if done.verb is Verb.DRAFT]
    alerts = [done for done in report.done if done.verb is Verb.ALERT]
    console.rule(f"1. What was read: {report.count} of {count} mails are about clients' work")
    console.print(_matches(report, config))
    console.rule(f"2. What lies in Drafts now: {len(drafts)}")
    for done in drafts:
        console.print(_line(done))
    shown = next((done for done in drafts if done.duty == "complaints"), drafts[0] if drafts else None)
    if shown:
        console.rule("3. One of them in full, as your mail client will open it")
        console.print(_mail(shown))
    console.rule(f"4. Alerts in your own INBOX: {len(alerts)}")
    for done in alerts:
        console.print(_line(done))
    in_full = next((done for done in alerts if done.intent and done.intent.raw), None)  # others are told in a summary
    if in_full:
        console.print(_mail(in_full))
    for fault in report.faults:
        console.print(f"[red]{fault.error}[/red]")


def _matches(report: Report, config: Config) -> object:
    from mailaide.cli.show import table

    zone = config.practice.person.zone
    rows = (
        (
            f"{one.received_at.astimezone(zone):%a %d %b %H:%M}",
            f"{one.sender}\n{one.subject}",
            f"{one.project or '? ' + ' or '.join(one.candidates)}\n{one.because}",
        )
        for one in report.read
    )
    return table(("received", "from and subject", "project, and why"), rows, lines=True)


def _line(done: Done) -> object:
    from rich.text import Text

    return Text.assemble(
        ("* ", "bold"), (f"{done.project or 'no project yet'}, {done.duty}: ", "bold"), f"{done.because}."
    )


def _mail(done: Done) -> object:
    from email import message_from_bytes
    from email.policy import default

    from rich.panel import Panel
    from rich.text import Text

    message = message_from_bytes(done.intent.raw if done.intent else b"", policy=default)
    head = "\n".join(f"{name}: {message[name]}" for name in ("From", "To", "Subject"))
    return Panel(Text(f"{head}\n\n{message.get_content().rstrip()}"))


def _invite(console: Console, port: int, password: str, *, stay: bool) -> None:
    from rich.text import Text

    how = f"server 127.0.0.1, port {port}, no encryption, user {USER}, password {password}"
    if stay:
        console.rule("5. Look for yourself")
        console.print(Text(f"Connect your own mail client (IMAP): {how}."))
        console.print("Edit, delete or file the drafts: mailaide looks every few seconds. Stop with Ctrl-C.")
    else:
        console.rule("5. Next")
        console.print("See it in your own mail client: ./run demo --stay")
        console.print("Use it on your own mail: copy config.example.yaml to config.yaml, then mailaide check.")
