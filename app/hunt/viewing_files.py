"""A copy of an attached file for the system's viewer: documents and pictures alone, and nothing that could run.

What was kept came from the user, from an export, or from another machine. So its name is made anew, only endings that a
viewer shows are used, and what is inside has to be what the ending says.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from app.etiquette.attached_files import MEDIA_TYPES, AttachedFile, ending_of
from app.etiquette.errors import RefusedError, StorageError
from app.storage.kept_files import KeptFiles
from app.storage.system_files import is_mine

_FOLDER = "afterword-view-"
_OLD = 24 * 3600
"""Seconds after which a copy is not being looked at any more."""
_LONGEST = 80
_ZIP, _OLE = (b"PK\x03\x04",), (b"\xd0\xcf\x11\xe0",)
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".docx": _ZIP,
    ".odt": _ZIP,
    ".pptx": _ZIP,
    ".odp": _ZIP,
    ".xlsx": _ZIP,
    ".ods": _ZIP,
    ".doc": _OLE,
    ".rtf": (b"{\\rtf",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""How files begin, by their ending; text and PDF are looked at in their own way."""
_PDF_WITHIN = 1024
"""Bytes within which a PDF says what it is: other things may come before (ISO 32000-1, annex H, note 13)."""
_RUNS = (b"#!", b"[Desktop Entry]", b"MZ", b"\x7fELF")


def view_copy(file: AttachedFile, database: Path) -> Path:
    """Return a copy of a file, for its owner to read alone, that the system's viewer may open.

    Raises:
        RefusedError: it is no document or picture, whatever it is called.
        NotFoundError: its content is not here.
        StorageError: its content is damaged, or cannot be read or copied.
    """
    ending = ending_of(file.name)
    if ending not in MEDIA_TYPES:
        raise _refusal(f"{file.name} is not a document or a picture")
    data = KeptFiles.of(database).read(file.sha256)
    if not _is(data, ending):
        raise _refusal(f"{file.name} is not what its name says")
    _remove_old()
    try:
        return _copied(data, f"{_safe_stem(file.name)}{ending}")
    except OSError as error:
        raise StorageError(
            f"A copy of {file.name} to look at can't be made: {error.strerror}. Check whether the disk is full."
        ) from error


def _copied(data: bytes, name: str) -> Path:
    """Write a copy into a new folder of its own."""
    path = Path(tempfile.mkdtemp(prefix=_FOLDER)) / name
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o400)
    with os.fdopen(handle, "wb") as copy:
        copy.write(data)
    return path


def _refusal(why: str) -> RefusedError:
    return RefusedError(
        f"{why}, so it isn't opened from here. `afterword files` with --save writes a copy of it.", can_override=False
    )


def _is(data: bytes, ending: str) -> bool:
    """Return whether a content is what an ending says."""
    if ending == ".pdf":
        return b"%PDF-" in data[:_PDF_WITHIN] and not data.startswith(_RUNS)
    if ending in _BEGINNINGS:
        return data.startswith(_BEGINNINGS[ending])
    return b"\0" not in data and not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_RUNS)


def _safe_stem(name: str) -> str:
    """Return a file's name without its ending: letters, digits, and between them spaces, commas, dots and dashes."""
    stem = name[: len(name) - len(ending_of(name))]
    return re.sub(r"[^\w ,.-]", "_", stem).strip(" ,.-")[:_LONGEST] or "file"


def _remove_old() -> None:
    """Remove the copies of days before: what the user no longer looks at is no business of a shared folder."""
    cutoff = time.time() - _OLD
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        with suppress(OSError):
            status = folder.lstat()
            if is_mine(status) and folder.is_dir() and not folder.is_symlink() and status.st_mtime < cutoff:
                shutil.rmtree(folder, ignore_errors=True)
