"""Open the database for writing: made when new, migrated when older, refused untouched when it cannot be trusted.

Importing this imports SQLModel; what the first screen needs is in `reading`.
"""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel

from app.etiquette.errors import StorageError
from app.storage.failures import PRIMARY, storage_error
from app.storage.identity import Identity
from app.storage.journal import driver
from app.storage.numbering import new_uid
from app.storage.opening import BUSY_MILLISECONDS, REVISION, FileState, connect, file_state
from app.storage.tables import TABLES, USER_TABLES
from app.storage.triggers import APPEND_ONLY, undo_triggers
from app.storage.writing import Transaction

_LOOKS = (0.001, 0.005)
"""Seconds between looks for the write lock, at least and at most."""
_AFTER_THE_COMMIT = frozenset({sqlite3.SQLITE_IOERR_RDLOCK, sqlite3.SQLITE_IOERR_UNLOCK})
"""How SQLite's COMMIT fails once all is stored: only when the journal is gone, which is the commit, is the lock lowered
and let go of (sqlite.org/atomiccommit.html, 3.11 and 3.12)."""


@dataclass(frozen=True, slots=True)
class Database:
    """One database file, ready to be written. Holds no connection between transactions."""

    path: Path
    engine: Engine
    identity: Identity

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Hold the file's write lock for one transaction: committed at the end, rolled back on any error.

        Raises:
            ExchangedError: the file is gone, or holds another hunt than the one that was opened.
            StorageError: it could not be stored; nothing of it was.
        """
        self.identity.must_be_there()
        with told_of_writing(self.path), transaction(self.engine) as connection:
            self.identity.confirm(driver(connection))
            yield Transaction(connection)


def open_database(path: Path, clock: Callable[[], datetime], identity: Identity | None = None) -> Database:
    """Return the database at `path`, its folder and the file made when missing, readable by their owner alone.

    Args:
        clock: returns the present moment; it names the backup that is made before a migration.
        identity: which hunt the file has to hold, if it was looked at before.

    Raises:
        StorageError: it cannot be used, and was left untouched; the sentence says why and what to do.
    """
    state = file_state(path)
    if state is FileState.FRESH:
        _make_private_file(path)
    else:
        _keep_private(path)
    engine = engine_of(path)
    with told_of_writing(path):
        if state is FileState.FRESH:
            _create(engine)
        elif state is FileState.OLDER:
            from app.storage.migrating import migrate

            migrate(path, engine, clock())
    return Database(path, engine, identity or Identity(path))


def engine_of(path: Path) -> Engine:
    """Return an engine on which every transaction takes the write lock when it begins."""
    engine = create_engine("sqlite://", creator=lambda: _connect_for_writing(path), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Commit what is done within, or roll it back."""
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
def told_of_writing(path: Path) -> Iterator[None]:
    """Turn SQLite's errors within, SQLAlchemy's wrapping taken off, into StorageError."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig if isinstance(error.orig, sqlite3.Error) else None
        raise storage_error(cause, path) from error
    except sqlite3.Error as error:
        raise storage_error(error, path) from error


def _commit(connection: Connection) -> None:
    """Commit; that a lock could not be let go of is no failure, since closing the connection lets go of it."""
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
    """Take the write lock, looking for it every few milliseconds.

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


def _create(engine: Engine) -> None:
    """Make the schema and stamp it, unless another process has just done so."""
    with transaction(engine) as connection:
        made = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
        if made:
            return
        SQLModel.metadata.create_all(connection, tables=list(TABLES.values()), checkfirst=False)
        for name in USER_TABLES:
            for statement in undo_triggers(name, TABLES[name].columns.keys()):
                connection.exec_driver_sql(statement)
        for statement in APPEND_ONLY:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO hunt (id, uid) VALUES (1, ?)", (new_uid(),))
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISION,))


def _make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read, before SQLite would make one that everybody can."""
    try:
        for folder in reversed([folder for folder in path.absolute().parents if not folder.exists()]):
            folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StorageError(
            f"{path} cannot be made: {error.strerror}. "
            "Check the permissions of its folder, or name another file with --db."
        ) from error
    _keep_private(path)


def _keep_private(path: Path) -> None:
    """Take other users' rights off the file; one that belongs to somebody else stays as it is."""
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & 0o077 and stat.S_ISREG(mode):
            path.chmod(mode & 0o700)
