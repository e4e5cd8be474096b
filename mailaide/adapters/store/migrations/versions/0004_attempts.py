"""How often an intent was tried: an alert that was tried again may turn up twice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("intent", sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
