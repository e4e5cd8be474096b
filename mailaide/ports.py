"""What the pipeline needs of the world, as protocols. Each has an adapter and an in-memory twin in `adapters`.

What must not happen has no method: there is no send, no move, no delete of anything but our own untouched draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailaide.core.dossier import Entry, Filed
from mailaide.core.intent import Intent
from mailaide.core.letter import Letter, Rendered
from mailaide.core.mail import Folder, Header, Message, Place, Role
from mailaide.core.placing import Sighting


class Mailbox(Protocol):
    """One account, read only. Nothing it does changes a flag (EXAMINE and BODY.PEEK).

    Every method raises MailboxError (or a subclass) and never anything else for what the server does.
    """

    @property
    def account(self) -> str: ...

    def folders(self) -> Sequence[Folder]:
        """INBOX and the folders of the other roles as they are now, one a role; a role without folder is left out."""
        ...

    def headers(self, folder: Folder, first_uid: int, *, since: datetime | None = None) -> Iterator[Sequence[Header]]:
        """Headers of the messages from `first_uid` on, a window at a time, newest window first.

        `since` leaves out what was received before. A message that cannot be parsed is left out and logged once.
        """
        ...

    def messages(self, folder: Folder, headers: Sequence[Header]) -> Iterator[Message]:
        """The same messages with the text of their first 64 KB; one that has vanished is left out."""
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

        Returns False, and leaves everything, when one was touched or the server lacks UIDPLUS.
        """
        ...


class Notifier(Protocol):
    """A push channel besides the INBOX. Raises AlertFailed when the message was certainly not taken."""

    def tell(self, title: str, text: str) -> None: ...


class Letters(Protocol):
    def render(self, letter: Letter) -> Rendered:
        """The letter in words. Raises LetterError, naming the template, the line and the missing value."""
        ...


class Secrets(Protocol):
    def password(self, account: str) -> str:
        """The password of an account. Raises SecretMissing, naming every way to supply it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """How far a folder was read: everything below `uidnext` under this `uidvalidity` is known."""

    uidvalidity: int
    uidnext: int


class Store(Protocol):
    """Facts that were read and intents. A cache plus intents: the mailbox can rebuild all but the second.

    Each method is one transaction, durable when it returns. Raises StoreError.
    """

    def bookmark(self, account: str, folder: str) -> Bookmark | None: ...

    def keep(self, account: str, folder: str, filed: Sequence[Filed], bookmark: Bookmark | None) -> None:
        """File messages and move the bookmark, both or neither.

        A message that is known (same account, role and Message-ID) gets its new place and keeps everything else.
        """
        ...

    def known(self, account: str, role: Role, message_ids: Sequence[str]) -> frozenset[str]:
        """Those of the Message-IDs that are kept for this account and role already."""
        ...

    def threads(self, message_ids: Sequence[str]) -> Mapping[str, tuple[str, str]]:
        """(thread, project) of those messages that are filed, or that an intent of ours bears; project may be empty."""
        ...

    def entries(self, project: str) -> Sequence[Entry]:
        """The project's messages, oldest first; the same message seen in two folders once (SENT before INBOX)."""
        ...

    def unassigned(self) -> Sequence[Filed]:
        """Messages that could belong to several projects, oldest first."""
        ...

    def assign(self, thread: str, project: str, because: str) -> None:
        """Give the messages of a thread that wait for a project this one."""
        ...

    def intents(self, project: str) -> Sequence[Intent]: ...

    def watched(self, account: str) -> Sequence[Intent]:
        """Intents of the account that still need a look, oldest first.

        These are the open ones, the drafts that lie in Drafts, and the alerts that were not announced.
        """
        ...

    def drafted_since(self, instant: datetime) -> int:
        """How many drafts were planned since then, in all projects."""
        ...

    def save(self, *intents: Intent) -> None:
        """Insert each intent, or replace the one with its Message-ID; all or none."""
        ...

    def set_wake(self, project: str, at: datetime | None) -> None: ...

    def due(self, now: datetime) -> frozenset[str]:
        """Projects whose wake instant has come."""
        ...

    def rebuilt(self, *, told: bool) -> bool:
        """Whether there was a store before this one. The first call decides, by what it is told."""
        ...

    def forget_texts(self, before: datetime) -> None:
        """Drop the bytes of intents that were settled before then and need no look any more."""
        ...

    def began_at(self, now: datetime) -> datetime:
        """When this store first ran a cycle; the first call sets it to `now`."""
        ...
