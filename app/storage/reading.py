"""Read the hunt: selects of named columns through the standard library's sqlite3, straight into records.

Neither SQLModel nor SQLAlchemy is imported, so that the first screen and `due` need not wait for them. Every
function reads one snapshot and raises StorageError when the file cannot be read or holds what was never written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from app.etiquette.errors import NotFoundError, StorageError
from app.etiquette.records import Application, Event, Interview, Letter, Me
from app.storage import mapping
from app.storage.failures import damaged, told_of
from app.storage.mapping import COLUMNS, quoted
from app.storage.opening import FileState, connect, is_fresh, judge

TYPE_CHECKING = False  # typing itself is not imported: see frozen
if TYPE_CHECKING:
    from typing import TypeVar

    from app.storage.mapping import Row

    T = TypeVar("T")

_NOT_UNDONE = "verb_id NOT IN (SELECT id FROM verb WHERE undone = 1)"


GONE = "This application is no longer there: it was deleted, here or in another window."


class OlderDatabaseError(StorageError):
    """The file is an older version's: `engine.open_database` migrates it, then it can be read."""


def open_reader(path: Path) -> sqlite3.Connection | None:
    """Return a connection that reads and never changes the hunt; None when there is no hunt yet.

    A transaction that a killed writer left half done is rolled back by SQLite on the first read, for which the file is
    opened writable where it can be.

    Raises:
        OlderDatabaseError: it has to be migrated first.
        StorageError: it cannot be read: see `opening.is_fresh` and `judge`.
    """
    if is_fresh(path):
        return None
    connection = connect(path)
    try:
        with told_of(path):
            connection.execute("PRAGMA query_only = ON")
        if judge(connection, path) is FileState.OLDER:
            raise OlderDatabaseError(
                f"{path} was written by an older Afterword. Start `afterword` once: it makes a backup and updates it."
            )
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let all that is read within see one state of the file, inside the caller's transaction if there is one.

    Raises:
        StorageError: for SQLite's errors, and for values that the program never wrote.
    """
    path = path_of(connection)
    begun = False
    with told_of(path):
        if not connection.in_transaction:
            connection.execute("BEGIN")
            begun = True
        try:
            yield
        except (KeyError, ValueError, TypeError) as error:
            raise damaged(path) from error
        finally:
            if begun and connection.in_transaction:
                connection.execute("ROLLBACK")


def path_of(connection: sqlite3.Connection) -> Path:
    """Return the file that a connection reads."""
    try:
        return Path(connection.execute("PRAGMA database_list").fetchone()[2])
    except sqlite3.OperationalError:  # its name is not UTF-8
        query = "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
        return Path(os.fsdecode(connection.execute(query).fetchone()[0]))


def data_version(connection: sqlite3.Connection) -> int:
    """Return a number that changes when any other connection has changed the file; 4 microseconds."""
    with told_of(path_of(connection)):
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        return version


def stamp(connection: sqlite3.Connection) -> int:
    """Return a number that every transaction of the program has made larger, 0 before the first."""
    with snapshot(connection):
        row = connection.execute("SELECT stamp FROM verb ORDER BY id DESC LIMIT 1").fetchone()
        return int(row[0]) if row else 0


def application(connection: sqlite3.Connection, application_id: int) -> Application:
    """Return one application, letters in full.

    Raises:
        NotFoundError: it was deleted.
    """
    with snapshot(connection):
        found = _applications(connection, "id = :id", {"id": application_id}, bodies=True)
    if not found:
        raise NotFoundError(GONE)
    return found[0]


def all_applications(connection: sqlite3.Connection, *, bodies: bool = True) -> list[Application]:
    """Return every application, the archived ones as well, with all letters in full or without bodies: for exports."""
    with snapshot(connection):
        return _applications(connection, "", {}, bodies=bodies)


def letters(connection: sqlite3.Connection, application_id: int) -> list[Letter]:
    """Return an application's letters in full, in the order in which they were begun."""
    with snapshot(connection):
        return _children(connection, "letter", mapping.letter, "id = :id", {"id": application_id}).get(
            application_id, []
        )


def events(connection: sqlite3.Connection, application_id: int) -> list[Event]:
    """Return what happened to an application, undone verbs left out, in order of time."""
    query = f"SELECT {_listed('event')} FROM event WHERE application_id = :id AND {_NOT_UNDONE} ORDER BY at, id"
    with snapshot(connection):
        return [mapping.event(row) for row in connection.execute(query, {"id": application_id})]


def all_events(connection: sqlite3.Connection) -> dict[int, list[Event]]:
    """Return the events of every application by its id, each as `events` returns them: for the export."""
    query = f"SELECT {_listed('event')} FROM event WHERE {_NOT_UNDONE} ORDER BY application_id, at, id"
    with snapshot(connection):
        return _grouped(connection.execute(query), mapping.event)


def revisions(connection: sqlite3.Connection) -> dict[int, tuple[int, datetime]]:
    """Return how often each application was changed by a verb of its own, and when last; undoing counts as well."""
    query = (
        "SELECT application_id, count(*), max(at) FROM verb WHERE application_id IS NOT NULL GROUP BY application_id"
    )
    with snapshot(connection):
        told = [(row[0], row[1], mapping.moment(row[2])) for row in connection.execute(query)]
    return {application_id: (count, at) for application_id, count, at in told if at is not None}


def me(connection: sqlite3.Connection) -> Me:
    """Return the user, empty when nothing was told yet."""
    with snapshot(connection):
        row = connection.execute(f"SELECT {_listed('me')} FROM me").fetchone()
        return mapping.me(row) if row else Me()


def hunt_uid(connection: sqlite3.Connection) -> str:
    """Return the uid of the hunt."""
    with snapshot(connection):
        return str(connection.execute("SELECT uid FROM hunt").fetchone()[0])


def newest_applied_on(connection: sqlite3.Connection) -> date | None:
    """Return the day of the newest application, None when no day is known."""
    with snapshot(connection):
        return mapping.day(connection.execute("SELECT max(applied_on) FROM application").fetchone()[0])


def accepted_offers(connection: sqlite3.Connection) -> list[tuple[int, datetime | None]]:
    """Return the applications whose offer was accepted, after which the hunt rests, and when that was.

    None: nobody knows, or it asks nothing of the other applications: it was long over when it was imported.
    """
    query = """
        SELECT id, CASE WHEN outcome_at IS NULL OR EXISTS (
            SELECT 1 FROM waiver WHERE waiver.application_id = application.id AND waiver.step = 'withdraw'
        ) THEN NULL ELSE coalesce(decided_at, outcome_at) END
        FROM application WHERE decision = 'accepted' AND outcome_kind = 'offer' ORDER BY id"""
    with snapshot(connection):
        return [(row[0], mapping.moment(row[1])) for row in connection.execute(query)]


def _applications(
    connection: sqlite3.Connection, where: str, parameters: dict[str, object], *, bodies: bool
) -> list[Application]:
    """Return applications with all that belongs to them, by id, in one select a table.

    Args:
        where: a condition on application's columns; "" for all.
    """
    condition = f" WHERE {where}" if where else ""
    query = f"SELECT {_listed('application')} FROM application{condition} ORDER BY id"
    rows = connection.execute(query, parameters).fetchall()
    if not rows:
        return []
    met: dict[int, list[int]] = {}
    for interview_id, person_id in connection.execute(_of("met", where, order="position, id"), parameters):
        met.setdefault(interview_id, []).append(person_id)

    def interview(row: Row) -> Interview:
        return mapping.interview(row, tuple(met.get(row[1], ())))

    letter_columns = None if bodies else tuple("''" if name == "body" else quoted(name) for name in COLUMNS["letter"])
    people = _children(connection, "person", mapping.person, where, parameters)
    interviews = _children(connection, "interview", interview, where, parameters)
    written = _children(connection, "letter", mapping.letter, where, parameters, letter_columns)
    replies = _children(connection, "reply", mapping.reply, where, parameters)
    waivers = _children(connection, "waiver", mapping.waiver, where, parameters)
    snoozes = _children(connection, "snooze", mapping.snooze, where, parameters)
    return [
        mapping.application(
            row,
            tuple(people.get(row[0], ())),
            tuple(interviews.get(row[0], ())),
            tuple(written.get(row[0], ())),
            tuple(replies.get(row[0], ())),
            tuple(waivers.get(row[0], ())),
            tuple(snoozes.get(row[0], ())),
        )
        for row in rows
    ]


def _children(
    connection: sqlite3.Connection,
    table: str,
    record: Callable[[Row], T],
    where: str,
    parameters: dict[str, object],
    columns: tuple[str, ...] | None = None,
) -> dict[int, list[T]]:
    """Return the records of one table by the application that they belong to."""
    return _grouped(connection.execute(_of(table, where, columns), parameters), record)


def _grouped(rows: sqlite3.Cursor, record: Callable[[Row], T]) -> dict[int, list[T]]:
    grouped: dict[int, list[T]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(record(row))
    return grouped


def _of(table: str, where: str, columns: tuple[str, ...] | None = None, order: str = "id") -> str:
    """Return the select of what belongs to the applications that `where` is true of."""
    listed = ", ".join(columns) if columns else _listed(table)
    condition = f" WHERE application_id IN (SELECT id FROM application WHERE {where})" if where else ""
    return f"SELECT {listed} FROM {quoted(table)}{condition} ORDER BY {order}"


def _listed(table: str) -> str:
    return ", ".join(quoted(column) for column in COLUMNS[table])
