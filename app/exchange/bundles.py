"""A hunt with its files in one zip: our JSON or the database itself, and each content under its hash. Both directions.

    hunt.json or hunt.db (with hunt.db.sha256)
    files/<SHA-256 of what is in it>

Nothing else in such a zip is looked at, and no name in it ever becomes a path: contents are asked for by hash. Knows no
hunt, and does not believe what the zip's directory says.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeAlias

from app.etiquette.attached_files import LARGEST_FILE, is_sha256
from app.etiquette.errors import ImportFileError
from app.exchange.json_.reading import LARGEST as LARGEST_DOCUMENT
from app.exchange.raw.archives import Allowance, Archive
from app.exchange.raw.packed import ZIP

DOCUMENT, DATABASE = "hunt.json", "hunt.db"
DATABASE_HASH = f"{DATABASE}.sha256"
_FILES = "files/"
_LARGEST_DATABASE = 2 * 1024**3
_TIMES = 4
"""How many times its own size a zip's contents may unpack to: ours are stored as they are, and few documents shrink."""
_ALWAYS = 64 * 1024 * 1024
"""Bytes that they may unpack to in any case."""
_WHEN = (1980, 1, 1, 0, 0, 0)
"""What a zip calls the beginning of time: the same hunt makes the same zip."""


Packed: TypeAlias = Path | bytes
"""Where a zip is, or all of its bytes."""


class Bundle:
    """One such zip, read where it is.

    Args:
        file: open for reading; it stays the caller's.

    Raises:
        ImportFileError: it is broken, or locked, or holds too many files.
    """

    def __init__(self, file: BinaryIO):
        size = file.seek(0, 2)
        self._files_left = max(_ALWAYS, size * _TIMES)
        self._archive = Archive(file, Allowance(LARGEST_DOCUMENT + _LARGEST_DATABASE + self._files_left))
        self._names = frozenset(self._archive.members())

    @property
    def has_document(self) -> bool:
        """Whether it is an export."""
        return DOCUMENT in self._names

    @property
    def has_database(self) -> bool:
        """Whether it is a backup."""
        return DATABASE in self._names

    @property
    def hashes(self) -> frozenset[str]:
        """The contents that it says it has."""
        names = (name.removeprefix(_FILES) for name in self._names if name.startswith(_FILES))
        return frozenset(filter(is_sha256, names))

    def document(self) -> bytes:
        """Return our JSON; raises as `Archive.chunks` does."""
        return self._archive.read(DOCUMENT, LARGEST_DOCUMENT)

    def database(self) -> Iterator[bytes]:
        """Yield the database, piece by piece; raises as `Archive.chunks` does."""
        return self._archive.chunks(DATABASE, _LARGEST_DATABASE)

    def database_hash(self) -> bytes:
        """Return the file with the database's hash, empty when it has none."""
        return self._archive.read(DATABASE_HASH, 1000) if DATABASE_HASH in self._names else b""

    def content(self, name: str) -> bytes:
        """Return the content of that hash.

        Raises:
            ImportFileError: it is something else, or too large; the sentence says its hash.
        """
        pieces = []
        for piece in self._archive.chunks(f"{_FILES}{name}", LARGEST_FILE):
            self._files_left -= len(piece)
            if self._files_left < 0:
                raise ImportFileError("Its files unpack to far more than a real export holds.")
            pieces.append(piece)
        data = b"".join(pieces)
        if sha256(data).hexdigest() != name:
            raise ImportFileError(f"{_FILES}{name} is not what its name says: it was changed or damaged.")
        return data


@contextmanager
def opened(packed: Packed) -> Iterator[Bundle]:
    """Give a zip, open for reading; raises as `Bundle` does, or OSError."""
    with io.BytesIO(packed) if isinstance(packed, bytes) else packed.open("rb") as file:
        yield Bundle(file)


def is_zip(packed: Packed) -> bool:
    """Return whether something begins as a zip; what cannot be read is none."""
    if isinstance(packed, bytes):
        return packed.startswith(ZIP)
    try:
        if not packed.is_file():
            return False
        with packed.open("rb") as file:
            return file.read(len(ZIP)) == ZIP
    except OSError:
        return False


def is_bundle(packed: Packed) -> bool:
    """Return whether something is an export of a hunt with its files; what cannot be read is none."""
    return _is_one(packed, lambda bundle: bundle.has_document)


def is_backup(path: Path) -> bool:
    """Return whether a file is a backup of a hunt with its files; what cannot be read is none."""
    return _is_one(path, lambda bundle: bundle.has_database)


def _is_one(packed: Packed, holds: Callable[[Bundle], bool]) -> bool:
    try:
        if not is_zip(packed):
            return False
        with opened(packed) as bundle:
            return holds(bundle)
    except (OSError, ImportFileError):
        return False


def write_bundle(
    file: BinaryIO, parts: Iterable[tuple[str, bytes | Path]], contents: Iterable[tuple[str, bytes]]
) -> None:
    """Write such a zip.

    Args:
        file: need not be one in which one can go back.
        parts: the document, or the database and its hash, in that order: bytes, or the file that has them.
        contents: each with its hash.
    """
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts:
            with archive.open(_entry(name, zipfile.ZIP_DEFLATED), "w", force_zip64=True) as member:
                if isinstance(part, bytes):
                    member.write(part)
                else:
                    with part.open("rb") as source:
                        while piece := source.read(1 << 20):
                            member.write(piece)
        for name, content in contents:
            archive.writestr(_entry(f"{_FILES}{name}", zipfile.ZIP_STORED), content)


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _WHEN)
    entry.compress_type, entry.external_attr = method, 0o600 << 16
    return entry
