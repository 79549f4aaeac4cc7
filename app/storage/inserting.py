"""Insert many rows of a table at once, a column at a time: most columns of many rows hold few different values.

The statement and the types are those of the SQLModel tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from app.storage.tables import TABLES
from app.storage.to_rows import Values


class _Statement(NamedTuple):
    sql: str
    names: tuple[str, ...]
    """Of the columns, in the order in which the statement takes them."""
    binds: tuple[Callable[[Any], Any] | None, ...]
    """What makes of each one's values what SQLite is given; None leaves them."""


def insert_rows(connection: Connection, table: str, rows: Sequence[Values]) -> None:
    """Insert rows that all have the same columns, two at least, as `storable.check` let them pass."""
    if not rows:
        return
    statement = _statement(table, tuple(rows[0]))
    columns = zip(*map(itemgetter(*statement.names), rows), strict=True)
    bound = [
        values if bind is None else _bound(values, bind) for bind, values in zip(statement.binds, columns, strict=True)
    ]
    connection.exec_driver_sql(statement.sql, list(zip(*bound, strict=True)))


def _bound(values: Sequence[Any], bind: Callable[[Any], Any]) -> list[Any]:
    """Return what SQLite is given for values, worked out once for each object among them."""
    objects = {id(value): value for value in values}
    given = {key: bind(value) for key, value in objects.items()}
    return [given[id(value)] for value in values]


@lru_cache(maxsize=64)
def _statement(table: str, names: tuple[str, ...]) -> _Statement:
    dialect = SQLiteDialect_pysqlite(paramstyle="qmark")
    compiled = insert(TABLES[table]).compile(dialect=dialect, column_keys=list(names))
    in_order = tuple(compiled.positiontup or ())
    kinds = [TABLES[table].columns[name].type.dialect_impl(dialect) for name in in_order]
    return _Statement(str(compiled), in_order, tuple(kind.bind_processor(dialect) for kind in kinds))
