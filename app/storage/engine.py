"""Open the database for writing: made when new, migrated when older, refused untouched when it cannot be trusted.

Importing this imports SQLModel; what the first screen needs is in `readers` and `reading`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import SQLModel

from app.etiquette.errors import StorageError
from app.storage.identity import Identity
from app.storage.journal import driver
from app.storage.numbering import new_uid
from app.storage.opening import REVISION, FileState, file_state
from app.storage.tables import TABLES, USER_TABLES
from app.storage.transactions import engine_of, explaining_write_errors, transaction
from app.storage.triggers import APPEND_ONLY, undo_triggers
from app.storage.way_back import refuse_emptied
from app.storage.writing import Transaction


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
        with explaining_write_errors(self.path), transaction(self.engine) as connection:
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
        refuse_emptied(path)
        _make_private_file(path)
    else:
        _keep_private(path)
    engine = engine_of(path)
    with explaining_write_errors(path):
        if state is FileState.FRESH:
            _create(engine)
        elif state is FileState.OLDER:
            from app.storage.migrating import migrate  # with Alembic, which takes as long as all the rest

            migrate(path, engine, clock())
    return Database(path, engine, identity or Identity(path))


def _create(engine: Engine) -> None:
    """Make the schema and stamp it, unless another process has just done so."""
    with transaction(engine) as connection:
        version_row = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
        if version_row:
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
    """Make an empty file that only its owner can read, before SQLite makes one that everybody can."""
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
    """Take away other users' rights to the file; one that belongs to somebody else stays as it is."""
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & 0o077 and stat.S_ISREG(mode):
            path.chmod(mode & 0o700)
