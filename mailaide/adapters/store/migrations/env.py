"""Run by alembic with the connection, and inside the transaction, that `engine.Database` hands over.

The version table is changed in the same transaction as the schema, so a migration is whole or absent.
"""

from __future__ import annotations

from alembic import context

from mailaide.adapters.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
