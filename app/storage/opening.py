"""Judge a database file and connect to it, without SQLModel and without changing it. Knows no tables but the stamp.

The file is looked at through SQLite alone: closing a descriptor of our own would drop the locks that other
connections of this process hold on it (sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import sqlite3
from enum import Enum
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.failures import damaged, told_of

REVISION = "0002"
"""The schema this program writes: the newest revision in migrations/versions, four digits, growing."""

BUSY_MILLISECONDS = 5000
PRAGMAS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "foreign_keys = ON",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "secure_delete = ON",
)


class Standing(Enum):
    """How a file stands to this program: nothing in it yet, written by it, or by an older version."""

    FRESH = "fresh"
    CURRENT = "current"
    OLDER = "older"


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Return a connection with the settings that all connections share; it never creates a file.

    Args:
        mode: `rw` lets SQLite roll back what a killed writer left half done; `ro` does not.

    Raises:
        StorageError: the file cannot be opened.
    """
    with told_of(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection


def standing_of(path: Path) -> Standing:
    """Return how the file stands to this program; a missing one and one of 0 bytes are fresh.

    Raises:
        StorageError: a directory, not readable, damaged, not ours, or from a newer version; it is left untouched.
    """
    try:
        if path.is_dir():
            raise StorageError(
                f"{path} is a folder, not a database. Name a file with --db, such as {path / 'hunt.db'}."
            )
        if not path.exists() or path.stat().st_size == 0:
            return Standing.FRESH
    except OSError as error:
        raise StorageError(
            f"{path} cannot be looked at: {error.strerror}. "
            "Look at the rights of its folder, or name another with --db."
        ) from error
    connection = connect(path)
    try:
        return judge(connection, path)
    finally:
        connection.close()


def judge(connection: sqlite3.Connection, path: Path) -> Standing:
    """Return how an open, non-empty database stands to this program: see `standing_of`."""
    with told_of(path):
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in tables:
            raise StorageError(
                f"{path} is a database, but not one of Afterword's; it was left as it is. Name another with --db."
            )
        stamps = [stamp for (stamp,) in connection.execute("SELECT version_num FROM alembic_version")]
    if len(stamps) != 1 or not isinstance(stamps[0], str) or not stamps[0].isdecimal():
        raise damaged(path)
    if stamps[0] > REVISION:
        raise StorageError(
            f"{path} was written by a newer Afterword (schema {stamps[0]}, this one knows {REVISION}); it was"
            " left as it is. Install the newer version, or name another file with --db."
        )
    return Standing.CURRENT if stamps[0] == REVISION else Standing.OLDER
