"""What the person says about a message by a keyword, as a tag of Thunderbird is, or by another project's folder.

A keyword is believed once, when it is first seen on a message. Whatever the person says later, by a folder, another
keyword or `mailaide assign`, is not taken back because the old keyword still stands there.
"""

from __future__ import annotations

from collections.abc import Iterable

from mailaide.core.mail import Folder, Header, Role
from mailaide.core.matching.match import Directory
from mailaide.ports import Found, Mailbox, Store

LOOKED_THROUGH = frozenset({Role.INBOX, Role.SENT})


def take_keywords(mailbox: Mailbox, store: Store, directory: Directory, folders: Iterable[Folder]) -> None:
    """Settle the threads of messages with a new keyword; a message that was nobody's is noted, to be read."""
    for header in mailbox.keyworded([folder for folder in folders if folder.role in LOOKED_THROUGH]):
        keyword, project = directory.by_keyword(header)
        if not project:
            continue
        known = next(iter(store.filed(header.message_id)), None)
        if known is None:
            _note(header, store)
        elif keyword not in known.entry.header.flags:
            because = f"you gave it the keyword {keyword}"
            store.settle(known.entry.thread, project, because, header.received_at)
            store.flagged([header.handle], keyword)


def take_moves(found: Iterable[Found], account: str, store: Store, directory: Directory) -> None:
    """Settle the threads of messages that lay in one project's folder and now lie in another's."""
    there = [one for one in found if one.role is Role.PROJECT and one.message_id]
    if not there:
        return
    known = store.known(account, Role.PROJECT, [one.message_id for one in there])
    for one in there:
        filed = next(iter(store.filed(one.message_id)), None) if one.message_id in known else None
        project = directory.of_folder(one.place.folder)
        if filed is not None and project and filed.project != project:
            store.settle(filed.entry.thread, project, f"you moved it to {one.place.folder}", one.received_at)


def _note(header: Header, store: Store) -> None:
    place = header.place
    bookmark = store.bookmark(place.account, place.folder)
    if bookmark is not None and bookmark.uidvalidity == place.uidvalidity:
        found = Found(place=place, role=header.role, received_at=header.received_at, message_id=header.message_id)
        store.note(place.account, place.folder, [found], bookmark)
