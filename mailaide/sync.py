"""Bring in what is new: headers of everything, the text only of what belongs to a client.

A folder's bookmark moves after all before it is filed, so a sync that was cut short is taken up again and files
nothing twice. Threads run across folders, so the news of one account is filed in order of time.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from mailaide.core.dossier import Filed
from mailaide.core.filing import file
from mailaide.core.mail import Folder, Header, Message, Place, Role
from mailaide.core.match import Directory
from mailaide.ports import Bookmark, Mailbox, Store
from mailaide.report import Read

log = logging.getLogger(__name__)

READ = frozenset({Role.INBOX, Role.SENT})
"""The folders that conversations happen in; Drafts, the trash and the archive are only looked at for our own drafts."""

AT_ONCE = 200
"""Messages filed in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a sync brought: messages that were not known, and the folders as they were seen."""

    account: str
    read: tuple[Read, ...]
    folders: tuple[Folder, ...]


def sync(mailbox: Mailbox, store: Store, directory: Directory, *, since: datetime) -> News:
    """Read one account from its bookmarks on; a folder that is read for the first time, from `since` on.

    Raises MailboxError and StoreError; what was filed before stays filed.
    """
    folders = tuple(mailbox.folders())
    unread = {folder.name: folder for folder in folders if folder.role in READ and _first_uid(store, mailbox, folder)}
    headers = [header for folder in unread.values() for header in _headers(mailbox, store, folder, since)]
    read: list[Read] = []
    for batch in _batches(_of_interest(headers, store, directory)):
        read.extend(Read.of(filed) for filed in _file(batch, unread, mailbox, store, directory))
    for folder in unread.values():
        store.keep(mailbox.account, folder.name, [], Bookmark(uidvalidity=folder.uidvalidity, uidnext=folder.uidnext))
    return News(account=mailbox.account, read=tuple(read), folders=folders)


def _first_uid(store: Store, mailbox: Mailbox, folder: Folder) -> int:
    """The first UID that was not read yet; 0 when there is nothing new."""
    bookmark = store.bookmark(mailbox.account, folder.name)
    if bookmark is None or bookmark.uidvalidity != folder.uidvalidity:
        return 1
    return bookmark.uidnext if bookmark.uidnext < folder.uidnext else 0


def _headers(mailbox: Mailbox, store: Store, folder: Folder, since: datetime) -> Iterator[Header]:
    first_uid = _first_uid(store, mailbox, folder)
    for window in mailbox.headers(folder, first_uid, since=since if first_uid == 1 else None):
        yield from window


def _of_interest(headers: Iterable[Header], store: Store, directory: Directory) -> list[Header]:
    """Mail of and to clients, and whatever continues a conversation with them; oldest first."""
    in_time = sorted((one for one in headers if not directory.is_note(one)), key=lambda one: one.received_at)
    concerns = {one.place for one in in_time if directory.concerns_client(one)}
    others = (one for one in in_time if one.place not in concerns)
    known = set(store.threads([reference for one in others for reference in one.references]))
    found = []
    for header in in_time:
        if header.place in concerns or not known.isdisjoint(header.references):
            known.add(header.message_id)
            found.append(header)
    return found


def _batches(headers: Sequence[Header]) -> Iterator[Sequence[Header]]:
    return (headers[start : start + AT_ONCE] for start in range(0, len(headers), AT_ONCE))


def _file(
    batch: Sequence[Header], folders: Mapping[str, Folder], mailbox: Mailbox, store: Store, directory: Directory
) -> list[Filed]:
    new = _unknown(batch, mailbox, store)
    texts = _texts(new, folders, mailbox)
    threads = dict(store.threads([one for header in new for one in (header.message_id, *header.references)]))
    filed = []
    for header in new:
        one = _understood(texts[header.place], directory, threads) if header.place in texts else None
        if one is not None:
            filed.append(one)
            threads[header.message_id] = (one.entry.thread, one.project)
    for name in folders:
        store.keep(mailbox.account, name, [one for one in filed if one.entry.header.place.folder == name], None)
    for one in filed:
        if one.project:
            store.assign(one.entry.thread, one.project, because=f"{one.entry.id} put the conversation there")
    return filed


def _unknown(batch: Sequence[Header], mailbox: Mailbox, store: Store) -> list[Header]:
    once = {(header.role, header.message_id): header for header in reversed(batch)}
    known = {
        (role, one)
        for role in READ
        for one in store.known(mailbox.account, role, [message_id for kind, message_id in once if kind is role])
    }
    return [header for header in reversed(once.values()) if (header.role, header.message_id) not in known]


def _understood(message: Message, directory: Directory, threads: Mapping[str, tuple[str, str]]) -> Filed | None:
    try:
        return file(message, directory, threads)
    except Exception as error:  # noqa: BLE001  # one message that nobody foresaw must not stop the others
        place, last = message.header.place, traceback.extract_tb(error.__traceback__)[-1]
        why = f"{type(error).__name__} in {last.name}"  # never the error's text: it may hold words of the mail
        log.error(
            "account %s: message %d in %r could not be understood (%s). It was left out, the others are read; "
            "look at it yourself.",
            *(place.account, place.uid, place.folder, why),
        )
        return None


def _texts(headers: Sequence[Header], folders: Mapping[str, Folder], mailbox: Mailbox) -> dict[Place, Message]:
    by_folder = sorted(headers, key=lambda header: header.place.folder)
    return {
        message.header.place: message
        for name, some in groupby(by_folder, key=lambda header: header.place.folder)
        for message in mailbox.messages(folders[name], list(some))
    }
