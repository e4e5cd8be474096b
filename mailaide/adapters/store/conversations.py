"""What is filed in which conversation, and what a message, an intent or the person's word means for a whole one.

Each function works inside a transaction of the caller's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, and_, bindparam, select, update

from mailaide.adapters.store import choice, threads
from mailaide.adapters.store.schema import message
from mailaide.core.dossier import Evidence, Filed
from mailaide.core.intent import Intent
from mailaide.core.matching.threads import Thread, Tie

_PLACE_OF_ROW = and_(*(message.c[name] == bindparam(f"of_{name}") for name in ("account", "role", "message_id")))
_FILE = update(message).where(_PLACE_OF_ROW)


def bear(connection: Connection, intent: Intent) -> None:
    """An intent of ours is a message of its thread before it is seen anywhere; its project is its thread's."""
    if threads.known(connection, [intent.message_id]):
        return
    ids = (*((intent.thread,) if intent.thread else ()), intent.message_id)
    tie = Tie(message_id=intent.message_id, ids=ids, at=intent.planned_at)
    now = threads.join(connection, [tie])[tie.message_id]
    if intent.project and not now.projects:
        threads.change(connection, now.in_project(intent.project))


def threaded(connection: Connection, filed: Sequence[Filed]) -> list[Filed]:
    """The messages, each under the name that its thread has by now; one that was not joined is of the thread it names.

    Between joining and filing another account may have made one thread of two.
    """
    present = threads.known(connection, [one.entry.id for one in filed])
    if alone := [one.entry for one in filed if one.entry.id not in present]:
        ties = [Tie(message_id=one.id, ids=(one.thread, one.id), at=one.at) for one in alone]
        present = threads.join(connection, ties) | present
    return [replace(one, entry=replace(one.entry, thread=present[one.entry.id].name)) for one in filed]


def enter(connection: Connection, filed: Sequence[Filed]) -> Iterator[tuple[Filed, frozenset[str]]]:
    """What messages that are filed now mean for their threads, and for others of those threads that wait.

    Yields those by which the person has moved a thread, with the projects that have lost messages.
    """
    decided = [one for one in filed if one.project]
    present = threads.known(connection, {one.entry.thread for one in decided})
    looked_through: set[str] = set()
    for one in decided:
        was = present[one.entry.thread]
        if one.evidence is Evidence.PERSON:
            now, lost = _settle(connection, was, one.project, one.because)
            yield one, lost
        else:
            now = was.in_project(one.project)
            if now != was:
                threads.change(connection, now)
            if was.name not in looked_through:  # all that is filed now lies in its rows already
                _assign(connection, now, because=f"{one.entry.id} put the conversation there")
            looked_through.add(was.name)
        present[was.name] = now


def settle(connection: Connection, name: str, project: str, because: str) -> frozenset[str]:
    """The person says which project a thread is of. Returns the projects that have lost messages."""
    present = threads.known(connection, [name]).get(name)
    return frozenset() if present is None else _settle(connection, present, project, because)[1]


def _settle(connection: Connection, present: Thread, project: str, because: str) -> tuple[Thread, frozenset[str]]:
    rows = connection.execute(_rows_of(present.name)).all()
    chosen, now = choice.settled(present, [(row.project, row) for row in rows], project)
    _file(connection, chosen, project=project, evidence=Evidence.PERSON, because=because)
    threads.change(connection, now)
    return now, frozenset(row.project for row in chosen) - {"", project}


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
