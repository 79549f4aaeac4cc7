"""Take a file of the user's into a hunt: read it whole, once, and keep what is in it under its hash."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.etiquette.attached_files import (
    LARGEST_FILE,
    LONGEST_NAME,
    AttachedFile,
    FileKind,
    ending_of,
    media_type_of,
    say_size,
)
from app.etiquette.errors import InvalidFieldError
from app.etiquette.text import clean
from app.hunt.private_files import write_privately
from app.locations import shown
from app.storage.kept_files import KeptFiles

_WORDS = {
    FileKind.COVER_LETTER: ("cover", "letter", "anschreiben", "motivation", "lettre"),
    FileKind.CV: ("cv", "resume", "résumé", "lebenslauf", "vitae", "curriculum"),
    FileKind.PORTFOLIO: ("portfolio", "samples"),
}
"""What a file is likely to be <- words in its name; the first that is found counts."""
_WRITTEN = (".pdf", ".doc", ".docx", ".odt", ".rtf")


def kept_file(path: Path, database: Path, kind: FileKind) -> AttachedFile:
    """Keep what is in a file, and return it as it is to be attached.

    Raises:
        InvalidFieldError: of the field `path`: it is gone, no file, empty, too large or unreadable. Nothing was kept.
        StorageError: it cannot be kept.
    """
    data = _read(path)
    content = KeptFiles.of(database).store(data)
    name = name_of(path)
    return AttachedFile(0, kind, name, content.sha256, content.size, media_type_of(name))


def likely_kind(name: str) -> FileKind:
    """Return what a file is likely to be, by its name."""
    words = name.casefold()
    otherwise = FileKind.CV if ending_of(name) in _WRITTEN else FileKind.OTHER
    return next((kind for kind, parts in _WORDS.items() if any(part in words for part in parts)), otherwise)


def name_of(path: Path) -> str:
    """Return how a file is called, short enough to be stored, with its ending."""
    name = clean(path.name)
    ending = ending_of(name)[:20]
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1 - len(ending)]}…{ending}"


def _read(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise _irregular(path, is_folder=stat.S_ISDIR(status.st_mode))
    with os.fdopen(handle, "rb") as file:
        if status.st_size > LARGEST_FILE:
            raise _too_large(path, status.st_size)
        try:
            data = file.read(LARGEST_FILE + 1)
        except OSError as error:
            raise _refused(path, error) from None
    if len(data) > LARGEST_FILE:
        raise _too_large(path, len(data))
    if not data:
        raise InvalidFieldError("path", f"{shown(path)} is empty. Save it again, or choose another file.")
    return data


def _irregular(path: Path, *, is_folder: bool) -> InvalidFieldError:
    what = "a folder. Name a file in it." if is_folder else "a device or a pipe. Name a file."
    return InvalidFieldError("path", f"{shown(path)} is {what}")


def _too_large(path: Path, size: int) -> InvalidFieldError:
    return InvalidFieldError(
        "path",
        f"{shown(path)} has {say_size(size)}; a file can have up to {LARGEST_FILE >> 20} MB. Save it smaller,"
        " with fewer or smaller pictures.",
    )


def _refused(path: Path, error: OSError | ValueError) -> InvalidFieldError:
    if isinstance(error, IsADirectoryError):
        return _irregular(path, is_folder=True)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return InvalidFieldError("path", f"{clean(shown(path))}: there is no such file.")
    return InvalidFieldError("path", f"{shown(path)} can't be read: {error.strerror}. Check its permissions.")


def saved_copy(file: AttachedFile, database: Path, place: Path) -> Path:
    """Write what is in an attached file to a place of the user's, where nothing is yet, and return where it went.

    Args:
        place: a folder, or the new file.

    Raises:
        InvalidFieldError: of the field `path`: something is there already.
        NotFoundError, StorageError: the content is missing or damaged, or cannot be written.
    """
    target = place / name_of(Path(file.name)) if place.is_dir() else place
    if os.path.lexists(target):
        raise InvalidFieldError("path", f"{shown(target)} already exists. Name another file.")
    data = KeptFiles.of(database).read(file.sha256)
    write_privately(target, data)
    return target
