"""A message becomes an entry of a dossier: which thread, which project, who wrote it, what it says.

Only what belongs to a client is filed. What may belong to several projects is filed without one and waits.
"""

from __future__ import annotations

from collections.abc import Mapping

from mailaide.core.dossier import Author, Entry, Filed
from mailaide.core.mail import Message
from mailaide.core.match import Ambiguous, Directory, Matched, thread_of
from mailaide.core.reading.read import read


def file(message: Message, directory: Directory, threads: Mapping[str, tuple[str, str]]) -> Filed | None:
    """The message, filed, or None when it is no client's. `threads` as in Directory.match."""
    header = message.header
    match directory.match(header, threads):
        case Matched(project=project, because=because):
            candidates: tuple[str, ...] = ()
        case Ambiguous(candidates=candidates, because=because):
            project = ""
        case _:
            return None
    author = _author(message, directory, (project,) if project else candidates)
    client = directory.project(project or candidates[0]).client
    reading = read(message, from_us=author is Author.US, language=client.language)
    entry = Entry(message=message, thread=thread_of(header, threads), author=author, reading=reading)
    return Filed(entry=entry, project=project, candidates=candidates, because=because)


def _author(message: Message, directory: Directory, projects: tuple[str, ...]) -> Author:
    found = [directory.author(message.header, project) for project in projects]
    return next((author for author in found if author is not Author.OTHER), Author.OTHER)
