"""Threads in the database: which id is of which thread, and which projects a thread is filed in.

Each function works inside a transaction of the caller's. All is found by index: one message costs the same in a
small store and in a large one, and where threads become one, the smaller is written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, select, update

from mailaide.adapters.store import choice
from mailaide.adapters.store.schema import kin, message, storable, thread, thread_id
from mailaide.adapters.store.statements import chunks, put
from mailaide.core import threads
from mailaide.core.dossier import Evidence, Filed
from mailaide.core.intent import Intent
from mailaide.core.threads import SUBJECT_REACH, Thread, Tie

LARGE = 300
"""Of two threads as large as this it does not matter much which one is written anew; it happens too rarely."""

_RENAME = update(thread_id).where(thread_id.c.thread == bindparam("old")).values(thread=bindparam("new"))
_RENAME_OF_MESSAGES = update(message).where(message.c.thread == bindparam("old")).values(thread=bindparam("new"))
_PLACE_OF_ROW = and_(*(message.c[name] == bindparam(f"of_{name}") for name in ("account", "role", "message_id")))
_FILE = update(message).where(_PLACE_OF_ROW)


def known(connection: Connection, ids: Iterable[str]) -> dict[str, Thread]:
    """The thread of those of the ids that have one."""
    found: dict[str, Thread] = {}
    for some in chunks([*dict.fromkeys(ids)]):
        query = (
            select(thread_id.c.message_id, thread)
            .join(thread, thread.c.name == thread_id.c.thread)
            .where(thread_id.c.message_id.in_(some))
        )
        for row in connection.execute(query):
            found[row.message_id] = _to_thread(row)
    return found


def join(connection: Connection, ties: Sequence[Tie]) -> dict[str, Thread]:
    """Put messages in threads; the thread of each by its id."""
    ties = [_storable(one) for one in ties]
    kindred = _kin(connection, ties)
    there = known(connection, [one for tie in (*ties, *kindred) for one in (*tie.ids, tie.message_id)])
    parts = threads.parts(ties, there, kindred)
    joined = threads.join(parts, there, _sizes(connection, threads.meeting(parts, there)))
    if renamed := [{"old": old, "new": new} for old, new in joined.renamed.items()]:
        connection.execute(_RENAME, renamed)
        connection.execute(_RENAME_OF_MESSAGES, renamed)
        for some in chunks([*joined.renamed]):
            connection.execute(delete(thread).where(thread.c.name.in_(some)))
    if joined.ids:
        rows = [{"message_id": one, "thread": name} for one, name in joined.ids.items()]
        put(connection, thread_id, rows, replace=("thread",))
    _put_threads(connection, joined.threads.values())
    told = [{"kin": one.kin, "message_id": one.message_id, "at": one.at, "seeks": one.seeks} for one in ties if one.kin]
    if told:
        put(connection, kin, told, replace=())
    now, present = {}, {**{one.name: one for one in there.values()}, **joined.threads}
    for one in ties:
        old = there.get(one.message_id)
        name = joined.ids[one.message_id] if old is None else joined.renamed.get(old.name, old.name)
        now[one.message_id] = present[name]
    return now


def bear(connection: Connection, intent: Intent) -> None:
    """An intent of ours is a message of its thread before it is seen anywhere; its project is its thread's."""
    own = storable(intent.message_id)
    if own in known(connection, [own]):
        return
    ids = (*((intent.thread,) if intent.thread else ()), intent.message_id)
    now = join(connection, [Tie(message_id=intent.message_id, ids=ids, at=intent.planned_at)])[own]
    if intent.project and not now.projects:
        _put_threads(connection, [now.in_project(intent.project)])


def enter(connection: Connection, filed: Sequence[Filed]) -> Iterator[tuple[Filed, frozenset[str]]]:
    """What messages that are filed now mean for their threads, and for others of those threads that wait.

    Yields those by which the person has moved a thread, with the projects that have lost messages.
    """
    _start(connection, filed)
    decided = [one for one in filed if one.project]
    present = _named(connection, [storable(one.entry.thread) for one in decided])
    for one in decided:
        name = storable(one.entry.thread)
        if one.evidence is Evidence.PERSON:
            yield one, settle(connection, name, one.project, one.because)
            present |= _named(connection, [name])
        else:
            was, present[name] = present[name], present[name].in_project(one.project)
            if present[name] != was:
                _put_threads(connection, [present[name]])
            _assign(connection, present[name], because=f"{one.entry.id} put the conversation there")


def settle(connection: Connection, name: str, project: str, because: str) -> frozenset[str]:
    """The person says which project a thread is of. Returns the projects that have lost messages."""
    rows = connection.execute(_rows_of(name)).all()
    present = _named(connection, [name]).get(name, Thread(name=name))
    chosen, now = choice.settled(present, [(row.project, row) for row in rows], project)
    _file(connection, chosen, project=project, evidence=Evidence.PERSON, because=because)
    _put_threads(connection, [now])
    return frozenset(row.project for row in chosen) - {"", project}


def _assign(connection: Connection, now: Thread, because: str) -> None:
    if len(now.projects) != 1:
        return
    waiting = connection.execute(_rows_of(now.name).where(message.c.project == "")).all()
    chosen = [row for row in waiting if choice.follows(row.evidence, row.candidates, now.projects[0])]
    _file(connection, chosen, project=now.projects[0], evidence=Evidence.THREAD, because=because)


def _file(connection: Connection, rows: Sequence[Any], *, project: str, evidence: Evidence, because: str) -> None:
    if rows:
        values = {"project": project, "candidates": [], "evidence": evidence.value, "because": because}
        keys = [{"of_account": row.account, "of_role": row.role, "of_message_id": row.message_id} for row in rows]
        connection.execute(_FILE.values(**values), keys)


def _rows_of(name: str) -> Any:
    columns = (message.c.account, message.c.role, message.c.message_id, message.c.project, message.c.candidates)
    return select(*columns, message.c.evidence).where(message.c.thread == name)


def _start(connection: Connection, filed: Sequence[Filed]) -> None:
    """A message that was filed without being joined first is of the thread it names."""
    wanted = {storable(one.entry.id): storable(one.entry.thread) for one in filed}
    there = known(connection, wanted)
    if missing := [one for one in wanted if one not in there]:
        names = {wanted[one] for one in missing}
        put(connection, thread, [_from_thread(Thread(name=name)) for name in sorted(names)], replace=())
        put(connection, thread_id, [{"message_id": name, "thread": name} for name in sorted(names)], replace=())
        put(connection, thread_id, [{"message_id": one, "thread": wanted[one]} for one in missing], replace=("thread",))


def _sizes(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """How many ids these threads have, as far as LARGE: counting a thread of thousands must cost no more."""
    ids = select(thread_id.c.thread).where(thread_id.c.thread == thread.c.name).limit(LARGE).correlate(thread)
    count = select(func.count()).select_from(ids.subquery()).scalar_subquery()
    found: dict[str, int] = {}
    for some in chunks([*names]):
        query = select(thread.c.name, count).where(thread.c.name.in_(some))
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def _named(connection: Connection, names: Iterable[str]) -> dict[str, Thread]:
    found = {}
    for some in chunks([*dict.fromkeys(names)]):
        for row in connection.execute(select(thread).where(thread.c.name.in_(some))):
            found[row.name] = _to_thread(row)
    return found


def _kin(connection: Connection, ties: Sequence[Tie]) -> list[Tie]:
    """Earlier messages that a subject may lead to, or that a subject may lead from."""
    keys = [*{one.kin for one in ties if one.kin}]
    if not keys:
        return []
    first, last = min(one.at for one in ties) - SUBJECT_REACH, max(one.at for one in ties) + SUBJECT_REACH
    seeking = {one.kin for one in ties if one.seeks}
    found = []
    for some, which in ((keys, kin.c.seeks), ([*seeking], ~kin.c.seeks)):
        for part in chunks(some):
            for row in connection.execute(select(kin).where(kin.c.kin.in_(part), which, kin.c.at.between(first, last))):
                one = Tie(message_id=row.message_id, ids=(row.message_id,), at=row.at, kin=row.kin, seeks=row.seeks)
                found.append(one)
    return found


def _storable(one: Tie) -> Tie:
    if all(identifier.isascii() for identifier in one.ids):
        return one
    return replace(one, message_id=storable(one.message_id), ids=tuple(storable(each) for each in one.ids))


def _put_threads(connection: Connection, some: Iterable[Thread]) -> None:
    if rows := [_from_thread(one) for one in some]:
        put(connection, thread, rows, replace=("projects", "settled"))


def _from_thread(one: Thread) -> Mapping[str, Any]:
    return {"name": one.name, "projects": one.projects, "settled": one.settled}


def _to_thread(row: Any) -> Thread:
    return Thread(name=row.name, projects=tuple(row.projects), settled=row.settled)
