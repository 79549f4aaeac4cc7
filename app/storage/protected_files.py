"""Files that must never be overwritten: the database, its journal, its backups, any database, devices, pipes.

One guard for everything that writes a file which the user named: exports, backups, the calendar that is kept.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from app import locations
from app.etiquette.errors import StorageError

_SQLITE = b"SQLite format 3\0"
_BESIDE = ("-journal", "-wal", "-shm")


def resolved(path: Path) -> Path:
    """Return where a path leads with links followed, so that a write goes to the target of a link; a device or a pipe
    stays as it was named, since what /dev/stdout leads to may have no path of its own.

    Raises:
        StorageError: it leads nowhere: links in a circle, a character that no path can have.
    """
    if is_odd(path):
        return path
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise StorageError(f"{str(path)!r} cannot be a file ({error}). Name another file.") from None


def free_place(path: Path) -> Path:
    """Return a path, or one beside it with a number where something is there already: a name made of the time comes
    twice where a clock stands still, or is set back."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def is_regular(path: Path) -> bool:
    """Return whether a path is a file proper: no folder, device, pipe or socket. Nothing is opened."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def is_odd(path: Path) -> bool:
    """Return whether a path is something other than a file or a folder: a device, a pipe, a socket."""
    mode = _mode(path)
    return mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def refuse_own(target: Path, database: Path, what: str) -> None:
    """Raise `StorageError` when a file that is about to be written is one of the program's own.

    Args:
        target: with its links followed, see `resolved`.
        what: what is to be written, as in "the export".
    """
    own_database = resolved(database)
    if target == own_database or (
        locations.is_there(target) and locations.is_there(own_database) and target.samefile(own_database)
    ):
        raise StorageError(f"{target} is the database itself, so {what} was not written. Name another file.")
    if target.parent == own_database.parent and target.name in {f"{own_database.name}{ending}" for ending in _BESIDE}:
        raise StorageError(f"{target} belongs to the database, so {what} was not written. Name another file.")
    if target.parent == resolved(locations.files_folder(own_database)):
        raise StorageError(f"{target.parent} is for your attached files, so {what} was not written. Name another file.")
    if target in {resolved(place) for place in (locations.settings_file(), locations.log_file())}:
        raise StorageError(f"{target} is a file that Afterword uses, so {what} was not written. Name another file.")


def refuse_database(target: Path, what: str) -> None:
    """Raise `StorageError` when a file that is about to be written is a database: of a hunt, a backup of one, or
    another program's."""
    if is_regular(target) and _head(target, len(_SQLITE)) == _SQLITE:
        raise StorageError(f"{target} is a database or a backup of one, so {what} was not written. Name another file.")


def _head(path: Path, size: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror}. It was left as it is. Name another file."
        ) from None


def _mode(path: Path) -> int | None:
    with suppress(OSError):  # what cannot be looked at cannot be written either, which says why
        return path.stat().st_mode
    return None
