"""Threads in the database: which id is of which thread, and which projects a thread is filed in.

Each function works inside a transaction of the caller's. One message costs the same in a small store and in a large
one: ids are kept as numbers, threads are numbered as they come, and what a subject may lead to lies day by day, so
that a new row is one page to write, and of a thread that becomes part of another no id is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, Text, bindparam, cast, func, or_, select, update

from mailaide.adapters.store.schema import kin, message, number_of, seeker, storable, thread, thread_id
from mailaide.adapters.store.statements import among, put
from mailaide.core.matching import threads
from mailaide.core.matching.threads import SUBJECT_REACH, Thread, Tie

LARGE = 300
"""Of two threads with as many messages it does not matter much which one is written anew; it happens too rarely."""


def _with_thread(table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    """The columns of a table that numbers threads, with the thread that each is (part of)."""
    part = thread.alias("part")
    whole = thread.c.number == func.coalesce(part.c.part_of, part.c.number)
    return select(*columns).join_from(table, part, part.c.number == table.c.thread).join(thread, whole)


_THREAD = (thread.c.number, thread.c.name, cast(thread.c.projects, Text), thread.c.settled)
_IDS = _with_thread(thread_id, thread_id.c.id, *_THREAD)
_KIN = _with_thread(kin, kin.c.kin, kin.c.at, thread.c.name)
_SEEKERS = _with_thread(seeker, seeker.c.kin, seeker.c.at, thread.c.name)
_SOME = select(message.c.thread).where(message.c.thread == thread.c.name).limit(LARGE).correlate(thread)
_SIZES = select(thread.c.name, select(func.count()).select_from(_SOME.subquery()).label("messages"))
_MERGE = (
    update(thread)
    .where(or_(thread.c.number == bindparam("old"), thread.c.part_of == bindparam("old")))
    .values(part_of=bindparam("new"))
)
_RENAME = update(message).where(message.c.thread == bindparam("old")).values(thread=bindparam("new"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    number: int
    thread: Thread


def known(connection: Connection, ids: Iterable[str]) -> dict[str, Thread]:
    """The thread of those of the ids that have one."""
    return {one: row.thread for one, row in _known(connection, ids).items()}


def join(connection: Connection, given: Sequence[Tie]) -> dict[str, Thread]:
    """Put messages in threads; the thread of each by its id."""
    ties = [_storable(one) for one in given]
    kindred = _kindred(connection, ties)
    rows = _known(connection, [one for tie in (*ties, *kindred) for one in (*tie.ids, tie.message_id)])
    there = {one: row.thread for one, row in rows.items()}
    numbers = {row.thread.name: row.number for row in rows.values()}
    parts = threads.parts(ties, there, kindred)
    meeting = {name: numbers[name] for name in threads.meeting(parts, there)}
    joined = threads.join(parts, there, _sizes(connection, meeting))
    numbers |= _put(connection, joined.threads.values(), numbers)
    _merge(connection, joined.renamed, numbers)
    _put_ids(connection, {one: numbers[name] for one, name in joined.ids.items()})
    names = {one: joined.renamed.get(thread.name, thread.name) for one, thread in there.items()} | {**joined.ids}
    _put_kin(connection, [(one, numbers[names[one.message_id]]) for one in ties if one.kin])
    present = {one.name: one for one in there.values()} | {**joined.threads}
    return {as_given.message_id: present[names[one.message_id]] for as_given, one in zip(given, ties, strict=True)}


def change(connection: Connection, one: Thread) -> None:
    """A thread that is there is filed in other projects now."""
    _put(connection, [one], {row.thread.name: row.number for row in _known(connection, [one.name]).values()})


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, _Row]:
    asked = {one: number_of(one) for one in ids if one}
    rows: dict[int, _Row] = {}
    found: dict[int, _Row] = {}
    if asked:
        for id_, of, name, projects, settled in connection.execute(_IDS.where(among(thread_id.c.id, asked.values()))):
            if of not in rows:
                rows[of] = _Row(number=of, thread=Thread(name=name, projects=_keys(projects), settled=settled))
            found[id_] = rows[of]
    return {one: found[id_] for one, id_ in asked.items() if id_ in found}


@lru_cache(maxsize=1_024)  # most threads have no project, and the others one of few
def _keys(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


def _put(connection: Connection, some: Iterable[Thread], numbers: Mapping[str, int]) -> dict[str, int]:
    """Write threads that are new or changed; the numbers of those that had none."""
    last: int | None = None
    values, new = [], {}
    for one in some:
        if (own := numbers.get(one.name)) is None:
            if last is None:  # nobody else writes meanwhile
                last = connection.scalar(select(func.max(thread.c.number))) or 0
            new[one.name] = own = last = last + 1
        values.append({"number": own, "name": one.name, "projects": one.projects, "settled": one.settled})
    if values:
        put(connection, thread, values, replace=("projects", "settled"))
    return new


def _merge(connection: Connection, renamed: Mapping[str, str], numbers: Mapping[str, int]) -> None:
    if renamed:
        connection.execute(_RENAME, [{"old": old, "new": new} for old, new in renamed.items()])
        merged = [{"old": numbers[old], "new": numbers[new]} for old, new in renamed.items()]
        connection.execute(_MERGE, merged)


def _put_ids(connection: Connection, numbers: Mapping[str, int]) -> None:
    if rows := sorted((number_of(one), of) for one, of in numbers.items()):
        put(connection, thread_id, [{"id": one, "thread": of} for one, of in rows], replace=("thread",))


def _sizes(connection: Connection, numbers: Mapping[str, int]) -> dict[str, int]:
    """How many messages are to be renamed with these, as far as LARGE: counting thousands must cost no more."""
    if not numbers:
        return {}
    found = connection.execute(_SIZES.where(among(thread.c.number, numbers.values())))
    return {row.name: row.messages for row in found}


def _kindred(connection: Connection, ties: Sequence[Tie]) -> list[Tie]:
    """Earlier messages that a subject may lead to, or that a subject may lead from, each by its thread's name."""
    told = [one for one in ties if one.kin]
    if not told:
        return []
    keys = {number_of(one.kin): one.kin for one in told}
    first, last = min(one.at for one in told), max(one.at for one in told) + SUBJECT_REACH
    query = _SEEKERS.where(among(seeker.c.kin, [*keys]), seeker.c.at.between(first, last))
    found = [_at(row, keys[row.kin], seeks=True) for row in connection.execute(query)]
    if seeking := [one for one in told if one.seeks]:
        days = {day for one in seeking for day in range(_day(one.at - SUBJECT_REACH), _day(one.at) + 1)}
        query = _KIN.where(among(kin.c.day, days), among(kin.c.kin, {number_of(one.kin) for one in seeking}))
        found += [_at(row, keys[row.kin], seeks=False) for row in connection.execute(query)]
    return found


def _at(row: Any, key: str, *, seeks: bool) -> Tie:
    return Tie(message_id=row.name, ids=(row.name,), at=row.at, kin=key, seeks=seeks)


def _put_kin(connection: Connection, told: Sequence[tuple[Tie, int]]) -> None:
    rows = [(_day(one.at), number_of(one.kin), one.at, of) for one, of in told]
    if rows:
        names = ("day", "kin", "at", "thread")
        put(connection, kin, [dict(zip(names, row, strict=True)) for row in sorted(rows)], replace=())
    if seeking := [{"kin": number_of(one.kin), "at": one.at, "thread": of} for one, of in told if one.seeks]:
        put(connection, seeker, seeking, replace=())


def _day(at: datetime) -> int:
    return at.astimezone(UTC).toordinal()


def _storable(one: Tie) -> Tie:
    if all(identifier.isascii() for identifier in one.ids):
        return one
    return replace(one, message_id=storable(one.message_id), ids=tuple(storable(each) for each in one.ids))
