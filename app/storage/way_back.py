"""What to do about a database that is lost: its newest good backup, by the command that restores it."""

from __future__ import annotations

import shlex
from contextlib import suppress
from pathlib import Path

from app.etiquette.errors import StorageError
from app.locations import backup_folder
from app.storage.backups import check
from app.storage.failures import DamagedError, damaged


def with_way_back(error: StorageError) -> StorageError:
    """Return an error as the user reads it: for a damaged database, with its newest good backup. Looking
    through backups takes a while."""
    if not isinstance(error, DamagedError):
        return error
    folder = backup_folder(error.path)
    newest = newest_good(folder)
    if newest is None:
        return StorageError(
            f"{error} There is no good backup of it in {folder}: name another file with --db, or put a backup in its"
            " place."
        )
    command = f"afterword --db {shlex.quote(str(error.path))} restore {shlex.quote(str(newest))}"
    return StorageError(f"{error} Run `{command}`: {newest.name} is the newest good backup.")


def refuse_emptied(database: Path) -> None:
    """Raise unless an empty file is the beginning of a hunt, of which there are no backups yet.

    Raises:
        DamagedError: there are.
    """
    if database.exists() and newest_good(backup_folder(database)) is not None:
        raise damaged(database, "nothing is in it")


def newest_good(folder: Path) -> Path | None:
    """Return the newest sound backup, or None."""
    try:
        files = [path for path in folder.iterdir() if path.suffix in (".db", ".zip")]
        files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return None
    for path in files:
        with suppress(StorageError, OSError):
            if path.suffix == ".db":
                check(path)
            elif not is_whole_zip(path):
                continue
            return path
    return None


def is_whole_zip(path: Path) -> bool:
    """Return whether a zip holds a database and unpacks to its end: a backup with files, of a folder of our own."""
    import zipfile
    import zlib

    broken = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)
    with suppress(*broken), zipfile.ZipFile(path) as archive:
        return "hunt.db" in archive.namelist() and archive.testzip() is None
    return False
