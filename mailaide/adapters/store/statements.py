"""Pieces of SQL that every table needs: an upsert in the words of the dialect, and lists cut to a size it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

IDS_AT_ONCE = 500
"""Far below the number of values that a database takes in one statement."""


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Without the empty string, which as an id means that there is none."""
    wanted = [one for one in ids if one]
    return (wanted[start : start + IDS_AT_ONCE] for start in range(0, len(wanted), IDS_AT_ONCE))


def put(connection: Connection, table: Table, values: Sequence[Mapping[str, Any]], *, replace: Sequence[str]) -> None:
    """Insert; of a row whose primary key is there, only the columns in `replace` are changed."""
    key = list(table.primary_key.columns)
    statement: Any = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    if replace:
        new = statement.excluded
        statement = statement.on_conflict_do_update(index_elements=key, set_={name: new[name] for name in replace})
    else:
        statement = statement.on_conflict_do_nothing(index_elements=key)
    connection.execute(statement, values)
