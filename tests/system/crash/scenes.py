"""Mailboxes at the moment before mailaide acts, made once and copied for each case, and what must be there after it.

What must be there is not written down: it is what a run without any fault leaves. Everything that lay there before
counts with its UID, flags, date and bytes; what mailaide put there counts by Message-ID, once each.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from system.dovecot import PASSWORD, Dovecot

SUNDAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
MONDAY_9H = datetime(2026, 3, 2, 8, tzinfo=UTC)
DUE = MONDAY_9H + timedelta(hours=1)
MINUTE = timedelta(minutes=1)
US = "Anna de Vries <anna@devries.example>"
CLIENTS = {"harbour": "Bob Jansen <bob@harbour.example>", "bridge": "Lies Smit <lies@bridge.example>"}
COMPLAINT = "Het ontwerp zou er vrijdag zijn en het is er nog steeds niet. Ik ben hier erg ontevreden over.\n"
AGAIN = "Ik heb nog niets gehoord en ik ben nu zeer ontevreden over deze gang van zaken.\n"
ANSWER = "Het spijt me. Het ontwerp is klaar, ik stuur het vandaag en ik reken deze dag niet.\n"
SENT = "Verzonden items"
numbers = count(1)


class Scene(StrEnum):
    """What there is to do in the act step."""

    FIRST = "first start, two drafts"
    DRAFTS = "two drafts"
    ALERTS = "two alerts"
    BOTH = "two drafts, two alerts"
    ANSWERED = "a draft taken back"
    REWRITTEN = "a draft written anew"

    @property
    def acts_at(self) -> datetime:
        if self in {Scene.ALERTS, Scene.BOTH}:
            return DUE + 5 * MINUTE
        return MONDAY_9H + (25 if self in {Scene.ANSWERED, Scene.REWRITTEN} else 5) * MINUTE  # before half of the time

    @property
    def later(self) -> tuple[datetime, ...]:
        """Cycles without faults: within the settle time and after it, round the due time, and after a day."""
        act = self.acts_at
        near = [act + minutes * MINUTE for minutes in (1, 11, 22, 23)]  # the last one after a row of three faults
        due = [DUE + minutes * MINUTE for minutes in (5, 16, 27)]
        far = [act + timedelta(hours=25), act + timedelta(hours=25, minutes=11)]
        return tuple(at for at in sorted({*near, *due, *far}) if at > act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message that lay there before."""

    flags: frozenset[str]
    received_at: datetime
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mailbox and a store as a fresh session finds them."""

    theirs: Mapping[tuple[str, int], Message]
    """What lay there before, by folder and UID."""

    ours: Counter[tuple[str, str]]
    """Folder and Message-ID of what was put there since."""

    flags: frozenset[tuple[str, frozenset[str]]]
    """Folder and flags of what was put there since."""

    folders: frozenset[str]
    intents: frozenset[tuple[str, str]]
    """Message-ID and state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    duplicates: int = 0
    lost: int = 0
    ghosts: int = 0
    """Intents of which the store tells another story."""

    touched: int = 0
    """Messages of before that are changed or gone, folders that came or went, flags not ours to set or lack."""

    @property
    def exact(self) -> bool:
        return self == Verdict()


def judge(seen: Seen, expected: Seen) -> Verdict:
    places = seen.theirs.keys() | expected.theirs.keys()
    others = [place for place in places if seen.theirs.get(place) != expected.theirs.get(place)]
    return Verdict(
        duplicates=(seen.ours - expected.ours).total(),
        lost=(expected.ours - seen.ours).total(),
        ghosts=len({one for one, _ in seen.intents ^ expected.intents}),
        touched=len(others) + len(seen.folders ^ expected.folders) + len(seen.flags - expected.flags),
    )


class Place:
    """One mailbox with one state directory and one configuration."""

    def __init__(self, folder: Path, server: Dovecot, user: str) -> None:
        self.folder = folder
        self.user = user
        self.state = folder / "state"
        self.config = folder / "config.yaml"
        self._server = server
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def maildir(self) -> Path:
        return self._server.base / "home" / self.user

    @property
    def database(self) -> Path:
        return self.state / "mailaide.db"

    def connect(self, port: int | None = None, *, tls: bool = True) -> None:
        """Write the configuration; without a port, straight to the server."""
        settings = _settings(self.user)
        account = {"host": "localhost", "port": port or self._server.tls_port, "ca_file": str(self._server.ca_file)}
        if not tls:
            account = {"host": "127.0.0.1", "port": port or self._server.port, "tls": "none"}
        settings["accounts"]["studio"] |= account
        self.config.write_text(yaml.safe_dump(settings), encoding="utf-8")
        (self.folder / "password").write_text(PASSWORD, encoding="utf-8")

    def deliver(self, folder: str, raw: bytes, when: datetime, *flags: str) -> None:
        self._server.deliver(self.user, folder, raw, when, flags)

    def log(self) -> Path:
        return self.folder / f"log-{next(numbers)}"

    def seen(self, before: Place | None = None) -> Seen:
        """As it is now; `before` holds what is not ours, left out: everything counts as theirs."""
        known = before.seen().theirs if before else None
        theirs, ours, flags, folders = dict[tuple[str, int], Message](), Counter[tuple[str, str]](), set(), set()
        with self._server.client(self.user) as client:
            for _, _, folder in client.list_folders():
                folders.add(folder)
                client.select_folder(folder, readonly=True)
                uids = client.search(["ALL"])
                rows = client.fetch(uids, ["FLAGS", "INTERNALDATE", "BODY.PEEK[]"]) if uids else {}
                for uid, row in rows.items():
                    marks = frozenset(flag.decode() for flag in row[b"FLAGS"] if flag != b"\\Recent")
                    if known is None or (folder, uid) in known:
                        message = Message(flags=marks, received_at=row[b"INTERNALDATE"], raw=row[b"BODY[]"])
                        theirs[folder, uid] = message
                    else:
                        ours[folder, str(message_from_bytes(row[b"BODY[]"], policy=default)["Message-ID"])] += 1
                        flags.add((folder, marks))
        return Seen(
            theirs=theirs,
            ours=ours,
            flags=frozenset(flags),
            folders=frozenset(folders),
            intents=self.intents(),
        )

    def intents(self) -> frozenset[tuple[str, str]]:
        if not self.database.exists():
            return frozenset()
        with closing(sqlite3.connect(self.database)) as database:
            return frozenset(database.execute("SELECT message_id, state FROM intent"))

    def copy(self, folder: Path, user: str) -> Place:
        """The same mailbox for another user, the same state elsewhere; owners and times are kept."""
        other = Place(folder, self._server, user)
        shutil.copytree(self.maildir, other.maildir, copy_function=_copy)
        _own(self.maildir, other.maildir)
        if self.state.exists():
            shutil.copytree(self.state, other.state)
        return other

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self.maildir, ignore_errors=True)


def furnish(place: Place) -> None:
    """What lay in the mailbox on Sunday: other people's mail, an old answer, a draft of the person's own, rubbish."""
    old = SUNDAY - timedelta(days=9)
    question = mail(CLIENTS["harbour"], US, "Kleuren", "<kleuren@harbour.example>", "Welke kleuren worden het?\n")
    answer = mail(US, CLIENTS["harbour"], "Re: Kleuren", "<a1@devries.example>", "Blauw en wit.\n", answers=question)
    place.deliver("INBOX", question.as_bytes(), old, "\\Seen", "\\Answered")
    place.deliver("INBOX", mail("News <n@news.example>", US, "News", "<n@news.example>", "News.\n").as_bytes(), old)
    place.deliver(SENT, answer.as_bytes(), old + timedelta(hours=1), "\\Seen")
    own = mail(US, "Tante <tante@family.example>", "Verjaardag", "<d1@devries.example>", "Lieve tante,\n")
    place.deliver("Drafts", own.as_bytes(), old, "\\Draft", "\\Flagged")
    place.deliver("Trash", mail("X <x@x.example>", US, "Buy", "<x@x.example>", "Buy.\n").as_bytes(), old, "\\Seen")


def complain(place: Place) -> None:
    for project, client in CLIENTS.items():
        place.deliver("INBOX", complaint(project, client).as_bytes(), MONDAY_9H)


def answer(place: Place) -> None:
    """The person answers harbour without the draft."""
    asked = complaint("harbour", CLIENTS["harbour"])
    raw = mail(US, CLIENTS["harbour"], "Re: Waar blijft het", "<a2@devries.example>", ANSWER, answers=asked)
    place.deliver(SENT, raw.as_bytes(), MONDAY_9H + 30 * MINUTE, "\\Seen")


def complain_again(place: Place) -> None:
    """Harbour's client writes once more before anybody has answered."""
    first = complaint("harbour", CLIENTS["harbour"])
    raw = mail(CLIENTS["harbour"], US, "Re: Waar blijft het (harbour)", "<c2@harbour.example>", AGAIN, answers=first)
    place.deliver("INBOX", raw.as_bytes(), MONDAY_9H + 30 * MINUTE)


def complaint(project: str, client: str) -> EmailMessage:
    return mail(client, US, f"Waar blijft het ({project})", f"<c@{project}.example>", COMPLAINT)


def mail(
    sender: str, to: str, subject: str, identifier: str, text: str, *, answers: EmailMessage | None = None
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Message-ID"] = identifier
    if answers:
        message["In-Reply-To"] = message["References"] = answers["Message-ID"]
    message.set_content(text)
    return message


def _settings(user: str) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "version": 1,
        "person": {
            "name": "Anna de Vries",
            "addresses": ["anna@devries.example"],
            "language": "nl",
            "time_zone": "Europe/Amsterdam",
        },
        "accounts": {"studio": {"user": user, "password_file": "password"}},
        "clients": {},
        "projects": {},
        "policy": {"cadence": "never", "complaints": {"answer_within": "1 hours"}},
        "state_directory": "state",
    }
    for project, client in CLIENTS.items():
        name, _, address = client.partition(" <")
        known = {"name": f"{project.title()} B.V.", "contact": name, "addresses": [address.rstrip(">")]}
        settings["clients"][project] = known | {"language": "nl"}
        settings["projects"][project] = {"client": project, "title": f"Site {project}", "account": "studio"}
    return settings


def _copy(source: str, target: str) -> None:
    shutil.copy2(source, target)
    _own(Path(source), Path(target))


def _own(source: Path, target: Path) -> None:
    if os.geteuid() == 0:
        for one in (target, *(path for path in target.rglob("*") if path.is_dir())) if target.is_dir() else (target,):
            status = source.stat()
            os.chown(one, status.st_uid, status.st_gid)
