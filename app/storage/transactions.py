"""Transactions on a database file: the write lock taken at once, committed or rolled back, errors in plain words."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from app.storage.failures import PRIMARY, storage_error
from app.storage.journal import driver
from app.storage.opening import BUSY_MILLISECONDS, connect

_LOOKS = (0.001, 0.005)
"""Seconds between looks for the write lock, at least and at most."""
_AFTER_THE_COMMIT = frozenset({sqlite3.SQLITE_IOERR_RDLOCK, sqlite3.SQLITE_IOERR_UNLOCK})
"""How SQLite's COMMIT fails once all is stored: only when the journal is gone, which is the commit, is the lock lowered
and let go of (sqlite.org/atomiccommit.html, 3.11 and 3.12)."""


def engine_of(path: Path) -> Engine:
    """Return an engine whose transactions take the write lock when they begin."""
    engine = create_engine("sqlite://", creator=lambda: _connect_for_writing(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Commit the changes made within, or roll them back."""
    connection = engine.connect()
    try:
        connection.begin()
        yield connection
        if not driver(connection).in_transaction:
            raise sqlite3.OperationalError("the transaction was ended by an earlier error")
        _commit(connection)
    except BaseException:
        # After an I/O error SQLite has rolled back by itself, and a rollback of ours fails.
        with suppress(DBAPIError, sqlite3.Error):
            connection.rollback()
        raise
    finally:
        with suppress(DBAPIError, sqlite3.Error):
            connection.close()


@contextmanager
def explaining_write_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors within, unwrapped from SQLAlchemy's, into StorageError."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig if isinstance(error.orig, sqlite3.Error) else None
        raise storage_error(cause, path) from error
    except sqlite3.Error as error:
        raise storage_error(error, path) from error


def _commit(connection: Connection) -> None:
    """Commit; failing to release a lock does not count, since closing the connection releases it."""
    try:
        connection.commit()
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) not in _AFTER_THE_COMMIT:
            raise


def _connect_for_writing(path: Path) -> sqlite3.Connection:
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    """Take the write lock, trying every few milliseconds.

    SQLite's own waiting looks every 100 ms after a while: between two writers that never rest, on a slow disk, a third
    one found the lock taken for all of its 5 seconds.
    """
    writer = driver(connection)
    deadline = time.monotonic() + BUSY_MILLISECONDS / 1000
    writer.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                writer.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
            time.sleep(random.uniform(*_LOOKS))  # noqa: S311 - chance parts two that wait
    finally:
        writer.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
