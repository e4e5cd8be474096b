"""A database that is durable, private and current, and whose every failure is a StoreError in clear words.

What SQLite and PostgreSQL do differently is in a module of each. Values of mails are never shown in errors or logs
(`hide_parameters`).
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError, StatementError

from mailaide.adapters.store import postgresql, schema, sqlite
from mailaide.adapters.store.statements import put
from mailaide.errors import StoreError

SAFE = "Nothing was done to the mailbox."
ROWS_AT_ONCE = 1_000
HOLDER = "holder"
"""Under this name stands who acts from a database that several machines can reach."""

_migrating = threading.Lock()  # alembic keeps its context in a module global


class Database:
    """An open, migrated database. Safe to use from several threads: each transaction has its own connection."""

    def __init__(self, url_or_path: str | Path, password: str = "", *, as_it_is: bool = False) -> None:
        """`as_it_is`: the schema is neither made nor brought up to date."""
        self._token = ""
        url, self._file = _place(url_or_path)
        if self._file is not None:
            self.name = str(self._file)
            sqlite.make_private(self._file)
        else:
            self.name = url.set(query={}).render_as_string(hide_password=True)
        if url.get_backend_name() == "postgresql":
            url = postgresql.prepared(url, password)
            schema.for_postgresql()
        with self._failing_clearly():
            self.engine = _engine(url)
            try:
                if not as_it_is:
                    self._migrate()
            except BaseException:
                self.engine.dispose()
                raise

    def close(self) -> None:
        self.engine.dispose()

    def promise(self) -> str:
        """What the first start will do with this database on a server. Raises StoreError when it could not."""
        with self.reading() as connection:
            revision, owned = _revision(connection), postgresql.may_make_tables(connection)
        if not owned:
            raise StoreError(
                f"The store {self.name} is not ours to make tables in. {SAFE} Make its user the owner of the database: "
                "ALTER DATABASE … OWNER TO …, and GRANT CREATE ON SCHEMA public TO that user."
            )
        if revision is None:
            promise = "it is empty, and made at the first start"
        else:
            promise = (
                "up to date" if revision == schema.REVISION else "of another version, and looked at when it starts"
            )
        return f"{promise}. {postgresql.UNVERIFIED}" if postgresql.is_unverified(self.engine.url) else promise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one state of the store."""
        with self._failing_clearly(), self.engine.connect() as connection, connection.begin():
            try:
                yield connection
            except (LookupError, TypeError, ValueError) as error:  # JSON or an enum that is none: bytes went bad
                remedy = postgresql.DAMAGED if self._file is None else sqlite.DAMAGED
                raise StoreError(
                    f"The store {self.name} holds a row that cannot be read ({type(error).__name__}). {SAFE} {remedy}"
                ) from error

    @contextmanager
    def writing(self, *, lasting: bool = True) -> Iterator[Connection]:
        """One transaction that no other writer runs beside; it is on the disk when the block ends.

        If it need not be `lasting`, a loss of power may undo it, with all that came after it: the disk is not waited
        for. What the mailbox tells again is kept so.
        """
        if self._file is not None:
            sqlite.need_space(self._file)
        with self._failing_clearly(), self.engine.connect() as connection:
            connection.execution_options(writing=True, lasting=lasting)
            with connection.begin():
                self._need_hold(connection)
                try:
                    yield connection
                except (TypeError, ValueError) as error:
                    raise StoreError(
                        f"The store {self.name} was given what it cannot keep: {error}. {SAFE} "
                        "Please report this as a bug."
                    ) from error

    @contextmanager
    def held(self) -> Iterator[None]:
        """The right to act from this database; a file is held by its directory. Raises AlreadyRunning.

        If the server loses us and another one begins, nothing more is written here, whatever we think.
        """
        if self._file is not None:
            yield
            return
        with self._failing_clearly(), postgresql.only_daemon(self.engine, self.name):
            token = secrets.token_hex(16)
            with self.writing() as connection:
                put(connection, schema.meta, [{"name": HOLDER, "value": token}], replace=("value",))
            self._token = token
            try:
                yield
            finally:
                self._token = ""

    def copy_to(self, other: Database) -> None:
        """Every row, as of one instant, into a database that has none."""
        with self.reading() as source, other.writing() as target:
            for table in schema.metadata.sorted_tables:
                found = source.execution_options(yield_per=ROWS_AT_ONCE).execute(sqlalchemy.select(table))
                for some in found.mappings().partitions():
                    target.execute(table.insert(), [dict(row) for row in some])

    def _need_hold(self, connection: Connection) -> None:
        if not self._token:
            return
        holder = sqlalchemy.select(schema.meta.c.value).where(schema.meta.c.name == HOLDER)
        if connection.scalar(holder) != self._token:
            raise StoreError(
                f"Another mailaide has taken over the store {self.name}. This one writes nothing any more. {SAFE} "
                "Stop one of the two."
            )

    @contextmanager
    def _failing_clearly(self) -> Iterator[None]:
        try:
            yield
        except ImportError as error:
            raise StoreError(
                f"The store {self.name} needs a driver that is not installed ({error.name}). {SAFE} "
                "Install it: pip install 'mailaide[postgres]'."
            ) from error
        except SQLAlchemyError as error:
            cause = type(error).__name__
            if isinstance(error, StatementError) and error.orig:
                cause = str(error.orig) if self._file is not None else postgresql.cause(error.orig)
            if isinstance(error, DBAPIError):
                remedy = sqlite.remedy(cause) if self._file is not None else postgresql.remedy(cause)
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


def _place(url_or_path: str | Path) -> tuple[sqlalchemy.URL, Path | None]:
    """The URL, and the file if the database is one."""
    if isinstance(url_or_path, Path) or "://" not in url_or_path:
        return sqlalchemy.URL.create("sqlite", database=str(url_or_path)), Path(url_or_path)
    try:
        url = make_url(url_or_path)
    except ArgumentError as error:
        raise StoreError(f"The store cannot be opened: its URL has no known form. {SAFE} Correct it.") from error
    return url, Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def _revision(connection: Connection) -> str | None:
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(sqlalchemy.text("SELECT version_num FROM alembic_version"))
    return revision


def _engine(url: sqlalchemy.URL) -> Engine:
    in_file = url.get_backend_name() == "sqlite"
    arguments: Mapping[str, Any] = sqlite.ARGUMENTS if in_file else postgresql.ARGUMENTS
    engine = sqlalchemy.create_engine(
        url,
        hide_parameters=True,
        json_serializer=lambda value: schema.storable(json.dumps(value, ensure_ascii=False, separators=(",", ":"))),
        connect_args=dict(arguments),
        pool_pre_ping=not in_file,  # a server may have been restarted since
    )
    if in_file:
        event.listen(engine, "connect", sqlite.prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    how = {name: options.get(name, False) for name in ("writing", "lasting")}
    if connection.dialect.name == "sqlite":
        sqlite.begin(connection, **how)
    elif not options.get("bare", False):
        postgresql.begin(connection, **how)
