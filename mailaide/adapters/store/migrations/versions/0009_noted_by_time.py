"""What is noted lies in the order in which it is read: one tree instead of three, and mail comes in that order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

COLUMNS = "account, received_at, folder, uidvalidity, uid, role, message_id"


def upgrade() -> None:
    op.drop_index("noted_by_time")
    op.rename_table("noted", "old_noted")
    op.create_table(
        "noted",
        sa.Column("account", sa.Text(), primary_key=True, nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), primary_key=True, nullable=False),
        sa.Column("folder", sa.Text(), primary_key=True, nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), primary_key=True, nullable=False),
        sa.Column("uid", sa.BigInteger(), primary_key=True, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(f"INSERT INTO noted ({COLUMNS}) SELECT {COLUMNS} FROM old_noted")  # noqa: S608  # names of ours
    op.drop_table("old_noted")
