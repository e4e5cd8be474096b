"""What else a draft tells: several things owed to a client go into one letter."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("intent", sa.Column("covers", sa.JSON(), nullable=False, server_default="[]"))
