"""The store's twin in memory: the same answers, gone when the process ends. For tests, the demo and dry runs."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mailaide.adapters.store import choice
from mailaide.core.dossier import Entry, Filed
from mailaide.core.intent import Intent, Kind
from mailaide.core.mail import Role
from mailaide.ports import Bookmark


class MemoryStore:
    """`ports.Store` in dictionaries."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._filed: dict[tuple[str, Role, str], Filed] = {}
        self._bookmarks: dict[tuple[str, str], Bookmark] = {}
        self._intents: dict[str, Intent] = {}
        self._wakes: dict[str, datetime] = {}
        self._began_at: datetime | None = None
        self._rebuilt: bool | None = None

    def close(self) -> None:
        """Nothing to close; a daemon closes whatever store it has."""

    def bookmark(self, account: str, folder: str) -> Bookmark | None:
        with self._lock:
            return self._bookmarks.get((account, folder))

    def keep(self, account: str, folder: str, filed: Sequence[Filed], bookmark: Bookmark | None) -> None:
        with self._lock:
            for new in filed:
                header = new.entry.header
                key = (header.place.account, header.role, header.message_id)
                self._filed[key] = _moved(self._filed[key], new) if key in self._filed else new
            if bookmark is not None:
                self._bookmarks[account, folder] = bookmark

    def known(self, account: str, role: Role, message_ids: Sequence[str]) -> frozenset[str]:
        with self._lock:
            return frozenset(one for one in message_ids if (account, role, one) in self._filed)

    def threads(self, message_ids: Sequence[str]) -> Mapping[str, tuple[str, str]]:
        with self._lock:
            messages = [
                choice.FiledThread(message_id, role, account, filed.entry.thread, filed.project)
                for (account, role, message_id), filed in self._filed.items()
            ]
            intents = [
                choice.IntentThread(intent.message_id, intent.anchor, intent.answers, intent.project)
                for intent in self._oldest_first()
            ]
        table = choice.threads(messages, intents)
        return {one: table[one] for one in message_ids if one in table}

    def entries(self, project: str) -> Sequence[Entry]:
        with self._lock:
            filed = [one for one in self._filed.values() if project and one.project == project]
        return [one.entry for one in choice.once(filed)]

    def unassigned(self) -> Sequence[Filed]:
        with self._lock:
            return choice.once(one for one in self._filed.values() if not one.project)

    def assign(self, thread: str, project: str, because: str) -> None:
        with self._lock:
            for key, filed in self._filed.items():
                if not filed.project and filed.entry.thread == thread:
                    self._filed[key] = replace(filed, project=project, candidates=(), because=because)

    def intents(self, project: str) -> Sequence[Intent]:
        with self._lock:
            return [intent for intent in self._oldest_first() if intent.project == project]

    def watched(self, account: str) -> Sequence[Intent]:
        with self._lock:
            return [one for one in self._oldest_first() if one.account == account and one.watched]

    def drafted_since(self, instant: datetime) -> int:
        with self._lock:
            return sum(one.kind is Kind.DRAFT and one.planned_at >= instant for one in self._intents.values())

    def save(self, *intents: Intent) -> None:
        with self._lock:
            self._intents.update({intent.message_id: intent for intent in intents})

    def set_wake(self, project: str, at: datetime | None) -> None:
        with self._lock:
            if at is None:
                self._wakes.pop(project, None)
            else:
                self._wakes[project] = at

    def due(self, now: datetime) -> frozenset[str]:
        with self._lock:
            return frozenset(project for project, at in self._wakes.items() if at <= now)

    def rebuilt(self, *, told: bool) -> bool:
        with self._lock:
            self._rebuilt = told if self._rebuilt is None else self._rebuilt
            return self._rebuilt

    def forget_texts(self, before: datetime) -> None:
        with self._lock:
            for one in self._intents.values():
                if one.settled_at is not None and one.settled_at < before and not one.watched:
                    self._intents[one.message_id] = replace(one, raw=b"")

    def began_at(self, now: datetime) -> datetime:
        with self._lock:
            if self._began_at is None:
                self._began_at = now.astimezone(UTC)
            return self._began_at

    def _oldest_first(self) -> list[Intent]:
        return sorted(self._intents.values(), key=lambda intent: (intent.planned_at, intent.message_id))


def _moved(known: Filed, new: Filed) -> Filed:
    """What is known, at its new place."""
    header = replace(known.entry.header, place=new.entry.header.place)
    return replace(known, entry=replace(known.entry, message=replace(known.entry.message, header=header)))
