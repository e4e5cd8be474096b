"""Threads by every id a message names. Messages are read anew from the mailbox, so that all are in their threads."""

from __future__ import annotations

from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "thread",
        sa.Column("name", sa.Text(), primary_key=True, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("projects", sa.JSON(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "thread_id",
        sa.Column("message_id", sa.Text(), primary_key=True, nullable=False),
        sa.Column("thread", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("thread_id_by_thread", "thread_id", ["thread"])
    op.create_table(
        "kin",
        sa.Column("kin", sa.Text(), primary_key=True, nullable=False),
        sa.Column("seeks", sa.Boolean(), primary_key=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), primary_key=True, nullable=False),
        sa.Column("message_id", sa.Text(), primary_key=True, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("message", sa.Column("evidence", sa.Text(), nullable=False, server_default="address"))
    for table in ("message", "noted", "bookmark"):
        op.execute(sa.text(f"DELETE FROM {table}"))  # noqa: S608  # names of ours
    _bear_intents()


def _bear_intents() -> None:
    """What was written before is of a thread, as what is written from now on will be."""
    connection = op.get_bind()
    intents = connection.execute(sa.text("SELECT message_id, anchor, answers, project FROM intent ORDER BY planned_at"))
    projects: dict[str, str] = {}
    names: dict[str, str] = {}
    for message_id, anchor, answers, project in intents.all():
        name = answers or anchor or message_id
        name = names.get(name, name)
        names[name] = names[message_id] = name
        projects[name] = projects.get(name) or project
    sizes = Counter(names.values())
    thread = sa.table(
        "thread",
        sa.column("name", sa.Text()),
        sa.column("size", sa.Integer()),
        sa.column("projects", sa.JSON()),
        sa.column("settled", sa.Boolean()),
    )
    thread_id = sa.table("thread_id", sa.column("message_id", sa.Text()), sa.column("thread", sa.Text()))
    op.bulk_insert(
        thread,
        [
            {"name": name, "size": sizes[name], "projects": [project] if project else [], "settled": False}
            for name, project in projects.items()
        ],
    )
    op.bulk_insert(thread_id, [{"message_id": one, "thread": name} for one, name in names.items()])
