"""A report for a person to read: what was done, what was left and why."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mailaide.core.project import Practice
from mailaide.report import Done, Outcome, Report, Verb

VERBS = {Verb.DRAFT: "draft", Verb.WITHDRAW: "taken back", Verb.ALERT: "alert"}
OUTCOMES = {
    Outcome.DONE: "in place",
    Outcome.FOUND: "was there already",
    Outcome.WAITING: "tried again later",
    Outcome.PLANNED: "would be done",
}


def report(found: Report, practice: Practice, *, dry: bool) -> None:
    console = Console()
    count = found.count
    console.print(f"{count} message{'' if count == 1 else 's'} of clients read.")
    if found.done:
        console.print(actions(found.done, practice))
    else:
        console.print("Nothing is to be done." if dry else "Nothing was to be done.")
    for held in found.held:
        console.print(Text(str(held)))


def actions(done: tuple[Done, ...], practice: Practice) -> Table:
    zone = practice.person.zone
    table = Table(show_lines=True)
    for heading in ("what", "project", "duty", "because", "due", ""):
        table.add_column(heading, overflow="fold")
    for one in done:
        due = one.due.astimezone(zone).strftime("%a %d %b %H:%M")
        cells = (VERBS[one.verb], one.project or "-", one.duty, one.because, due, OUTCOMES[one.outcome])
        table.add_row(*(Text(cell) for cell in cells))
    return table
