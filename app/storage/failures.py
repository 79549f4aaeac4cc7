"""What SQLite's errors mean to a person: one sentence each. Knows no tables and imports the standard library alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.etiquette.errors import StorageError

_BUSY = "Another program kept {path} locked for 5 seconds, so this was not saved. Close that program, or try again."
_READ_ONLY = (
    "{path} can be read but not written, so this was not saved. Give yourself permission to write the file and its"
    " folder, or name another file with --db."
)
_DAMAGED = "{path} is damaged{what} and was left as it is."
_CANNOT_OPEN = "{path} can't be opened. Check the permissions of the file and its folder, or name another with --db."

_SENTENCES: dict[int, str] = {
    sqlite3.SQLITE_FULL: "The disk with {path} is full, so this was not saved; everything saved before is kept."
    " Free some space and try again.",
    sqlite3.SQLITE_IOERR: "The disk failed while {path} was read or written, so this was not saved; everything"
    " saved before is kept. Check the disk and try again.",
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_AUTH: _CANNOT_OPEN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: "{path} is not a database, or its beginning was overwritten; it was left as it is.",
    sqlite3.SQLITE_NOMEM: "There is not enough memory to continue with {path}, so this was not saved."
    " Close something and try again.",
}
_OF_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_OF_LOCKS = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR)
"""What SQLite says when a lock cannot be had: also where the disk can lock nothing, as some network disks."""
_NO_LOCKS = (
    "The disk with {path} can't lock files ({why}), so nothing can be saved safely there, and this was not. Move the"
    " file to a disk in this computer and name it with --db, or turn on file locking for that disk."
)
PRIMARY = 0xFF
"""The low byte of an extended result code is its primary one (sqlite.org/rescode.html)."""


class DamagedError(StorageError):
    """A database holds what the program never wrote, or cannot be read as one. `path` is the file."""

    def __init__(self, sentence: str, path: Path):
        super().__init__(sentence)
        self.path = path


def storage_error(error: sqlite3.Error | None, path: Path) -> StorageError:
    """Return the error to show for one of SQLite's; None and unknown ones get a sentence as well."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY
    if code in _OF_LOCKS and (why := _why_no_locks(path)):
        return StorageError(_NO_LOCKS.format(path=path, why=why))
    sentence = _SENTENCES.get(code, "{path} could not be used ({error}), so this was not saved. Try again.")
    sentence = sentence.format(path=path, error=error, what="")
    return DamagedError(sentence, path) if code in _OF_DAMAGE else StorageError(sentence)


def _why_no_locks(path: Path) -> str:
    """Return why the disk with a database locks no file, "" if it does or this cannot be found out: a file of our
    own is tried, since a descriptor of the database, once closed, would drop the locks that others hold on it."""
    import errno
    import os
    from contextlib import suppress

    from app.storage.system_files import NO_LINKS, try_as_sqlite

    probe = path.with_name(f".{path.name[:200]}.lock-probe")
    try:
        handle = os.open(probe, os.O_CREAT | os.O_RDWR | NO_LINKS, 0o600)
    except OSError:
        return ""
    try:
        try_as_sqlite(handle)
    except OSError as error:
        return "" if error.errno in (errno.EACCES, errno.EAGAIN) else os.strerror(error.errno or errno.ENOLCK)
    finally:
        os.close(handle)
        with suppress(OSError):
            probe.unlink()
    return ""


def damaged(path: Path, what: str = "") -> DamagedError:
    """Return the error for a file that holds what the program never wrote: `what`, if that is known."""
    detail = f" ({what.splitlines()[0]})" if what else ""
    return DamagedError(_DAMAGED.format(path=path, what=detail), path)


@contextmanager
def explaining_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors within into StorageError."""
    try:
        yield
    except sqlite3.Error as error:
        raise storage_error(error, path) from error
    except UnicodeDecodeError as error:
        raise damaged(path) from error
