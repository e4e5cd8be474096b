"""The connections of one mailbox: one, and a second while two folders are read in turns.

A server takes a tenth of a second to open a large folder, and texts are read in order of time, so a first sync would
open INBOX and Sent hundreds of times. A connection that broke is let go; the next call opens a new one.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator

from mailaide.adapters.imap.session import ImapSession
from mailaide.errors import Defect, MailboxError, MailboxUnreachable

TURNS = 6
"""So often a folder is opened in the place of another before a second connection is made: a usual look has fewer."""

log = logging.getLogger(__name__)


class Sessions:
    """Made by `connect` when they are first needed. Not for two threads, but for `close`."""

    def __init__(self, connect: Callable[[], ImapSession]) -> None:
        self._connect = connect
        self._first: ImapSession | None = None
        self._beside: ImapSession | None = None
        self._turns = 0
        self._alone = False

    @contextlib.contextmanager
    def session(self, folder: str = "") -> Iterator[ImapSession]:
        """The session to use; `folder` is what it will be asked to read, if anything."""
        self._first = self._first or self._connect()
        session = self._beside_or(self._first, folder)
        try:
            yield session
        except Exception as error:
            # Of a refusal the connection is none the worse.
            if isinstance(error, MailboxUnreachable | Defect) or not isinstance(error, MailboxError):
                if self._first is session:
                    self._first = None
                if self._beside is session:
                    self._beside = None
                session.drop()
            raise

    def _beside_or(self, first: ImapSession, folder: str) -> ImapSession:
        if not folder or first.opened is None or first.opened.name == folder:
            return first
        self._turns += 1
        if self._turns > TURNS and not self._beside and not self._alone:
            try:
                self._beside = self._connect()
            except MailboxError as error:
                self._alone = True  # asked once, because a server may count refusals
                log.info("one connection must do: %s", error)
        return self._beside or first

    def one_will_do(self) -> None:
        """Folders are not read in turns any more."""
        beside, self._beside, self._turns = self._beside, None, 0
        if beside:
            beside.close()

    def close(self) -> None:
        first, self._first = self._first, None
        if first:
            first.close()
        self.one_will_do()
