"""Texts of letters in files of their own: while another program edits them, and where no letter has them yet.

What somebody saved there stays until it is in its letter, or until they say that it may go. The name of a file tells
whose text it is: the database, the application, the letter, the process that made it, and what it held at first.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app import locations
from app.etiquette.errors import StorageError
from app.etiquette.text import clean_lines
from app.storage.system_files import is_another, is_running

LONGEST = 100_000
"""Characters: more than anybody writes to an employer."""
_NAME = re.compile(
    r"letter-(?P<database>[0-9a-f]{8})-(?P<application>\d+)-(?P<letter>\d+)-(?P<pid>\d+)-(?P<first>\w{8})-"
)
_SUBJECT = re.compile(r"Subject: (.*)\n\n")


@dataclass(frozen=True, slots=True)
class KeptText:
    """A file with a letter's text."""

    path: Path
    application_id: int | None = None
    """None, as for the letter, where the name does not tell: a file that an older version left."""
    letter_id: int | None = None


class UnreadableTextError(StorageError):
    """What stands in such a file is no text that a letter can have; the sentence says why."""


def keep(database: Path, application_id: int, letter_id: int, text: str, first: str | None = None) -> KeptText:
    """Write a text to a private file of its own.

    Args:
        first: what the letter holds, where that is something else than the text.

    Raises:
        StorageError: it cannot be written.
    """
    first = digest((text if first is None else first).encode())
    prefix = f"letter-{digest_of(database)}-{application_id}-{letter_id}-{os.getpid()}-{first}-"
    return KeptText(_written(prefix, text), application_id, letter_id)


def keep_notes(text: str) -> Path:
    """Write notes that could not be stored to a private file of their own, which nothing looks for later.

    Raises:
        StorageError: it cannot be written.
    """
    return _written("notes-", text)


def _written(prefix: str, text: str) -> Path:
    folder = locations.state_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".txt", prefix=prefix, dir=folder)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise StorageError(f"{folder} cannot be written: {error.strerror}.") from None
    return Path(name)


def left_texts(database: Path, *, from_before: bool = False) -> list[KeptText]:
    """Return the files whose text is in no letter of this database, as far as their names show, the oldest first.

    Args:
        from_before: leave out what this process has made, which an editor may be writing into.
    """
    texts = [text for path in _files() if (text := _left(path, database)) is not None]
    wanted = [text for text in texts if not (from_before and _is_of_this_process(text.path))]
    return sorted(wanted, key=lambda text: _written_at(text.path))


def drop_unchanged(database: Path) -> None:
    """Delete the files that no process uses any more and in which nothing was ever saved."""
    for path in _files():
        match = _NAME.match(path.name)
        if match is None or match["database"] != digest_of(database):
            continue
        if path.is_file() and not is_running(int(match["pid"])) and not is_changed(path):
            drop(path)


def _files() -> list[Path]:
    with suppress(OSError):
        return list(locations.state_folder().glob("letter-*.txt"))
    return []


def _written_at(path: Path) -> float:
    """Return when a file was last written, the beginning of all time for one that is gone by now."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _left(path: Path, database: Path) -> KeptText | None:
    match = _NAME.match(path.name)
    if not path.is_file():
        return None
    if match is None:
        return KeptText(path)
    if match["database"] != digest_of(database) or is_another(int(match["pid"])) or not is_changed(path):
        return None
    return KeptText(path, int(match["application"]), int(match["letter"]))


def _is_of_this_process(path: Path) -> bool:
    match = _NAME.match(path.name)
    return match is not None and match["pid"] == str(os.getpid())


def is_changed(path: Path) -> bool:
    """Return whether a file may hold something else than what the letter held when the file was made. One that is there
    and cannot be read may; one that is gone holds nothing."""
    match = _NAME.match(path.name)
    try:
        return match is None or digest(path.read_bytes()) != match["first"]
    except FileNotFoundError:
        return False
    except OSError:
        return True


def text_of(path: Path) -> str:
    """Return the text of a file as a letter may have it.

    Raises:
        UnreadableTextError: it is not UTF-8, too long, or cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableTextError(f"{path} cannot be read: {error.strerror}.") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UnreadableTextError(f"It isn't saved as UTF-8: {path}")
    if len(text) > LONGEST:
        raise UnreadableTextError(f"It has {len(text):,} characters, more than {LONGEST:,}: {path}")
    return clean_lines(text).removesuffix("\n")


def with_subject(subject: str, body: str) -> str:
    """Return a subject and a body as one text."""
    return f"Subject: {subject}\n\n{body}"


def parted(text: str) -> tuple[str | None, str]:
    """Return the subject, None if the text has none, and the body."""
    match = _SUBJECT.match(text)
    return (match[1], text[match.end() :]) if match else (None, text)


def drop(path: Path) -> None:
    """Delete a file, and what editors put beside it: backups, locks, swap files."""
    with suppress(OSError):
        for other in path.parent.iterdir():
            if path.name in other.name and other.is_file():
                other.unlink(missing_ok=True)


def set_aside(path: Path) -> Path:
    """Give a file a name under which it is not offered again; return where it is."""
    aside = path.with_name(f"kept-{path.name}")
    with suppress(OSError):
        return path.rename(aside)
    return path


def digest(data: bytes) -> str:
    """Return what tells one content from another in the name of a file."""
    return hashlib.sha256(data).hexdigest()[:8]


def digest_of(database: Path) -> str:
    """Return what tells one database from another in the name of a file."""
    return digest(os.fsencode(os.path.realpath(database)))
