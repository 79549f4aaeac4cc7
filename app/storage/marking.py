"""Keep when what was changed, for each verb, in its transaction: no verb needs code for it. See `time.stamps`.

A field that a verb changes gets the verb's stamp in `edit`, what it removes leaves its uid in `removed`, and what comes
back, by undo, gets a stamp as a whole. Fields that are only ever changed together have one stamp (`units`). What time
alone brings about is no change: every machine works it out by itself. (Triggers would do, but a connection reads all of
them before its first word, and they would make each key a millisecond slower.)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.etiquette.records import InterviewStatus
from app.storage.columns import APPLICATION, INTERVIEW, OWNED
from app.storage.record_table import RecordTable
from app.storage.to_rows import ById, Differences, Values
from app.storage.units import AS_A_WHOLE, MET, unit_by_column
from app.storage.values import quoted

_CLOCK = "(SELECT clock FROM verb ORDER BY id DESC LIMIT 1)"
_STAMP = (
    f"INSERT INTO edit (uid, field, stamp) VALUES (?, ?, {_CLOCK})"
    " ON CONFLICT (uid, field) DO UPDATE SET stamp = excluded.stamp"
)
_REMOVE = (
    f"INSERT INTO removed (uid, stamp, became) VALUES (?, {_CLOCK}, '')"
    " ON CONFLICT (uid) DO UPDATE SET stamp = excluded.stamp, became = ''"
)
_TABLES: Mapping[str, RecordTable[Any]] = {table.name: table for table in (APPLICATION, *OWNED)}
_OF_MET = "SELECT uid FROM interview WHERE id = ?"


def mark_saved(
    connection: sqlite3.Connection,
    earlier: Mapping[str, ById],
    later: Mapping[str, ById],
    changes: Mapping[str, Differences],
    meetings: Iterable[int],
) -> None:
    """Keep what a verb changes in one application.

    Args:
        earlier: the rows before, by table and id.
        later: the rows after.
        changes: what is different, by table.
        meetings: the ids of the interviews of which other people are met.
    """
    fields = []
    for name, change in changes.items():
        for row in change.changed:
            before, after = earlier[name][row["id"]], later[name][row["id"]]
            fields += [(after["uid"], unit) for unit in _units_changed(name, row, before, after)]
        for row_id in change.deleted:
            _mark_removed(connection, earlier[name][row_id]["uid"])
    there, rounds = earlier[INTERVIEW.name], later[INTERVIEW.name]
    fields += [(rounds[row_id]["uid"], MET) for row_id in meetings if row_id in there and row_id in rounds]
    if fields:
        connection.executemany(_STAMP, dict.fromkeys(fields))


def mark_deleted(connection: sqlite3.Connection, application_id: int) -> None:
    """Keep that an application is deleted, with all that belongs to it; called before that is done."""
    for name in _TABLES:
        column = "id" if name == APPLICATION.name else "application_id"
        uids = f"SELECT uid FROM {quoted(name)} WHERE {column} = ?"
        for (uid,) in connection.execute(uids, (application_id,)).fetchall():
            _mark_removed(connection, uid)


def mark_restored(connection: sqlite3.Connection, name: str, row_id: int, image: Mapping[str, Any] | None) -> None:
    """Keep what undo changes in one row; called before that is done.

    Args:
        image: the row to be, None for none.
    """
    if name == MET:
        _mark_met(connection, row_id, image)
        return
    if name not in _TABLES:
        return
    cursor = connection.execute(f"SELECT * FROM {quoted(name)} WHERE id = ?", (row_id,))
    names, row = [column[0] for column in cursor.description], cursor.fetchone()
    now = None if row is None else dict(zip(names, row, strict=True))
    if image is None:
        if now is not None:
            _mark_removed(connection, now["uid"])
    elif now is not None:
        differing = {column: value for column, value in image.items() if now.get(column, value) != value}
        units = _units_changed(name, differing, now, {**now, **image})
        connection.executemany(_STAMP, [(now["uid"], unit) for unit in units])
    elif image.get("uid"):
        connection.execute("DELETE FROM removed WHERE uid = ?", (image["uid"],))
        connection.execute(_STAMP, (image["uid"], AS_A_WHOLE))


def _mark_met(connection: sqlite3.Connection, row_id: int, image: Mapping[str, Any] | None) -> None:
    row = connection.execute("SELECT interview_id FROM met WHERE id = ?", (row_id,)).fetchone()
    interview_ids = {row[0] if row else None, image["interview_id"] if image else None} - {None}
    for interview_id in interview_ids:
        for (uid,) in connection.execute(_OF_MET, (interview_id,)).fetchall():
            connection.execute(_STAMP, (uid, MET))


def _mark_removed(connection: sqlite3.Connection, uid: str) -> None:
    connection.execute(_REMOVE, (uid,))
    connection.execute("DELETE FROM edit WHERE uid = ?", (uid,))


def _units_changed(name: str, row: Values, before: Values, after: Values) -> Iterator[str]:
    units = unit_by_column(_TABLES[name])
    for unit in dict.fromkeys(units[column] for column in row if column in units):
        if not _is_by_time(name, unit, before, after):
            yield unit


def _is_by_time(name: str, unit: str, before: Values, after: Values) -> bool:
    """Return whether time alone changed it: an interview was held, a decision date was assumed (see `settling`)."""
    if (name, unit) == (INTERVIEW.name, "status"):
        return (before["status"], after["status"]) == (InterviewStatus.PLANNED, InterviewStatus.HELD)
    return (name, unit) == (APPLICATION.name, "reply_by") and not (
        before["reply_by_stated"] or after["reply_by_stated"]
    )
