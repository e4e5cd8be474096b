"""`mailaide mark`: what you did or know outside of mail, so that nothing is owed any more that is settled."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mailaide.core.marks import MarkKind

if TYPE_CHECKING:
    from mailaide.core.dossier import Dossier
    from mailaide.core.marks import Mark
    from mailaide.core.obligation import Obligation
    from mailaide.core.project import Practice
    from mailaide.ports import Store

ABOUT = "KEY|MESSAGE-ID|PROJECT"
_LAST_ID = re.compile(r"<[^<>\s]+>$")


@click.command("mark")
@click.argument("what", type=click.Choice([kind.value for kind in MarkKind]), required=False)
@click.argument("about", metavar=f"[{ABOUT}]", required=False)
@click.option("--note", default="", help="A few words for yourself: shown by timeline and explain, sent to nobody.")
@click.option("--undo", is_flag=True, help="Take the latest such mark back.")
@click.pass_obj
def command(path: Path, *, what: str | None, about: str | None, note: str, undo: bool) -> None:
    """Tell what you did outside of mail.

    Without arguments it lists what you told. Works while `run` is at work.

    answered: the client had an answer, by phone say. It closes the complaint and ends the silence.

    solved: the matter is settled, nothing more is owed about it.

    done: what was owed is done, a promise kept for instance.

    not-a-complaint: that message was no complaint.

    KEY is what `mailaide drafts` shows, MESSAGE-ID a mail of the client's (it stands for its conversation so far),
    PROJECT everything that is open there now.
    """
    from mailaide.adapters.marks_file import MarksFile
    from mailaide.adapters.state import StateDirectory
    from mailaide.config import load
    from mailaide.core.marks import Mark
    from mailaide.service.store import opened
    from mailaide.steps.recall import recall

    config = load(path)
    file, store = MarksFile(StateDirectory(config.state_directory).marks), opened(config)
    try:
        store.mark(*file.read())
        if what is None:
            _list(store, config.practice)
            return
        if about is None:
            raise click.UsageError(f"Say also what is {what}: {ABOUT}.")
        kind, now = MarkKind(what), datetime.now(UTC)
        project, named = _target(about, kind, store, config.practice)
        before = recall(store, config.practice, project)
        mark = Mark(kind=kind, project=project, about=named, at=now, note=note, undone=undo)
        _check(mark, before)
        file.add(mark)  # first: what was confirmed must survive the store
        store.mark(mark)
        after = recall(store, config.practice, project)
    finally:
        store.close()
    _tell(mark, before, after, now)


def _target(about: str, kind: MarkKind, store: Store, practice: Practice) -> tuple[str, str]:
    """The project, and what the mark is about: its key, a Message-ID, or the key of an obligation."""
    projects = {project.key for project in practice.projects}
    of_project = kind in {MarkKind.ANSWERED, MarkKind.SOLVED}
    if about in projects and of_project:
        return about, about
    duty, _, rest = about.partition("/")
    project = next((key for key in projects if rest.startswith(f"{key}/")), "")
    if duty and project and kind is not MarkKind.NOT_A_COMPLAINT:
        return project, about.partition("#")[0]
    last = _LAST_ID.search(about)
    message_id = last[0] if last else f"<{about.strip('<>')}>"
    filed = store.filed(message_id) if "@" in about else ()
    if not filed:
        wanted = "a KEY of `mailaide drafts`, the Message-ID of a client's mail" + (", or a project" * of_project)
        raise click.BadParameter(
            f"{about!r} is not known here. Give {wanted} ({', '.join(sorted(projects))}).", param_hint=ABOUT
        )
    if not filed[0].project:
        raise click.BadParameter(
            f"{message_id} may be of {' or '.join(filed[0].candidates)}. Say which first: mailaide assign.",
            param_hint=ABOUT,
        )
    return filed[0].project, message_id


def _check(mark: Mark, dossier: Dossier) -> None:
    """Refuse an undo of nothing, and a key that nothing has, which would be a mark that never counts."""
    if mark.undone:
        if not any(dossier.marked(mark.kind, about=mark.about)):
            raise click.BadParameter(f"{mark.about} is not marked as {mark.kind}. Nothing was changed.")
        return
    known = {one.key for one in _owed(dossier, mark.at)} | {intent.key for intent in dossier.drafts()}
    if "/" in mark.about and not mark.about.startswith("<") and mark.about not in known:
        there = ", ".join(sorted(known)) or "nothing"
        raise click.BadParameter(f"nothing is owed under {mark.about}. What is: {there}.", param_hint=ABOUT)


def _tell(mark: Mark, before: Dossier, after: Dossier, now: datetime) -> None:
    first, second = (before, after) if not mark.undone else (after, before)
    still = {one.key for one in _owed(second, now)}
    changed = [one for one in _owed(first, now) if one.key not in still]
    click.echo(f"{'No longer marked' if mark.undone else 'Marked'} as {mark.kind}: {mark.about}")
    for one in changed:
        click.echo(f"  {'owed again' if mark.undone else 'settled'}: {one.duty}, because {one.because}")
    if not changed:
        click.echo("  nothing that is owed now changes by it.")


def _owed(dossier: Dossier, now: datetime) -> tuple[Obligation, ...]:
    from mailaide.core.decide import decide

    return decide(dossier, now=now).obligations


def _list(store: Store, practice: Practice) -> None:
    from rich.console import Console

    from mailaide.cli.show import table
    from mailaide.core.marks import in_force

    zone = practice.person.zone
    marks = [mark for project in practice.projects for mark in in_force(store.marks(project.key))]
    if marks:
        marks.sort(key=lambda one: one.at)
        rows = ((f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}", one.kind.value, one.about, one.note) for one in marks)
        Console().print(table(("when", "mark", "about", "note"), rows))
    else:
        click.echo("Nothing is marked. See: mailaide mark --help")
