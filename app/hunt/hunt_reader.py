"""The connection through which the screen reads: it follows the file at its path, and tells what others changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.etiquette.errors import NotFoundError, StorageError
from app.storage import readers, reading
from app.storage.identity import ExchangedError, Identity, file_at
from app.storage.opening import only_read


class HuntReader:
    """Reads one database, from one thread. It is opened when it is first needed and there."""

    def __init__(self, database: Path, identity: Identity):
        """Open nothing yet.

        Args:
            identity: which hunt was at the path at first; no other is read.
        """
        self._database = database
        self._identity = identity
        self._opened: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        """The file that was opened."""
        self._version = -1
        """Of the data, when it was last asked for."""
        self._trouble = ""
        """What was last said of a file that is gone or exchanged."""

    def only_read(self) -> str:
        """Return a sentence when the database can be read but not written, "" otherwise. Any thread may ask."""
        return only_read(self._database)

    def connection(self) -> sqlite3.Connection | None:
        """Return the connection, None where there is no database yet.

        Raises:
            ExchangedError: another hunt is in its place.
        """
        if self._opened is None:
            self._file = file_at(self._database)
            self._opened = readers.open_reader(self._database)
        if self._opened is not None:
            with reading.snapshot(self._opened):
                self._identity.confirm(self._opened)
        return self._opened

    def must_read(self) -> sqlite3.Connection:
        """Return the connection.

        Raises:
            NotFoundError: there is no database yet.
        """
        connection = self.connection()
        if connection is None:
            raise NotFoundError("There's nothing here yet. Add an application first.")
        return connection

    def is_changed(self) -> bool:
        """Return whether anybody changed the file since the last call.

        Raises:
            ExchangedError: it is gone, or another hunt is in its place; told once.
        """
        try:
            self._follow_file()
            connection = self.connection()
            version = -1 if connection is None else reading.data_version(connection)
        except ExchangedError as error:
            is_new, self._trouble = str(error) != self._trouble, str(error)
            if is_new:
                raise
            return False
        except (StorageError, sqlite3.Error):
            return False
        is_changed, self._version, self._trouble = version != self._version, version, ""
        return is_changed

    def is_changed_since(self, stamp: int) -> bool:
        """Return whether something was stored since the database had a stamp; `is_changed` tells of later changes."""
        self.is_changed()
        connection = self.connection()
        return connection is not None and reading.stamp(connection) != stamp

    def close(self) -> None:
        """Close what was opened."""
        if self._opened is not None:
            self._opened.close()

    def _follow_file(self) -> None:
        """Continue with the file that is at the path now, which may not be the one that was opened.

        Raises:
            ExchangedError: there is none, or it holds another hunt. What was read before can still be read then.
        """
        if self._opened is None or file_at(self._database) == self._file:
            return
        self._identity.must_be_there()
        before, self._opened = self._opened, None
        try:
            self.connection()
        except BaseException:
            self.close()
            self._opened = before
            raise
        before.close()
        self._version = -1
