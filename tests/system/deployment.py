"""mailaide as a person installs it: a config.yaml, a password file and the real command, against a test server.

Two clients with one project each, "harbour" and "bridge". The commands are subprocesses; nothing in here reaches
into mailaide.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import yaml
from system.dovecot import PASSWORD, Dovecot

US = "Anna de Vries <anna@devries.example>"
CLIENTS = {"harbour": "Bob Jansen <bob@harbour.example>", "bridge": "Lies Smit <lies@bridge.example>"}
COMPLAINT = "Het ontwerp zou er vrijdag zijn en het is er nog steeds niet. Ik ben hier erg ontevreden over."
PATIENCE_SECONDS = 20.0
FOLDERS = ("INBOX", "Drafts", "Verzonden items", "Trash")

Found = TypeVar("Found")
numbers = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """One message as another session sees it in a folder."""

    uid: int
    flags: frozenset[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        return message_from_bytes(self.raw, policy=default)


def eventually(look: Callable[[], Found], within: float = PATIENCE_SECONDS) -> Found:
    """What `look` gives once it gives something; fails when it does not in time."""
    deadline = time.monotonic() + within
    while not (found := look()):
        assert time.monotonic() < deadline, f"this did not come within {within:.0f} s: {look}"
        time.sleep(0.02)
    return found


class Running:
    """`mailaide run`, with what it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def watches(self) -> bool:
        assert self.process.poll() is None, self.said
        return "mailaide watches" in self.said

    def stop(self) -> float:
        """SIGTERM; how many seconds it took to end."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE_SECONDS)
        return time.monotonic() - began

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


class Deployment:
    """`settings` is what config.yaml will hold at the next command; tests change it at will."""

    def __init__(self, folder: Path, server: Dovecot, *, projects: Mapping[str, str] | None = None) -> None:
        """`projects` gives each project its account; left out, all are in "studio"."""
        self.folder = folder
        self.server = server
        self.accounts = projects or dict.fromkeys(CLIENTS, "studio")
        number = next(numbers)
        self.users = {account: f"{account}-{number}" for account in dict.fromkeys(self.accounts.values())}
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "password").write_text(PASSWORD + "\n", encoding="utf-8")
        (folder / "password").chmod(0o600)
        self.settings: dict[str, Any] = {
            "version": 1,
            "person": {
                "name": "Anna de Vries",
                "addresses": ["anna@devries.example"],
                "language": "nl",
                "time_zone": "Europe/Amsterdam",
            },
            "accounts": {
                account: {
                    "host": server.host,
                    "port": server.tls_port,
                    "user": user,
                    "ca_file": str(server.ca_file),
                    "password_file": "password",
                }
                for account, user in self.users.items()
            },
            "clients": {key: _client(key) for key in self.accounts},
            "projects": {
                key: {"client": key, "title": f"Site {key}", "account": account}
                for key, account in self.accounts.items()
            },
            "alerts": {"quiet_hours": "none"},  # many tests run now, whatever the time of day
            "policy": {"cadence": "never", "complaints": {"answer_within": "1 hours"}},
            "limits": {"drafts_at_first": 20},
            "sync": {"poll_seconds": 1},
            "state_directory": "state",
        }

    # What happens in the mailbox

    def client_complains(self, project: str, at: datetime, *, text: str = COMPLAINT, references: str = "") -> str:
        """A complaint arrives; its Message-ID."""
        message = EmailMessage()
        message["From"] = sender(project)
        message["To"] = US
        message["Subject"] = f"Waar blijft het ({project})"
        message["Message-ID"] = identifier = f"<{next(numbers)}@{project}.example>"
        if references:
            message["References"] = references
        message.set_content(text)
        self.deliver(project, message.as_bytes(), at)
        return identifier

    def deliver(self, project: str, raw: bytes, at: datetime) -> None:
        self.server.deliver(self.users[self.accounts[project]], "INBOX", raw, at)

    def lying(self, folder: str, account: str = "studio") -> list[Lying]:
        with self.server.client(self.users[account]) as client:
            client.select_folder(folder, readonly=True)
            uids = client.search(["ALL"])
            rows = client.fetch(uids, ["FLAGS", "BODY.PEEK[]"]) if uids else {}
        return [
            Lying(
                uid=uid,
                flags=frozenset(flag.decode() for flag in row[b"FLAGS"] if flag != b"\\Recent"),
                raw=row[b"BODY[]"],
            )
            for uid, row in sorted(rows.items())
        ]

    def drafts(self, account: str = "studio") -> list[str]:
        """To whom the drafts are."""
        return [str(one.message["To"]) for one in self.lying("Drafts", account)]

    def alerts(self, account: str = "studio") -> list[Lying]:
        """What lies in the INBOX from us to us."""
        return [one for one in self.lying("INBOX", account) if one.message["From"] == one.message["To"] == US]

    def everything(self) -> dict[tuple[str, str], list[Lying]]:
        return {(account, folder): self.lying(folder, account) for account in self.users for folder in FOLDERS}

    def lose_the_database(self) -> None:
        for file in (self.folder / "state").glob("mailaide.db*"):
            file.unlink()

    @contextmanager
    def over(self, port: int) -> Iterator[None]:
        """Within the block the mail server is reached at this port of this machine, without TLS."""
        straight = self.settings["accounts"]
        plain = {"host": "127.0.0.1", "port": port, "tls": "none"}
        self.settings["accounts"] = {name: {**account, **plain} for name, account in straight.items()}
        yield
        self.settings["accounts"] = straight

    # The command

    def mailaide(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._command(*words),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env=_environment(),
            cwd=self.folder,
        )

    def once(self, now: datetime | None = None, *words: str) -> subprocess.CompletedProcess[str]:
        return self.mailaide("once", *(("--now", now.isoformat()) if now else ()), *words)

    def actions(self, now: datetime) -> list[dict[str, Any]]:
        """What `once --json` says it did at that instant, when all went well."""
        ended = self.once(now, "--json")
        assert (ended.returncode, ended.stderr) == (0, "")
        actions: list[dict[str, Any]] = json.loads(ended.stdout)
        return actions

    @contextmanager
    def running(self) -> Iterator[Running]:
        """`mailaide run` until the end of the block, from when it watches."""
        with self.started() as running:
            eventually(running.watches)
            yield running

    @contextmanager
    def started(self, *beside: str) -> Iterator[Running]:
        """`mailaide run` until the end of the block, from its first moment; `beside` is a tracer that makes way."""
        log = self.folder / f"log-{next(numbers)}"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [*beside, *self._command("run")], stdout=sink, stderr=sink, env=_environment(), cwd=self.folder
            )
        try:
            yield Running(process, log)
        finally:
            process.kill()
            process.wait()

    def _command(self, *words: str) -> list[str]:
        config = self.folder / "config.yaml"
        if self.settings:
            config.write_text(yaml.safe_dump(self.settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
        return [sys.executable, "-m", "mailaide", "--config", str(config), *words]


def sender(project: str) -> str:
    return CLIENTS.get(project, f"Klant <klant@{project}.example>")


def _client(key: str) -> dict[str, Any]:
    name, _, address = sender(key).partition(" <")
    return {"name": f"{key.title()} B.V.", "contact": name, "addresses": [address.rstrip(">")], "language": "nl"}


def _environment() -> dict[str, str]:
    """The tests' own, without what could lead the command to another configuration or password, or make it slow."""
    ours = ("MAILAIDE_CONFIG", "CREDENTIALS_DIRECTORY", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "COLUMNS": "160"}
