"""Files that only their owner can read, written whole or not at all, and never over somebody else's file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeAlias

from app.etiquette.errors import InvalidFieldError, StorageError
from app.etiquette.text import clean
from app.locations import expanded, is_folder, shown
from app.storage.protected_files import is_odd, is_regular, refuse_database, refuse_own, resolved

_LOOKED_AT = 4096
"""Bytes from the beginning of a file by which an export of ours is known."""
_LONGEST_NAMED = 100
"""Characters of a path in a sentence: what was pasted as one may be anything."""
_CALLED = {
    "csv": "a CSV export",
    "ics": "an ICS export",
    "json": "a JSON export",
    "zip": "a ZIP export",
    "report": "a report",
    "sheet": "an interview sheet",
}
"""What is written in a form, by the form's name before its ending."""

Writing: TypeAlias = "bytes | Callable[[BinaryIO], None]"
"""What a file is to hold: its bytes, or what writes them into an open file, piece by piece."""


class OccupiedError(StorageError):
    """A file is there that is no export of this form of ours: only the user can say whether it may be replaced."""


def place_of(typed: str) -> Path:
    """Return the place that was typed for what is to be written: a folder, or a file in one.

    Raises:
        InvalidFieldError: of the field `path`: there is no such folder.
    """
    place = expanded(typed)
    folder = place if typed.endswith(("/", os.sep)) else place.parent
    if not is_folder(place) and not is_folder(folder):
        raise InvalidFieldError(
            "path", f"There is no folder {_named(folder)} that can be opened. Make it first, or name another one."
        )
    return place


def file_of(typed: str) -> Path:
    """Return the file that was typed for what is to be written.

    Raises:
        InvalidFieldError: of the field `path`: it is a folder, or there is no folder for it.
    """
    place = place_of(typed)
    if is_folder(place):
        raise InvalidFieldError("path", f"{_named(place)} is a folder. Name a file in it.")
    return place


def _named(path: Path) -> str:
    return clean(shown(path))[:_LONGEST_NAMED]


def export_to(path: Path, data: Writing, form: str, database: Path, *, replace: bool = False) -> Path:
    """Write an export and return where it went: links are followed.

    Args:
        form: csv, ics, json or zip, or a report's or sheet's with its ending: report.html.
        database: the hunt's, which is never written over.
        replace: whether the user said that a file which is there may go, whatever it is.

    Raises:
        OccupiedError: a file is there that is no such export of ours; it is as it was.
        StorageError: it is a database or a file of the program's own, or cannot be written; it is as it was.
    """
    target = resolved(path)
    refuse_own(target, database, "the export")
    refuse_database(target, "the export")
    if not replace and is_regular(target) and not is_export(target, form):
        what = _CALLED[form.partition(".")[0]]
        raise OccupiedError(f"{target} already exists and isn't {what} from Afterword. It was left as it is.")
    write_privately(target, data)
    return target


def is_export(path: Path, form: str) -> bool:
    """Return whether a file is an export of ours in that form, judging by its beginning; an empty one may count too.

    Raises:
        StorageError: it cannot be read.
    """
    from app.exchange.own_exports import begins_as_ours

    try:
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror}. It was left as it is. Name another file."
        ) from None
    return not head.strip() or begins_as_ours(head, form)


def write_privately(path: Path, data: Writing) -> None:
    """Write a file (0600): an existing one is replaced at once or stays as it was; a device is written to.

    Raises:
        StorageError: it cannot be written.
    """
    try:
        if is_odd(path):
            with path.open("wb") as device:
                _write(device, data)
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:200]}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                _write(file, data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        to_do = f" Check the permissions of {path.parent}." if isinstance(error, PermissionError) else ""
        raise StorageError(f"{path} cannot be written: {error.strerror}. Nothing was changed.{to_do}") from None


def _write(file: BinaryIO, data: Writing) -> None:
    if isinstance(data, bytes):
        file.write(data)
    else:
        data(file)
