"""One account over IMAP: read with EXAMINE and BODY.PEEK, so that no flag changes; written only as `Drafts` allows.

Nothing is tried twice in here: after a broken APPEND it is for the caller to look first.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from mailaide.adapters.imap import body, fetched, folders, parse, sighting
from mailaide.adapters.imap.fetched import Fetched, literal, received, row_flags
from mailaide.adapters.imap.folders import Listed
from mailaide.adapters.imap.glance import Glance
from mailaide.adapters.imap.meter import Meter
from mailaide.adapters.imap.session import Account, ImapSession, Selected
from mailaide.adapters.imap.sessions import Sessions
from mailaide.core import placing
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Folder, Header, Message, Place, Role
from mailaide.core.matching.sieve import Sieve
from mailaide.core.placing import Sighting
from mailaide.errors import FolderMissing, MailboxUnreachable
from mailaide.ports import Window

NEEDED = frozenset({Role.INBOX, Role.DRAFTS, Role.SENT, Role.TRASH})
WINDOW = 2_000
"""Headers in one FETCH, and in one transaction: what a kill may cost. A window is some megabytes."""

BATCH = 25
MARKS = 500
"""How many messages are asked about in one command; a server's line has an end."""

WHOLE_LIMIT = 1024 * 1024
"""A message of ours is far smaller; one that is not is not compared further."""

KIND = ("content-type", "content-transfer-encoding", "content-disposition", "mime-version")
"""The fields that say how the text of a message is to be read."""

HEADER_ROOM = 16 * 1024
MESSAGE_LIMIT = HEADER_ROOM + body.BODY_LIMIT
MESSAGE = fetched.beginning(MESSAGE_LIMIT)
APART = fetched.items((*parse.FIELDS, *KIND), parse.FIELD_LIMIT, text=body.BODY_LIMIT)
"""Header and text apart: of a message whose header leaves too little room for the text."""

LIST_ANEW_SECONDS = 300.0
"""How long a folder that the person makes for a project may stay unseen."""

KEYWORDS_ANEW_SECONDS = 300.0
"""How long a keyword that the person gives a message may stay unseen."""

log = logging.getLogger(__name__)
_APPENDUID = re.compile(r"\[APPENDUID (\d{1,10}) (\d{1,10})\]", re.IGNORECASE)


class ImapMailbox:
    """`ports.Mailbox` and `ports.Drafts` of one account. One thread at a time; `close` may be called at any moment."""

    def __init__(
        self, account: Account, password: Callable[[], str], *, window: int = WINDOW, meter: Meter | None = None
    ) -> None:
        """`meter` counts what is read, and stops it when it is too much."""
        self._window = window
        self._settings = account
        self._sessions = Sessions(lambda: ImapSession(account, password(), self._listing, meter))
        self._listing: tuple[Listed, ...] | None = None
        self._list_anew_at = time.monotonic() + LIST_ANEW_SECONDS
        self._keywords_anew_at = 0.0
        self._left_out: set[Place] = set()

    @property
    def account(self) -> str:
        return self._settings.name

    # Reading

    def folders(self) -> Sequence[Folder]:
        try:
            self._sessions.one_will_do()
            with self._sessions.session() as session:
                if time.monotonic() > self._list_anew_at:
                    session.forget_listing()
                    self._list_anew_at = time.monotonic() + LIST_ANEW_SECONDS
                listing = session.listing()
                found = folders.roles(listing, self._settings.folder_names, self.account)
                named = [*found.items(), *((Role.PROJECT, name) for name in folders.of_projects(listing))]
                counted = session.statuses([name for _, name in named])
        except FolderMissing:
            self.close()
            self._listing = None
            raise
        # A folder that goes is noticed by its name, one that comes is looked for now and then, or while one is lacking.
        self._listing = listing if found.keys() >= NEEDED else None
        return [
            Folder(name=name, role=role, uidvalidity=now.uidvalidity, uidnext=now.uidnext, messages=now.messages)
            for (role, name), now in zip(named, counted, strict=True)
        ]

    def headers(
        self, folder: Folder, first_uid: int, *, since: datetime | None = None, sieve: Sieve | None = None
    ) -> Iterator[Window]:
        return self._windows(folder, first_uid, since, parse.MATCHING, sieve)

    def headers_at(self, folder: Folder, uids: Sequence[int]) -> Sequence[Header]:
        return self._headers_at(folder, uids, parse.MATCHING)

    def messages(self, folder: Folder, uids: Sequence[int]) -> Iterator[Message]:
        batches = [sorted(uids[start : start + BATCH]) for start in range(0, len(uids), BATCH)]
        with self._sessions.session(folder.name) as session:
            more = f" {fetched.CONVERSATION}" if session.can("X-GM-EXT-1") else ""
            asked = (self._ready(session, folder, _ranges(batch)) for batch in batches)
            for batch, rows in zip(batches, session.messages(asked, MESSAGE + more), strict=True):
                found = {row.uid: _parted(row) for row in rows}
                if crowded := [uid for uid, row in found.items() if row is None]:
                    asked_apart = [self._ready(session, folder, _ranges(sorted(crowded)))]
                    found |= {row.uid: row for rows in session.messages(asked_apart, APART + more) for row in rows}
                for uid in batch:
                    if message := self._message(folder, uid, found.get(uid)):
                        yield message

    def keyworded(self, folders: Sequence[Folder]) -> Sequence[Header]:
        if time.monotonic() < self._keywords_anew_at:
            return []
        self._keywords_anew_at = time.monotonic() + KEYWORDS_ANEW_SECONDS
        found: list[Header] = []
        for folder in folders:
            with self._sessions.session() as session:
                uids = session.keyworded(session.open(folder.name), parse.OURS)
            found += self._headers_at(folder, uids, parse.MATCHING)
        return [header for header in found if parse.is_ours(header.flags)]

    def tells_of_news(self) -> bool:
        """Whether the server can tell of new mail by itself (IDLE)."""
        with self._sessions.session() as session:
            return session.can("IDLE")

    def close(self) -> None:
        self._sessions.close()

    # Drafts

    def sight(self, intents: Sequence[Intent]) -> Mapping[str, Sequence[Sighting]]:
        if not intents:
            return {}
        self.close()
        found: list[tuple[Folder, Header, str]] = []
        ours = {intent.message_id for intent in intents}
        there = self.folders()
        for needed in {sighting.home(intent) for intent in intents} - {folder.role for folder in there}:
            raise FolderMissing(self.account, self._lacking(needed))
        for folder in there:
            for_here = sighting.wanted(intents, folder)
            if not for_here:
                continue
            for header in self._candidates(folder, for_here):
                if any(sighting.may_be(intent, header, folder) for intent in for_here):
                    digest = self._digest(header.place) if header.message_id in ours else ""
                    found.append((folder, header, digest))
        return sighting.by_intent(intents, found)

    def put(self, intent: Intent) -> Place | None:
        flags = ("\\Draft", "\\Seen") if intent.kind is Kind.DRAFT else ()
        with self._sessions.session() as session:
            opened = session.open(intent.folder)
            answer = session.append(intent.folder, intent.raw, flags)
        named = _APPENDUID.search(answer)
        # Some servers name a UID of another folder, or swap the two numbers.
        if not named or int(named[1]) != opened.uidvalidity or int(named[2]) < opened.uidnext:
            return None
        return Place(account=self.account, folder=intent.folder, uidvalidity=opened.uidvalidity, uid=int(named[2]))

    def withdraw(self, intent: Intent, places: Sequence[Place]) -> bool:
        by_folder = _by_folder(places)
        if not by_folder:
            return False
        with self._sessions.session() as session:
            if not all(self._untouched(session, intent, *folder, uids) for folder, uids in by_folder.items()):
                return False
            for (name, uidvalidity), uids in by_folder.items():
                session.delete(name, uidvalidity, _ranges(uids))
        return True

    def mark_answered(self, places: Sequence[Place]) -> None:
        by_folder = _by_folder(places)
        with self._sessions.session() as session:
            for (name, uidvalidity), uids in by_folder.items():
                if self._reading(session, name).uidvalidity == uidvalidity:
                    session.mark_answered(name, uidvalidity, _ranges(uids))

    def _untouched(self, session: ImapSession, intent: Intent, name: str, uidvalidity: int, uids: list[int]) -> bool:
        opened = session.open(name)
        if opened.uidvalidity != uidvalidity:
            return False
        rows = session.fetch(_ranges(uids), f"FLAGS BODY.PEEK[]<0.{WHOLE_LIMIT}>")
        found = {row[b"UID"]: row for row in rows}
        return all(
            uid in found and sighting.untouched(intent, literal(found[uid]) or b"", row_flags(found[uid]))
            for uid in uids
        )

    def _candidates(self, folder: Folder, intents: Sequence[Intent]) -> Iterator[Header]:
        if all(sighting.home(intent) is not folder.role for intent in intents):
            yield from self._newest(folder)
            return
        first = min(sighting.first_uid(intent, folder) for intent in intents)
        for window in self._windows(folder, first, None, sighting.FIELDS):
            yield from window.headers
        earlier = {uid for intent in intents if (uid := sighting.own_uid(intent, folder)) and uid < first}
        yield from self._headers_at(folder, sorted(earlier), sighting.FIELDS)

    def _newest(self, folder: Folder) -> Sequence[Header]:
        with self._sessions.session() as session:
            exists = self._stand_in(session, folder).exists
            if not exists:
                return []
            rows = session.rows_at([f"{max(1, exists - sighting.NEWEST + 1)}:{exists}"])
        return self._headers_at(folder, [row[b"UID"] for row in rows], sighting.FIELDS)

    def _digest(self, place: Place) -> str:
        with self._sessions.session() as session:
            if self._reading(session, place.folder).uidvalidity != place.uidvalidity:
                return ""
            rows = session.fetch(str(place.uid), f"BODY.PEEK[]<0.{WHOLE_LIMIT}>")
        raw = next((raw for row in rows if row[b"UID"] == place.uid and (raw := literal(row)) is not None), None)
        return "" if raw is None else placing.digest(raw)

    # The session

    def _lacking(self, role: Role) -> str:
        with self._sessions.session() as session:
            names = ", ".join(repr(folder.name) for folder in session.listing()[:40])
        return (
            f"no {role} folder was found; the server has {names}. Nothing was written and no folder was made. "
            f"Name the right one in folders.{role}."
        )

    def _reading(self, session: ImapSession, name: str) -> Selected:
        """The folder, opened if another one is."""
        return session.opened if session.opened and session.opened.name == name else session.open(name)

    def _stand_in(self, session: ImapSession, folder: Folder) -> Selected:
        """The folder, opened, if it still is the one that was meant."""
        opened = self._reading(session, folder.name)
        if opened.uidvalidity != folder.uidvalidity:
            raise MailboxUnreachable(
                self.account,
                f"folder {folder.name!r} was replaced while it was read. Nothing is lost; it is read anew.",
            )
        return opened

    def _ready(self, session: ImapSession, folder: Folder, uids: str) -> str:
        """The UIDs, once the folder is open that they are of."""
        self._stand_in(session, folder)
        return uids

    def _windows(
        self,
        folder: Folder,
        first_uid: int,
        since: datetime | None,
        fields: Sequence[str],
        sieve: Sieve | None = None,
    ) -> Iterator[Window]:
        if first_uid >= folder.uidnext:
            return
        glance = Glance(sieve, self.account, folder) if sieve else None

        with self._sessions.session() as session:
            stretches = self._stretches(session, folder, first_uid, since)
            asked = (self._ready(session, folder, f"{first}:{last}") for first, last in stretches)
            answered = session.messages(asked, fetched.items(fields, parse.FIELD_LIMIT), glance)
            for (first, last), rows in zip(stretches, answered, strict=True):
                # Servers may answer with more than was asked for.
                found = [
                    one
                    for one in (glance.taken() if glance else [])
                    if first <= one.place.uid <= last and not (since and one.received_at < since)
                ]
                wanted = (
                    row
                    for row in rows
                    if first <= row.uid <= last and not (since and row.received_at and row.received_at < since)
                )
                headers = [header for row in wanted if (header := self._header(folder, row))]
                yield Window(headers=sorted(headers, key=_uid), uidnext=last + 1, found=found)

    def _stretches(
        self, session: ImapSession, folder: Folder, first_uid: int, since: datetime | None
    ) -> list[tuple[int, int]]:
        """First and last UID of each window, without those that lie before `since` as far as their ends tell."""
        opened, last_uid = self._stand_in(session, folder), folder.uidnext - 1
        if last_uid - first_uid < self._window:
            return [(first_uid, last_uid)]
        numbers = range(self._window, opened.exists + 1, self._window)
        asked = (numbers[start : start + MARKS] for start in range(0, len(numbers), MARKS))
        marks = session.rows_at(",".join(map(str, some)) for some in asked)
        before = takewhile(lambda row: since is not None and (at := received(row)) is not None and at < since, marks)
        first_uid = max([first_uid, *(row[b"UID"] + 1 for row in before)])
        lasts = [*(uid for row in marks if first_uid <= (uid := row[b"UID"]) < last_uid), last_uid]
        return list(zip([first_uid, *(uid + 1 for uid in lasts)], lasts, strict=False))

    def _headers_at(self, folder: Folder, uids: Sequence[int], fields: Sequence[str]) -> list[Header]:
        if not uids:
            return []
        batches = (_ranges(sorted(uids[start : start + MARKS])) for start in range(0, len(uids), MARKS))
        with self._sessions.session(folder.name) as session:
            asked = (self._ready(session, folder, batch) for batch in batches)
            rows = [row for rows in session.messages(asked, fetched.items(fields, parse.FIELD_LIMIT)) for row in rows]
        return sorted((header for row in rows if (header := self._header(folder, row))), key=_uid)

    def _header(self, folder: Folder, row: Fetched) -> Header | None:
        place = Place(account=self.account, folder=folder.name, uidvalidity=folder.uidvalidity, uid=row.uid)
        if row.received_at is None:
            self._leave_out(place, "the server gives no date for it")
            return None
        try:
            return parse.header(row.header, place=place, role=folder.role, received_at=row.received_at, flags=row.flags)
        except Exception as error:  # noqa: BLE001  # one message must not stop the others
            self._leave_out(place, f"{type(error).__name__} while reading its header")
            return None

    def _message(self, folder: Folder, uid: int, row: Fetched | None) -> Message | None:
        if row is None:
            place = Place(account=self.account, folder=folder.name, uidvalidity=folder.uidvalidity, uid=uid)
            self._leave_out(place, "it has vanished")
            return None
        header = self._header(folder, row)
        if header and row.conversation:
            header = replace(header, conversation=row.conversation)
        return body.message(header, _kind(row.header) + b"\r\n" + row.text) if header else None

    def _leave_out(self, place: Place, why: str) -> None:
        if place not in self._left_out:
            self._left_out.add(place)
            log.warning("account %s: message %d in %r was left out: %s", self.account, place.uid, place.folder, why)


def _parted(row: Fetched) -> Fetched | None:
    """The beginning of a message as header and text; None when its header takes the place of the text."""
    header, _, text = row.header.partition(b"\r\n\r\n")
    if len(header) > HEADER_ROOM and len(row.header) >= MESSAGE_LIMIT:
        return None
    return row._replace(header=header + b"\r\n\r\n", text=text)


def _kind(fields: bytes) -> bytes:
    """The fields that say how the text is to be read, as the header of a message of its own."""
    told = parse.split(fields)
    lines = (f"{name}: {value}\r\n" for name in KIND for value in told.get(name, ())[:1])
    return "".join(lines).encode("utf-8", "replace")


def _uid(header: Header) -> int:
    return header.place.uid


def _by_folder(places: Iterable[Place]) -> dict[tuple[str, int], list[int]]:
    """Folder and UIDVALIDITY → UIDs, ascending."""
    found: dict[tuple[str, int], list[int]] = {}
    for place in sorted(places, key=lambda place: place.uid):
        found.setdefault((place.folder, place.uidvalidity), []).append(place.uid)
    return found


def _ranges(uids: Sequence[int]) -> str:
    """`1:3,7` for ascending UIDs: short enough for any server's line."""
    parts: list[list[int]] = []
    for uid in uids:
        if parts and uid == parts[-1][1] + 1:
            parts[-1][1] = uid
        else:
            parts.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in parts)
