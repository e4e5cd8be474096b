"""`mailaide explain MESSAGE-ID|KEY`: why a message is where it is, what was read in it, what is owed because of it.

A key is that of something owed, as a draft or an alert bears it; then it says which hours and days its clock counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mailaide.core.dossier import Dossier, Entry, Filed
    from mailaide.core.obligation import Obligation
    from mailaide.core.project import Practice
    from mailaide.ports import Store


@click.command("explain")
@click.argument("named", metavar="MESSAGE-ID|KEY")
@click.pass_obj
def command(path: Path, *, named: str) -> None:
    """Say why a mail is where it is, or why something is owed.

    MESSAGE-ID is a mail's; KEY is what `mailaide drafts` shows. Reads the store only, not the mailbox.
    """
    from mailaide.config import load
    from mailaide.service.store import to_read

    config = load(path)
    with to_read(config) as store:
        for name, told in _of_key(named, store, config.practice) or _of_message(named, store, config.practice):
            click.echo(f"{name:<11}{told}")


def _of_key(key: str, store: Store, practice: Practice) -> list[tuple[str, str]]:
    """What is owed under that key; nothing when it is no key of a project."""
    from mailaide.core.decide import decide
    from mailaide.steps.recall import recall

    project = next((one.key for one in practice.projects if f"/{one.key}/" in f"{key}/"), None)
    if project is None or key.startswith("<"):
        return []
    known = recall(store, practice, project)
    owed = [one for one in decide(known, now=datetime.now(UTC)).obligations if one.key == key]
    if not owed:
        return [("owed", f"nothing under {key}: it is settled, or there never was such a thing")]
    return [line for one in owed for line in _obligation(one, practice, in_full=True)]


def _of_message(message_id: str, store: Store, practice: Practice) -> Iterator[tuple[str, str]]:
    named = message_id if message_id.startswith("<") else f"<{message_id}>"
    filed = store.filed(named)
    if not filed:
        raise click.BadParameter(
            f"{named} is not filed: no client is named in it and it answers nothing of a client's, "
            "or it was not read (sync.since_days). If it is of a client, move it to the folder mailaide/PROJECT, "
            "and add its sender to the addresses of that client",
            param_hint="MESSAGE-ID",
        )
    return _told(filed[0], store, practice)


def _told(filed: Filed, store: Store, practice: Practice) -> Iterator[tuple[str, str]]:
    from mailaide.steps.recall import recall

    entry, header, zone = filed.entry, filed.entry.header, practice.person.zone
    sender = header.sender.email if header.sender else "nobody"
    yield "message", f"{header.subject or '(no subject)'}, from {sender}, {entry.at.astimezone(zone):%Y-%m-%d %H:%M}"
    thread = store.threads([entry.id]).get(entry.id)
    settled = ", settled by you" if thread and thread.settled else ""
    yield "thread", f"{entry.thread}{settled}"
    if filed.project:
        yield "project", filed.project
    else:
        yield "project", f"none yet; perhaps {', '.join(filed.candidates)}"
    yield "because", f"{filed.because} (evidence: {filed.evidence})"
    yield "written by", _author(filed, practice)
    known = recall(store, practice, filed.project) if filed.project in {one.key for one in practice.projects} else None
    decided = (known.entry(entry.id) if known else None) or entry
    for signal in decided.reading.signals:
        yield "read", f"{signal.kind}: “{signal.sentence}” ({signal.because})"
    if known:
        yield from _heard(entry, known.project.account, store, practice)
    yield from _owed(filed, known, practice)


def _heard(entry: Entry, account: str, store: Store, practice: Practice) -> Iterator[tuple[str, str]]:
    """How near it comes to a complaint, and what the person taught before it."""
    from mailaide.core.reading.ear.levels import levels
    from mailaide.core.reading.ear.tuning import told
    from mailaide.steps.recall import attention

    if not entry.reading.score:
        return
    listening = attention(store, practice, account)
    level = levels(listening.budget, entry.reading.before)
    from_then_on = f"hears one from {level.sure:.2f} on, a doubt from {level.maybe:.2f} on"
    yield "complaint", f"sounds like one by {entry.reading.score:.2f}; {account} ({listening.budget}) {from_then_on}"
    for lesson in told(listening.learnt(entry.at)):
        yield "taught", lesson


def _author(filed: Filed, practice: Practice) -> str:
    entry = filed.entry
    projects = {project.key: project for project in practice.projects}
    client = projects[filed.project].client if filed.project in projects else None
    contact = client.contact_at(entry.header.sender) if client else None
    who = {
        "us": "you, or somebody who speaks for you",
        "client": f"{contact.name or contact.email} ({contact.role})" if contact and contact.role else "the client",
        "colleague": "a colleague, who does not speak for you",
        "other": "somebody else",
        "forged": "nobody knows: your mail server does not believe the sender",
    }[entry.author]
    return f"a machine: {entry.reading.machine}" if entry.by_machine else who


def _owed(filed: Filed, known: Dossier | None, practice: Practice) -> Iterator[tuple[str, str]]:
    """The obligations of its project that rest on the message or on its thread."""
    from mailaide.core.decide import decide

    if known is None:
        yield "owed", "nothing, until its project is known"
        return
    for mark in known.marks:
        if mark.about in {filed.entry.id, filed.project} and mark.at >= filed.entry.at:
            note = f" ({mark.note})" if mark.note else ""
            yield "marked", f"{mark.kind}, {mark.at.astimezone(practice.person.zone):%Y-%m-%d %H:%M}{note}"
    now = datetime.now(UTC)
    owed = [
        one
        for one in decide(known, now=now).obligations
        if one.since <= now and (filed.entry.id in one.evidence or one.thread == filed.entry.thread)
    ]
    for one in owed:
        yield from _obligation(one, practice)
    if not owed:
        yield "owed", "nothing because of it"


def _obligation(one: Obligation, practice: Practice, *, in_full: bool = False) -> Iterator[tuple[str, str]]:
    """Why it is owed and how its due time came about; `in_full`: and what is done about it when."""
    from mailaide.core.arithmetic import in_words

    zone = practice.person.zone
    yield "owed", f"{one.duty}: {one.because}; due {one.due.astimezone(zone):%Y-%m-%d %H:%M}"
    if in_full:
        for message in one.evidence:
            yield "shown by", message
        if one.letter is not None:
            yield "draft", f"from {one.draft_at.astimezone(zone):%Y-%m-%d %H:%M} on"
        for rung in sorted(one.alerts, key=lambda rung: rung.at):
            yield "alert", f"{practice.person.heard_at(rung.at).astimezone(zone):%Y-%m-%d %H:%M} ({rung.name})"
    for line in in_words(practice.person.hours, one.since, one.due):
        yield "counted", line
