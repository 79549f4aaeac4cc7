"""Read the hunt: selects of named columns through the standard library's sqlite3, straight into records.

Neither SQLModel nor SQLAlchemy is imported, so that the first screen and `due` need not wait for them. Every
function reads one snapshot and raises StorageError when the file cannot be read or holds what was never written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from app.etiquette.errors import NotFoundError
from app.etiquette.records import Application, Event, Interview, Me
from app.storage.columns import APPLICATION, EVENT, INTERVIEW, ME, OWNED, names_of
from app.storage.failures import damaged, explaining_errors
from app.storage.record_table import RecordTable
from app.storage.to_records import Row, maker
from app.storage.values import day, listed, moment, quoted

T = TypeVar("T")

_LONG = {"letter": ("body",), "posting": ("text",)}
"""The texts that are left out where nobody reads them."""
_NOT_UNDONE = "verb_id NOT IN (SELECT id FROM verb WHERE undone = 1) AND uid NOT IN (SELECT uid FROM removed)"


GONE = "This application is no longer here: it was deleted or undone."


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let all reads within see one state of the file, inside the caller's transaction if there is one.

    Raises:
        StorageError: for SQLite's errors, and for values that the program never wrote.
    """
    path = path_of(connection)
    begun = False
    with explaining_errors(path):
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
    with explaining_errors(path_of(connection)):
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        return version


def stamp(connection: sqlite3.Connection) -> int:
    """Return a number that grows with every transaction of the program, 0 before the first."""
    with snapshot(connection):
        row = connection.execute("SELECT stamp FROM verb ORDER BY id DESC LIMIT 1").fetchone()
        return int(row[0]) if row else 0


def application(connection: sqlite3.Connection, application_id: int) -> Application:
    """Return one application, letters in full.

    Raises:
        NotFoundError: it was deleted.
    """
    with snapshot(connection):
        applications = _applications(connection, "id = :id", {"id": application_id}, bodies=True)
    if not applications:
        raise NotFoundError(GONE)
    return applications[0]


def all_applications(connection: sqlite3.Connection, *, bodies: bool = True) -> list[Application]:
    """Return every application, the archived ones as well, with all texts in full or without long ones: for exports."""
    with snapshot(connection):
        return _applications(connection, "", {}, bodies=bodies)


def events(connection: sqlite3.Connection, application_id: int) -> list[Event]:
    """Return what happened to an application, without undone verbs, in order of time."""
    query = f"SELECT {listed(names_of(EVENT))} FROM event WHERE application_id = :id AND {_NOT_UNDONE} ORDER BY at, id"
    with snapshot(connection):
        return list(map(maker(EVENT), connection.execute(query, {"id": application_id})))


def all_events(connection: sqlite3.Connection) -> dict[int, list[Event]]:
    """Return the events of every application by its id, each as `events` returns them: for the export."""
    query = f"SELECT {listed(names_of(EVENT))} FROM event WHERE {_NOT_UNDONE} ORDER BY application_id, at, id"
    with snapshot(connection):
        return _grouped(connection.execute(query), maker(EVENT))


def whole_hunt(connection: sqlite3.Connection, *, bodies: bool = True) -> list[tuple[Application, list[Event]]]:
    """Return every application with its events.

    Args:
        bodies: see `all_applications`.
    """
    with snapshot(connection):
        events_of = all_events(connection)
        return [(one, events_of.get(one.id, [])) for one in all_applications(connection, bodies=bodies)]


def revisions(connection: sqlite3.Connection) -> dict[int, tuple[int, datetime]]:
    """Return how often each application was changed by a verb of its own, and when last; undoing counts as well."""
    query = (
        "SELECT application_id, count(*), max(at) FROM verb WHERE application_id IS NOT NULL GROUP BY application_id"
    )
    with snapshot(connection):
        return {
            application_id: (count, datetime.fromisoformat(last))
            for application_id, count, last in connection.execute(query)
        }


def me(connection: sqlite3.Connection) -> Me:
    """Return the user, empty if nothing was entered yet."""
    with snapshot(connection):
        row = connection.execute(f"SELECT {listed(names_of(ME))} FROM me").fetchone()
        return maker(ME)(row) if row else Me()


def hunt_uid(connection: sqlite3.Connection) -> str:
    """Return the uid of the hunt."""
    with snapshot(connection):
        return str(connection.execute("SELECT uid FROM hunt").fetchone()[0])


def newest_applied_on(connection: sqlite3.Connection) -> date | None:
    """Return the day of the newest application, None if no day is known."""
    with snapshot(connection):
        return day(connection.execute("SELECT max(applied_on) FROM application").fetchone()[0])


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
        return [(row[0], moment(row[1])) for row in connection.execute(query)]


def _applications(
    connection: sqlite3.Connection, where: str, parameters: dict[str, object], *, bodies: bool
) -> list[Application]:
    """Return applications with all that belongs to them, by id, in one select a table.

    Args:
        where: a condition on application's columns; "" for all.
    """
    condition = f" WHERE {where}" if where else ""
    query = f"SELECT {listed(names_of(APPLICATION))} FROM application{condition} ORDER BY id"
    rows = connection.execute(query, parameters).fetchall()
    if not rows:
        return []
    met: dict[int, list[int]] = {}
    of_interviews = _of("met", "interview_id, person_id", where, order="position, id")
    for interview_id, person_id in connection.execute(of_interviews, parameters):
        met.setdefault(interview_id, []).append(person_id)
    interview = maker(INTERVIEW)

    def with_met(row: Row) -> Interview:
        return interview(row, met=tuple(met.get(row[1], ())))

    owned = {
        table.listed_in: _children(
            connection,
            table,
            with_met if table is INTERVIEW else maker(table),
            where,
            parameters,
            left_out=() if bodies else _LONG.get(table.name, ()),
        )
        for table in OWNED
    }
    application = maker(APPLICATION)
    return [
        application(row, **{field: tuple(records.get(row[0], ())) for field, records in owned.items()}) for row in rows
    ]


def _children(
    connection: sqlite3.Connection,
    table: RecordTable[T],
    record: Callable[[Row], T],
    where: str,
    parameters: dict[str, object],
    left_out: Collection[str] = (),
) -> dict[int, list[T]]:
    """Return the records of one table by the application that they belong to, some texts of theirs left out."""
    columns = ", ".join("''" if name in left_out else quoted(name) for name in names_of(table))
    return _grouped(connection.execute(_of(table.name, columns, where), parameters), record)


def _grouped(rows: sqlite3.Cursor, record: Callable[[Row], T]) -> dict[int, list[T]]:
    grouped: dict[int, list[T]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(record(row))
    return grouped


def _of(table: str, columns: str, where: str, order: str = "id") -> str:
    """Return the select of what belongs to the applications for which `where` is true."""
    condition = f" WHERE application_id IN (SELECT id FROM application WHERE {where})" if where else ""
    return f"SELECT {columns} FROM {quoted(table)}{condition} ORDER BY {order}"
