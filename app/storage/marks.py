"""Read and write what is known of changes on this machine and on others: see `marking`. No SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from app.etiquette.marks import Marks, Removal
from app.etiquette.time.stamps import machine_of
from app.storage.journal_images import keep_absence, keep_image
from app.storage.machines import this_machine
from app.storage.reading import path_of, snapshot
from app.storage.units import AS_A_WHOLE
from app.storage.values import quoted

IMPORT, JOIN = "import", "join"
"""The names of verbs that import, the second one also another copy of the hunt."""
_UNDONE = f"""
    SELECT event.uid, (SELECT max(clock) FROM verb AS undoing WHERE undoing.undoes = verb.id AND undoing.name = 'undo')
    FROM event JOIN verb ON verb.id = event.verb_id WHERE verb.undone = 1 AND verb.name != '{JOIN}'
    AND event.application_id IN (SELECT id FROM application)"""
_REDONE = f"""
    SELECT event.uid, max(redoing.clock) FROM verb JOIN verb AS undoing ON undoing.undoes = verb.id
    JOIN verb AS redoing ON redoing.undoes = undoing.id AND redoing.name = 'redo'
    JOIN event ON event.verb_id = verb.id
    WHERE verb.undone = 0 AND undoing.name = 'undo' AND verb.name != '{JOIN}' GROUP BY event.uid"""


def marks(connection: sqlite3.Connection) -> Marks:
    """Return what this copy of the hunt knows of changes."""
    edits: dict[str, dict[str, str]] = {}
    removed: dict[str, Removal] = {}
    with snapshot(connection):
        for uid, stamp in connection.execute(_UNDONE):
            removed[uid] = Removal(stamp or "")
        for uid, stamp, became in connection.execute("SELECT uid, stamp, became FROM removed"):
            removed[uid] = Removal(stamp, became)
        for uid, field, stamp in connection.execute("SELECT uid, field, stamp FROM edit"):
            edits.setdefault(uid, {})[field] = stamp
        for uid, stamp in connection.execute(_REDONE):
            edits.setdefault(uid, {})[AS_A_WHOLE] = stamp
        seen: dict[str, str] = dict(connection.execute("SELECT name, seen FROM machine").fetchall())
        for stamp in _own_stamps(connection):
            seen[machine_of(stamp)] = max(stamp, seen.get(machine_of(stamp), ""))
    return Marks(this_machine(path_of(connection)), seen, edits, removed)


def _own_stamps(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the latest stamp under each name that this copy has had: the file may have been moved."""
    yield from (stamp for (stamp,) in connection.execute(
        "SELECT max(clock) FROM verb WHERE clock != '' GROUP BY substr(clock, 34)"
    ))  # fmt: skip


def clock(connection: sqlite3.Connection) -> str:
    """Return the stamp of what the newest verb changes."""
    return str(connection.execute("SELECT clock FROM verb ORDER BY id DESC LIMIT 1").fetchone()[0])


def rename(connection: sqlite3.Connection, table: str, uid: str, latest: str) -> None:
    """Give a record another uid: that of the same thing, as another machine recorded it."""
    connection.execute(f"UPDATE {quoted(table)} SET uid = ? WHERE uid = ?", (latest, uid))


def take_over(connection: sqlite3.Connection, theirs: Marks) -> None:
    """Store what an export knows of changes, in the hunt that the newest verb makes a copy of it."""
    before = marks(connection)
    seen = {**before.seen, **theirs.seen}
    keep(connection, before, Marks(before.machine, seen, theirs.edits, theirs.removed), is_verb=True)


def keep(connection: sqlite3.Connection, before: Marks, after: Marks, *, is_verb: bool) -> None:
    """Store what differs between two states of what is known of changes.

    Args:
        is_verb: whether the newest verb does this, so that undo puts it back.
    """
    keeping = _Keeping(connection, is_verb)
    for uid in before.edits.keys() | after.edits.keys():
        earlier, later = before.edits.get(uid, {}), after.edits.get(uid, {})
        if earlier != later:
            for field in earlier.keys() | later.keys():
                keeping.put("edit", {"uid": uid, "field": field}, {"stamp": later.get(field)})
    for uid in before.removed.keys() | after.removed.keys():
        removal = after.removed.get(uid)
        if removal != before.removed.get(uid):
            stamp, became = removal or (None, None)
            keeping.put("removed", {"uid": uid}, {"stamp": stamp, "became": became})
    for name, stamp in after.seen.items():
        if before.seen.get(name) != stamp:
            keeping.put("machine", {"name": name}, {"seen": stamp})


class _Keeping:
    """Rows of what is known of changes being written."""

    def __init__(self, connection: sqlite3.Connection, is_verb: bool):
        self._connection, self._is_verb = connection, is_verb

    def put(self, table: str, key: Mapping[str, str], values: Mapping[str, str | None]) -> None:
        """Write the row of a key; values of None take it away."""
        where = " AND ".join(f"{name} = ?" for name in key)
        row = self._connection.execute(f"SELECT id FROM {table} WHERE {where}", (*key.values(),)).fetchone()
        if row is not None and self._is_verb:
            keep_image(self._connection, table, row[0])
        if None in values.values():
            self._connection.execute(f"DELETE FROM {table} WHERE {where}", (*key.values(),))
        elif row is not None:
            sets = ", ".join(f"{name} = ?" for name in values)
            self._connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), row[0]))
        else:
            columns, marks = ", ".join((*key, *values)), ", ".join("?" * (len(key) + len(values)))
            insert = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
            row_id = self._connection.execute(insert, (*key.values(), *values.values())).lastrowid
            if self._is_verb and row_id is not None:
                keep_absence(self._connection, table, row_id)
