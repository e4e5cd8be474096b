"""The store's twin in memory: the same answers, gone when the process ends. For tests, the demo and dry runs."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from mailaide.adapters.store import choice
from mailaide.core.brakes import Drafted
from mailaide.core.dossier import Entry, Evidence, Filed
from mailaide.core.intent import Intent, Kind, State
from mailaide.core.mail import Handle, Header, Place, Role
from mailaide.core.marks import Mark
from mailaide.core.matching.threads import Forest, Thread, Tie
from mailaide.ports import Bookmark, Found

Key = tuple[str, Role, str]


class MemoryStore:
    """`ports.Store` in dictionaries."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._filed: dict[Key, Filed] = {}
        self._forest = Forest()
        self._noted: dict[Place, Found] = {}
        self._bookmarks: dict[tuple[str, str], Bookmark] = {}
        self._intents: dict[str, Intent] = {}
        self._marks: set[Mark] = set()
        self._wakes: dict[str, datetime] = {}
        self._began_at: datetime | None = None
        self._notes: dict[str, str] = {}
        self._rebuilt: bool | None = None
        self._scores: dict[str, list[float]] = {}

    def close(self) -> None:
        """Nothing to close; a daemon closes whatever store it has."""

    def bookmark(self, account: str, folder: str) -> Bookmark | None:
        with self._lock:
            return self._bookmarks.get((account, folder))

    def note(self, account: str, folder: str, found: Sequence[Found], bookmark: Bookmark) -> None:
        with self._lock:
            for place in [*self._noted]:
                if (place.account, place.folder) == (account, folder) and place.uidvalidity != bookmark.uidvalidity:
                    del self._noted[place]
            for one in found:
                key = (account, one.role, one.message_id)
                if key in self._filed and self._filed[key].entry.at == one.received_at:
                    self._filed[key] = _at(self._filed[key], one.place)
                else:
                    self._noted.setdefault(one.place, one)
            self._bookmarks[account, folder] = bookmark

    def noted(self, account: str, limit: int) -> Sequence[Found]:
        with self._lock:
            mine = [one for one in self._noted.values() if one.place.account == account]
        return sorted(mine, key=lambda one: (one.received_at, one.place.folder, one.place.uid))[:limit]

    def noted_count(self, account: str) -> int:
        with self._lock:
            return sum(place.account == account for place in self._noted)

    def keep(self, filed: Sequence[Filed], *, done: Sequence[Found] = ()) -> None:
        with self._lock:
            new = []
            for one in filed:
                key = _key(one)
                if key in self._filed:
                    self._filed[key] = _at(self._filed[key], one.entry.header.place)
                else:
                    self._filed[key] = self._threaded(one)
                    new.append(self._filed[key])
            for one in new:
                self._enter(one)
                if one.from_client:
                    self._scores.setdefault(one.entry.header.place.account, []).append(one.entry.reading.score)
            for found in done:
                self._noted.pop(found.place, None)

    def scores(self, account: str, limit: int) -> Sequence[float]:
        with self._lock:
            return self._scores.get(account, [])[-limit:]

    def known(self, account: str, role: Role, message_ids: Sequence[str]) -> Mapping[str, datetime]:
        with self._lock:
            there = {one: self._filed[account, role, one] for one in message_ids if (account, role, one) in self._filed}
        return {one: filed.entry.at for one, filed in there.items()}

    def join(self, ties: Sequence[Tie]) -> Mapping[str, Thread]:
        with self._lock:
            self._join(ties)
            return {one.message_id: self._thread(one.message_id) for one in ties}

    def threads(self, message_ids: Sequence[str]) -> Mapping[str, Thread]:
        with self._lock:
            return {one: thread for one in message_ids if (thread := self._forest.thread(one))}

    def entries(self, project: str) -> Sequence[Entry]:
        with self._lock:
            filed = [one for one in self._filed.values() if project and one.project == project]
        return [one.entry for one in _once(filed)]

    def unassigned(self, threads: Collection[str] | None = None) -> Sequence[Filed]:
        with self._lock:
            waiting = [one for one in self._filed.values() if not one.project]
        return _once(one for one in waiting if threads is None or one.entry.thread in threads)

    def filed(self, message_id: str) -> Sequence[Filed]:
        with self._lock:
            return _once(one for one in self._filed.values() if one.entry.id == message_id)

    def flagged(self, messages: Sequence[Handle], flag: str) -> None:
        wanted = {(one.place.account, one.message_id) for one in messages}
        with self._lock:
            for key, one in self._filed.items():
                if (key[0], key[2]) in wanted:
                    flags = one.entry.header.flags | {flag}
                    self._filed[key] = _with(one, replace(one.entry.header, flags=flags))

    def settle(self, thread: str, project: str, because: str, at: datetime) -> None:
        with self._lock:
            thread = self._thread(thread).name
            for one in self._settle(thread, project, because) | {project}:
                self._wakes[one] = at

    def intents(self, project: str) -> Sequence[Intent]:
        with self._lock:
            return [intent for intent in self._oldest_first() if intent.project == project]

    def watched(self, account: str) -> Sequence[Intent]:
        with self._lock:
            return [one for one in self._oldest_first() if one.account == account and one.watched]

    def drafted_since(self, instant: datetime) -> list[Drafted]:
        with self._lock:
            return [
                Drafted(
                    project=one.project,
                    at=one.planned_at,
                    own=not one.answers and one.state is not State.WITHDRAWN,
                )
                for one in self._intents.values()
                if one.kind is Kind.DRAFT and one.planned_at >= instant
            ]

    def save(self, *intents: Intent) -> None:
        with self._lock:
            for intent in intents:
                self._intents[intent.message_id] = intent
                self._bear(intent)

    def mark(self, *marks: Mark) -> None:
        with self._lock:
            self._marks.update(marks)
            self._wakes.update({mark.project: mark.at for mark in marks})

    def marks(self, *projects: str) -> Sequence[Mark]:
        with self._lock:
            found = (one for one in self._marks if not projects or one.project in projects)
            return sorted(found, key=lambda one: one.at)

    def set_wake(self, project: str, at: datetime | None) -> None:
        with self._lock:
            if at is None:
                self._wakes.pop(project, None)
            else:
                self._wakes[project] = at

    def wakes(self) -> Mapping[str, datetime]:
        """When each project is to be decided anew, for whoever steps through time."""
        with self._lock:
            return dict(self._wakes)

    def due(self, now: datetime) -> frozenset[str]:
        with self._lock:
            return frozenset(project for project, at in self._wakes.items() if at <= now)

    def rebuilt(self, *, told: bool) -> bool:
        with self._lock:
            self._rebuilt = told if self._rebuilt is None else self._rebuilt
            return self._rebuilt

    def remember(self, name: str, value: str) -> None:
        with self._lock:
            self._notes[name] = value

    def recalled(self, name: str) -> str:
        with self._lock:
            return self._notes.get(name, "")

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

    # Threads

    def _thread(self, message_id: str) -> Thread:
        return self._forest.thread(message_id) or Thread(name=message_id)

    def _join(self, ties: Sequence[Tie]) -> None:
        renamed = self._forest.join(ties).renamed
        for key, one in self._filed.items() if renamed else ():
            if one.entry.thread in renamed:
                self._filed[key] = replace(one, entry=replace(one.entry, thread=renamed[one.entry.thread]))

    def _bear(self, intent: Intent) -> None:
        """An intent of ours is a message of its thread before it is seen anywhere; its project is its thread's."""
        if self._forest.thread(intent.message_id):
            return
        ids = (*((intent.thread,) if intent.thread else ()), intent.message_id)
        self._join([Tie(message_id=intent.message_id, ids=ids, at=intent.planned_at)])
        thread = self._thread(intent.message_id)
        if intent.project and not thread.projects:
            self._forest.replace(thread.in_project(intent.project))

    def _threaded(self, filed: Filed) -> Filed:
        """The message under the name that its thread has by now; one that was not joined is of the thread it names."""
        entry = filed.entry
        if self._forest.thread(entry.id) is None:
            self._join([Tie(message_id=entry.id, ids=(entry.thread, entry.id), at=entry.at)])
        return replace(filed, entry=replace(entry, thread=self._thread(entry.id).name))

    def _enter(self, filed: Filed) -> None:
        """What a message that is filed now means for its thread, and for others of that thread that wait."""
        entry = filed.entry
        if filed.project and filed.evidence is Evidence.PERSON:
            for lost in self._settle(entry.thread, filed.project, filed.because):
                self._wakes[lost] = entry.at
        elif filed.project:
            thread = self._thread(entry.id).in_project(filed.project)
            self._forest.replace(thread)
            if len(thread.projects) == 1:
                because = f"{entry.id} put the conversation there"
                waiting = [
                    key
                    for key, one in self._of(thread.name)
                    if not one.project and choice.follows(one.evidence, one.candidates, filed.project)
                ]
                self._move(waiting, filed.project, Evidence.THREAD, because)

    def _settle(self, name: str, project: str, because: str) -> frozenset[str]:
        present = self._forest.named(name) or Thread(name=name)
        moved, now = choice.settled(present, [(one.project, key) for key, one in self._of(name)], project)
        lost = frozenset(self._filed[key].project for key in moved) - {"", project}
        self._move(moved, project, Evidence.PERSON, because)
        self._forest.replace(now)
        return lost

    def _of(self, name: str) -> list[tuple[Key, Filed]]:
        return [(key, one) for key, one in self._filed.items() if one.entry.thread == name]

    def _move(self, keys: Iterable[Key], project: str, evidence: Evidence, because: str) -> None:
        for key in keys:
            self._filed[key] = replace(
                self._filed[key], project=project, candidates=(), evidence=evidence, because=because
            )


def _once(filed: Iterable[Filed]) -> list[Filed]:
    seen = ((one.entry.at, one.entry.id, one.entry.header.role, one.entry.header.place.account, one) for one in filed)
    return [one for *_, one in choice.once(seen)]


def _key(filed: Filed) -> Key:
    header = filed.entry.header
    return header.place.account, header.role, header.message_id


def _at(known: Filed, place: Place) -> Filed:
    """What is known, at its new place."""
    return _with(known, replace(known.entry.header, place=place))


def _with(known: Filed, header: Header) -> Filed:
    return replace(known, entry=replace(known.entry, message=replace(known.entry.message, header=header)))
