"""Ids and threads become numbers, and what a subject may lead to lies day by day: a new row is one page to write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

AT_ONCE = 5_000
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
KIN = (
    "SELECT DISTINCT kin, at, number FROM old_kin "
    "JOIN old_thread_id ON old_thread_id.message_id = old_kin.message_id JOIN numbered ON name = thread"
)


def upgrade() -> None:
    for table in ("thread", "thread_id", "kin"):
        op.execute(f"CREATE TEMPORARY TABLE old_{table} AS SELECT * FROM {table}")  # noqa: S608  # names of ours
        op.drop_table(table)
    op.execute("CREATE TEMPORARY TABLE numbered AS SELECT name, row_number() OVER () AS number FROM old_thread")
    op.execute("CREATE UNIQUE INDEX numbered_by_name ON numbered (name)")
    op.execute("CREATE UNIQUE INDEX old_thread_id_by_id ON old_thread_id (message_id)")
    _create()
    op.execute(
        "INSERT INTO thread (number, name, projects, settled) "
        "SELECT number, old_thread.name, projects, settled FROM old_thread JOIN numbered USING (name)"
    )
    ids = "SELECT message_id, number FROM old_thread_id JOIN numbered ON name = thread"
    _copy(ids, "thread_id", lambda row: {"id": _number(row.message_id), "thread": row.number})
    _copy(
        KIN,
        "kin",
        lambda row: {"day": _day(row.at), "kin": _number(row.kin), "at": row.at, "thread": row.number},
    )
    _copy(f"{KIN} WHERE seeks", "seeker", lambda row: {"kin": _number(row.kin), "at": row.at, "thread": row.number})
    for table in ("old_thread", "old_thread_id", "old_kin", "numbered"):
        op.drop_table(table)


def _create() -> None:
    op.create_table(
        "thread",
        sa.Column("number", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("projects", sa.JSON(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("part_of", NUMBER, nullable=True),
    )
    some = sa.text("part_of IS NOT NULL")
    op.create_index("thread_by_part_of", "thread", ["part_of"], sqlite_where=some, postgresql_where=some)
    op.create_table(
        "thread_id",
        sa.Column("id", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("thread", NUMBER, nullable=False),
    )
    op.create_table(
        "kin",
        sa.Column("day", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("kin", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("at", INSTANT, primary_key=True, nullable=False),
        sa.Column("thread", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seeker",
        sa.Column("kin", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sa.Column("at", INSTANT, primary_key=True, nullable=False),
        sa.Column("thread", NUMBER, primary_key=True, nullable=False, autoincrement=False),
        sqlite_with_rowid=False,
    )


def _copy(query: str, table: str, values: Callable[[Any], Mapping[str, Any]]) -> None:
    connection = op.get_bind()
    found = connection.execute(sa.text(query).columns(at=INSTANT))
    while some := found.fetchmany(AT_ONCE):
        rows = [values(row) for row in some]
        columns = [sa.column(name, INSTANT if name == "at" else NUMBER) for name in rows[0]]
        connection.execute(sa.insert(sa.table(table, *columns)), rows)


def _number(identifier: str) -> int:
    return int.from_bytes(blake2b(identifier.encode(), digest_size=8).digest(), "big", signed=True)


def _day(at: datetime) -> int:
    """SQLite gives instants back without their zone, which is UTC."""
    return (at if at.tzinfo is None else at.astimezone(UTC)).toordinal()
