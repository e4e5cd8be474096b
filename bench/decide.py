"""How many dossiers a second are decided, and what a cycle costs when ten projects of very many were touched.

The cycle is the real one, on a real store (SQLite), with mailbox and letters in memory; its messages are real mail,
read once and then copied in the database from project to project. Figures of one run are compared with each other.
"""

from __future__ import annotations

import argparse
import gc
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from mailaide.adapters.ear_model import built_in
from mailaide.adapters.letters.jinja import JinjaLetters
from mailaide.adapters.memory.mailbox import MemoryMailbox
from mailaide.adapters.store.schema import message, number_of
from mailaide.adapters.store.sql import SqlStore
from mailaide.core.brakes import Limits
from mailaide.core.decide import decide
from mailaide.core.dossier import Dossier
from mailaide.core.mail import Role
from mailaide.core.project import Client, ComplaintPolicy, Fee, Milestone, Person, Practice, Project
from mailaide.core.worktime import Span, Unit, WorkingHours
from mailaide.cycle import Cycle, Terms, World
from mailaide.steps.recall import recall

ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
NOON = datetime(2026, 6, 1, 10, tzinfo=UTC)
US = "Anna <anna@devries.example>"
FIRST = "q0q"
"""The token of the first project; in the copies each bears its own number."""

TOUCHED = 10
ROUNDS = 15

THEIRS = (
    "Could you tell me which day the homepage goes online?",
    "Perfect, thank you so much!",
    "Please make the logo bigger and move the menu to the left.",
    "Agreed, go ahead with the rest of the pages.",
    "This is not what we agreed. I am very unhappy with the homepage, and it is late as well.",
    "Here are the photos of the shop, of the shelves and of the team.",
    "The one with the dog is from last year, and the window has been painted since.",
    "Our printer needs the files as PDF, as always, and he is away on Mondays.",
)
OURS = (
    "The first design is attached. Do you agree with it?",
    "The new version is attached, with a bigger logo and the menu on the left.",
    "The homepage goes online on Friday. You will hear from me before the weekend.",
    "You are right. I put the wrong file online, and I have taken € 100 off the bill.",
    "The design costs € 1,450 and an extra round € 95, both excluding VAT.",
    "It is the font of your letterhead, and the map is at the bottom of the page.",
    "The shop of your neighbours uses the same photographer, which may be why it looks familiar.",
    "The names of the team are in the order of the alphabet now.",
)
screen = Console()


def token(number: int) -> str:
    return f"q{number}q"


def a_project(number: int) -> Project:
    key = token(number)
    client = Client(
        key=key, name=f"Client {key}", contact="Piet", addresses=(f"piet@{key}.example",), language="en", zone=ZONE
    )
    return Project(
        key=key,
        title=f"The site of {key}",
        client=client,
        account="work",
        starts=date(2026, 1, 5),
        milestones=(
            Milestone(name="First design", on=date(2026, 2, 2), done=date(2026, 2, 2)),
            Milestone(name="Online", on=date(2026, 9, 1)),
        ),
        fees=(
            Fee(what="design", amount=Decimal(1450), currency="EUR"),
            Fee(what="extra round", amount=Decimal(95), currency="EUR"),
        ),
        revision_rounds=2,
        cadence=Span(amount=5, unit=Unit.WORKING_DAYS),
        complaints=ComplaintPolicy(answer_within=Span(amount=8, unit=Unit.WORKING_HOURS)),
    )


def a_practice(projects: int) -> Practice:
    week = {day: ((clock(9), clock(12, 30)), (clock(13), clock(17))) for day in range(5)}
    person = Person(
        name="Anna", addresses=("anna@devries.example",), zone=ZONE, hours=WorkingHours(zone=ZONE, week=week)
    )
    return Practice(person=person, projects=tuple(map(a_project, range(projects))))


def a_mail(project: str, number: int, rng: Random, *, ours: bool, new: bool) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = (US, f"piet@{project}.example") if ours else (f"piet@{project}.example", US)
    mail["Subject"] = f"{'' if new else 'Re: '}Part {number // 10}"
    mail["Message-ID"] = f"<{number}@{project}.example>"
    if not new:
        mail["References"] = f"<{number - number % 10}@{project}.example>"
    mail.set_content("Hello,\n\n" + " ".join(rng.sample(OURS if ours else THEIRS, 2)) + "\n\nKind regards\n")
    return mail.as_bytes()


class Office:
    """A practice on a store of its own; `filled` copies the first project's messages to all the others."""

    def __init__(self, folder: Path, projects: int, messages: int) -> None:
        self.practice, self.messages = a_practice(projects), messages
        self.path = folder / f"{projects}.db"
        self.mailbox = MemoryMailbox("work")
        self.store = SqlStore(self.path)
        self.rng = Random(7)  # noqa: S311  # the same mail each time
        self.sent = messages
        self.cycle = self._cycle()
        self._fill(projects)

    def _cycle(self) -> Cycle:
        world = World(
            mailboxes={"work": self.mailbox},
            drafts={"work": self.mailbox},
            store=self.store,
            letters=JinjaLetters(self.practice.person, None),
            ear=built_in(),
        )
        limits = Limits(drafts_per_day=10_000, drafts_at_first=10_000, letters_per_week=100)
        return Cycle(world, Terms(practice=self.practice, limits=limits, secret=b"s" * 32))

    def _fill(self, projects: int) -> None:
        for number in range(self.messages):
            at = START + number * (NOON - START) / (self.messages + 1)
            ours = number % 2 == 1
            raw = a_mail(FIRST, number, self.rng, ours=ours, new=number % 10 == 0)
            self.mailbox.deliver(Role.SENT if ours else Role.INBOX, raw, at)
        self.mailbox.now = NOON
        self.cycle.run(NOON)
        self.store.close()
        copy(self.path, projects)
        self.store = SqlStore(self.path)
        self.cycle = self._cycle()
        for project in self.practice.projects:
            self.store.set_wake(project.key, NOON + timedelta(days=30))

    def touch(self, now: datetime) -> float:
        """Ten clients write; the seconds that the cycle takes which reads and decides it."""
        self.sent += 10
        for project in self.rng.sample(self.practice.projects, TOUCHED):
            raw = a_mail(project.key, self.sent, self.rng, ours=False, new=True)
            self.mailbox.deliver(Role.INBOX, raw, now - timedelta(seconds=1))
        self.mailbox.now = now
        gc.collect()
        began = time.perf_counter()
        report = self.cycle.run(now)
        took = time.perf_counter() - began
        assert report.count == TOUCHED, report.read
        assert not report.faults, report.faults
        return took


def copy(path: Path, projects: int) -> None:
    """Each row of the first project once more for every other, under that one's token."""
    names = [column.name for column in message.columns]
    copies = ", ".join(name if name in {"uid", "uidvalidity"} else f"renamed({name}, n)" for name in names)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("renamed", 2, lambda text, n: text.replace(FIRST, token(n)), deterministic=True)
        connection.create_function("number_of", 1, number_of, deterministic=True)
        connection.execute("PRAGMA journal_mode = OFF")  # it is made anew each time, so nothing can be lost
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TEMP TABLE other (n INTEGER, threads INTEGER)")
        (threads,) = connection.execute("SELECT max(number) FROM thread").fetchone()
        connection.executemany("INSERT INTO other VALUES (?, ?)", ((n, n * threads) for n in range(1, projects)))
        for table, columns in (
            ("message", copies),
            ("thread", "number + threads, renamed(name, n), renamed(projects, n), settled, part_of + threads"),
            ("thread_id", "number_of(renamed(message_id, n)), first_thread.number + threads"),
            ("kin", "day, kin + n, at, thread + threads"),
        ):
            ids = "first_message JOIN first_thread ON name = first_message.thread"
            first = ids if table == "thread_id" else f"first_{table}"
            connection.execute(f"CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")  # noqa: S608  # names of our own schema
            connection.execute(f"INSERT OR IGNORE INTO {table} SELECT {columns} FROM other CROSS JOIN {first}")  # noqa: S608  # names of our own schema
        connection.execute("PRAGMA journal_mode = WAL")


def cycles(small: Office, large: Office) -> tuple[list[float], list[float]]:
    """The same cycle in both, in turns, so that whatever else the machine does meets both."""
    few, many = [], []
    for number in range(ROUNDS + 2):
        now = NOON + timedelta(minutes=10 * (number + 1))
        few.append(small.touch(now))
        many.append(large.touch(now))
    return few[2:], many[2:]  # the first ones load templates and warm caches


def decided(dossiers: Sequence[Dossier], seconds: float) -> float:
    """Dossiers a second of CPU; each is a fresh value, so no view of it was computed before."""
    done, began = 0, time.process_time()
    while time.process_time() - began < seconds:
        for dossier in fresh(dossiers):
            decide(dossier, now=NOON)
            done += 1
    return done / (time.process_time() - began)


def fresh(dossiers: Sequence[Dossier]) -> Iterator[Dossier]:
    return (replace(dossier) for dossier in dossiers)


def main() -> None:
    parser = argparse.ArgumentParser(prog="./run bench decide", description=__doc__)
    parser.add_argument("--projects", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=200, help="of each project")
    parser.add_argument("--seconds", type=float, default=5.0, help="of deciding")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        small, large = (
            Office(Path(folder), number, options.messages) for number in (TOUCHED, max(TOUCHED, options.projects))
        )
        size = large.path.stat().st_size / 1e6
        screen.print(
            f"{len(large.practice.projects):,} projects with {options.messages} messages each "
            f"({size:,.0f} MB, filled in {time.perf_counter() - began:.0f} s), load {os.getloadavg()[0]:.1f}"
        )
        began = time.process_time()
        dossiers = [recall(large.store, large.practice, project.key) for project in large.practice.projects[:50]]
        recalled = len(dossiers) / (time.process_time() - began)
        rate = decided(dossiers, options.seconds)
        few, many = cycles(small, large)
        show(len(large.practice.projects), rate, recalled, few, many)


def show(projects: int, rate: float, recalled: float, few: Sequence[float], many: Sequence[float]) -> None:
    table = Table("dossiers a second of one core", "")
    table.add_row("decided", f"{rate:,.0f}")
    table.add_row("read from the store", f"{recalled:,.0f}")
    screen.print(table)
    table = Table(f"a cycle with {TOUCHED} projects touched", "median ms", "least ms", "times")
    for name, took in ((f"of {TOUCHED}", few), (f"of {projects:,}", many)):
        times = f"{median(took) / median(few):.2f}"
        table.add_row(name, f"{median(took) * 1e3:.1f}", f"{min(took) * 1e3:.1f}", times)
    screen.print(table)


if __name__ == "__main__":
    main()
