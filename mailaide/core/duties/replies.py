"""To whom a reply may go. A letter to the wrong reader is worse than none."""

from __future__ import annotations

from mailaide.core.dossier import Author, Dossier, Entry
from mailaide.core.letter import Letter, to_client
from mailaide.core.mail import Address


def reply(dossier: Dossier, entry: Entry, template: str, **values: object) -> Letter | None:
    """The letter that answers a message of the client's; None when nobody is known to whom it may go."""
    to = reply_address(entry)
    if to is None or not _may_write_to(dossier, entry, to):
        return None
    project = dossier.project
    return to_client(project.client, template, to=to, answers=entry.header, project=project, **values)


def unlisted(dossier: Dossier, entry: Entry) -> str:
    """The address that a reply would go to and must not, or nothing."""
    to = reply_address(entry)
    return to.email if to is not None and not _may_write_to(dossier, entry, to) else ""


def reply_address(entry: Entry) -> Address | None:
    """Where a reply goes: Reply-To, else From (RFC 5322, 3.6.2)."""
    return entry.header.reply_to[0] if entry.header.reply_to else entry.header.sender


def _may_write_to(dossier: Dossier, entry: Entry, to: Address) -> bool:
    """A listed address, or one that we have written to ourselves; a Reply-To that leads elsewhere is never used."""
    if dossier.project.client.owns(to):
        return True
    return entry.author is Author.OTHER and any(
        to.email == address.email
        for ours in dossier.entries
        if ours.author is Author.US
        for address in ours.header.recipients
    )
