"""Pieces of SQL that every table needs: an upsert in the words of the dialect, and lists cut to a size it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table

IDS_AT_ONCE = 500
"""Far below the number of values that a database takes in one statement."""


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Without the empty string, which as an id means that there is none."""
    wanted = [one for one in ids if one]
    return (wanted[start : start + IDS_AT_ONCE] for start in range(0, len(wanted), IDS_AT_ONCE))


def put(connection: Connection, table: Table, values: Sequence[Mapping[str, Any]], *, replace: Sequence[str]) -> None:
    """Insert; of a row whose primary key is there, only the columns in `replace` are changed.

    All rows name the same columns. They go to the driver as they are: SQLAlchemy would look at each value on its way,
    and a first sync has millions.
    """
    names = tuple(values[0])
    statement, ways = _upsert(table, names, tuple(replace), connection.dialect)
    columns = zip(*(row.values() for row in values), strict=True)
    ready = (map(way, column) if way else column for way, column in zip(ways, columns, strict=True))
    connection.exec_driver_sql(statement, [*zip(*ready, strict=True)])


@lru_cache(maxsize=64)
def _upsert(
    table: Table, names: tuple[str, ...], replace: tuple[str, ...], dialect: Dialect
) -> tuple[str, Sequence[Callable[[Any], Any] | None]]:
    """The statement, and how the values of each column are written for the database."""
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    key = ", ".join(quote(column.name) for column in table.primary_key.columns)
    changed = ", ".join(f"{quote(name)} = excluded.{quote(name)}" for name in replace)
    statement = (
        f"INSERT INTO {quote(table.name)} ({', '.join(map(quote, names))}) "  # noqa: S608  # names of our own schema
        f"VALUES ({', '.join([mark] * len(names))}) "
        f"ON CONFLICT ({key}) DO {'UPDATE SET ' + changed if changed else 'NOTHING'}"
    )
    return statement, [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
