"""Who wrote a message, as one of a project: us, a colleague, the client, somebody else, or nobody.

That depends on the project and on what the configuration says today, so it is asked again whenever a project is looked
at: a conversation may have been put in another project since it was read, an address may have been added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mailaide.core.dossier import Author, Entry
from mailaide.core.mail import Header, Role
from mailaide.core.matching.authentication import objection
from mailaide.core.project import Person, Practice, Project


def author(header: Header, project: Project | None, person: Person, authserv_id: str = "") -> Author:
    """A sender whom our own server, `authserv_id`, does not believe is nobody."""
    if header.role is Role.SENT:
        return Author.US
    colleague = person.colleague(header.sender)
    if person.is_self(header.sender) or (colleague is not None and colleague.speaks_for_us):
        found = Author.US
    elif colleague is not None:
        return Author.COLLEAGUE
    elif project is not None and project.client.owns(header.sender):
        found = Author.CLIENT
    else:
        return Author.OTHER
    return Author.FORGED if objection(header, authserv_id) else found


def as_known_today(entries: Iterable[Entry], project: Project, practice: Practice) -> Iterator[Entry]:
    """The entries of a project with their authors."""
    authserv_ids = dict(practice.authserv_ids)
    for entry in entries:
        header = entry.header
        found = author(header, project, practice.person, authserv_ids.get(header.place.account, ""))
        yield entry if found is entry.author else replace(entry, author=found)
