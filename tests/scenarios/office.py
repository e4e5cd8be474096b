"""A freelancer's whole day on the twins: a mailbox, a store, real letters, and hands for client and freelancer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from builders import a_person, a_project

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.letters import RecordingNotifier
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.adapters.memory.store import MemoryStore
from mailaide.core.brakes import Limits
from mailaide.core.intent import Intent
from mailaide.core.mail import Role
from mailaide.core.project import Practice, Project
from mailaide.core.reading.ear.ear import Ear
from mailaide.cycle import Cycle, Terms, World
from mailaide.steps.report import Report

US = "Rik <rik@me.example>"
PIET = "Piet <piet@harbour.example>"


def mail(  # the fields of a mail
    text: str,
    *,
    sender: str,
    to: str,
    identifier: str,
    subject: str = "The harbour",
    answers: str = "",
    authentication: str = "",
) -> bytes:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Message-ID"] = identifier
    if answers:
        message["In-Reply-To"] = answers
        message["References"] = answers
    if authentication:
        message["Authentication-Results"] = authentication
    message.set_content(text)
    return message.as_bytes()


class Office:
    """`cycle(now)` runs the real pipeline; `drafts()` and `alerts()` are what a mail client shows."""

    ear: Ear = built_in()

    def __init__(self, *projects: Project, **terms: Any) -> None:
        self.projects = projects or (a_project(),)
        self.mailbox = MemoryMailbox(self.projects[0].account)
        self.store = MemoryStore()
        self.notifier = RecordingNotifier()
        self.terms = replace(
            Terms(practice=Practice(person=a_person(), projects=self.projects), limits=Limits(), secret=b"s" * 32),
            **terms,
        )
        self.restart()

    def restart(self, *projects: Project, without_store: bool = False) -> None:
        """A new process, perhaps with other projects; `without_store` is the day after the database was lost."""
        if projects:
            self.terms = replace(self.terms, practice=Practice(person=a_person(), projects=projects))
        if without_store:
            self.store = MemoryStore()
            self.terms = replace(self.terms, rebuilt=True)
        boxes = {self.mailbox.account: self.mailbox}
        letters = JinjaLetters(self.terms.practice.person, None)
        world = World(
            mailboxes=boxes, drafts=boxes, store=self.store, letters=letters, ear=self.ear, notifier=self.notifier
        )
        self._cycle = Cycle(world, self.terms)
        self._started = False

    def client_writes(self, text: str, at: datetime, identifier: str, **fields: str) -> None:
        raw = mail(text, identifier=identifier, **{"sender": PIET, "to": US, **fields})
        self.mailbox.deliver(Role.INBOX, raw, at)

    def we_write(self, text: str, at: datetime, identifier: str, **fields: str) -> None:
        raw = mail(text, identifier=identifier, **{"sender": US, "to": PIET, **fields})
        self.mailbox.deliver(Role.SENT, raw, at, {"\\Seen"})

    def cycle(self, now: datetime, *, dry: bool = False) -> Report:
        self.mailbox.now = now
        first, self._started = not self._started, True
        return self._cycle.run(now, everything=first, dry=dry)

    def restore(self, key: str, now: datetime) -> Intent:
        self.mailbox.now = now
        return self._cycle.restore(key, now)

    def drafts(self) -> list[str]:
        return self._subjects(Role.DRAFTS)

    def alerts(self) -> list[str]:
        """Subjects of what lies in the INBOX from us to us."""
        return [subject for subject, message in self._messages(Role.INBOX) if message["From"] == message["To"]]

    def _subjects(self, role: Role) -> list[str]:
        return [subject for subject, _ in self._messages(role)]

    def _messages(self, role: Role) -> list[tuple[str, EmailMessage]]:
        found = []
        for place in self.mailbox.places(role):
            kept = self.mailbox.kept(place)
            assert kept
            message = message_from_bytes(kept.raw, policy=default)
            found.append((str(message["Subject"]), message))
        return found
