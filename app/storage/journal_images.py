"""Images of rows for undo, where no trigger keeps them: see `triggers.image_values`. Uses sqlite3 alone."""

from __future__ import annotations

import sqlite3

from app.storage.values import quoted

_KEEP = (
    "INSERT INTO change (verb_id, table_name, row_id, before) VALUES ((SELECT max(id) FROM verb), ?, ?, ?)"
    " ON CONFLICT DO NOTHING"
)


def keep_image(connection: sqlite3.Connection, table: str, row_id: int) -> None:
    """Keep a row as it is before the newest verb changes it."""
    cursor = connection.execute(f"SELECT * FROM {quoted(table)} WHERE id = ?", (row_id,))
    names, row = [column[0] for column in cursor.description], cursor.fetchone()
    image = None if row is None else f"{','.join(names)}\n{','.join(map(_literal, row))}"
    connection.execute(_KEEP, (table, row_id, image))


def keep_absence(connection: sqlite3.Connection, table: str, row_id: int) -> None:
    """Keep that there was no such row before the newest verb made it."""
    connection.execute(_KEEP, (table, row_id, None))


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
