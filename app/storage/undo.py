"""Take back exactly one verb, or do it again: the images that the triggers kept are put back. Knows no records.

A verb that was taken back stays in the journal, marked; its events are hidden with it, never deleted.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import NamedTuple, TypeAlias

from app.etiquette.errors import RefusedError
from app.storage.journal import KEPT_VERBS, driver, record_verb
from app.storage.journal_images import keep_image
from app.storage.mark_tables import MARK_TABLES
from app.storage.marking import mark_restored
from app.storage.numbering import new_uid
from app.storage.tables import TABLES, USER_TABLES, WITH_UID
from app.storage.triggers import image_values
from app.storage.values import quoted
from app.storage.writing import Transaction

Image: TypeAlias = dict[str, int | str | None]
"""A row's values by column."""

_VERBS = "SELECT id, name, summary, application_id, undone, undoes, final FROM verb"
_CAME_TO_NOTHING = """
    coalesce_key LIKE 'not sent %' OR (coalesce_key LIKE 'sending %' AND EXISTS (
        SELECT 1 FROM verb AS later WHERE later.id > verb.id
        AND later.coalesce_key = 'not sent ' || substr(verb.coalesce_key, length('sending ') + 1)))
"""


class Turned(NamedTuple):
    """What was undone or redone."""

    summary: str
    application_id: int | None
    """The application that the verb was about; None: several, or none."""
    touched: frozenset[int]
    """Every application of which a row was put back or taken away."""


class _Verb(NamedTuple):
    id: int
    name: str
    summary: str
    application_id: int | None
    undone: int
    undoes: int | None
    final: int


def undo(transaction: Transaction, at: datetime) -> Turned:
    """Undo the latest verb that is not undone yet. A sending that came to nothing is none.

    Raises:
        RefusedError: there is none, it is too long ago, or something has left the house with it.
    """
    query = f"{_VERBS} WHERE undoes IS NULL AND undone = 0 AND NOT ({_CAME_TO_NOTHING}) ORDER BY id DESC LIMIT 1"
    verb = _first(transaction, query)
    if verb is None:
        raise RefusedError("There is nothing to undo.", can_override=False)
    if verb.final:
        raise RefusedError(f"{verb.summary}: that has already gone out and can't be undone.", can_override=False)
    touched = _put_back(transaction, verb, "undo", at)
    _mark(transaction, verb.id, undone=True)
    return Turned(verb.summary, verb.application_id, touched)


def redo(transaction: Transaction, at: datetime) -> Turned:
    """Redo what was undone last, unless something else was done since.

    Raises:
        RefusedError: nothing was taken back since the last verb.
    """
    query = f"{_VERBS} WHERE name != 'redo' AND NOT (name = 'undo' AND undone = 1) ORDER BY id DESC LIMIT 1"
    undoing = _first(transaction, query)
    if undoing is None or undoing.name != "undo" or undoing.undoes is None:
        raise RefusedError("There is nothing to redo.", can_override=False)
    touched = _put_back(transaction, undoing, "redo", at)
    _mark(transaction, undoing.id, undone=True)
    _mark(transaction, undoing.undoes, undone=False)
    return Turned(undoing.summary, undoing.application_id, touched)


def _first(transaction: Transaction, query: str) -> _Verb | None:
    row = transaction.driver.execute(query).fetchone()
    return _Verb(*row) if row else None


def _mark(transaction: Transaction, verb_id: int, *, undone: bool) -> None:
    transaction.driver.execute("UPDATE verb SET undone = ? WHERE id = ?", (undone, verb_id))


def _put_back(transaction: Transaction, verb: _Verb, name: str, at: datetime) -> frozenset[int]:
    """Restore every row as it was before `verb`, as a verb of its own, so that this can be undone as well; return the
    applications that the rows belong to."""
    connection = driver(transaction.connection)
    newest = connection.execute("SELECT max(id) FROM verb").fetchone()[0]
    if verb.id <= newest - KEPT_VERBS:
        raise RefusedError(f"{verb.summary}: that is too long ago to undo.", can_override=False)
    images = connection.execute(
        "SELECT table_name, row_id, before FROM change WHERE verb_id = ?", (verb.id,)
    ).fetchall()
    marks = not any(table in MARK_TABLES for table, _, _ in images)  # a join that is undone is no change of the user's
    record_verb(transaction.connection, name, verb.summary, verb.application_id, at, undoes=verb.id)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    touched: set[int] = set()
    for table, row_id, before in sorted(images, key=lambda image: image[0] in MARK_TABLES):
        image = image_values(before) if before is not None else None
        if table in MARK_TABLES:
            keep_image(connection, table, row_id)
            _restore(transaction, table, row_id, image)
        elif table in USER_TABLES:
            if marks:
                mark_restored(connection, table, row_id, image)
            touched |= _owners(connection, table, row_id, image)
            _restore(transaction, table, row_id, image)
    return frozenset(touched)


def _owners(connection: sqlite3.Connection, table: str, row_id: int, image: Image | None) -> set[int]:
    """Return the applications that a row belongs to, by its image or, if it had none yet, by the row as it is now."""
    if table == "application":
        return {row_id}
    if "application_id" not in TABLES[table].columns:
        return set()
    if image is not None:
        return {int(image["application_id"] or 0)}
    row = connection.execute(f"SELECT application_id FROM {quoted(table)} WHERE id = ?", (row_id,)).fetchone()
    return {row[0]} if row else set()


def _restore(transaction: Transaction, table: str, row_id: int, image: Image | None) -> None:
    """Restore one row from its image; a column that the image's schema did not have yet takes its default,
    a uid is made."""
    connection = transaction.driver
    if image is None:
        connection.execute(f"DELETE FROM {quoted(table)} WHERE id = ?", (row_id,))
        return
    columns_now = TABLES[table].columns.keys()
    values = {column: value for column, value in image.items() if column in columns_now}
    sets = ", ".join(f"{quoted(column)} = ?" for column in values)
    update = f"UPDATE {quoted(table)} SET {sets} WHERE id = ?"
    if connection.execute(update, (*values.values(), row_id)).rowcount == 0:
        if table in WITH_UID and not values.get("uid"):
            values["uid"] = new_uid()
        columns = ", ".join(map(quoted, values))
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO {quoted(table)} ({columns}) VALUES ({marks})", tuple(values.values()))
