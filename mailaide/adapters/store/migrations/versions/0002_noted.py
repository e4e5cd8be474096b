"""Notes about messages that are to be read, so that a first sync that was cut short is taken up where it was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "noted",
        sa.Column("account", sa.Text(), primary_key=True, nullable=False),
        sa.Column("folder", sa.Text(), primary_key=True, nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), primary_key=True, nullable=False),
        sa.Column("uid", sa.BigInteger(), primary_key=True, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
    )
    op.create_index("noted_by_time", "noted", ["account", "received_at"])
    op.create_index("message_by_thread", "message", ["thread", "project"])
