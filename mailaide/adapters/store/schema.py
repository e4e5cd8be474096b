"""The tables as the newest migration leaves them; a test compares the two.

Message rows are a cache of the mailbox, intent rows are not: they are the only memory of what was tried. Marks are
kept in a file beside the store as well.
Lists and header facts that are never searched are JSON; whatever is searched or ordered by has a column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

REVISION = "0009"
"""The newest migration. A store that is new or up to date is opened without loading alembic."""


def storable(text: str) -> str:
    """The text without lone surrogates and NUL, which some database does not take; badly encoded mail has them."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@lru_cache(maxsize=2_048)  # a batch asks for each more than once
def number_of(identifier: str) -> int:
    """Stands for a Message-ID, or another text that is only ever compared, in the keys of large tables.

    Two of a million texts share one once in thirty million stores, and the mail of both would be one thread: no worse
    than a mail that names both. Nobody gains by making two that do.
    """
    digest = blake2b(storable(identifier).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def all_storable(column: Sequence[str]) -> Iterable[str]:
    """The same of many texts: nearly always nothing is to be done, and one look tells so."""
    together = "".join(column)
    return column if together.isascii() and "\x00" not in together else map(storable, column)


class Words(TypeDecorator[str]):
    """Text from a mail: one broken character must not keep the whole account from being stored."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None]:
        return _bound_words


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept and given back in UTC. SQLite itself would forget the time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        return _sqlite_instant if dialect.name == "sqlite" else _utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        return _instant_of_sqlite if dialect.name == "sqlite" else _utc


def _bound_words(value: str | None) -> str | None:
    return None if value is None else storable(value)


def _utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value if value.tzinfo is UTC else value.astimezone(UTC)


def _sqlite_instant(value: datetime | None) -> str | None:
    """As SQLAlchemy writes an instant for SQLite, which has no type of its own for them."""
    instant = _utc(value)
    return None if instant is None else instant.isoformat(" ", "microseconds").removesuffix("+00:00")


def _instant_of_sqlite(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(f"{value}+00:00")


def _words(name: str, *, key: bool = False) -> Column[Any]:
    return Column(name, Words, primary_key=key, nullable=False)


def _number(name: str, *, key: bool = False, nullable: bool = False) -> Column[Any]:
    """Of 64 bits; as the only key it is SQLite's row id, which needs no index beside the table."""
    wide = BigInteger().with_variant(Integer, "sqlite")
    return Column(name, wide, primary_key=key, nullable=nullable, autoincrement=False)


metadata = MetaData()

message = Table(
    "message",
    metadata,
    _words("account", key=True),
    _words("role", key=True),
    _words("message_id", key=True),
    _words("folder"),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("received_at", Instant, nullable=False),
    _words("subject"),
    Column("header", JSON, nullable=False),
    _words("text"),
    _words("thread"),
    _words("author"),
    Column("reading", JSON, nullable=False),
    _words("project"),
    Column("candidates", JSON, nullable=False),
    Column("evidence", Words, nullable=False, server_default="address"),
    _words("because"),
    Index("message_by_project", "project", "received_at"),
    Index("message_by_message_id", "message_id"),
    Index("message_by_thread", "thread", "project"),
)

intent = Table(
    "intent",
    metadata,
    _words("message_id", key=True),
    _words("kind"),
    _words("key"),
    Column("covers", JSON, nullable=False, server_default="[]"),
    Column("revision", Integer, nullable=False),
    _words("account"),
    _words("project"),
    _words("duty"),
    _words("answers"),
    _words("anchor"),
    Column("raw", LargeBinary, nullable=False),
    _words("because"),
    Column("evidence", JSON, nullable=False),
    Column("due", Instant, nullable=False),
    Column("facts", JSON, nullable=False),
    _words("folder"),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uidnext", BigInteger, nullable=False),
    Column("planned_at", Instant, nullable=False),
    _words("state"),
    Column("attempts", Integer, nullable=False),
    Column("attempted_at", Instant),
    Column("placed", JSON(none_as_null=True)),
    Column("settled_at", Instant),
    Column("announced", Boolean, nullable=False),
    Index("intent_by_account", "account", "state"),
    Index("intent_by_project", "project"),
    Index("intent_by_anchor", "anchor"),
)

bookmark = Table(
    "bookmark",
    metadata,
    _words("account", key=True),
    _words("folder", key=True),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uidnext", BigInteger, nullable=False),
)

noted = Table(
    "noted",
    metadata,
    _words("account", key=True),
    Column("received_at", Instant, primary_key=True, nullable=False),
    _words("folder", key=True),
    Column("uidvalidity", BigInteger, primary_key=True, nullable=False),
    Column("uid", BigInteger, primary_key=True, nullable=False),
    _words("role"),
    _words("message_id"),
    sqlite_with_rowid=False,
)
"""In the order in which it is read, which is about the order in which it comes."""

thread = Table(
    "thread",
    metadata,
    _number("number", key=True),
    _words("name"),
    Column("projects", JSON, nullable=False),
    Column("settled", Boolean, nullable=False),
    _number("part_of", nullable=True),
    Index("thread_by_part_of", "part_of", sqlite_where=text("part_of IS NOT NULL")),
)
"""In the order in which they were heard of. One that became part of another says of which, and nothing else."""


def for_postgresql() -> None:
    """Say the same of an index in PostgreSQL's way. To name a dialect loads it: two megabytes that few need."""
    [index] = thread.indexes
    index.dialect_kwargs["postgresql_where"] = index.dialect_kwargs["sqlite_where"]


thread_id = Table(
    "thread_id",
    metadata,
    _number("id", key=True),
    _number("thread"),
)

kin = Table(
    "kin",
    metadata,
    _number("day", key=True),
    _number("kin", key=True),
    Column("at", Instant, primary_key=True, nullable=False),
    _number("thread", key=True),
    sqlite_with_rowid=False,
)
"""What a reply without references may belong to. Whoever looks knows the days; mail comes day by day."""

seeker = Table(
    "seeker",
    metadata,
    _number("kin", key=True),
    Column("at", Instant, primary_key=True, nullable=False),
    _number("thread", key=True),
    sqlite_with_rowid=False,
)
"""Such replies, which are few: the mail that they belong to may come after them."""

mark = Table(
    "mark",
    metadata,
    _words("project", key=True),
    Column("at", Instant, primary_key=True, nullable=False),
    _words("kind", key=True),
    _words("about", key=True),
    Column("undone", Boolean, primary_key=True, nullable=False),
    _words("note"),
)

wake = Table(
    "wake",
    metadata,
    _words("project", key=True),
    Column("at", Instant, nullable=False),
    Index("wake_by_at", "at"),
)

meta = Table(
    "meta",
    metadata,
    _words("name", key=True),
    _words("value"),
)

_version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))


def make(connection: Connection) -> None:
    """All tables at once in an empty database, as if every migration had been run."""
    metadata.create_all(connection)
    _version.create(connection)
    connection.execute(_version.insert().values(version_num=REVISION))
