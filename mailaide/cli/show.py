"""Tables for a person to read, and a cycle's report: what was done, what was left and why."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mailaide.core.project import Practice
from mailaide.steps.report import Done, Outcome, Report, Verb

VERBS = {Verb.DRAFT: "draft", Verb.WITHDRAW: "taken back", Verb.ALERT: "alert"}
OUTCOMES = {
    Outcome.DONE: "in place",
    Outcome.FOUND: "was there already",
    Outcome.WAITING: "tried again later",
    Outcome.PLANNED: "would be done",
}


def report(found: Report, practice: Practice, *, dry: bool) -> None:
    console = Console()
    console.print(f"{counted(found.count, 'message')} of clients read.")
    if found.done:
        console.print(actions(found.done, practice))
    else:
        console.print("Nothing is to be done." if dry else "Nothing was to be done.")
    for held in found.held:
        console.print(Text(str(held)))


def actions(done: tuple[Done, ...], practice: Practice) -> Table:
    zone = practice.person.zone
    rows = (
        (
            VERBS[one.verb],
            one.project or "-",
            one.duty,
            one.because,
            f"{one.due.astimezone(zone):%a %d %b %H:%M}",
            OUTCOMES[one.outcome],
        )
        for one in done
    )
    return table(("what", "project", "duty", "because", "due", ""), rows, lines=True)


def counted(count: int, what: str) -> str:
    """ "1 message", "2 messages"."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def table(headings: Iterable[str], rows: Iterable[Iterable[str]], *, lines: bool = False) -> Table:
    """The words of a mail are shown as they are: what looks like markup in them is none."""
    made = Table(show_lines=lines)
    for heading in headings:
        made.add_column(heading, overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made
