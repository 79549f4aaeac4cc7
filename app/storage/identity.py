"""Whether a file still holds the hunt that was opened: files are moved, deleted, restored, synchronised.

What is written goes through a connection that was asked this first, so that no words of one hunt reach another.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.failures import damaged

_ASKED = "SELECT uid, EXISTS (SELECT 1 FROM application) FROM hunt"


class ExchangedError(StorageError):
    """The file is gone, or another hunt is in its place. Nothing was written."""


class Identity:
    """Remembers which hunt a file held when it was last looked at."""

    def __init__(self, path: Path):
        self._path = path
        self._uid = ""
        """"" while nothing is known, or nothing was in the hunt: an import may make it a copy of any other."""

    def confirm(self, connection: sqlite3.Connection) -> None:
        """Raise unless a connection still leads to the same hunt.

        Raises:
            ExchangedError: it leads to another one.
        """
        row = connection.execute(_ASKED).fetchone()
        if row is None:
            raise damaged(self._path)
        uid, is_begun = row
        if self._uid and uid != self._uid:
            raise ExchangedError(
                f"{self._path} now holds another search: the file was replaced or restored while this window was open."
                " Nothing was written to it. Close Afterword and start it again to work with what is there."
            )
        self._uid = uid if is_begun else ""

    def must_be_there(self) -> None:
        """Raise unless there is a file.

        Raises:
            ExchangedError: there is none.
        """
        if not self._path.exists():
            raise ExchangedError(
                f"{self._path} is gone: it was moved or deleted while this window was open. Nothing can be saved until"
                " it is back. Put it back, or restore a backup of it."
            )


def file_at(path: Path) -> tuple[int, int] | None:
    """Return the file that a path leads to, as device and inode, or None."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
