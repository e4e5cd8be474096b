"""Pieces of SQL that many tables need, in the words of each dialect: an upsert, and a search for any of many values."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Dialect, Table, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, UserDefinedType

from mailaide.adapters.store.schema import Words, all_storable

SIZES = (250, 25)
"""Rows in one statement, if they lie side by side: SQLite takes them in half the time then, and else in more."""

Way = Callable[[Sequence[Any]], Iterable[Any]]
"""How the values of a column are written, all at once: a first sync has millions of them."""


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


def put(
    connection: Connection,
    table: Table,
    values: Sequence[Mapping[str, Any]],
    *,
    replace: Sequence[str],
    side_by_side: bool = False,
) -> None:
    """Insert; of a row whose primary key is there, only the columns in `replace` are changed.

    All rows name the same columns. They go to the driver as they are: SQLAlchemy would look at each value on its way.
    `side_by_side`: the rows will lie near each other, and are written many at once.
    """
    names = tuple(values[0])
    upsert = _upsert(table, names, tuple(replace), connection.dialect)
    columns = zip(*(row.values() for row in values), strict=True)
    rows = [*zip(*(way(column) for way, column in zip(upsert.ways, columns, strict=True)), strict=True)]
    done = 0
    for size in SIZES if side_by_side else ():
        statement = upsert.statement(size)
        while len(rows) - done >= size:
            connection.exec_driver_sql(statement, (*chain.from_iterable(rows[done : done + size]),))
            done += size
    if done < len(rows):
        connection.exec_driver_sql(upsert.statement(1), rows[done:])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Upsert:
    """`ways` tell how the values of each column are written."""

    begin: str
    row: str
    end: str
    ways: Sequence[Way]

    def statement(self, rows: int) -> str:
        return f"{self.begin} VALUES {', '.join([self.row] * rows)} {self.end}"


@lru_cache(maxsize=64)
def _upsert(table: Table, names: tuple[str, ...], replace: tuple[str, ...], dialect: Dialect) -> _Upsert:
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    key = ", ".join(quote(column.name) for column in table.primary_key.columns)
    changed = ", ".join(f"{quote(name)} = excluded.{quote(name)}" for name in replace)
    return _Upsert(
        begin=f"INSERT INTO {quote(table.name)} ({', '.join(map(quote, names))})",
        row=f"({', '.join([mark] * len(names))})",
        end=f"ON CONFLICT ({key}) DO {'UPDATE SET ' + changed if changed else 'NOTHING'}",
        ways=[_way(table.c[name], dialect) for name in names],
    )


def _way(column: Column[Any], dialect: Dialect) -> Way:
    if isinstance(column.type, Words) and not column.nullable:
        return all_storable
    one = column.type.dialect_impl(dialect).bind_processor(dialect)
    return partial(map, one) if one else tuple
