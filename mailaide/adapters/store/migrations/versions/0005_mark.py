"""What the person did or knows outside of mail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "mark",
        sa.Column("project", sa.Text(), primary_key=True, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), primary_key=True, nullable=False),
        sa.Column("kind", sa.Text(), primary_key=True, nullable=False),
        sa.Column("about", sa.Text(), primary_key=True, nullable=False),
        sa.Column("undone", sa.Boolean(), primary_key=True, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )
