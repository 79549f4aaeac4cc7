"""Read and write what is known of changes on this machine and on others: see `marking`. No SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from app.etiquette.marks import Marks, Removal
from app.etiquette.time.stamps import machine_of
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


@contextmanager
def unmarked(connection: sqlite3.Connection) -> Iterator[None]:
    """Let what is written within get no stamps: it has those of where it comes from."""
    newest = "UPDATE verb SET marks = ? WHERE id = (SELECT max(id) FROM verb)"
    connection.execute(newest, (False,))
    yield
    connection.execute(newest, (True,))


def rename(connection: sqlite3.Connection, table: str, uid: str, latest: str) -> None:
    """Give a record another uid: that of the same thing, as another machine recorded it."""
    connection.execute(f"UPDATE {quoted(table)} SET uid = ? WHERE uid = ?", (latest, uid))
    connection.execute("DELETE FROM edit WHERE uid = ?", (uid,))


def keep(connection: sqlite3.Connection, before: Marks, after: Marks, uids: Iterable[str]) -> None:
    """Store what differs between two states of what is known of changes.

    Args:
        uids: those of the records whose edits may differ.
    """
    for uid in uids:
        earlier, later = before.edits.get(uid, {}), after.edits.get(uid, {})
        for field in earlier.keys() - later.keys():
            connection.execute("DELETE FROM edit WHERE uid = ? AND field = ?", (uid, field))
        connection.executemany(
            "INSERT INTO edit (uid, field, stamp) VALUES (?, ?, ?)"
            " ON CONFLICT (uid, field) DO UPDATE SET stamp = excluded.stamp",
            [(uid, field, stamp) for field, stamp in later.items() if earlier.get(field) != stamp],
        )
    for uid in before.removed.keys() - after.removed.keys():
        connection.execute("DELETE FROM removed WHERE uid = ?", (uid,))
    connection.executemany(
        "INSERT INTO removed (uid, stamp, became) VALUES (?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET stamp = excluded.stamp, became = excluded.became",
        [(uid, *removal) for uid, removal in after.removed.items() if before.removed.get(uid) != removal],
    )
    connection.executemany(
        "INSERT INTO machine (name, seen) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET seen = excluded.seen",
        [(name, stamp) for name, stamp in after.seen.items() if before.seen.get(name) != stamp],
    )
