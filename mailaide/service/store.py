"""The store that the configuration asks for: a file in the state directory, or a database on a server."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mailaide.adapters.secrets import store_password
from mailaide.adapters.state import StateDirectory
from mailaide.adapters.store.engine import Database
from mailaide.adapters.store.sql import SqlStore
from mailaide.config import Config, StoreSettings


def opened(config: Config) -> SqlStore:
    """The store itself; whoever opens it closes it. Raises StoreError."""
    if config.store is None:
        return SqlStore(StateDirectory(config.state_directory).database)
    return SqlStore(config.store.url, store_password(config.store.password_file))


def promise(settings: StoreSettings) -> str:
    """Where the server's database is and what the first start does there; nothing is changed. Raises StoreError."""
    database = Database(settings.url, store_password(settings.password_file), as_it_is=True)
    try:
        return f"{database.name}: {database.promise()}"
    finally:
        database.close()


@contextlib.contextmanager
def to_read(config: Config) -> Iterator[SqlStore]:
    """The store to look at: a copy of a file, so that a running daemon is not disturbed, or the one on the server."""
    with _copied(config) if config.store is None else contextlib.closing(opened(config)) as store:
        yield store


@contextlib.contextmanager
def scratch(config: Config) -> Iterator[SqlStore]:
    """A copy of the store for as long as the block lasts, to try things on."""
    if config.store is None:
        with _copied(config) as store:
            yield store
        return
    with tempfile.TemporaryDirectory(prefix="mailaide-") as folder:
        copy = Path(folder, "mailaide.db")
        with contextlib.closing(opened(config)) as store:
            store.copy_to(copy)
        with contextlib.closing(SqlStore(copy)) as store:
            yield store


@contextlib.contextmanager
def _copied(config: Config) -> Iterator[SqlStore]:
    with (
        StateDirectory(config.state_directory).scratch_database() as database,
        contextlib.closing(SqlStore(database)) as store,
    ):
        yield store
