"""A message becomes an entry of a dossier: which thread, which project, who wrote it, what it says.

Only what belongs to a client is filed. What may belong to several projects is filed without one and waits.
"""

from __future__ import annotations

from mailaide.core.dossier import Author, Entry, Filed
from mailaide.core.mail import Message
from mailaide.core.match import Ambiguous, Directory, Match, Matched
from mailaide.core.reading.ear import Ear
from mailaide.core.reading.newtext import new_text
from mailaide.core.reading.read import read
from mailaide.core.threads import Thread


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
    reading = read(message, from_us=author is Author.US, language=client.language, ear=ear, hours=directory.hours)
    entry = Entry(message=message, thread=thread.name, author=author, reading=reading)
    return Filed(entry=entry, project=project, candidates=candidates, evidence=evidence, because=because)


def _match(message: Message, directory: Directory, thread: Thread) -> Match:
    """By the header, and only where that leaves several projects, by the text."""
    found = directory.match(message.header, thread)
    return directory.match(message.header, thread, new_text(message.text)) if isinstance(found, Ambiguous) else found


def _author(message: Message, directory: Directory, projects: tuple[str, ...]) -> Author:
    found = [directory.author(message.header, project) for project in projects]
    return next((author for author in found if author is not Author.OTHER), Author.OTHER)
