"""Judge a database file and connect to it, without SQLModel and without changing it. Knows no tables but the stamp.

The file is looked at through SQLite alone: closing a descriptor of our own would drop the locks that other
connections of this process hold on it (sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import os
import sqlite3
from enum import Enum
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.failures import damaged, explaining_errors

REVISION = "0017"
"""The schema this program writes: the newest revision in migrations/versions, four digits, growing."""

BUSY_MILLISECONDS = 5000
PRAGMAS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "foreign_keys = ON",
    "synchronous = FULL",
    "trusted_schema = OFF",
    "secure_delete = ON",
)


class FileState(Enum):
    """What a file is to this program: still empty, written by this version, or by an older one."""

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
    with explaining_errors(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
        return connection


def file_state(path: Path) -> FileState:
    """Return what the file is to this program; a missing one and one of 0 bytes are fresh.

    Raises:
        StorageError: a directory, not readable, damaged, not ours, or from a newer version; it is left untouched.
    """
    if is_fresh(path):
        return FileState.FRESH
    connection = connect(path)
    try:
        return judge(connection, path)
    finally:
        connection.close()


def is_fresh(path: Path) -> bool:
    """Return whether the place of the database holds nothing or an empty file. The file is not opened.

    Raises:
        StorageError: a directory, a device, a link to nothing, or not to be looked at.
    """
    try:
        if path.is_dir():
            raise StorageError(
                f"{path} is a folder, not a database. Name a file with --db, such as {path / 'hunt.db'}."
            )
        if path.is_symlink() and not path.exists():
            raise StorageError(
                f"{path} is a link to {path.readlink()}, which is not there. Bring it back (is its disk mounted?), or"
                " name another file with --db."
            )
        if not path.exists():
            return True
        if not path.is_file():
            raise StorageError(
                f"{path} is a device or a pipe, not a file that can hold a database. Name a file with --db."
            )
        return path.stat().st_size == 0
    except (OSError, ValueError) as error:
        raise StorageError(
            f"{path} can't be checked: {getattr(error, 'strerror', None) or error}. "
            "Check the permissions of its folder, or name another with --db."
        ) from error


def judge(connection: sqlite3.Connection, path: Path) -> FileState:
    """Return what an open, non-empty database is to this program: see `file_state`."""
    with explaining_errors(path):
        must_be_ours(connection, path)
        stamps = [stamp for (stamp,) in connection.execute("SELECT version_num FROM alembic_version")]
    if len(stamps) != 1 or not isinstance(stamps[0], str) or not stamps[0].isdecimal():
        raise damaged(path)
    if stamps[0] > REVISION:
        raise StorageError(
            f"{path} was written by a newer Afterword (schema {stamps[0]}, this one knows {REVISION}); it was"
            " left as it is. Install the newer version, or name another file with --db."
        )
    return FileState.CURRENT if stamps[0] == REVISION else FileState.OLDER


def must_be_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StorageError` if an open database is another program's; SQLite's own errors pass through."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "alembic_version" not in tables:
        raise StorageError(
            f"{path} is a database, but not one of Afterword's; it was left as it is. Name another with --db."
        )


def only_read(path: Path) -> str:
    """Return a sentence when this user may read the file but not write it, or not make a journal beside it."""
    if not path.exists() or all(os.access(place, os.W_OK) for place in (path, path.absolute().parent)):
        return ""
    return (
        f"{path} can be read but not written: look around, but nothing you do now is saved. Give yourself"
        " permission to write the file and its folder, or name another file with --db."
    )
