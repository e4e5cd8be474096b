"""One account over IMAP: read with EXAMINE and BODY.PEEK, so that no flag changes; written only as `Drafts` allows.

A connection that broke is let go and the next call opens a new one. Nothing is tried twice in here: after a broken
APPEND it is for the caller to look first.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from mailaide.adapters.imap import body, folders, parse, sighting
from mailaide.adapters.imap.session import Account, ImapSession, Row, Selected
from mailaide.core import placing
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Folder, Header, Message, Place, Role
from mailaide.core.placing import Sighting
from mailaide.errors import FolderMissing, MailboxUnreachable

WINDOW = 1_000
BATCH = 50
WHOLE_LIMIT = 1024 * 1024
"""A message of ours is far smaller; one that is not is not compared further."""

KIND = "CONTENT-TYPE CONTENT-TRANSFER-ENCODING CONTENT-DISPOSITION MIME-VERSION"
"""The fields that say how the text of a message is to be read."""

log = logging.getLogger(__name__)
_APPENDUID = re.compile(r"\[APPENDUID (\d{1,10}) (\d{1,10})\]", re.IGNORECASE)


class ImapMailbox:
    """`ports.Mailbox` and `ports.Drafts` of one account. One thread at a time; `close` may be called at any moment."""

    def __init__(self, account: Account, password: Callable[[], str]) -> None:
        self._settings = account
        self._password = password
        self._live: ImapSession | None = None
        self._quarantine: set[Place] = set()

    @property
    def account(self) -> str:
        return self._settings.name

    # Reading

    def folders(self) -> Sequence[Folder]:
        with self._session() as session:
            found = folders.roles(session.listing(), self._settings.folder_names, self.account)
            opened = {role: session.open(name) for role, name in found.items()}
        return [
            Folder(name=folder.name, role=role, uidvalidity=folder.uidvalidity, uidnext=folder.uidnext)
            for role, folder in opened.items()
        ]

    def headers(self, folder: Folder, first_uid: int, *, since: datetime | None = None) -> Iterator[Sequence[Header]]:
        if first_uid >= folder.uidnext:
            return
        above: int | None = None
        while above is None or above > 1:
            with self._session() as session:
                exists = self._stand_in(session, folder).exists
                # Going down, numbers only shift towards what was read already, so nothing is passed over.
                last = exists if above is None else min(above - 1, exists)
                first = max(1, last - min(WINDOW, folder.uidnext - first_uid) + 1)
                all_uids = session.uids_at(first, last) if last else []
                uids = [uid for uid in all_uids if first_uid <= uid < folder.uidnext]
                window = self._read(session, folder, _ranges(uids), parse.FIELDS) if uids else []
            fresh = [header for header in window if since is None or header.received_at >= since]
            if fresh:
                yield fresh
            if (all_uids and all_uids[0] <= first_uid) or (window and not fresh):
                return
            above = first

    def messages(self, folder: Folder, headers: Sequence[Header]) -> Iterator[Message]:
        for start in range(0, len(headers), BATCH):
            batch = headers[start : start + BATCH]
            with self._session() as session:
                self._stand_in(session, folder)
                uids = _ranges(sorted(header.place.uid for header in batch))
                # Apart, so that a header of any length leaves room for the text.
                rows = session.fetch(uids, f"BODY.PEEK[HEADER.FIELDS ({KIND})] BODY.PEEK[TEXT]<0.{body.BODY_LIMIT}>")
                bodies = {row[b"UID"]: raw for row in rows if (raw := _entity(row)) is not None}
            for header in batch:
                raw = bodies.get(header.place.uid)
                if raw is None:
                    self._leave_out(header.place, "it has vanished")
                else:
                    yield Message(header=header, text=body.text(raw))

    def close(self) -> None:
        live, self._live = self._live, None
        if live:
            live.close()

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
        with self._session() as session:
            opened = session.open(intent.folder)
            answer = session.append(intent.folder, intent.raw, flags)
        named = _APPENDUID.search(answer)
        # Some servers name a UID of another folder, or swap the two numbers.
        if not named or int(named[1]) != opened.uidvalidity or int(named[2]) < opened.uidnext:
            return None
        return Place(account=self.account, folder=intent.folder, uidvalidity=opened.uidvalidity, uid=int(named[2]))

    def withdraw(self, intent: Intent, places: Sequence[Place]) -> bool:
        by_folder: dict[tuple[str, int], list[int]] = {}
        for place in places:
            by_folder.setdefault((place.folder, place.uidvalidity), []).append(place.uid)
        if not by_folder:
            return False
        with self._session() as session:
            if not session.can("UIDPLUS"):
                return False
            if not all(self._untouched(session, intent, *folder, uids) for folder, uids in by_folder.items()):
                return False
            for (name, _), uids in by_folder.items():
                session.open(name, writing=True)
                session.expunge(_ranges(sorted(uids)))
        return True

    def mark_answered(self, places: Sequence[Place]) -> None:
        by_folder: dict[tuple[str, int], list[int]] = {}
        for place in places:
            by_folder.setdefault((place.folder, place.uidvalidity), []).append(place.uid)
        with self._session() as session:
            for (name, uidvalidity), uids in by_folder.items():
                if session.open(name, writing=True).uidvalidity == uidvalidity:
                    session.mark_answered(_ranges(sorted(uids)))

    def _untouched(self, session: ImapSession, intent: Intent, name: str, uidvalidity: int, uids: list[int]) -> bool:
        opened = session.open(name)
        if opened.uidvalidity != uidvalidity:
            return False
        rows = session.fetch(_ranges(sorted(uids)), f"FLAGS BODY.PEEK[]<0.{WHOLE_LIMIT}>")
        found = {row[b"UID"]: row for row in rows}
        return all(
            uid in found and sighting.untouched(intent, _literal(found[uid]) or b"", _flags(found[uid])) for uid in uids
        )

    def _candidates(self, folder: Folder, intents: Sequence[Intent]) -> Iterator[Header]:
        if all(sighting.home(intent) is not folder.role for intent in intents):
            yield from self._newest(folder)
            return
        first = min(sighting.first_uid(intent, folder) for intent in intents)
        for window in self.headers(folder, first):
            yield from window
        earlier = {uid for intent in intents if (uid := sighting.own_uid(intent, folder)) and uid < first}
        if earlier:
            with self._session() as session:
                self._stand_in(session, folder)
                found = self._read(session, folder, _ranges(sorted(earlier)), sighting.FIELDS)
            yield from found

    def _newest(self, folder: Folder) -> Sequence[Header]:
        with self._session() as session:
            exists = self._stand_in(session, folder).exists
            if not exists:
                return []
            uids = session.uids_at(max(1, exists - sighting.NEWEST + 1), exists)
            return self._read(session, folder, _ranges(uids), sighting.FIELDS) if uids else []

    def _digest(self, place: Place) -> str:
        with self._session() as session:
            if self._reading(session, place.folder).uidvalidity != place.uidvalidity:
                return ""
            rows = session.fetch(str(place.uid), f"BODY.PEEK[]<0.{WHOLE_LIMIT}>")
        raw = next((raw for row in rows if row[b"UID"] == place.uid and (raw := _literal(row)) is not None), None)
        return "" if raw is None else placing.digest(raw)

    # The session

    def _lacking(self, role: Role) -> str:
        with self._session() as session:
            names = ", ".join(repr(folder.name) for folder in session.listing()[:40])
        return (
            f"no {role} folder was found; the server has {names}. Nothing was written and no folder was made. "
            f"Name the right one in folders.{role}."
        )

    @contextlib.contextmanager
    def _session(self) -> Iterator[ImapSession]:
        if self._live is None:
            self._live = ImapSession(self._settings, self._password())
        try:
            yield self._live
        except MailboxUnreachable:
            live, self._live = self._live, None
            if live:
                live.drop()
            raise

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

    def _read(self, session: ImapSession, folder: Folder, uids: str, fields: Sequence[str]) -> list[Header]:
        asked = " ".join(field.upper() for field in fields)
        rows = session.fetch(uids, f"INTERNALDATE FLAGS BODY.PEEK[HEADER.FIELDS ({asked})]<0.{parse.FIELD_LIMIT}>")
        found = [self._header(folder, row) for row in rows if _literal(row) is not None]
        return sorted((header for header in found if header), key=lambda header: -header.place.uid)

    def _header(self, folder: Folder, row: Row) -> Header | None:
        place = Place(account=self.account, folder=folder.name, uidvalidity=folder.uidvalidity, uid=row[b"UID"])
        received_at = row.get(b"INTERNALDATE")
        if not isinstance(received_at, datetime):
            self._leave_out(place, "the server gives no date for it")
            return None
        try:
            return parse.header(
                _literal(row) or b"",
                place=place,
                role=folder.role,
                received_at=received_at.astimezone(UTC),
                flags=frozenset(_flags(row)),
            )
        except Exception as error:  # noqa: BLE001  # one message must not stop the others
            self._leave_out(place, f"{type(error).__name__} while reading its header")
            return None

    def _leave_out(self, place: Place, why: str) -> None:
        if place not in self._quarantine:
            self._quarantine.add(place)
            log.warning("account %s: message %d in %r was left out: %s", self.account, place.uid, place.folder, why)


def _literal(row: Row) -> bytes | None:
    """The bytes of the one BODY[...] that was asked for; servers spell its name differently in the answer."""
    value = next((value for item, value in row.items() if item.startswith(b"BODY[")), None)
    return value if isinstance(value, bytes) else None


def _entity(row: Row) -> bytes | None:
    """The text with the fields that say how to read it, as a message of its own."""
    parts = {item[:9]: value or b"" for item, value in row.items() if item.startswith((b"BODY[HEAD", b"BODY[TEXT"))}
    header, text = parts.get(b"BODY[HEAD"), parts.get(b"BODY[TEXT")
    if not isinstance(header, bytes) or not isinstance(text, bytes):
        return None
    fields = header.strip(b"\r\n")
    return (fields + b"\r\n" if fields else b"") + b"\r\n" + text


def _flags(row: Row) -> list[str]:
    """The flags the message keeps; \\Recent is one of the session."""
    flags = (flag.decode("utf-8", "replace") for flag in row.get(b"FLAGS") or () if isinstance(flag, bytes))
    return [flag for flag in flags if flag.lower() != "\\recent"]


def _ranges(uids: Sequence[int]) -> str:
    """`1:3,7` for ascending UIDs: short enough for any server's line."""
    parts: list[list[int]] = []
    for uid in uids:
        if parts and uid == parts[-1][1] + 1:
            parts[-1][1] = uid
        else:
            parts.append([uid, uid])
    return ",".join(str(first) if first == last else f"{first}:{last}" for first, last in parts)
