"""Backups: whole copies by SQLite's own interface, made while the database is in use, each with its hash beside it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app.etiquette.errors import StorageError
from app.storage.failures import storage_error
from app.storage.opening import connect, judge

DAILY, WEEKLY = 7, 4
_PAGES = 200
"""Pages copied at a time, so that a writer never waits long."""


def back_up(database: Path, target: Path) -> Path:
    """Copy a database to `target`, readable by its owner alone, and write its SHA-256 beside it.

    Raises:
        StorageError: it cannot be read, is damaged, or the copy cannot be written; nothing is left of a copy then.
    """
    partial = target.with_name(f".{target.name}.part")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(connect(database)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy, pages=_PAGES)
        check(partial)
        digest = hashlib.sha256(partial.read_bytes()).hexdigest()
        _write(target.with_name(f"{target.name}.sha256"), f"{digest}  {target.name}\n")
        partial.replace(target)
    except sqlite3.Error as error:
        raise storage_error(error, database) from error
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}. Name another file with -o.") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return target


def check(path: Path) -> None:
    """Raise unless a file is a sound database of ours, and is what its hash, if there is one, says.

    Raises:
        StorageError: with what is wrong.
    """
    beside = path.with_name(f"{path.name}.sha256")
    if beside.exists():
        told = beside.read_text("ascii", errors="replace").split()[:1]
        if told != [hashlib.sha256(path.read_bytes()).hexdigest()]:
            raise StorageError(f"{path} is not what it was when it was made: its hash differs. Take another backup.")
    with closing(connect(path, "ro")) as connection:
        judge(connection, path)
        try:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
            found += [f"row {row[1]} of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")][:5]
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise storage_error(error if isinstance(error, sqlite3.Error) else None, path) from error
    if found != ["ok"]:
        raise StorageError(f"{path} is damaged ({found[0]}) and was left as it is. Take another backup.")


def daily(database: Path, folder: Path, now: datetime) -> Path | None:
    """Make today's backup unless there is one, and drop what is no longer kept; None when there was nothing to do."""
    target = folder / f"{now:%Y-%m-%d}.db"
    if target.exists() or not database.exists():
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{folder} cannot be made, so there is no backup: {error.strerror}.") from error
    back_up(database, target)
    for old in superfluous(sorted(folder.glob("????-??-??.db"))):
        for file in (old, old.with_name(f"{old.name}.sha256")):
            with suppress(OSError):
                file.unlink(missing_ok=True)
    return target


def superfluous(backups: list[Path]) -> list[Path]:
    """Return which of the dated backups, oldest first, are neither among the last 7 days nor the last of 4 weeks.

    The newest is never among them; a file whose name is no date is kept.
    """
    dated = []
    for path in backups:
        with suppress(ValueError):
            dated.append((datetime.fromisoformat(path.stem).date(), path))
    kept = {path for _, path in dated[-DAILY:]}
    weeks: dict[tuple[int, int], Path] = {}
    for day, path in dated:
        weeks[day.isocalendar()[:2]] = path
    kept |= {weeks[week] for week in sorted(weeks)[-WEEKLY:]}
    return [path for _, path in dated if path not in kept]


def newest_good(folder: Path) -> Path | None:
    """Return the newest backup that is sound, None when there is none."""
    try:
        files = sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return None
    for path in files:
        with suppress(StorageError, OSError):
            check(path)
            return path
    return None


def restore(backup: Path, database: Path, now: datetime) -> Path | None:
    """Put a backup in a database's place; the replaced one is kept beside it and returned (None: there was none).

    Raises:
        StorageError: the backup is damaged, or the place cannot be written; the database is as it was then.
    """
    if not backup.is_file():
        raise StorageError(f"{backup}: there is no such file. `afterword doctor` lists the backups.")
    check(backup)
    kept = database.with_name(f"{database.stem}-replaced-{now:%Y%m%dT%H%M%S}{database.suffix}")
    fresh = database.with_name(f".{database.name}.restored")
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(fresh, backup.read_bytes())
        journal = database.with_name(f"{database.name}-journal")
        had_one = database.exists()
        if had_one:
            database.replace(kept)
            if journal.exists():
                journal.replace(kept.with_name(f"{kept.name}-journal"))
        fresh.replace(database)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise StorageError(f"{database} cannot be replaced: {error.strerror}. It is as it was.") from error
    return kept if had_one else None


def _write(path: Path, data: str | bytes) -> None:
    """Write a private file and wait until it is on disk."""
    handle = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data.encode() if isinstance(data, str) else data)
        file.flush()
        os.fsync(file.fileno())
