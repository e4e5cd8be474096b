"""The mailbox's twin in memory: the same answers, and hands for the person who edits, sends and deletes.

Every change a person makes goes through `deliver`, `move`, `edit` or `delete`; UIDs are given as a server does,
ascending and never twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from mailaide.adapters.imap import body, folders, parse, sighting
from mailaide.core import placing
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Folder, Header, Message, Place, Role
from mailaide.core.matching.sieve import Sieve
from mailaide.core.placing import Sighting
from mailaide.errors import FolderMissing, MailaideError, MailboxFull, MailboxUnreachable
from mailaide.ports import Window

WINDOW = 2_000
NAMES: Mapping[Role, str] = {
    Role.INBOX: "INBOX",
    Role.DRAFTS: "Drafts",
    Role.SENT: "Sent",
    Role.TRASH: "Trash",
}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A message as the server keeps it."""

    raw: bytes
    received_at: datetime
    flags: frozenset[str]


@dataclass(slots=True, kw_only=True)
class _Box:
    name: str
    role: Role
    uidvalidity: int
    uidnext: int = 1
    kept: dict[int, Kept] = field(default_factory=dict)


class MemoryMailbox:
    """`ports.Mailbox` and `ports.Drafts` of one account.

    `now` is what APPEND takes for the date. While `broken` holds an error, every call raises it; while it is `full`,
    nothing can be put.
    """

    def __init__(self, account: str, names: Mapping[Role, str] = NAMES, *, window: int = WINDOW) -> None:
        self._window = window
        self._account = account
        self._boxes: dict[Role | str, _Box] = {
            role: _Box(name=name, role=role, uidvalidity=1_000 + index)
            for index, (role, name) in enumerate(names.items())
        }
        self.now = EPOCH
        self.broken: MailaideError | None = None
        self.full = False

    @property
    def account(self) -> str:
        return self._account

    # Mailbox

    def folders(self) -> Sequence[Folder]:
        self._check()
        return [
            Folder(
                name=box.name,
                role=box.role,
                uidvalidity=box.uidvalidity,
                uidnext=box.uidnext,
                messages=len(box.kept),
            )
            for box in self._boxes.values()
        ]

    def headers(
        self, folder: Folder, first_uid: int, *, since: datetime | None = None, sieve: Sieve | None = None
    ) -> Iterator[Window]:
        box = self._standing(folder)
        uids = [uid for uid in sorted(box.kept) if first_uid <= uid < folder.uidnext]
        for start in range(0, len(uids), self._window):
            some = uids[start : start + self._window]
            found = self.headers_at(folder, some)
            yield Window(
                headers=[header for header in found if since is None or header.received_at >= since],
                uidnext=some[-1] + 1 if start + self._window < len(uids) else folder.uidnext,
            )

    def headers_at(self, folder: Folder, uids: Sequence[int]) -> Sequence[Header]:
        box = self._standing(folder)
        return [replace(self._header(box, uid), reply_to=(), marks=()) for uid in sorted(uids) if uid in box.kept]

    def messages(self, folder: Folder, uids: Sequence[int]) -> Iterator[Message]:
        box = self._standing(folder)
        for uid in uids:
            if kept := box.kept.get(uid):
                yield body.message(self._header(box, uid), kept.raw)

    def keyworded(self, folders: Sequence[Folder]) -> Sequence[Header]:
        found: list[Header] = []
        for folder in folders:
            kept = self._standing(folder).kept
            found += self.headers_at(folder, [uid for uid, one in kept.items() if parse.is_ours(one.flags)])
        return found

    def close(self) -> None:
        """Nothing is open."""

    # Drafts

    def sight(self, intents: Sequence[Intent]) -> Mapping[str, Sequence[Sighting]]:
        folders = self.folders()
        for needed in {sighting.home(intent) for intent in intents} - {folder.role for folder in folders}:
            raise FolderMissing(self._account, f"no {needed} folder. Nothing was written. Name it in folders.{needed}.")
        ours = {intent.message_id for intent in intents}
        found = []
        for folder in folders:
            box = self._box(folder.name)
            uids = sorted(box.kept, reverse=True)
            at_home = any(sighting.home(intent) is folder.role for intent in intents)
            for uid in uids if at_home else uids[: sighting.NEWEST]:
                header = self._header(box, uid)
                digest = placing.digest(box.kept[uid].raw) if header.message_id in ours else ""
                found.append((folder, header, digest))
        return sighting.by_intent(intents, found)

    def put(self, intent: Intent) -> Place | None:
        self._check()
        if self.full:
            raise MailboxFull(self._account, "the mailbox is full. Nothing was written. Make room in it.")
        box = self._box(intent.folder)
        flags = frozenset({"\\Draft", "\\Seen"}) if intent.kind is Kind.DRAFT else frozenset()
        return self._keep(box, Kept(raw=sighting.crlf(intent.raw), received_at=self.now, flags=flags))

    def mark_answered(self, places: Sequence[Place]) -> None:
        self._check()
        for place in places:
            if kept := self.kept(place):
                self._box(place.folder).kept[place.uid] = replace(kept, flags=kept.flags | {"\\Answered"})

    def withdraw(self, intent: Intent, places: Sequence[Place]) -> bool:
        self._check()
        if not places:
            return False
        for place in places:
            kept = self.kept(place)
            if kept is None or not sighting.untouched(intent, kept.raw, kept.flags):
                return False
        for place in places:
            del self._box(place.folder).kept[place.uid]
        return True

    # The person, and the rest of the world

    def deliver(self, role: Role, raw: bytes, received_at: datetime, flags: Collection[str] = frozenset()) -> Place:
        """A message arrives, or is put there by a mail client."""
        return self._keep(self._boxes[role], Kept(raw=raw, received_at=received_at, flags=frozenset(flags)))

    def kept(self, place: Place) -> Kept | None:
        """What lies at this place now."""
        box = self._box(place.folder)
        return box.kept.get(place.uid) if box.uidvalidity == place.uidvalidity else None

    def places(self, role: Role) -> Sequence[Place]:
        """Where messages lie in a folder, oldest first."""
        box = self._boxes[role]
        return [self._place(box, uid) for uid in sorted(box.kept)]

    def edit(self, place: Place, raw: bytes) -> Place:
        """Save a message anew, as a mail client does: a new UID, and the old one gone."""
        box = self._box(place.folder)
        old = box.kept.pop(place.uid)
        return self._keep(box, replace(old, raw=raw))

    def move(self, place: Place, role: Role) -> Place:
        return self._keep(self._boxes[role], self._box(place.folder).kept.pop(place.uid))

    def move_to_project(self, place: Place, project: str) -> Place:
        """Into the folder of a project, which is made if it is not there."""
        name = f"{folders.OF_PROJECTS}/{project}"
        made = _Box(name=name, role=Role.PROJECT, uidvalidity=2_000 + len(self._boxes))
        return self._keep(self._boxes.setdefault(name, made), self._box(place.folder).kept.pop(place.uid))

    def delete(self, place: Place) -> None:
        """Remove it for good; to the trash is a `move`."""
        del self._box(place.folder).kept[place.uid]

    def flag(self, place: Place, flags: Collection[str]) -> None:
        box = self._box(place.folder)
        box.kept[place.uid] = replace(box.kept[place.uid], flags=frozenset(flags))

    def renumber(self, role: Role) -> None:
        """The server makes the folder anew: another UIDVALIDITY, and UIDs from 1 on."""
        box = self._boxes[role]
        box.kept = dict(enumerate((box.kept[uid] for uid in sorted(box.kept)), start=1))
        box.uidnext = len(box.kept) + 1
        box.uidvalidity += 1_000

    def _check(self) -> None:
        if self.broken:
            raise self.broken

    def _box(self, name: str) -> _Box:
        for box in self._boxes.values():
            if box.name == name:
                return box
        there = ", ".join(repr(box.name) for box in self._boxes.values())
        raise FolderMissing(
            self._account, f"folder {name!r} is not there; the server has {there}. Name the right one in folders."
        )

    def _standing(self, folder: Folder) -> _Box:
        self._check()
        box = self._box(folder.name)
        if box.uidvalidity != folder.uidvalidity:
            raise MailboxUnreachable(self._account, f"folder {folder.name!r} was replaced. It is read anew.")
        return box

    def _keep(self, box: _Box, kept: Kept) -> Place:
        uid = box.uidnext
        box.uidnext += 1
        box.kept[uid] = kept
        return self._place(box, uid)

    def _place(self, box: _Box, uid: int) -> Place:
        return Place(account=self._account, folder=box.name, uidvalidity=box.uidvalidity, uid=uid)

    def _header(self, box: _Box, uid: int) -> Header:
        kept = box.kept[uid]
        return parse.header(
            kept.raw, place=self._place(box, uid), role=box.role, received_at=kept.received_at, flags=kept.flags
        )
