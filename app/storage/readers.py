"""Connections that read the hunt, through the standard library's sqlite3. SQLModel is imported to migrate alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.failures import explaining_errors
from app.storage.opening import FileState, connect, is_fresh, judge


class OlderDatabaseError(StorageError):
    """The file is an older version's: `engine.open_database` migrates it, then it can be read."""


def open_reader(path: Path) -> sqlite3.Connection | None:
    """Return a connection that reads and never changes the hunt; None when there is no hunt yet.

    A transaction that a killed writer left half done is rolled back by SQLite on the first read, for which the file is
    opened writable where it can be.

    Raises:
        OlderDatabaseError: it has to be migrated first.
        StorageError: it cannot be read: see `opening.is_fresh` and `judge`, `way_back.refuse_emptied`.
    """
    if is_fresh(path):
        if path.exists():
            from app.storage.way_back import refuse_emptied

            refuse_emptied(path)
        return None
    connection = connect(path)
    try:
        with explaining_errors(path):
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
def opened_reader(path: Path, migrates: Callable[[], None] | None = None) -> Iterator[sqlite3.Connection | None]:
    """Yield a connection that reads, None if there is no database yet, and close it afterward.

    Args:
        migrates: called before an older database is brought up to date, which takes a while.

    Raises:
        StorageError: it cannot be used; it is left as it was.
    """
    try:
        connection = open_reader(path)
    except OlderDatabaseError:
        from app.storage.engine import open_database

        if migrates is not None:
            migrates()
        open_database(path, lambda: datetime.now(UTC))
        connection = open_reader(path)
    try:
        yield connection
    finally:
        if connection is not None:
            connection.close()
