"""The store on a database: each method is one transaction, durable when it returns.

Plain SQL that SQLite and PostgreSQL share; the upsert is the one thing that is asked of the dialect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from mailaide.adapters.store import choice, rows
from mailaide.adapters.store.engine import Database
from mailaide.adapters.store.schema import bookmark, intent, message, meta, storable, wake
from mailaide.core.dossier import Entry, Filed
from mailaide.core.intent import LYING, OPEN, Intent, Kind, State
from mailaide.core.mail import Role
from mailaide.ports import Bookmark

IDS_AT_ONCE = 500
"""Far below the number of values that a database takes in one statement."""

_PLACE = ("folder", "uidvalidity", "uid")
_OPEN = sorted(state.value for state in OPEN)
_LYING = sorted(state.value for state in LYING)


class SqlStore:
    """`ports.Store` on a SQLite file (a path) or any database SQLAlchemy names by URL.

    Opening makes the file, private to its user, and brings its schema up to date. Raises StoreError.
    """

    def __init__(self, url_or_path: str | Path) -> None:
        self._database = Database(url_or_path)

    def close(self) -> None:
        self._database.close()

    def bookmark(self, account: str, folder: str) -> Bookmark | None:
        query = select(bookmark).where(bookmark.c.account == account, bookmark.c.folder == folder)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return Bookmark(uidvalidity=row.uidvalidity, uidnext=row.uidnext) if row else None

    def keep(self, account: str, folder: str, filed: Sequence[Filed], bookmark: Bookmark | None) -> None:
        with self._database.writing() as connection:
            if filed:
                _put(connection, message, [rows.from_filed(one) for one in filed], replace=_PLACE)
            if bookmark is not None:
                _put_bookmark(connection, account, folder, bookmark)

    def known(self, account: str, role: Role, message_ids: Sequence[str]) -> frozenset[str]:
        found: set[str] = set()
        with self._database.reading() as connection:
            for some in _chunks(message_ids):
                query = select(message.c.message_id).where(
                    message.c.account == account, message.c.role == role.value, message.c.message_id.in_(some)
                )
                found.update(connection.scalars(query))
        return frozenset(one for one in message_ids if storable(one) in found)

    def threads(self, message_ids: Sequence[str]) -> Mapping[str, tuple[str, str]]:
        with self._database.reading() as connection:
            bearers = _bearers(connection, message_ids)
            wanted = list(dict.fromkeys([*message_ids, *(one.answers for one in bearers if one.answers)]))
            table = choice.threads(_filed_threads(connection, wanted), bearers)
        return {one: table[storable(one)] for one in message_ids if storable(one) in table}

    def entries(self, project: str) -> Sequence[Entry]:
        return [one.entry for one in self._filed(project)] if project else []

    def unassigned(self) -> Sequence[Filed]:
        return self._filed("")

    def assign(self, thread: str, project: str, because: str) -> None:
        waiting = and_(message.c.project == "", message.c.thread == thread)
        values = {"project": project, "candidates": [], "because": because}
        with self._database.writing() as connection:
            connection.execute(update(message).where(waiting).values(values))

    def intents(self, project: str) -> Sequence[Intent]:
        return self._intents(intent.c.project == project)

    def watched(self, account: str) -> Sequence[Intent]:
        return self._intents(intent.c.account == account, _watched())

    def drafted_since(self, instant: datetime) -> int:
        drafts = and_(intent.c.kind == Kind.DRAFT.value, intent.c.planned_at >= instant)
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(intent).where(drafts)) or 0

    def save(self, *intents: Intent) -> None:
        with self._database.writing() as connection:
            for one in intents:
                _put_intent(connection, one)

    def set_wake(self, project: str, at: datetime | None) -> None:
        with self._database.writing() as connection:
            if at is None:
                connection.execute(delete(wake).where(wake.c.project == project))
            else:
                _put(connection, wake, [{"project": project, "at": at}], replace=("at",))

    def due(self, now: datetime) -> frozenset[str]:
        with self._database.reading() as connection:
            return frozenset(connection.scalars(select(wake.c.project).where(wake.c.at <= now)))

    def rebuilt(self, *, told: bool) -> bool:
        return self._noted("rebuilt", "yes" if told else "no") == "yes"

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
                _put(connection, meta, [{"name": name, "value": value}], replace=())
                noted = connection.scalars(query).one()
        return str(noted)

    def _filed(self, project: str) -> list[Filed]:
        query = select(message).where(
            message.c.project == project, message.c.role.in_([role.value for role in choice.ENTRY_ROLES])
        )
        with self._database.reading() as connection:
            return choice.once(rows.to_filed(row) for row in connection.execute(query))

    def _intents(self, *which: Any) -> list[Intent]:
        query = select(intent).where(*which).order_by(intent.c.planned_at, intent.c.message_id)
        with self._database.reading() as connection:
            return [rows.to_intent(row) for row in connection.execute(query)]


def _watched() -> ColumnElement[bool]:
    """`Intent.watched` in SQL."""
    draft = and_(intent.c.kind == Kind.DRAFT.value, intent.c.state.in_(_LYING))
    untold = and_(intent.c.state == State.PLACED.value, ~intent.c.announced)
    return or_(intent.c.state.in_(_OPEN), draft, untold)


def _bearers(connection: Connection, message_ids: Sequence[str]) -> list[choice.IntentThread]:
    """Intents that bear one of the Message-IDs, as their own or as their anchor."""
    found: dict[str, choice.IntentThread] = {}
    for some in _chunks(message_ids):
        query = (
            select(intent.c.message_id, intent.c.anchor, intent.c.answers, intent.c.project)
            .where(or_(intent.c.message_id.in_(some), intent.c.anchor.in_(some)))
            .order_by(intent.c.planned_at, intent.c.message_id)
        )
        for row in connection.execute(query):
            found.setdefault(row.message_id, choice.IntentThread(*row))
    return list(found.values())


def _filed_threads(connection: Connection, message_ids: Sequence[str]) -> Iterator[choice.FiledThread]:
    for some in _chunks(message_ids):
        query = select(
            message.c.message_id, message.c.role, message.c.account, message.c.thread, message.c.project
        ).where(message.c.message_id.in_(some))
        for message_id, role, account, thread, project in connection.execute(query):
            yield choice.FiledThread(message_id, Role(role), account, thread, project)


def _chunks(message_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Without the empty string, which as an anchor means that there is none."""
    wanted = [one for one in message_ids if one]
    return (wanted[start : start + IDS_AT_ONCE] for start in range(0, len(wanted), IDS_AT_ONCE))


def _put_bookmark(connection: Connection, account: str, folder: str, at: Bookmark) -> None:
    values = {"account": account, "folder": folder, "uidvalidity": at.uidvalidity, "uidnext": at.uidnext}
    _put(connection, bookmark, [values], replace=("uidvalidity", "uidnext"))


def _put_intent(connection: Connection, one: Intent) -> None:
    values = rows.from_intent(one)
    _put(connection, intent, [values], replace=tuple(name for name in values if name != "message_id"))


def _put(connection: Connection, table: Table, values: list[dict[str, Any]], *, replace: tuple[str, ...]) -> None:
    """Insert; of a row whose primary key is there, only the columns in `replace` are changed."""
    key = list(table.primary_key.columns)
    statement: Any = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    if replace:
        new = statement.excluded
        statement = statement.on_conflict_do_update(index_elements=key, set_={name: new[name] for name in replace})
    else:
        statement = statement.on_conflict_do_nothing(index_elements=key)
    connection.execute(statement, values)
