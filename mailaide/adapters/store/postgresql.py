"""What is different with PostgreSQL: how it is reached, one writer at a time, one daemon a database, words for faults.

Mail is never readable on its way: every host but this one needs TLS and, unless the URL says less, a certificate that
is verified.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DBAPIError

from mailaide.core.hosts import is_this_computer
from mailaide.errors import AlreadyRunning, StoreError

ONE_WRITER, ONE_DAEMON = 7_150_001, 7_150_002
"""Advisory locks of the database: any two numbers that no other program there is likely to use."""

SECONDS_TO_CONNECT = 10
ARGUMENTS = {"connect_timeout": SECONDS_TO_CONNECT, "application_name": "mailaide"}
CERTAIN = frozenset({"require", "verify-ca", "verify-full"})

DAMAGED = (
    "The database is damaged: put back a backup, or name an empty one in store.url; "
    "mailaide then builds a new store from the mailbox and adopts the drafts that are there."
)

REMEDIES: Mapping[str, str] = {
    "password": "Supply the password: store.password_file in the settings, LoadCredential=mailaide.store:FILE in the "
    "systemd unit, or `mailaide password store`.",
    "pg_hba": "Allow this user and database in the server's pg_hba.conf.",
    "does not exist": "Create it on the server (createuser, createdb), or correct store.url.",
    "permission denied": "Make the user of store.url the owner of its database.",
    "certificate": "If an authority of your own signed the server's certificate, add "
    "?sslmode=verify-full&sslrootcert=/path/ca.pem to store.url; with ?sslmode=require nobody's is verified.",
    "ssl": "Switch TLS on in the server (ssl = on); without it clients' mail could be read on its way.",
    "too many": "Raise max_connections on the server, or stop whatever holds the others.",
    "disk": "Look at the disk of the database server; mailaide goes on by itself.",
}
"""By a word of the server's message; the first that fits."""

UNVERIFIED = (
    "Its certificate is not verified (sslmode=require): whoever answers in its place would be given clients' mail. "
    "Leave sslmode out if a known authority signed it, or name yours: sslmode=verify-full&sslrootcert=/path/ca.pem"
)


def prepared(url: URL, password: str) -> URL:
    """The URL with our driver, the password, and TLS that verifies. Raises StoreError where TLS is switched off."""
    hosts, sslmode = _hosts(url), url.query.get("sslmode")
    if not all(map(_is_here, hosts)):
        if sslmode is None:
            url = url.update_query_dict(
                {"sslmode": "verify-full", "sslrootcert": os.environ.get("PGSSLROOTCERT", "system"), **url.query}
            )
        elif sslmode not in CERTAIN:
            there = " ".join(filter(None, hosts))
            raise StoreError(
                f'The store is on "{there}", and with sslmode={sslmode} clients\' mail could be read on its way. '
                "Nothing was read or written. Leave sslmode out, or write verify-full."
            )
    return url.set(drivername="postgresql+psycopg", password=password or url.password)


def is_unverified(url: URL) -> bool:
    """Whether any certificate will do. With an authority named, even `require` verifies."""
    return url.query.get("sslmode") == "require" and "sslrootcert" not in url.query


def _hosts(url: URL) -> list[str]:
    """What tells libpq where to connect to: it asks the environment as well, and a service may lead anywhere."""
    told = {"host": url.host, **url.query}
    return [str(told.get(name) or os.environ.get(f"PG{name.upper()}", "")) for name in ("host", "hostaddr", "service")]


def _is_here(host: str) -> bool:
    """No name and a path mean a socket of this computer's."""
    return not host or host.startswith("/") or is_this_computer(host)


def begin(connection: Connection, *, writing: bool, lasting: bool) -> None:
    """Writers stand in a row, as with SQLite: what one has read, no other changes before it is done."""
    if writing:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_WRITER})")
        if not lasting:
            connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def may_make_tables(connection: Connection) -> bool:
    """Since version 15 only the owner may, unless somebody allows it."""
    query = "SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)"
    return bool(connection.exec_driver_sql(query).scalar())


@contextlib.contextmanager
def only_daemon(engine: Engine, name: str) -> Iterator[None]:
    """The right to act from this database, for as long as this connection lives. Raises AlreadyRunning."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT", bare=True) as connection:
        if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({ONE_DAEMON})").scalar():
            raise AlreadyRunning(
                f"Another mailaide works with the store {name}, perhaps on another machine. This one did nothing. Stop "
                "the other first, or look without acting: mailaide once --dry-run."
            )
        try:
            yield
        finally:
            with contextlib.suppress(DBAPIError):  # a connection that broke holds nothing any more
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({ONE_DAEMON})")


def cause(error: BaseException) -> str:
    """What went wrong, without the values that the server adds: they are words of mails."""
    diagnosis: Any = getattr(error, "diag", None)
    told = (diagnosis.message_primary if diagnosis else None) or str(error).strip().split("\n", 1)[0]
    return str(told).rstrip(". ")


def remedy(told: str) -> str:
    words = told.lower()
    known = (remedy for word, remedy in REMEDIES.items() if word in words)
    return next(known, "Look whether the database server runs and can be reached; mailaide goes on by itself.")
