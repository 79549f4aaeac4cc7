"""The triggers behind undo and the append-only events, as DDL from column names. Knows no connection.

Undo needs no code in any verb: whatever changes a row, its image before the verb is kept once. The verb is the
newest one, since a transaction inserts its verb before it changes anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.storage.values import quoted


def undo_triggers(table: str, columns: Iterable[str]) -> list[str]:
    """Return the statements that make and replace one table's triggers, given all of its columns."""
    names = list(columns)
    literals = " || ',' || ".join(f"quote(OLD.{quoted(name)})" for name in names)
    image = f"'{','.join(names)}' || char(10) || {literals}"
    images = {"insert": ("NEW", "NULL"), "update": ("OLD", image), "delete": ("OLD", image)}
    statements = []
    for action, (row, before) in images.items():
        name = f"{table}_{action}_kept"
        statements.append(f"DROP TRIGGER IF EXISTS {name}")
        statements.append(
            f"CREATE TRIGGER {name} AFTER {action.upper()} ON {quoted(table)} BEGIN"
            " INSERT INTO change (verb_id, table_name, row_id, before)"
            f" VALUES ((SELECT max(id) FROM verb), '{table}', {row}.id, {before})"
            " ON CONFLICT DO NOTHING; END"
        )
    return statements


APPEND_ONLY = [
    f"CREATE TRIGGER event_{action}_refused BEFORE {action.upper()} ON event"
    " BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"
    for action in ("update", "delete")
]
"""The statements that keep events as they were written."""

_LITERAL = re.compile(r"NULL|-?\d+|'((?:[^']|'')*)'")


def image_values(image: str) -> dict[str, int | str | None]:
    """Return the column values of an image: the names on its first line, then SQL literals as `quote()` made them.

    (json_object() would do, but SQLite refuses it in triggers of a schema that is not trusted.)

    Raises:
        ValueError: it is no image.
    """
    names, _, literals = image.partition("\n")
    values: list[int | str | None] = []
    at = 0
    while at < len(literals):
        literal = _LITERAL.match(literals, at)
        if literal is None:
            raise ValueError("not an image of a row")
        text = literal[1]
        if text is not None:
            values.append(text.replace("''", "'"))
        else:
            values.append(None if literal[0] == "NULL" else int(literal[0]))
        at = literal.end() + 1
    return dict(zip(names.split(","), values, strict=True))
