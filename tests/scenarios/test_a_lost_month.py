"""A busy month, and then the store is gone: nothing is drafted twice, nothing is forgotten. Random months.

`MONTHS=100 ./run test tests/scenarios/test_a_lost_month.py` plays a hundred; every run of the tests plays some.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from builders import a_client, a_fee, a_project, local, working_days
from scenarios.office import US, Office

from mailaide.core.intent import LYING, Kind, State
from mailaide.core.mail import Place, Role
from mailaide.core.project import Project

FIRST_DAY = local(2026, 3, 2, 9)
DAYS = 30
PROJECTS = 8
MAILS = 300
COMPLAINTS = (
    "You promised the design last week and it is still not here. I am very disappointed.",
    "This is not what we agreed. I am not happy with this at all.",
)
TALK = ("Here are the photos.", "Could you send the file again?", "Thanks, that is fine.", "The logo is in the mail.")
REPLIES = ("You are right. The new version comes on Thursday at noon.", "Here it is, and the price stays € 95.")
CASES = int(os.environ.get("MONTHS", "10"))


def the_projects() -> tuple[Project, ...]:
    return tuple(
        a_project(
            key=f"project-{number}",
            title=f"Site {number}",
            client=a_client(key=f"client-{number}", addresses=(f"client{number}@c{number}.example",)),
            fees=(a_fee("95"),) if number % 2 else (),
            cadence=working_days(5),
            starts=FIRST_DAY.date(),
        )
        for number in range(PROJECTS)
    )


class Month:
    """What client and freelancer do in a month, drawn from a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # a seed, so that a month can be played again
        self.office = Office(*the_projects())
        self._threads: dict[int, list[str]] = {number: [] for number in range(PROJECTS)}
        self._count = 0

    def pass_by(self) -> datetime:
        instants = sorted(FIRST_DAY + timedelta(minutes=self._random.randrange(DAYS * 24 * 60)) for _ in range(MAILS))
        self.office.cycle(FIRST_DAY - timedelta(days=1))
        for number, at in enumerate(instants):
            self._mail(at)
            if number % 10 == 0:
                self.office.cycle(at + timedelta(minutes=1))
                if at < FIRST_DAY + timedelta(days=DAYS - 5):  # the last days' drafts are as the person left them
                    self._handle_drafts()
        for place in self.office.mailbox.places(Role.DRAFTS)[:1]:
            self._edit(place)  # one lies there half written
        end = FIRST_DAY + timedelta(days=DAYS)
        # Twice, a look apart, so that what the person did last is known before the store is lost.
        self.office.cycle(end)
        self.office.cycle(end + timedelta(minutes=11))
        return end + timedelta(minutes=11)

    def _mail(self, at: datetime) -> None:
        number = self._random.randrange(PROJECTS)
        client, thread = f"Client <client{number}@c{number}.example>", self._threads[number]
        self._count += 1
        answers = {"answers": self._random.choice(thread[-3:])} if thread and self._random.random() < 0.8 else {}
        if self._random.random() < 0.6:
            text = self._random.choice(COMPLAINTS if self._random.random() < 0.25 else TALK)
            identifier = f"<{self._count}@c{number}.example>"
            self.office.client_writes(text, at, identifier, sender=client, **answers)
        else:
            identifier = f"<{self._count}@me.example>"
            self.office.we_write(self._random.choice(REPLIES), at, identifier, to=client, **answers)
        thread.append(identifier)

    def _handle_drafts(self) -> None:
        """The person edits, sends, deletes, or leaves a draft for another day."""
        for place in self.office.mailbox.places(Role.DRAFTS):
            match self._random.randrange(6):
                case 0:
                    self._edit(place)
                case 1:
                    sent = self.office.mailbox.move(place, Role.SENT)
                    self.office.mailbox.flag(sent, {"\\Seen"})
                case 2:
                    self.office.mailbox.move(place, Role.TRASH)
                case 3:
                    self.office.mailbox.delete(place)

    def _edit(self, place: Place) -> None:
        kept = self.office.mailbox.kept(place)
        assert kept
        self.office.mailbox.edit(place, kept.raw + b"And one thing more.\r\n")


def lying(office: Office) -> Counter[str]:
    """The drafts in Drafts, by what they are for."""
    return Counter(f"{message['To']} {message['Subject']}" for _, message in office._messages(Role.DRAFTS))


def alerts(office: Office) -> Counter[str]:
    return Counter(f"{message['Message-ID']}" for _, message in office._messages(Role.INBOX) if message["From"] == US)


def open_drafts(office: Office) -> Iterator[tuple[str, State]]:
    for project in office.projects:
        for intent in office.store.intents(project.key):
            if intent.kind is Kind.DRAFT and intent.state in LYING and intent.placed:
                yield intent.message_id, intent.state


@pytest.mark.parametrize("seed", range(CASES))
def test_a_store_that_is_lost_after_a_month_brings_nothing_twice(seed: int):
    month = Month(seed)
    office, now = month.office, month.pass_by()
    drafts, told = lying(office), alerts(office)
    entries = {project.key: [entry.id for entry in office.store.entries(project.key)] for project in office.projects}
    known = dict(open_drafts(office))

    office.restart(without_store=True)
    office.cycle(now + timedelta(seconds=1))  # in which nothing new falls due
    new = alerts(office) - told
    office.cycle(now + timedelta(minutes=12))

    assert lying(office) == drafts
    assert max(alerts(office).values(), default=1) == 1
    assert len(new) <= 1, "more than the one summary"
    assert {key: [entry.id for entry in office.store.entries(key)] for key in entries} == entries
    assert dict(open_drafts(office)).keys() >= {one for one, state in known.items() if state is State.PLACED}


def test_the_months_are_busy():
    """Drafts in all states, so that the months above say something."""
    states: Counter[State] = Counter()
    for seed in range(5):
        month = Month(seed)
        month.pass_by()
        for project in month.office.projects:
            drafts = [one for one in month.office.store.intents(project.key) if one.kind is Kind.DRAFT]
            states.update(one.state for one in drafts)

    assert set(states) >= {State.PLACED, State.SUPERSEDED, State.SENT, State.DISCARDED, State.WITHDRAWN}
    assert states.total() >= 5 * 30
