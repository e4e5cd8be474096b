"""How many ids a thread has is counted when it is asked for: a reply writes its thread no more."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    # Not in batch mode, which would make the table anew and give it a row id.
    op.execute("ALTER TABLE thread DROP COLUMN size")
