"""A database that is durable, private and current, and whose every failure is a StoreError in clear words.

A writer takes the write lock when it begins (BEGIN IMMEDIATE): a transaction that reads first and locks later
loses updates on SQLite. Values of mails are never shown in errors or logs (`hide_parameters`).
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError, StatementError

from mailaide.adapters.store import schema
from mailaide.errors import StoreError

FREE_BYTES_NEEDED = 32 * 1024 * 1024
"""SQLite in WAL mode dies of SIGBUS, not of an error, when a small file system is full."""

BUSY_SECONDS = 15
PRAGMAS = (
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "synchronous=FULL",
    "foreign_keys=ON",
    "cache_size=-1000",  # one megabyte a connection: the kernel keeps the pages of the file as well
)
SAFE = "Nothing was done to the mailbox."
DAMAGED = (
    "The file is damaged: put back a backup, or move it away; "
    "mailaide then builds a new store from the mailbox and adopts the drafts that are there."
)

_migrating = threading.Lock()  # alembic keeps its context in a module global


class Database:
    """An open, migrated database. Safe to use from several threads: each transaction has its own connection."""

    def __init__(self, url_or_path: str | Path) -> None:
        text = str(url_or_path)
        self._file: Path | None = None
        if "://" in text and not isinstance(url_or_path, Path):
            try:
                url = make_url(text)
            except ArgumentError as error:
                raise StoreError(
                    f"The store cannot be opened: its URL has no known form. {SAFE} Correct it."
                ) from error
            if url.get_backend_name() == "sqlite":
                self._file = Path(url.database or "")
            self.name = url.render_as_string(hide_password=True)
        else:
            self._file = Path(url_or_path)
            url = sqlalchemy.URL.create("sqlite", database=text)
        if self._file is not None:
            self.name = str(self._file)
            self._make_private(self._file)
        with self._failing_clearly():
            self.engine = _engine(url)
            try:
                self._migrate()
            except BaseException:
                self.engine.dispose()
                raise

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state of the store."""
        with self._failing_clearly(), self.engine.connect() as connection, connection.begin():
            try:
                yield connection
            except (LookupError, TypeError, ValueError) as error:  # JSON or an enum that is none: bytes went bad
                raise StoreError(
                    f"The store {self.name} holds a row that cannot be read ({type(error).__name__}). {SAFE} {DAMAGED}"
                ) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that no other writer runs beside; it is on the disk when the block ends."""
        self._need_space()
        with self._failing_clearly(), self.engine.connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                try:
                    yield connection
                except (TypeError, ValueError) as error:
                    raise StoreError(
                        f"The store {self.name} was given what it cannot keep: {error}. {SAFE} "
                        "Please report this as a bug."
                    ) from error

    def _make_private(self, file: Path) -> None:
        """The file is made before SQLite does, because SQLite would make it readable for all."""
        if file.name in {"", ":memory:"}:
            raise StoreError(f"The store needs a file and was given none. {SAFE} Name a file for the state.")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)
        except OSError as error:
            raise StoreError(
                f"The store {file} cannot be opened: {error.strerror}. {SAFE} "
                f"Make it a file that this user may read and write, in a directory of this user's own."
            ) from error

    def _need_space(self) -> None:
        if self._file is None:
            return
        try:
            free = shutil.disk_usage(self._file.parent).free
        except OSError as error:
            raise StoreError(
                f"The directory of the store {self.name} is gone: {error.strerror}. {SAFE} "
                "Put it back, or restart mailaide to build a new one."
            ) from error
        if free < FREE_BYTES_NEEDED:
            raise StoreError(
                f"The disk of the store {self.name} is almost full: {free // 1024**2} MB free, "
                f"{FREE_BYTES_NEEDED // 1024**2} MB needed. {SAFE} Free some space; mailaide goes on by itself."
            )

    @contextmanager
    def _failing_clearly(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            cause = str(error.orig) if isinstance(error, StatementError) and error.orig else type(error).__name__
            if isinstance(error, DBAPIError):
                remedy = _remedy(cause)
            elif isinstance(error, ArgumentError):
                remedy = "Write the path of a file, or the URL of a database that SQLAlchemy has a driver for."
            else:
                remedy = "Please report this as a bug."
            raise StoreError(f"The store {self.name} failed: {cause}. {SAFE} {remedy}") from error

    def _migrate(self) -> None:
        """Bring the schema up to date, whole or not at all; a second process waits for the first."""
        with self.reading() as connection:
            if _revision(connection) == schema.REVISION:
                return
        with _migrating, self.writing() as connection:
            if not sqlalchemy.inspect(connection).get_table_names():
                schema.make(connection)
                return
        # 200 ms and ten megabytes that a new or up-to-date store need not pay
        from alembic import command  # noqa: PLC0415
        from alembic.config import Config  # noqa: PLC0415
        from alembic.util import CommandError  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", "mailaide.adapters.store:migrations")
        config.set_main_option("path_separator", "os")
        with _migrating, self.writing() as connection:
            config.attributes["connection"] = connection
            try:
                command.upgrade(config, "head")
            except CommandError as error:
                raise StoreError(
                    f"The store {self.name} was written by another version of mailaide "
                    f"(schema {_revision(connection)}; this one knows {schema.REVISION}). {SAFE} "
                    "Install that version or a newer one, or move the file away to build a new store."
                ) from error


def _revision(connection: Connection) -> str | None:
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(sqlalchemy.text("SELECT version_num FROM alembic_version"))
    return revision


def _engine(url: sqlalchemy.URL) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    engine = sqlalchemy.create_engine(
        url,
        hide_parameters=True,
        json_serializer=lambda value: schema.storable(json.dumps(value, ensure_ascii=False, separators=(",", ":"))),
        connect_args={"timeout": BUSY_SECONDS} if sqlite else {},
    )
    if sqlite:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions behind our back
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
    _into_wal(connection)


def _into_wal(connection: Any) -> None:
    """SQLite does not wait for others here: of several that turn a new file to WAL at once, all but one are refused."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _remedy(cause: str) -> str:
    """What the person can do, by the words of SQLite's message."""
    words = cause.lower()
    if "locked" in words:
        return "Another program holds the file: stop it, then mailaide goes on by itself."
    if "not a database" in words or "malformed" in words:
        return DAMAGED
    if "full" in words or "disk i/o" in words:
        return "Look at the disk and its free space; mailaide goes on by itself."
    if "unable to open" in words or "readonly" in words:
        return "Make the file and its directory writable for the user that runs mailaide."
    return "Look at the file and its disk; mailaide tries again in the next cycle."
