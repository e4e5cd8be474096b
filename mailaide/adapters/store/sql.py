"""The store on a database: each method is one transaction.

Plain SQL that SQLite and PostgreSQL share; the upsert is the one thing that is asked of the dialect.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, func, or_, select, update

from mailaide.adapters.store import choice, conversations, rows, threads
from mailaide.adapters.store.engine import Database
from mailaide.adapters.store.schema import bookmark, intent, mark, message, meta, noted, storable, wake
from mailaide.adapters.store.statements import among, put
from mailaide.core.brakes import Drafted
from mailaide.core.dossier import Entry, Filed
from mailaide.core.intent import LYING, OPEN, Intent, Kind, State
from mailaide.core.mail import Handle, Place, Role
from mailaide.core.marks import Mark
from mailaide.core.matching.threads import Thread, Tie
from mailaide.core.reading.ear.levels import LAST
from mailaide.ports import Bookmark, Found

Value = TypeVar("Value")

_PLACE = ("folder", "uidvalidity", "uid")
_MOVE = (
    update(message)
    .where(*(message.c[name] == bindparam(f"of_{name}") for name in ("account", "role", "message_id")))
    .values({name: bindparam(f"to_{name}") for name in _PLACE})
)
_FORGET = delete(noted).where(*(column == bindparam(f"of_{column.name}") for column in noted.primary_key))
_OPEN = sorted(state.value for state in OPEN)
_LYING = sorted(state.value for state in LYING)


NOTE = "note: "
"""Before the name of a note of the program's own, which is apart from the store's."""


class SqlStore:
    """`ports.Store` on a SQLite file (a path) or any database SQLAlchemy names by URL.

    Opening makes the file, private to its user, and brings its schema up to date. Raises StoreError.
    """

    def __init__(self, url_or_path: str | Path, password: str = "") -> None:
        self._database = Database(url_or_path, password)

    def close(self) -> None:
        self._database.close()

    def held(self) -> AbstractContextManager[None]:
        """The right to act from this store, where more than one machine can reach it. Raises AlreadyRunning."""
        return self._database.held()

    def copy_to(self, file: Path) -> None:
        """Everything, as it is at this instant, into a new store in a file."""
        other = Database(file)
        try:
            self._database.copy_to(other)
        finally:
            other.close()

    def bookmark(self, account: str, folder: str) -> Bookmark | None:
        with self._database.reading() as connection:
            return _bookmark(connection, account, folder)

    def note(self, account: str, folder: str, found: Sequence[Found], bookmark: Bookmark) -> None:
        with self._database.writing(lasting=False) as connection:
            before = _bookmark(connection, account, folder)
            if before is None or before.uidvalidity != bookmark.uidvalidity:
                here = and_(noted.c.account == account, noted.c.folder == folder)
                connection.execute(delete(noted).where(here, noted.c.uidvalidity != bookmark.uidvalidity))
            known = _known(connection, account, found)
            if moved := [rows.from_move(one) for one in found if one.place in known]:
                connection.execute(_MOVE, moved)
            if new := [rows.from_found(one) for one in found if one.place not in known]:
                put(connection, noted, new, replace=(), side_by_side=True)
            _put_bookmark(connection, account, folder, bookmark)

    def noted(self, account: str, limit: int) -> Sequence[Found]:
        query = select(noted).where(noted.c.account == account).order_by(*noted.primary_key).limit(limit)
        with self._database.reading() as connection:
            return [rows.to_found(row) for row in connection.execute(query)]

    def noted_count(self, account: str) -> int:
        with self._database.reading() as connection:
            query = select(func.count()).select_from(noted).where(noted.c.account == account)
            return connection.scalar(query) or 0

    def keep(self, filed: Sequence[Filed], *, done: Sequence[Found] = ()) -> None:
        with self._database.writing(lasting=False) as connection:
            if filed:
                there = _rows_there(connection, filed)
                filed = conversations.threaded(connection, filed)
                put(connection, message, [rows.from_filed(one) for one in filed], replace=_PLACE)
                new = [one for one in filed if rows.key_of(one) not in there]
                for one, lost in conversations.enter(connection, new):
                    _wake(connection, lost, one.entry.at)
                _remember_scores(connection, new)
            if done:
                connection.execute(_FORGET, [rows.key_of_found(one) for one in done])

    def scores(self, account: str, limit: int) -> Sequence[float]:
        with self._database.reading() as connection:
            return _scores(connection, account)[-limit:]

    def known(self, account: str, role: Role, message_ids: Sequence[str]) -> Mapping[str, datetime]:
        there = and_(message.c.account == account, message.c.role == role.value)
        query = select(message.c.message_id, message.c.received_at).where(
            there, among(message.c.message_id, [storable(one) for one in message_ids])
        )
        with self._database.reading() as connection:
            found = {row.message_id: row.received_at for row in connection.execute(query)}
        return {one: found[storable(one)] for one in message_ids if storable(one) in found}

    def join(self, ties: Sequence[Tie]) -> Mapping[str, Thread]:
        with self._database.writing(lasting=False) as connection:
            return threads.join(connection, ties)

    def threads(self, message_ids: Sequence[str]) -> Mapping[str, Thread]:
        with self._database.reading() as connection:
            return threads.known(connection, message_ids)

    def entries(self, project: str) -> Sequence[Entry]:
        return self._read(rows.ENTRY, rows.to_entry, message.c.project == project) if project else []

    def unassigned(self, threads: Collection[str] | None = None) -> Sequence[Filed]:
        waiting = message.c.project == ""
        if threads is not None:
            waiting = and_(waiting, among(message.c.thread, [storable(one) for one in threads]))
        return self._read(rows.FILED, rows.to_filed, waiting)

    def filed(self, message_id: str) -> Sequence[Filed]:
        return self._read(rows.FILED, rows.to_filed, message.c.message_id == message_id)

    def flagged(self, messages: Sequence[Handle], flag: str) -> None:
        with self._database.writing() as connection:
            for one in messages:
                same = and_(message.c.account == one.place.account, message.c.message_id == storable(one.message_id))
                for row in connection.execute(select(message).where(same)).all():
                    told = {**row.header, "flags": sorted({*row.header["flags"], flag})}
                    connection.execute(update(message).where(same, message.c.role == row.role).values(header=told))

    def settle(self, thread: str, project: str, because: str, at: datetime) -> None:
        with self._database.writing() as connection:
            lost = conversations.settle(connection, thread, project, because)
            _wake(connection, lost | {project}, at)

    def intents(self, project: str) -> Sequence[Intent]:
        return self._intents(intent.c.project == project)

    def watched(self, account: str) -> Sequence[Intent]:
        return self._intents(intent.c.account == account, _watched())

    def drafted_since(self, instant: datetime) -> list[Drafted]:
        drafts = and_(intent.c.kind == Kind.DRAFT.value, intent.c.planned_at >= instant)
        columns = select(intent.c.project, intent.c.planned_at, intent.c.answers, intent.c.state)
        with self._database.reading() as connection:
            return [
                Drafted(project=project, at=at, own=not answers and state != State.WITHDRAWN.value)
                for project, at, answers, state in connection.execute(columns.where(drafts))
            ]

    def save(self, *intents: Intent) -> None:
        with self._database.writing() as connection:
            for one in intents:
                _put_intent(connection, one)
                conversations.bear(connection, one)

    def mark(self, *marks: Mark) -> None:
        with self._database.writing() as connection:
            if marks:
                put(connection, mark, [rows.from_mark(one) for one in marks], replace=())
                for one in marks:
                    _wake(connection, [one.project], one.at)

    def marks(self, *projects: str) -> Sequence[Mark]:
        query = select(mark).order_by(mark.c.at)
        if projects:
            query = query.where(mark.c.project.in_(projects))
        with self._database.reading() as connection:
            return [rows.to_mark(row) for row in connection.execute(query)]

    def set_wake(self, project: str, at: datetime | None) -> None:
        with self._database.writing() as connection:
            if at is None:
                connection.execute(delete(wake).where(wake.c.project == project))
            else:
                _wake(connection, [project], at)

    def due(self, now: datetime) -> frozenset[str]:
        with self._database.reading() as connection:
            return frozenset(connection.scalars(select(wake.c.project).where(wake.c.at <= now)))

    def rebuilt(self, *, told: bool) -> bool:
        return self._noted("rebuilt", "yes" if told else "no") == "yes"

    def remember(self, name: str, value: str) -> None:
        with self._database.writing() as connection:
            put(connection, meta, [{"name": NOTE + name, "value": value}], replace=("value",))

    def recalled(self, name: str) -> str:
        with self._database.reading() as connection:
            return connection.scalar(select(meta.c.value).where(meta.c.name == NOTE + name)) or ""

    def forget_texts(self, before: datetime) -> None:
        done = and_(intent.c.settled_at < before, ~_watched())
        with self._database.writing() as connection:
            connection.execute(update(intent).where(done, func.length(intent.c.raw) > 0).values(raw=b""))

    def began_at(self, now: datetime) -> datetime:
        return datetime.fromisoformat(self._noted("began_at", now.astimezone(UTC).isoformat()))

    def _noted(self, name: str, value: str) -> str:
        """What was noted under this name; the first call notes `value`."""
        query = select(meta.c.value).where(meta.c.name == name)
        with self._database.reading() as connection:
            noted = connection.scalar(query)
        if noted is None:
            with self._database.writing() as connection:
                put(connection, meta, [{"name": name, "value": value}], replace=())
                noted = connection.scalars(query).one()
        return str(noted)

    def _read(
        self, columns: Sequence[ColumnElement[Any]], value: Callable[[Sequence[Any]], Value], which: ColumnElement[bool]
    ) -> list[Value]:
        """What these rows of messages say, each message once, oldest first."""
        roles = [role.value for role in choice.ENTRY_ROLES]
        query = select(*columns).where(which, message.c.role.in_(roles))
        with self._database.reading() as connection:
            # Row by row: those of a large project would take as much memory again as what they say.
            said = ((*row[:4], value(row)) for row in connection.execute(query))
            return [one for *_, one in choice.once(said)]

    def _intents(self, *which: Any) -> list[Intent]:
        query = select(intent).where(*which).order_by(intent.c.planned_at, intent.c.message_id)
        with self._database.reading() as connection:
            return [rows.to_intent(row) for row in connection.execute(query)]


def _watched() -> ColumnElement[bool]:
    """`Intent.watched` in SQL."""
    draft = and_(intent.c.kind == Kind.DRAFT.value, intent.c.state.in_(_LYING))
    alert = and_(intent.c.kind == Kind.ALERT.value, intent.c.state == State.PLACED.value)
    untold = and_(alert, or_(~intent.c.announced, intent.c.attempts > 1))
    return or_(intent.c.state.in_(_OPEN), draft, untold)


def _bookmark(connection: Connection, account: str, folder: str) -> Bookmark | None:
    query = select(bookmark).where(bookmark.c.account == account, bookmark.c.folder == folder)
    row = connection.execute(query).first()
    return Bookmark(uidvalidity=row.uidvalidity, uidnext=row.uidnext) if row else None


def _known(connection: Connection, account: str, found: Sequence[Found]) -> frozenset[Place]:
    """Where those lie that are filed already, of messages of one folder."""
    of_account = message.c.account == account
    if not found or connection.scalar(select(message.c.account).where(of_account).limit(1)) is None:
        return frozenset()
    ids = [storable(one.message_id) for one in found]
    there = and_(of_account, message.c.role == found[0].role.value, among(message.c.message_id, ids))
    query = select(message.c.message_id, message.c.received_at).where(there)
    dates = {row.message_id: row.received_at for row in connection.execute(query)}
    return frozenset(one.place for one, own in zip(found, ids, strict=True) if dates.get(own) == one.received_at)


def _rows_there(connection: Connection, filed: Sequence[Filed]) -> set[tuple[str, str, str]]:
    """The keys of those that are kept already."""
    ids = [storable(one.entry.id) for one in filed]
    query = select(message.c.account, message.c.role, message.c.message_id).where(among(message.c.message_id, ids))
    return {(account, role, one) for account, role, one in connection.execute(query)}


def _wake(connection: Connection, projects: Iterable[str], at: datetime) -> None:
    if values := [{"project": project, "at": at} for project in projects]:
        put(connection, wake, values, replace=("at",))


def _scores(connection: Connection, account: str) -> list[float]:
    noted = connection.scalar(select(meta.c.value).where(meta.c.name == f"scores {account}"))
    return [float(one) for one in json.loads(noted)] if noted else []


def _remember_scores(connection: Connection, filed: Iterable[Filed]) -> None:
    """A line an account, so that nobody has to look through its messages for them."""
    heard: dict[str, list[float]] = {}
    for one in filed:
        if one.from_client:
            heard.setdefault(one.entry.header.place.account, []).append(round(one.entry.reading.score, 3))
    for account, new in heard.items():
        value = json.dumps([*_scores(connection, account), *new][-LAST:])
        put(connection, meta, [{"name": f"scores {account}", "value": value}], replace=("value",))


def _put_bookmark(connection: Connection, account: str, folder: str, at: Bookmark) -> None:
    values = {"account": account, "folder": folder, "uidvalidity": at.uidvalidity, "uidnext": at.uidnext}
    put(connection, bookmark, [values], replace=("uidvalidity", "uidnext"))


def _put_intent(connection: Connection, one: Intent) -> None:
    values = rows.from_intent(one)
    put(connection, intent, [values], replace=tuple(name for name in values if name != "message_id"))
