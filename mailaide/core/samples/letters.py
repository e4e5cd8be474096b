"""Every letter and alert that a practice could need, from made-up mail: to see whether they can all be written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from mailaide.core import notices
from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.duties import DUTIES
from mailaide.core.letter import Letter
from mailaide.core.mail import Address, Header, Message, Place, Role
from mailaide.core.obligation import RaiseAlert
from mailaide.core.project import Person, Practice, Project
from mailaide.core.reading.signals import Reading, Signal, SignalKind

SENTENCE = "This is later than we agreed."


def sample_letters(practice: Practice, now: datetime) -> Iterator[Letter]:
    """The letters of all duties for each project, and the alerts about them."""
    for project in practice.projects:
        dossier = _dossier(project, practice.person, now)
        for duty in DUTIES:
            for obligation in duty(dossier, now):
                if obligation.letter is not None:
                    yield obligation.letter
                for rung in obligation.alerts:
                    action = RaiseAlert(obligation=obligation, rung=rung)
                    yield notices.alert(action, dossier, drafting=True, held=None).letter


def _dossier(project: Project, person: Person, now: datetime) -> Dossier:
    client = Address(email=project.client.addresses[0], name=project.client.contact or project.client.name)
    us = Address(email=person.addresses[0], name=person.name)
    ours = _entry(us, client, Author.US, Reading(new_text="", language=person.language), now - timedelta(days=2))
    signal = Signal(kind=SignalKind.COMPLAINT, sentence=SENTENCE, because="a sample")
    reading = Reading(new_text=SENTENCE, language=project.client.language, signals=(signal,))
    theirs = _entry(client, us, Author.CLIENT, reading, now - timedelta(days=1))
    return Dossier(project=project, person=person, entries=(ours, theirs))


def _entry(sender: Address, to: Address, author: Author, reading: Reading, at: datetime) -> Entry:
    role = Role.SENT if author is Author.US else Role.INBOX
    header = Header(
        place=Place(account="sample", folder=role.value, uidvalidity=1, uid=1),
        role=role,
        message_id=f"<{author.value}@sample.invalid>",
        sender=sender,
        to=(to,),
        subject="Sample",
        received_at=at,
    )
    message = Message(header=header, text=reading.new_text)
    return Entry(message=message, thread="<sample@sample.invalid>", author=author, reading=reading)
