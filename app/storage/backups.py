"""Backups: whole copies by SQLite's own interface, made while the database is in use, each with its hash beside it."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.failures import damaged, storage_error
from app.storage.opening import connect, judge
from app.storage.protected_files import refuse_own, resolved
from app.storage.system_files import NO_LINKS, is_mine, lock, make_private

logger = logging.getLogger(__name__)

DAILY, WEEKLY = 7, 4

_PAGES = 200
"""Pages copied at a time, so that a writer never waits long."""
_OF_THE_COPY = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_DELETE,
}
"""How a copy fails where it is written, the database being read only."""


_HASH = re.compile(r"[0-9a-f]{64}\b")
"""What a hash file begins with; one that is empty or was cut says nothing about its backup."""


class BeingMadeError(StorageError):
    """Another process is making that backup."""


def back_up(database: Path, target: Path) -> Path:
    """Copy a database to `target`, readable by its owner alone, and write its SHA-256 beside it.

    An older backup of that name is replaced; anything else that is there is left alone.

    Raises:
        StorageError: it cannot be read, is damaged, or the copy cannot be written; nothing is left of a copy then.
    """
    target = resolved(target)
    partial = target.with_name(f".{target.name[:200]}.part")
    try:
        refuse_own(target, database, "the backup")
        _may_be_replaced(target)
        with _alone(partial) as handle:
            _copy(database, partial, target, handle)
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}. Name another file with -o.") from error
    logger.info("a backup was made")
    return target


@contextmanager
def _alone(partial: Path) -> Iterator[int]:
    """Keep an empty file for this process alone, however many start at once, and delete it afterward. Yield a
    descriptor of it."""
    handle = _opened(partial)
    try:
        is_ours = lock(handle)
    except OSError:
        logger.info("no locks on this disk: a backup is made anyway")
        is_ours = True
    if not is_ours:
        os.close(handle)
        raise BeingMadeError(f"Another Afterword is making {partial.name[1:-5]} right now.")
    try:
        os.ftruncate(handle, 0)
        yield handle
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        os.close(handle)


def _opened(partial: Path) -> int:
    """Return a descriptor of a new private file, or of one that a killed process of ours left behind.

    Raises:
        StorageError: the one that is there is somebody else's, a link, or not a file alone.
    """
    flags = os.O_CREAT | os.O_RDWR | NO_LINKS
    try:
        return os.open(partial, flags | os.O_EXCL, 0o600)
    except FileExistsError:
        left_over = partial.lstat()
    if not stat.S_ISREG(left_over.st_mode) or not is_mine(left_over) or left_over.st_nlink != 1:
        raise StorageError(
            f"{partial} is in the way, and is not yours alone. Remove it, or name a file in a folder of your own with"
            " -o."
        )
    handle = os.open(partial, flags, 0o600)
    make_private(handle)
    return handle


def _copy(database: Path, partial: Path, target: Path, handle: int) -> None:
    try:
        with closing(connect(database)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy, pages=_PAGES)
        check(partial)
        if not os.path.samestat(os.fstat(handle), partial.lstat()):
            raise StorageError(
                f"{partial} was replaced while it was being written. Name a file in a folder of your own."
            )
        hash_file = hash_of(target)
        with _hash_written(hash_file, f"{_digest(partial)}  {target.name}\n") as written_hash:
            hash_file.unlink(missing_ok=True)
            partial.replace(target)
            written_hash.replace(hash_file)
        sync_folder(target.parent)
    except sqlite3.Error as error:
        raise _copy_error(error, database, target) from error


@contextmanager
def _hash_written(hash_file: Path, line: str) -> Iterator[Path]:
    """Give the file with a backup's hash under another name, on disk: a backup is in its place with a whole hash, or
    with none."""
    part_file = hash_file.with_name(f".{hash_file.name[:200]}.part")
    try:
        part_file.unlink(missing_ok=True)
        write_down(part_file, line)
        yield part_file
    finally:
        with suppress(OSError):
            part_file.unlink(missing_ok=True)


def _may_be_replaced(target: Path) -> None:
    """Raise unless the place is empty or holds a backup: a database of ours with its hash beside it."""
    if not target.exists():
        return
    if not target.is_file():
        raise StorageError(f"{target} is not a file that a backup could replace. Name another with -o.")
    try:
        if not hash_of(target).exists():
            raise StorageError(f"{target} has no hash file next to it.")
        with closing(connect(target, "ro")) as connection:
            judge(connection, target)
    except StorageError:
        raise StorageError(
            f"{target} already exists and is not a backup that could be replaced. Name another file with -o."
        ) from None


def _copy_error(error: sqlite3.Error, database: Path, target: Path) -> StorageError:
    """Return the error for a failed copy: of the database, or of the place where the copy goes."""
    if getattr(error, "sqlite_errorcode", 0) in _OF_THE_COPY:
        return StorageError(
            f"{target} cannot be written: the disk is full, or failed. Free some space, or name another file with -o."
        )
    return storage_error(error, database)


def hash_of(backup: Path) -> Path:
    """Return the file beside a backup that holds its SHA-256."""
    return backup.with_name(f"{backup.name}.sha256")


def _digest(path: Path) -> str:
    import hashlib  # with OpenSSL: it is not for the first frame

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check(path: Path, mode: str = "ro") -> None:
    """Raise unless a file is a sound database of ours that matches its hash, if it has one.

    Args:
        mode: see `opening.connect`; `rw` for a database in use, whose killed writer has yet to be rolled back.

    Raises:
        StorageError: with what is wrong.
    """
    hash_file = hash_of(path)
    try:
        match = _HASH.match(hash_file.read_text("ascii", errors="replace")) if hash_file.exists() else None
        is_changed = match is not None and match[0] != _digest(path)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror}. Check its permissions and its folder's."
        ) from error
    if is_changed:
        raise StorageError(f"{path} has changed since it was made (its hash differs). Use another backup.")
    with closing(connect(path, mode)) as connection:
        judge(connection, path)
        try:
            problems = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
            problems += [f"row {row[1]} of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")][:5]
        except sqlite3.Error as error:
            raise storage_error(error, path) from error
        except UnicodeDecodeError as error:
            raise damaged(path) from error
    if problems != ["ok"]:
        raise damaged(path, problems[0])


def keep(database: Path, folder: Path, now: datetime) -> None:
    """Make today's backup and check it; if there is one already, check the database itself.

    Raises:
        StorageError: see `daily` and `check`.
    """
    if daily(database, folder, now) is None and database.exists():
        check(database, "rw")


def daily(database: Path, folder: Path, now: datetime) -> Path | None:
    """Make today's backup unless there is one, and drop the outdated ones; return None if there was nothing to do."""
    target = folder / f"{now:%Y-%m-%d}.db"
    if target.exists() or not database.exists():
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder} cannot be made, so there is no backup: {error.strerror}.") from error
    try:
        back_up(database, target)
    except BeingMadeError:
        return None
    for old in superfluous(sorted(folder.glob("????-??-??.db")), target):
        for file in (old, hash_of(old)):
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return target


def superfluous(backups: list[Path], newest: Path) -> list[Path]:
    """Return which of the dated backups, oldest first, are neither among the last 7 days nor the last of 4 weeks.

    Args:
        newest: the one just made, which is good; days after it (a clock was wrong once) do not count and are kept, and
            so is a file whose name is no date.
    """
    dated = []
    for path in backups:
        with suppress(ValueError):
            if path.name <= newest.name:
                dated.append((datetime.fromisoformat(path.stem).date(), path))
    kept = {newest, *(path for _, path in dated[-DAILY:])}
    weeks: dict[tuple[int, int], Path] = {}
    for day, path in dated:
        weeks[day.isocalendar()[:2]] = path
    kept |= {weeks[week] for week in sorted(weeks)[-WEEKLY:]}
    return [path for _, path in dated if path not in kept]


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_down(path: Path, data: str | bytes) -> None:
    """Write a new private file and wait until it is on disk; an existing file raises OSError."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | NO_LINKS | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)
        file.flush()
        os.fsync(file.fileno())
