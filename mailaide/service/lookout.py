"""Keeps an eye on what is seen of each account, and tells over the push channels when one goes dark and comes back.

It tells after the fact is certain and remembers after it was told: cut short in between, an alarm comes twice rather
than never. It works by itself, so that a cycle that hangs or a store that broke is noticed as well.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mailaide.core import sight
from mailaide.core.letter import Letter
from mailaide.core.project import Person
from mailaide.core.sight import Sight, Why
from mailaide.errors import (
    AlertFailed,
    BudgetSpent,
    CertificateRefused,
    ConsentLost,
    LetterError,
    LoginRefused,
    MailaideError,
    MailboxBusy,
    MailboxUnreachable,
    SecretMissing,
    StoreError,
)
from mailaide.ports import Letters, Notifier, Progress, Store
from mailaide.steps.notes import BLIND

TRY_AGAIN_SECONDS = 300.0
"""How soon an alert is pushed again that no channel took."""

KINDS: Sequence[tuple[type[MailaideError], Why]] = (
    (LoginRefused, Why.LOGIN),
    (SecretMissing, Why.SECRET),
    (ConsentLost, Why.CONSENT),
    (CertificateRefused, Why.CERTIFICATE),
    (BudgetSpent, Why.BUDGET),
    (MailboxBusy, Why.BUSY),
    (MailboxUnreachable, Why.UNREACHABLE),
)

log = logging.getLogger(__name__)


class Lookout:
    """`well` and `failed` say what a look at an account came to; `look` tells the person what has to be told."""

    def __init__(self, accounts: Iterable[str], person: Person, *, after: timedelta, tick: float) -> None:
        self._person = person
        self._after = after
        self._lock = threading.Lock()
        self._sights = {account: Sight(account=account, seen_at=tick) for account in accounts}
        self._not_before = tick

    def well(self, accounts: Iterable[str], tick: float) -> None:
        with self._lock:
            for account in accounts:
                self._sights[account] = self._sights[account].well(tick)

    def alive(self, account: str, tick: float) -> None:
        with self._lock:
            self._sights[account] = self._sights[account].alive(tick)

    def failed(self, account: str, error: MailaideError, *, hopeless: bool) -> None:
        why = next((why for kind, why in KINDS if isinstance(error, kind)), Why.OTHER)
        with self._lock:
            self._sights[account] = self._sights[account].failed(why, str(error), hopeless=hopeless)

    def recall(self, store: Store) -> None:
        """Take up the spells of before a restart, so that nobody is told of them anew. Raises StoreError."""
        told = json.loads(store.recalled(BLIND) or "{}")
        with self._lock:
            for account in told.keys() & self._sights.keys():
                self._sights[account] = replace(self._sights[account], told=datetime.fromisoformat(told[account]))

    def look(self, letters: Letters, notifier: Notifier | None, store: Store, *, tick: float, now: datetime) -> None:
        """Tell who went dark and who came back; in quiet hours nobody. What no channel takes is tried again later."""
        if tick < self._not_before or self._person.heard_at(now) > now:
            return
        with self._lock:
            sights = list(self._sights.values())
        dark, seen = sight.blind(sights, tick=tick, after=self._after), sight.back(sights)
        if dark:
            letter = sight.blind_letter(dark, self._person, tick=tick, now=now)
            if self._told(letter, dark, letters, notifier, tick):
                log.error("not read any more: %s", ", ".join(one.account for one in dark))
                self._note(dark, lambda one: replace(one, told=one.since(tick=tick, now=now)), store)
        if seen and self._told(sight.back_letter(seen, self._person), seen, letters, notifier, tick):
            log.info("read again: %s", ", ".join(one.account for one in seen))
            self._note(seen, lambda one: replace(one, told=None, seen=False), store)

    def _told(
        self, letter: Letter, about: Collection[Sight], letters: Letters, notifier: Notifier | None, tick: float
    ) -> bool:
        try:
            rendered = letters.render(letter)
            title, text = rendered.subject, rendered.text
        except LetterError as error:  # a broken template of the person's own must not keep this back
            log.error("%s", error)
            title = f"mailaide: {letter.parts[0].template}: {', '.join(one.account for one in about)}"
            text = "\n".join(one.said or one.account for one in about)
        if notifier is None:
            return True
        try:
            notifier.tell(title, text)
        except AlertFailed as error:
            log.error("%s", error)
            self._not_before = tick + TRY_AGAIN_SECONDS
            return False
        return True

    def _note(self, about: Iterable[Sight], changed: Callable[[Sight], Sight], store: Store) -> None:
        with self._lock:
            for one in about:
                now = self._sights[one.account]
                self._sights[one.account] = replace(now, told=changed(one).told, seen=now.seen and changed(one).seen)
            told = {one.account: one.told.isoformat() for one in self._sights.values() if one.told}
        try:
            store.remember(BLIND, json.dumps(told, sort_keys=True))
        except StoreError as error:
            log.error("%s", error)


class ProgressSeen:
    """`ports.Progress` that also tells the lookout that a long read goes on."""

    def __init__(self, inner: Progress, alive: Callable[[str], None]) -> None:
        self._inner = inner
        self._alive = alive

    def show(self, account: str, what: str, done: int, total: int) -> None:
        self._alive(account)
        self._inner.show(account, what, done, total)
