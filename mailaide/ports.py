"""What the pipeline needs of the world, as protocols. Each has an adapter and an in-memory twin in `adapters`.

What must not happen has no method: there is no send, no move, no delete of anything but our own untouched draft.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from mailaide.core.brakes import Drafted
from mailaide.core.dossier import Entry, Filed
from mailaide.core.intent import Intent
from mailaide.core.letter import Letter, Rendered
from mailaide.core.mail import Folder, Handle, Header, Message, Place, Role
from mailaide.core.marks import Mark
from mailaide.core.matching.sieve import Sieve
from mailaide.core.matching.threads import Thread, Tie
from mailaide.core.placing import Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Some of a folder's headers. With those of the windows before, they are all that was asked for below `uidnext`.

    `found` are messages that are noted as they are: what their header says else was not read.
    """

    headers: Sequence[Header]
    uidnext: int
    found: Sequence[Found] = ()


class Mailbox(Protocol):
    """One account, read only. Nothing it does changes a flag (EXAMINE and BODY.PEEK).

    Every method raises MailboxError (or a subclass) and never anything else for what the server does.
    """

    @property
    def account(self) -> str: ...

    def folders(self) -> Sequence[Folder]:
        """INBOX and the folders of the other roles as they are now, one a role; a role without folder is left out."""
        ...

    def headers(
        self, folder: Folder, first_uid: int, *, since: datetime | None = None, sieve: Sieve | None = None
    ) -> Iterator[Window]:
        """What tells whose the messages from `first_uid` on are, a window at a time, oldest first.

        These headers have no `reply_to` and no `marks`: those come with the text. `since` leaves out what was
        received before. By the `sieve` mail that is nobody's may be left out, and other mail be noted without being
        parsed. A message that cannot be parsed is left out and logged once.
        """
        ...

    def headers_at(self, folder: Folder, uids: Sequence[int]) -> Sequence[Header]:
        """The same of just these messages; one that has vanished is left out."""
        ...

    def messages(self, folder: Folder, uids: Sequence[int]) -> Iterator[Message]:
        """Messages with their whole header and the text of their first 64 KB; one that has vanished is left out.

        A report of failed delivery that names nothing itself has the message that it gives back as its reference.
        """
        ...

    def keyworded(self, folders: Sequence[Folder]) -> Sequence[Header]:
        """The headers, as `headers_at` tells them, of messages with a keyword that begins with "mailaide".

        A look costs more than one for news, so it is taken every few minutes, and in between there are none.
        """
        ...

    def close(self) -> None:
        """End the session; a later call opens a new one."""
        ...


class Drafts(Protocol):
    """The one place mailaide may write: Drafts, and alerts to the person's own INBOX. There is no send and no move."""

    def sight(self, intents: Sequence[Intent]) -> Mapping[str, Sequence[Sighting]]:
        """Where messages lie that may be these intents, by the intents' Message-ID, read from a fresh session.

        Looks in Drafts (for an alert: in INBOX) from the intent's `uidnext` on, then in Sent, Trash and the archive.
        A sighting matches by our Message-ID, by X-Microsoft-Original-Message-ID, by the anchor among its
        References or, for a draft, by answering the same message. Never trusts SEARCH: headers are fetched.
        """
        ...

    def put(self, intent: Intent) -> Place | None:
        """APPEND once, with `(\\Draft \\Seen)` for a draft and no flags for an alert.

        Returns the place when the server names it and it agrees with the folder, None when it has to be looked for.
        Raises MailboxError when the answer is unknown or a refusal; the caller must look before it tries again.
        """
        ...

    def mark_answered(self, places: Sequence[Place]) -> None:
        """Set `\\Answered` on these messages; a place that means nothing any more is passed over."""
        ...

    def withdraw(self, intent: Intent, places: Sequence[Place]) -> bool:
        """Remove messages that are still byte for byte `intent.raw`, by UID EXPUNGE.

        A server that lacks UIDPLUS keeps them, marked as deleted. Returns False, and leaves everything, when one was
        touched.
        """
        ...


class Notifier(Protocol):
    """A push channel besides the INBOX."""

    def tell(self, title: str, text: str) -> None:
        """Raises AlertFailed when it was certainly not taken. Without a text the title is all there is to tell."""


class Letters(Protocol):
    def render(self, letter: Letter) -> Rendered:
        """The letter in words. Raises LetterError, naming the template, the line and the missing value."""
        ...


class Secrets(Protocol):
    def password(self, account: str) -> str:
        """The password of an account. Raises SecretMissing, naming every way to supply it."""
        ...


class Progress(Protocol):
    """Shows a person how far a long read has come."""

    def show(self, account: str, what: str, done: int, total: int) -> None:
        """`done` of `total` in this step of the account's; the two are equal when it has ended."""
        ...


class NoProgress:
    """`Progress` that nobody looks at."""

    def show(self, account: str, what: str, done: int, total: int) -> None:
        """Show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """How far a folder was gone through: everything below `uidnext` under this `uidvalidity` was noted or passed."""

    uidvalidity: int
    uidnext: int


class Found(NamedTuple):
    """A message to be read. Its text is not there yet, only where it lies; a first sync finds tens of thousands.

    `message_id` is empty when no client is named in it and only what it answers can tell whether it is a client's:
    of a stranger's mail nothing else is kept.
    """

    place: Place
    role: Role
    received_at: datetime
    message_id: str = ""


class Store(Protocol):
    """Facts that were read, intents and marks. The mailbox can rebuild all but these two.

    Each method is one transaction, durable when it returns, but for `note`, `join` and `keep`: what these wrote last
    may be lost with the power, and is read again. Whatever is written later lasts only with it. Raises StoreError.
    """

    def bookmark(self, account: str, folder: str) -> Bookmark | None: ...

    def note(self, account: str, folder: str, found: Sequence[Found], bookmark: Bookmark) -> None:
        """Note messages of a folder that are to be read, and move its bookmark, both or neither.

        A message that is known (same account, role, Message-ID and date) gets its new place and is not noted. What was
        noted under another UIDVALIDITY is forgotten.
        """
        ...

    def noted(self, account: str, limit: int) -> Sequence[Found]:
        """The oldest messages of the account that are to be read."""
        ...

    def noted_count(self, account: str) -> int: ...

    def keep(self, filed: Sequence[Filed], *, done: Sequence[Found] = ()) -> None:
        """File messages and forget the notes about `done`, both or neither.

        A message that is known gets its new place and keeps everything else. A new one that is filed in a project
        brings those of its thread along that wait and may belong there; if the person has put it there, the thread
        is settled.
        """
        ...

    def scores(self, account: str, limit: int) -> Sequence[float]:
        """How much the last messages of clients that were filed, at most `limit`, sounded like complaints."""
        ...

    def known(self, account: str, role: Role, message_ids: Sequence[str]) -> Mapping[str, datetime]:
        """Those of the Message-IDs that are kept for this account and role already, with when they were received."""
        ...

    def join(self, ties: Sequence[Tie]) -> Mapping[str, Thread]:
        """Put messages in threads, by what they tie together, and return the thread of each by its Message-ID.

        Threads that turn out to be one become one, with their messages. Costs the same in a small store and a large.
        """
        ...

    def threads(self, message_ids: Sequence[str]) -> Mapping[str, Thread]:
        """The threads of those ids that are known: of messages, of what they name, and of what intents bear."""
        ...

    def entries(self, project: str) -> Sequence[Entry]:
        """The project's messages, oldest first; the same message seen in two folders once (SENT before INBOX)."""
        ...

    def unassigned(self, threads: Collection[str] | None = None) -> Sequence[Filed]:
        """Messages that could belong to several projects, oldest first: all of them, or those of some threads."""
        ...

    def filed(self, message_id: str) -> Sequence[Filed]:
        """The message of that id, if it is filed."""
        ...

    def flagged(self, messages: Sequence[Handle], flag: str) -> None:
        """These messages, if they are filed, now bear the flag."""
        ...

    def settle(self, thread: str, project: str, because: str, at: datetime) -> None:
        """The person says that a thread is of this project.

        Those of its messages that wait are filed there; if none waits, all of them. Each project that has gained or
        lost one wakes `at`.
        """
        ...

    def intents(self, project: str) -> Sequence[Intent]: ...

    def watched(self, account: str) -> Sequence[Intent]:
        """Intents of the account that still need a look, oldest first.

        These are the open ones, the drafts that lie in Drafts, and the alerts that were not announced.
        """
        ...

    def drafted_since(self, instant: datetime) -> Sequence[Drafted]:
        """The drafts that were planned since then, in all projects."""
        ...

    def save(self, *intents: Intent) -> None:
        """Insert each intent, or replace the one with its Message-ID; all or none."""
        ...

    def mark(self, *marks: Mark) -> None:
        """Keep words of the person's, for good; the project of each is decided anew at once. A known one stays."""
        ...

    def marks(self, *projects: str) -> Sequence[Mark]:
        """All that were kept about these projects, or about any when none is named; oldest first, undone ones too."""
        ...

    def set_wake(self, project: str, at: datetime | None) -> None: ...

    def due(self, now: datetime) -> frozenset[str]:
        """Projects whose wake instant has come."""
        ...

    def rebuilt(self, *, told: bool) -> bool:
        """Whether there was a store before this one. The first call decides, by what it is told."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Keep a note of the program's own under this name, in place of the one before."""
        ...

    def recalled(self, name: str) -> str:
        """The note under this name; empty when there is none."""
        ...

    def forget_texts(self, before: datetime) -> None:
        """Drop the bytes of intents that were settled before then and need no look any more."""
        ...

    def began_at(self, now: datetime) -> datetime:
        """When this store first ran a cycle; the first call sets it to `now`."""
        ...
