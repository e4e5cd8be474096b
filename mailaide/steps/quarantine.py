"""Mail that cannot be read is tried three times, then left out and listed, so that it stops no other.

What breaks the reading of a batch is looked for in smaller ones, down to a single message; only what fails alone,
while the account answers otherwise, is taken for the culprit. Of a message its place and date are kept, no word.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from mailaide.core.mail import Place
from mailaide.errors import MailboxError, MailboxUnreachable
from mailaide.ports import Found, Store
from mailaide.steps import notes

TRIES = 3
SIZES = (100, 10, 1)
"""How many messages are read at once, at first and after one and two failures."""

KEPT = 200
"""Of so many that were left out last it is remembered which."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A message that could not be read, and how often that was tried."""

    folder: str
    uidvalidity: int
    uid: int
    received_at: str
    tries: int
    why: str

    @property
    def left_out(self) -> bool:
        return self.tries >= TRIES

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.received_at)


class Quarantine:
    """Of one account, kept in the store. Raises StoreError."""

    def __init__(self, store: Store, account: str) -> None:
        self._store = store
        self._account = account
        told = json.loads(store.recalled(notes.quarantine(account)) or "{}")
        self._failures: int = told.get("failures", 0)
        self._cases = [Case(**one) for one in told.get("cases", ())]

    @property
    def size(self) -> int:
        """How many messages to read at once."""
        return SIZES[min(self._failures, len(SIZES) - 1)]

    def left_out(self) -> Sequence[Case]:
        """Those that are not tried any more, oldest first."""
        return [one for one in self._cases if one.left_out]

    def broke(self, batch: Sequence[Found], error: MailboxError) -> bool:
        """A batch could not be read. True when that is one message and it was tried often enough."""
        if type(error) not in {MailboxError, MailboxUnreachable}:
            return False  # the account's trouble, which no message causes
        self._failures += 1
        self._keep()
        return len(batch) == 1 and self._failures >= TRIES

    def leave_out(self, one: Found) -> None:
        """It was the message."""
        self._failures = 0
        self._note(one.place, one.received_at, TRIES, "the connection fails whenever it is fetched")
        self._keep()

    def failed(self, place: Place, received_at: datetime, why: str) -> bool:
        """A message was fetched and could not be understood. True when it was tried often enough."""
        before = next((one.tries for one in self._cases if _is_of(one, place)), 0)
        self._note(place, received_at, before + 1, why)
        self._keep()
        return before + 1 >= TRIES

    def all_read(self) -> None:
        """Nothing is left to be read, so whatever broke is over."""
        if self._failures:
            self._failures = 0
            self._keep()

    def _note(self, place: Place, received_at: datetime, tries: int, why: str) -> None:
        case = Case(
            folder=place.folder,
            uidvalidity=place.uidvalidity,
            uid=place.uid,
            received_at=received_at.isoformat(),
            tries=tries,
            why=why,
        )
        self._cases = [*(one for one in self._cases if not _is_of(one, place)), case][-KEPT:]
        if case.left_out:
            log.error(
                "account %s: message %d in %r could not be understood (%s). It was left out, the others are read; "
                "look at it yourself. See: mailaide status",
                *(self._account, place.uid, place.folder, why),
            )

    def _keep(self) -> None:
        cases = [asdict(one) for one in self._cases]
        self._store.remember(notes.quarantine(self._account), json.dumps({"failures": self._failures, "cases": cases}))


def _is_of(case: Case, place: Place) -> bool:
    return (case.folder, case.uidvalidity, case.uid) == (place.folder, place.uidvalidity, place.uid)
