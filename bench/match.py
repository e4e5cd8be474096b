"""How many messages a second find their thread and their project, against the number of projects and of messages kept.

Match works on header facts in memory. Joining goes through the store as a sync does it, a batch a transaction; none
waits for the disk. Figures of one run are compared with each other; `flat` is the slowest by the fastest.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from mailaide.adapters.store.sql import SqlStore
from mailaide.core.mail import Address, Header, Place, Role
from mailaide.core.matching.match import Directory
from mailaide.core.matching.threads import Thread, tie
from mailaide.core.project import Client, ComplaintPolicy, Person, Practice, Project
from mailaide.core.worktime import Span, Unit, WorkingHours

START = datetime(2026, 1, 1, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Amsterdam")
US = Address(email="anna@devries.example")
SUBJECTS = ("Planning", "Vraag over de hosting", "Figures for the board", "Invoice", "Texts", "Foto's")
A_CLIENT = 3
"""Projects of one client."""

BATCH = 200
"""Messages in one transaction, as in a sync."""

CONTINUED, NAMED = 0.67, 0.95
"""How many messages continue a conversation, and how many of those name what they answer."""

screen = Console()


def practice(projects: int) -> Practice:
    policy = ComplaintPolicy(answer_within=Span(amount=8, unit=Unit.WORKING_HOURS))
    found = []
    for number in range(projects):
        key = number // A_CLIENT
        client = Client(
            key=f"c{key}",
            name=f"Client {key}",
            addresses=(f"bob@client{key}.example", f"ann@client{key}.example"),
            domains=(f"client{key}.example",),
            language="en",
            zone=ZONE,
        )
        title = f"{('Website', 'Flyer', 'Jubilee book')[number % A_CLIENT]} {number}"
        found.append(
            Project(key=f"p{number}", title=title, client=client, account="work", tag=f"T{number}", complaints=policy)
        )
    person = Person(name="Anna", addresses=(US.email,), zone=ZONE, hours=WorkingHours(zone=ZONE, week={}))
    return Practice(person=person, projects=tuple(found))


def mail(projects: int, count: int, rng: random.Random) -> Iterator[tuple[Header, Thread]]:
    """Four in ten are clients': by thread, tag, title, or by address alone; the others are strangers'."""
    for number in range(count):
        project = rng.randrange(projects)
        roll = rng.random()
        thread = Thread(name=f"<{number}@x>")
        subject = rng.choice(SUBJECTS)
        sender = Address(email=f"{rng.choice(('bob', 'ann', 'eve'))}@client{project // A_CLIENT}.example")
        if roll < 0.6:
            sender = Address(email=f"news{rng.randrange(10_000)}@news.example")
        elif roll < 0.85:
            thread = Thread(name=thread.name, projects=(f"p{project}",))
            subject = f"Re: {subject}"
        elif roll < 0.9:
            subject = f"[T{project}] {subject}"
        elif roll < 0.95:
            subject = f"{('Website', 'Flyer', 'Jubilee book')[project % A_CLIENT]} {project}"
        yield a_header(f"<{number}@x>", sender, subject, START), thread


def a_header(message_id: str, sender: Address, subject: str, at: datetime, references: Sequence[str] = ()) -> Header:
    return Header(
        place=Place(account="work", folder="INBOX", uidvalidity=1, uid=1),
        role=Role.INBOX,
        message_id=message_id,
        references=tuple(references),
        sender=sender,
        to=(US,),
        subject=subject,
        received_at=at,
    )


def by_projects(sizes: Sequence[int], count: int, runs: int) -> dict[int, float]:
    """Messages a second, by number of projects; the sizes take turns, so that a busy moment hits all of them."""
    rng = random.Random(1)  # noqa: S311  # not for secrets
    ready = {}
    for size in sizes:
        directory, messages = Directory(practice(size)), list(mail(size, count, rng))
        ready[size] = _matcher(directory, messages)
        ready[size]()  # the words of a client's projects are made when they are first needed
    return _in_turns(ready, count, runs)


def _matcher(directory: Directory, messages: Sequence[tuple[Header, Thread]]) -> Callable[[], None]:
    def run() -> None:
        for header, thread in messages:
            if directory.concerns_client(header):
                directory.match(header, thread)

    return run


def by_messages(sizes: Sequence[int], runs: int, folder: Path, projects: int = 1_000) -> dict[int, float]:
    """Messages a second that are joined and matched, by number of messages that the store holds."""
    directory = Directory(practice(projects))
    ready = {}
    stores = []
    for size in sizes:
        store = SqlStore(folder / f"{size}.db")
        stores.append(store)
        mail = _Correspondence(size)
        _grow(store, size, mail)
        ready[size] = _joiner(store, directory, size, mail)
    per_run = BATCH * 5
    found = _in_turns(ready, per_run, runs)
    for store in stores:
        store.close()
    return found


def _grow(store: SqlStore, size: int, mail: _Correspondence) -> None:
    for start in range(0, size, 5_000):
        store.join([tie(mail.message(number)) for number in range(start, min(size, start + 5_000))])


def _joiner(store: SqlStore, directory: Directory, size: int, mail: _Correspondence) -> Callable[[], None]:
    numbers = iter(range(size, 10**9))

    def run() -> None:
        for _ in range(5):
            headers = [mail.message(next(numbers)) for _ in range(BATCH)]
            threads = store.join([tie(header) for header in headers])
            for header in headers:
                directory.match(header, threads[header.message_id])

    return run


class _Correspondence:
    """Two messages in three continue a conversation of before, however old; so those have three messages or so.

    One in thirty answers without saying what, and is looked for by its subject.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311  # not for secrets
        self._conversations: list[tuple[int, int]] = []
        """The first and the last message of each."""

    def message(self, number: int) -> Header:
        chance, references, mark = self._chance, list[str](), ""
        if self._conversations and chance.random() < CONTINUED:
            which = chance.randrange(len(self._conversations))
            start, last = self._conversations[which]
            self._conversations[which] = start, number
            mark = "Re: "
            if chance.random() < NAMED:
                references = [f"<{one}@x>" for one in dict.fromkeys((start, last))]
        else:
            start = number
            self._conversations.append((number, number))
        sender = Address(email=f"bob@client{start % 333}.example")
        subject = f"{mark}{SUBJECTS[start % 6]} {start}"
        return a_header(f"<{number}@x>", sender, subject, START + timedelta(minutes=number), references)


def _in_turns(ready: dict[int, Callable[[], None]], count: int, runs: int) -> dict[int, float]:
    seconds: dict[int, list[float]] = {size: [] for size in ready}
    gc.collect()
    gc.freeze()
    for _ in range(runs):
        for size, run in ready.items():
            began = time.perf_counter()
            run()
            seconds[size].append(time.perf_counter() - began)
    gc.unfreeze()
    return {size: count / median(some) for size, some in seconds.items()}


def show(title: str, what: str, found: dict[int, float]) -> None:
    table = Table(title=title)
    table.add_column(what, justify="right")
    table.add_column("messages/s", justify="right")
    for size, rate in found.items():
        table.add_row(f"{size:,}", f"{rate:,.0f}")
    screen.print(table)
    screen.print(f"flat within {max(found.values()) / min(found.values()):.2f}×")


def main() -> None:
    options = argparse.ArgumentParser(prog="./run bench match", description=__doc__)
    options.add_argument("--projects", type=int, nargs="+", default=[10, 1_000, 10_000])
    options.add_argument("--messages", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    options.add_argument("--runs", type=int, default=9)
    chosen = options.parse_args()
    screen.print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores; medians of {chosen.runs}")
    found = by_projects(chosen.projects, 20_000, chosen.runs)
    show("Match on header facts", "projects", found)
    with tempfile.TemporaryDirectory(prefix="mailaide-bench-") as folder:
        joined = by_messages(chosen.messages, chosen.runs, Path(folder))
    show("Join threads in the store and match, a transaction for 200", "messages kept", joined)


if __name__ == "__main__":
    main()
