"""A reader for as long as a command needs it, migrating an older file first. SQLModel is imported only then."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.storage.reading import OlderDatabaseError, open_reader


@contextmanager
def opened_reader(path: Path, migrates: Callable[[], None] | None = None) -> Iterator[sqlite3.Connection | None]:
    """Give a connection that reads, None when there is no database yet, and close it after.

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
