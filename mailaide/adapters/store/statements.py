"""Pieces of SQL that many tables need, in the words of each dialect: an upsert, and a search for any of many values."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect, Table, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, UserDefinedType


def among(column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether the column has one of the values: texts or whole numbers, however many, in one statement for all."""
    return Among(column, bindparam(None, [*values], _Many, unique=True))


class Among(FunctionElement[Any]):
    """As IN, but the list is one parameter, so that the statement is parsed once and has no longest list."""

    inherit_cache = True
    type = NullType()  # as a Boolean SQLite would compare it with 1, and look for it in no index


class _Many(UserDefinedType[Sequence[Any]]):
    """A list as one value: PostgreSQL has arrays, SQLite takes JSON apart."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        return json.dumps if dialect.name == "sqlite" else None


@compiles(Among, "sqlite")
def _among_in_sqlite(element: Among, compiler: SQLCompiler, **settings: Any) -> str:
    column, values = (compiler.process(one, **settings) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608  # SQL of SQLAlchemy's


@compiles(Among, "postgresql")
def _among_in_postgresql(element: Among, compiler: SQLCompiler, **settings: Any) -> str:
    column, values = (compiler.process(one, **settings) for one in element.clauses)
    return f"{column} = ANY({values})"


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
