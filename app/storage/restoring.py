"""Put a backup in a database's place, while dashboards may have that open; what it replaces is kept beside it."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.backups import check, sync_folder, write_down
from app.storage.failures import PRIMARY, DamagedError, storage_error
from app.storage.opening import FileState, connect, file_state, must_be_ours
from app.storage.protected_files import free_place, is_odd

logger = logging.getLogger(__name__)


def restore(backup: Path, database: Path, now: datetime) -> Path | None:
    """Put a backup in a database's place; the replaced one is kept beside it and returned (None: there was none).

    A dashboard may be open meanwhile: the content is replaced in one transaction, which it then sees. Only a database
    that SQLite cannot open any more is replaced as a file.

    Raises:
        StorageError: the backup is damaged, or the place cannot be written; the database is as it was then.
    """
    try:
        if not backup.is_file():
            raise StorageError(f"{backup}: there is no such file. `afterword doctor` names the newest good backup.")
        if is_odd(database):
            raise StorageError(f"{database} is a device or a pipe: no backup can be put there. Name a file with --db.")
        had_one = database.is_file() and database.stat().st_size > 0
        if had_one and database.samefile(backup):
            raise StorageError(f"{backup} is the database itself, not a backup of it.")
        try:
            check(backup)
        except DamagedError as error:
            raise StorageError(f"{error} `afterword doctor` names the newest good backup.") from error
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = free_place(database.with_name(f"{database.stem}-replaced-{now:%Y%m%dT%H%M%S%f}{database.suffix}"))
        if had_one and _is_database(database):
            with _gone_when_it_fails(kept):
                _copy_pages(database, kept)
            _copy_pages(backup, database)
        else:
            _replace_file(backup, database, kept)
        sync_folder(database.parent)
        _bring_up_to_date(database, now)
    except sqlite3.Error as error:
        raise storage_error(error, database) from error
    except OSError as error:
        raise StorageError(f"{database} cannot be replaced: {error.strerror}. It was left as it is.") from error
    logger.info("a backup was restored")
    return kept if kept.exists() else None


def _is_database(path: Path) -> bool:
    """Return whether SQLite can still open a file; raise if it is a sound one of another program."""
    try:
        with closing(connect(path)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            must_be_ours(connection, path)
    except (sqlite3.Error, StorageError) as error:
        cause = error.__cause__ if isinstance(error, StorageError) else error
        if getattr(cause, "sqlite_errorcode", 0) & PRIMARY in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
            return False
        raise
    return True


def _bring_up_to_date(database: Path, now: datetime) -> None:
    """Migrate the content of an older backup, so that a dashboard with the database open can continue."""
    if file_state(database) is FileState.OLDER:
        from app.storage.engine import open_database

        open_database(database, lambda: now)


@contextmanager
def _gone_when_it_fails(copy: Path) -> Iterator[None]:
    """Delete a copy that could not be completed."""
    try:
        yield
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def _copy_pages(source: Path, target: Path) -> None:
    """Give a database, new or in use, the content of another; wholly or not at all."""
    with suppress(FileExistsError):
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(connect(source)) as from_, closing(connect(target)) as to:
        from_.backup(to)


def _replace_file(backup: Path, database: Path, kept: Path) -> None:
    """Put a copy of a backup in the place of a file that is no longer a database; the file is kept, if there is one."""
    fresh = database.with_name(f".{database.name[:200]}.restored")
    journal = database.with_name(f"{database.name}-journal")
    fresh.unlink(missing_ok=True)
    try:
        write_down(fresh, backup.read_bytes())
        if database.exists():
            database.replace(kept)
        if journal.exists():
            journal.replace(kept.with_name(f"{kept.name}-journal"))
        fresh.replace(database)
    finally:
        fresh.unlink(missing_ok=True)
