"""Bring in what is new: headers of everything, the text only of what belongs to a client.

First all new headers are gone through and what may be a client's is noted, in the store; then what is noted is read
and filed in order of time, over all folders. A sync that was cut short in either is taken up where it was.
"""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mailaide.core.dossier import Entry, Filed
from mailaide.core.mail import Folder, Header, Message, Place, Role, copies, with_own_id
from mailaide.core.matching.filing import file, with_what_was_before
from mailaide.core.matching.match import Directory
from mailaide.core.matching.threads import Thread, tie
from mailaide.core.reading.ear.ear import Ear
from mailaide.core.reading.ear.levels import LAST
from mailaide.core.reading.text.newtext import new_text
from mailaide.errors import MailboxEmptied, MailboxError
from mailaide.ports import Bookmark, Found, Mailbox, Progress, Store
from mailaide.steps.corrections import take_keywords, take_moves
from mailaide.steps.notes import READ_THROUGH
from mailaide.steps.quarantine import Quarantine
from mailaide.steps.report import Read

READ = frozenset({Role.INBOX, Role.SENT, Role.PROJECT})
"""The folders that conversations happen in; Drafts, the trash and the archive are only looked at for our own drafts."""

MUCH = 20
"""How many messages a folder must have held for its emptiness to be strange."""

LISTED = 500
"""So many of the messages that came are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a sync brought: messages that were not known, and the folders as they were seen.

    `count` tells how many came, `touched` the projects they are or may be of; `read` holds the last of them only,
    because a first sync brings tens of thousands.
    """

    account: str
    count: int
    touched: frozenset[str]
    read: tuple[Read, ...]
    folders: tuple[Folder, ...]


def sync(
    mailbox: Mailbox, store: Store, directory: Directory, progress: Progress, *, ear: Ear, since: datetime
) -> News:
    """Read one account from its bookmarks on; a folder that is read for the first time, from `since` on.

    Raises MailboxError (MailboxEmptied when all sent mail is gone) and StoreError; what was noted and filed before
    stays so.
    """
    folders = go_through(mailbox, store, directory, progress, since=since)
    take_keywords(mailbox, store, directory, folders)
    there = {folder.name: folder for folder in folders if folder.role in READ}
    count, touched, read = 0, set[str](), deque[Read](maxlen=LISTED)
    quarantine, later = Quarantine(store, mailbox.account), set[Place]()
    done, total = 0, store.noted_count(mailbox.account)
    while total and (batch := _next(store, mailbox.account, quarantine.size, later)):
        try:
            filed, again = _file(batch, there, mailbox, store, directory, ear=ear, quarantine=quarantine)
        except MailboxError as error:
            if not quarantine.broke(batch, error):
                raise
            mailbox.folders()  # if the line itself is down, this says so
            quarantine.leave_out(batch[0])
            store.keep([], done=batch)
            continue
        for one in filed:
            count += 1
            touched.update((one.project,) if one.project else one.candidates)
            read.append(Read.of(one))
        later |= again
        done += len(batch)
        progress.show(mailbox.account, "messages", min(done, total), total)
    quarantine.all_read()
    if store.bookmark(mailbox.account, READ_THROUGH) is None:
        store.note(mailbox.account, READ_THROUGH, [], Bookmark(uidvalidity=0, uidnext=0))
    return News(account=mailbox.account, count=count, touched=frozenset(touched), read=tuple(read), folders=folders)


def _next(store: Store, account: str, size: int, later: Collection[Place]) -> list[Found]:
    """The oldest that are to be read, without those that were tried just now."""
    return [one for one in store.noted(account, size + len(later)) if one.place not in later][:size]


def _refuse_if_emptied(folders: Iterable[Folder], mailbox: Mailbox, store: Store) -> None:
    """An INBOX may be empty by evening; sent mail that vanishes is a move to another server, or an accident."""
    for folder in folders:
        if folder.role is not Role.SENT or folder.messages:
            continue
        before = store.bookmark(mailbox.account, folder.name)
        if before is not None and before.uidnext > MUCH:
            raise MailboxEmptied(
                mailbox.account,
                f'the folder "{folder.name}" held sent mail before and holds none now, so nobody can tell what was '
                "answered. Nothing was drafted, and nothing is lost. It goes on by itself as soon as a message lies in "
                "that folder.",
            )


# Going through the headers


def go_through(
    mailbox: Mailbox, store: Store, directory: Directory, progress: Progress, *, since: datetime
) -> tuple[Folder, ...]:
    """Note what is to be read, in all folders; these as they were seen."""
    folders = tuple(mailbox.folders())
    _refuse_if_emptied(folders, mailbox, store)
    for folder in folders:
        if folder.role in READ:
            _go_through(folder, mailbox, store, directory, progress, since=since)
    return folders


def _go_through(
    folder: Folder, mailbox: Mailbox, store: Store, directory: Directory, progress: Progress, *, since: datetime
) -> None:
    """Note what is to be read; the bookmark moves with each window."""
    bookmark = store.bookmark(mailbox.account, folder.name)
    known = bookmark is not None and bookmark.uidvalidity == folder.uidvalidity
    first_uid = bookmark.uidnext if bookmark and known else 1
    # Of what the person has put into a project's folder, everything is wanted.
    sieve = None if folder.role is Role.PROJECT else directory.sieve
    for window in mailbox.headers(folder, first_uid, since=None if known else since, sieve=sieve):
        found = [*window.found, *(one for header in window.headers if (one := found_of(header, directory)))]
        take_moves(found, mailbox.account, store, directory)
        moved = Bookmark(uidvalidity=folder.uidvalidity, uidnext=window.uidnext)
        store.note(mailbox.account, folder.name, found, moved)
        progress.show(mailbox.account, folder.name, window.uidnext - first_uid, folder.uidnext - first_uid)


def found_of(header: Header, directory: Directory) -> Found | None:
    """What is noted of a message: mail of and to clients, and what may continue a conversation with them."""
    if directory.is_note(header):
        return None
    certain = directory.concerns_client(header)
    if not certain and not header.references and not _is_report(header):
        return None
    message_id = header.message_id if certain else ""
    return Found(place=header.place, role=header.role, received_at=header.received_at, message_id=message_id)


def _is_report(header: Header) -> bool:
    """Whether it may report that a message could not be delivered; which one, perhaps only its text tells."""
    return header.sender is not None and header.sender.is_mail_server


# Reading and filing what was noted


def _file(
    batch: Sequence[Found],
    folders: Mapping[str, Folder],
    mailbox: Mailbox,
    store: Store,
    directory: Directory,
    *,
    ear: Ear,
    quarantine: Quarantine,
) -> tuple[list[Filed], set[Place]]:
    """What was filed, and what is to be tried again by a later sync."""
    there = [one for one in batch if _lies_in(folders, one.place)]
    wanted = _wanted(there, folders, mailbox, store)
    texts = {
        message.header.place: message
        for folder, uids in _by_folder(wanted, folders)
        for message in mailbox.messages(folder, uids)
    }
    messages = _under_ids_of_their_own([texts[place] for place in wanted if place in texts], mailbox.account, store)
    threads = store.join([tie(message.header) for message in messages])
    now = _waiting({thread.name: thread for thread in threads.values()}, store)
    filed, again = [], set[Place]()
    for message in messages:
        thread = now[threads[message.header.message_id].name]
        try:
            one = file(message, directory, thread, ear)
        except Exception as error:  # noqa: BLE001  # one message that nobody foresaw must not stop the others
            if not quarantine.failed(message.header.place, message.header.received_at, _why(error)):
                again.add(message.header.place)
            continue
        if one is not None:
            filed.append(one)
            now[thread.name] = thread.in_project(one.project) if one.project else _among(thread, one)
    if any(one.from_client and one.entry.reading.score for one in filed):
        filed = [*with_what_was_before(filed, store.scores(mailbox.account, LAST))]
    store.keep(filed, done=[one for one in batch if one.place not in again])
    return filed, again


def _under_ids_of_their_own(messages: Sequence[Message], account: str, store: Store) -> list[Message]:
    """The messages; one that bears the Message-ID of another one that came before it gets an id of its own."""
    ids = [message.header.message_id for message in messages]
    there = {one for role in READ for one in store.known(account, role, ids)}
    kept = {one: _said(filed.entry) for one in there for filed in store.filed(one)[:1]}
    first: dict[str, Message] = {}
    told = []
    for message in messages:
        own = message.header.message_id
        if own in kept:
            same = copies(kept[own], replace(message, text=new_text(message.text)))
        else:
            same = copies(first.setdefault(own, message), message)
        told.append(message if same else with_own_id(message))
    return told


def _said(entry: Entry) -> Message:
    """A message as it is kept, which is without what it quoted."""
    return replace(entry.message, text=entry.reading.new_text)


def _waiting(threads: Mapping[str, Thread], store: Store) -> dict[str, Thread]:
    """The threads, those that are not decided with the projects they may be of."""
    found = dict(threads)
    for filed in store.unassigned([name for name, one in threads.items() if not one.projects]):
        found[filed.entry.thread] = _among(found[filed.entry.thread], filed)
    return found


def _among(thread: Thread, filed: Filed) -> Thread:
    return replace(thread, candidates=filed.candidates)


def _lies_in(folders: Mapping[str, Folder], place: Place) -> bool:
    return place.folder in folders and folders[place.folder].uidvalidity == place.uidvalidity


def _wanted(batch: Sequence[Found], folders: Mapping[str, Folder], mailbox: Mailbox, store: Store) -> list[Place]:
    """Where the messages lie that are to be read, oldest first, without those that are filed already."""
    doubtful = _by_folder((one.place for one in batch if not one.message_id), folders)
    headers = {header.place: header for folder, uids in doubtful for header in mailbox.headers_at(folder, uids)}
    silent = [place for place, header in headers.items() if _is_report(header) and not header.references]
    for folder, uids in _by_folder(silent, folders):
        headers |= {message.header.place: message.header for message in mailbox.messages(folder, uids)}
    conversations = set(store.threads([one for header in headers.values() for one in header.references]))
    candidates: dict[tuple[Role, str, datetime], Place] = {}
    for one in batch:
        message_id = one.message_id or _continues(headers.get(one.place), conversations)
        if message_id:
            conversations.add(message_id)
            candidates.setdefault((one.role, message_id, one.received_at), one.place)
    known = {
        (role, message_id, received_at)
        for role in READ
        for message_id, received_at in store.known(
            mailbox.account, role, [one for kind, one, _ in candidates if kind is role]
        ).items()
    }
    return [place for key, place in candidates.items() if key not in known]


def _continues(header: Header | None, conversations: set[str]) -> str:
    """The message's id when it answers one that is a client's."""
    return header.message_id if header and not conversations.isdisjoint(header.references) else ""


def _by_folder(places: Iterable[Place], folders: Mapping[str, Folder]) -> Iterator[tuple[Folder, list[int]]]:
    uids: dict[str, list[int]] = {}
    for place in places:
        uids.setdefault(place.folder, []).append(place.uid)
    return ((folders[name], some) for name, some in uids.items())


def _why(error: Exception) -> str:
    """The kind and the place, never the error's text: it may hold words of the mail."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}"
