"""A year of a freelancer with many projects: how many drafts and alerts come in a week, and whether one was missed.

Clients write, the person answers most of it, sends some drafts, edits or deletes others, and is away for three weeks.
All of it is made up from one seed. Each Friday every project is looked at: whatever is past its due time must have been
told, or wait behind a complaint that was told, or be a letter that has not lain in Drafts for its time yet.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from random import Random
from statistics import mean
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.letters import RecordingNotifier
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.brakes import Limits
from mailaide.core.closed import ClosedDays
from mailaide.core.decide import decide
from mailaide.core.dossier import Dossier
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Role
from mailaide.core.obligation import Obligation
from mailaide.core.project import Client, ComplaintPolicy, Fee, Milestone, Person, Practice, Project
from mailaide.core.worktime import QuietHours, Span, Unit, WorkingHours
from mailaide.cycle import Cycle, Terms, World
from mailaide.steps.recall import recall

ZONE = ZoneInfo("Europe/Amsterdam")
BEGINS = datetime(2026, 1, 5, 8, tzinfo=UTC)
US = "Anna <anna@devries.example>"
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)
AWAY = (date(2026, 7, 20), date(2026, 8, 7))
BLANK = re.compile(r"\[\[[^\]]*\]\]")

A_WEEK = {
    "Could you tell me which day the homepage goes online?": 0.35,
    "Perfect, thank you so much!": 0.3,
    "Here are the photos of the shop and of the team.": 0.25,
    "Please make the logo bigger and move the menu to the left.": 0.12,
    "Agreed, go ahead with the rest of the pages.": 0.15,
    "This is not what we agreed. I am very unhappy with the homepage.": 0.04,
    "Why is there € 95 on the invoice? We never agreed to pay that.": 0.01,
}
"""What a client writes, and how often in a week."""

ANSWERS = (
    "The homepage goes online as soon as the texts are in, which is next week as it looks now.",
    "You are right. I put the wrong file online, and I have taken € 50 off the bill.",
    "The new version is attached, with a bigger logo and the menu on the left. Do you agree with it?",
    "Thank you for the photos, they fit well.",
)
ANSWERED = 0.75
"""How much of what comes the person answers without waiting for anything, within two days."""


def a_project(number: int) -> Project:
    starts = date(2026, 1, 5) + timedelta(days=number % 10 * 14)
    client = Client(
        key=f"c{number}", name=f"Client {number}", addresses=(f"piet@c{number}.example",), language="en", zone=ZONE
    )
    return Project(
        key=f"p{number}",
        title=f"Project {number}",
        client=client,
        account="work",
        starts=starts,
        ends=None if number % 3 else starts + timedelta(days=180),
        milestones=tuple(Milestone(name=f"Part {part}", on=starts + timedelta(days=30 * part)) for part in range(1, 5)),
        fees=(
            Fee(what="design", amount=Decimal(1450), currency="EUR"),
            Fee(what="extra round", amount=Decimal(95), currency="EUR"),
        ),
        revision_rounds=2,
        remedies=("an extra round without costs",),
        cadence=Span(amount=10, unit=Unit.WORKING_DAYS),
        complaints=ComplaintPolicy(answer_within=Span(amount=8, unit=Unit.WORKING_HOURS)),
        next_step="I am working on the next part.",
    )


def a_practice(projects: int) -> Practice:
    hours = WorkingHours(
        zone=ZONE, week={day: ((clock(9), clock(17)),) for day in range(5)}, closed=ClosedDays(away=(AWAY,))
    )
    quiet = QuietHours(zone=ZONE, begins=clock(22), ends=clock(7))
    person = Person(name="Anna", addresses=("anna@devries.example",), zone=ZONE, hours=hours, quiet=quiet)
    return Practice(person=person, projects=tuple(map(a_project, range(projects))))


@dataclass(slots=True)
class Week:
    """What came in one week, by duty; drafts that were rewritten count once more."""

    drafts: Counter[str] = field(default_factory=Counter)
    alerts: Counter[str] = field(default_factory=Counter)


class Year:
    """`live` goes through it; `weeks` tell what came, `missed` what was past its due time and never told."""

    def __init__(self, database: Path, projects: int, seed: int = 1) -> None:
        self.practice, self.rng = a_practice(projects), Random(seed)  # noqa: S311  # the same year each time
        self.store, self.mailbox = SqlStore(database), MemoryMailbox("work")
        world = World(
            mailboxes={"work": self.mailbox},
            drafts={"work": self.mailbox},
            store=self.store,
            letters=JinjaLetters(self.practice.person, None),
            ear=built_in(),
            notifier=RecordingNotifier(),
        )
        limits = Limits(drafts_per_day=40)
        terms = Terms(practice=self.practice, limits=limits, secret=b"s" * 32, alert_inbox=False)
        self._cycle = Cycle(world, terms)
        self.weeks: list[Week] = []
        self.missed: list[str] = []
        self.mails = 0
        self._last: dict[str, str] = {}
        self._seen: set[str] = set()
        self._folders: tuple[tuple[int, int], ...] = ()

    def live(self, weeks: int) -> None:
        now, end = BEGINS, BEGINS + weeks * WEEK
        coming = sorted(self._letters_of_clients(weeks), key=lambda one: one[0])
        replies: list[tuple[datetime, str, str]] = []
        self.run(now, everything=True)
        while now < end:
            now += HOUR
            if (now - BEGINS) % WEEK < HOUR:
                self.weeks.append(Week())
            while coming and coming[0][0] <= now:
                at, project, text = coming.pop(0)
                self.mail(project, text, at, ours=False)
                if self.rng.random() < ANSWERED and not self._is_away(at):
                    replies.append((at + self.rng.randrange(2, 48) * HOUR, project, self.rng.choice(ANSWERS)))
            for reply in [one for one in replies if one[0] <= now]:
                replies.remove(reply)
                self.mail(reply[1], reply[2], now, ours=True)
            if self.store.due(now) or self._news():
                self.run(now)
            if now.hour == 9 and now.weekday() < 5 and not self._is_away(now):
                self._work_on_drafts(now)
            if now.weekday() == 4 and now.hour == 16:
                self.look(now)

    def _letters_of_clients(self, weeks: int) -> list[tuple[datetime, str, str]]:
        return [
            (BEGINS + week * WEEK + self.rng.random() * WEEK, project.key, text)
            for project in self.practice.projects
            for week in range(weeks)
            for text, often in A_WEEK.items()
            if self.rng.random() < often and project.starts and (BEGINS + week * WEEK).date() >= project.starts
        ]

    def _news(self) -> bool:
        """Whether something was delivered or moved since the last cycle: then a daemon would look."""
        there = tuple((folder.uidnext, folder.messages) for folder in self.mailbox.folders())
        before, self._folders = self._folders, there
        return there != before

    def _is_away(self, at: datetime) -> bool:
        return AWAY[0] <= at.date() <= AWAY[1]

    def mail(self, key: str, text: str, at: datetime, *, ours: bool) -> None:
        project, before = self.practice.project(key), self._last.get(key, "")
        mail, theirs = EmailMessage(), project.client.addresses[0]
        self.mails += 1
        mail["From"], mail["To"] = (US, theirs) if ours else (theirs, US)
        mail["Subject"] = f"Re: {project.title}" if before else project.title
        mail["Message-ID"] = f"<{self.mails}@{'devries' if ours else project.client.key}.example>"
        if ours and before:
            mail["In-Reply-To"] = mail["References"] = before
        mail.set_content(text)
        if not ours:
            self._last[key] = str(mail["Message-ID"])
        self.mailbox.deliver(Role.SENT if ours else Role.INBOX, mail.as_bytes(), at)

    def _work_on_drafts(self, now: datetime) -> None:
        """Two in three drafts are sent, with their blanks filled; some are edited, some thrown away, some left."""
        for place in self.mailbox.places(Role.DRAFTS):
            kept, roll = self.mailbox.kept(place), self.rng.random()
            if kept is None or roll > 0.8:
                continue
            if roll > 0.75:
                self.mailbox.edit(place, kept.raw + b"See you soon.\r\n")
            elif roll > 0.65:
                self.mailbox.delete(place)
            else:
                mail = message_from_bytes(kept.raw, policy=default)
                assert isinstance(mail, EmailMessage)
                mail.set_content(BLANK.sub("as we said", mail.get_content()))
                self.mailbox.delete(place)
                self.mailbox.deliver(Role.SENT, mail.as_bytes(), now)

    def run(self, now: datetime, *, everything: bool = False) -> None:
        self.mailbox.now = now
        report = self._cycle.run(now, everything=everything)
        assert not report.faults, report.faults
        for done in report.done:
            if done.intent is not None and done.intent.message_id not in self._seen:
                self._count(done.intent)

    def _count(self, intent: Intent) -> None:
        self._seen.add(intent.message_id)
        if self.weeks and intent.state is not State.COVERED:
            counted = self.weeks[-1].drafts if intent.kind is Kind.DRAFT else self.weeks[-1].alerts
            counted[intent.duty] += 1

    def look(self, now: datetime) -> None:
        for project in self.practice.projects:
            dossier = recall(self.store, self.practice, project.key)
            owed = decide(dossier, now=now).obligations
            told = {alert.key.partition("#")[0] for alert in dossier.alerts()}
            if not any(one.urgent and one.key in told for one in owed):
                late = (one for one in owed if one.key not in told and self._is_late(one, dossier, now - HOUR))
                self.missed += [f"{one.key}, due {one.due}, on {now:%Y-%m-%d}" for one in late]

    def _is_late(self, owed: Obligation, dossier: Dossier, now: datetime) -> bool:
        """Whether its first alert should have been heard; a letter that nobody asked for lies in Drafts first."""
        person = self.practice.person
        drafted = min((draft.planned_at for draft in dossier.drafts() if owed.key in draft.keys), default=None)
        rested = person.hours.after(drafted, owed.patience) if drafted and owed.patience else owed.draft_at
        return any(person.heard_at(max(rung.at, rested)) <= now for rung in owed.alerts)

    def close(self) -> None:
        self.store.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench year", description=__doc__)
    parser.add_argument("--projects", type=int, default=50)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:  # noqa: S108  # memory, if there is any
        year = Year(Path(folder, "year.db"), options.projects, options.seed)
        year.live(options.weeks)
        year.close()
    show(year, options.projects, time.perf_counter() - began)


def show(year: Year, projects: int, took: float) -> None:
    screen = Console()
    screen.print(f"{projects} projects, {len(year.weeks)} weeks, {year.mails:,} mails; {took:.0f} s")
    table = Table("duty", "drafts a week", "alerts a week")
    for duty in sorted({duty for week in year.weeks for duty in (*week.drafts, *week.alerts)}):
        drafts, alerts = ([getattr(week, kind)[duty] for week in year.weeks] for kind in ("drafts", "alerts"))
        table.add_row(duty, f"{mean(drafts):.1f}", f"{mean(alerts):.1f}")
    drafts, alerts = ([getattr(week, kind).total() for week in year.weeks] for kind in ("drafts", "alerts"))
    table.add_section()
    table.add_row("all", f"{mean(drafts):.1f} (most {max(drafts)})", f"{mean(alerts):.1f} (most {max(alerts)})")
    screen.print(table)
    screen.print(f"past its due time and never told: {len(year.missed)}", *year.missed[:5], sep="\n")


if __name__ == "__main__":
    main()
