"""A message becomes an entry of a dossier: which thread, which project, who wrote it, what it says.

Only what belongs to a client is filed. What may belong to several projects is filed without one and waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mailaide.core.dossier import Author, Entry, Filed
from mailaide.core.mail import Message
from mailaide.core.matching.match import Ambiguous, Directory, Match, Matched
from mailaide.core.matching.threads import Thread
from mailaide.core.reading.ear.ear import Ear
from mailaide.core.reading.ear.levels import FAINTEST, usual
from mailaide.core.reading.read import read
from mailaide.core.reading.text.newtext import new_text


def file(message: Message, directory: Directory, thread: Thread, ear: Ear) -> Filed | None:
    """The message, filed, or None when it is no client's."""
    match _match(message, directory, thread):
        case Matched(project=project, evidence=evidence, because=because):
            candidates: tuple[str, ...] = ()
        case Ambiguous(candidates=candidates, evidence=evidence, because=because):
            project = ""
        case _:
            return None
    author = _author(message, directory, (project,) if project else candidates)
    client = directory.project(project or candidates[0]).client
    ours = author is Author.US
    reading = read(message, from_us=ours, language=client.language, ear=ear, levels=FAINTEST, hours=directory.hours)
    # Nobody asks for the whole text again: what was newly written is in the reading, the rest is quoted.
    entry = Entry(message=replace(message, text=""), thread=thread.name, author=author, reading=reading)
    return Filed(entry=entry, project=project, candidates=candidates, evidence=evidence, because=because)


def with_what_was_before(filed: Iterable[Filed], scores: Sequence[float]) -> Iterator[Filed]:
    """The same, each that may be a complaint with what the client mail of its account came to before it."""
    before = [*scores]
    for one in filed:
        reading = one.entry.reading
        if one.from_client and reading.score:
            one = replace(one, entry=replace(one.entry, reading=replace(reading, before=usual(before))))  # noqa: PLW2901
        yield one
        if one.from_client:
            before.append(reading.score)


def _match(message: Message, directory: Directory, thread: Thread) -> Match:
    """By the header, and only where that leaves several projects, by the text."""
    found = directory.match(message.header, thread)
    return directory.match(message.header, thread, new_text(message.text)) if isinstance(found, Ambiguous) else found


def _author(message: Message, directory: Directory, projects: tuple[str, ...]) -> Author:
    found = [directory.author(message.header, project) for project in projects]
    return next((author for author in found if author is not Author.OTHER), Author.OTHER)
