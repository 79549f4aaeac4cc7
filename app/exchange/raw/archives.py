"""A zip's members, read within limits that hold whatever its directory says. Knows nothing of what they hold.

A small zip can unpack to more than a disk holds, and its directory may lie about sizes: what counts here is what was
really unpacked.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from app.etiquette.errors import ImportFileError

MOST_MEMBERS = 10_000
MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes that a workbook may unpack to, all its parts taken together, none of which is kept whole."""
MOST_KEPT = 64 * 1024 * 1024
"""Bytes that a zip of files may unpack to, with all the zips in it: they are in memory at once."""
_END = b"PK\x05\x06"
_LARGEST_DIRECTORY = 4 * 1024 * 1024
_CHUNK = 64 * 1024
_TAIL = 70_000
"""Bytes within which the directory's end is, with the longest comment after it."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class TooLargeError(ImportFileError):
    """A member, or all of them, unpack to more than is read."""


class Allowance:
    """What may still be unpacked: one for a zip and for all the zips and workbooks within it."""

    def __init__(self, most: int = MOST_UNPACKED):
        self.most = most
        self.left = most

    @property
    def is_spent(self) -> bool:
        """Whether more was unpacked than is read."""
        return self.left < 0


class Archive:
    """One zip, held in memory or read where it is.

    Args:
        data: its bytes, or an open file that has them, which stays the caller's.
        allowance: shared with others that it lies in; None for one of its own.

    Raises:
        ImportFileError: it is broken, locked, or holds too many files.
    """

    def __init__(self, data: bytes | BinaryIO, allowance: Allowance | None = None):
        file = io.BytesIO(data) if isinstance(data, bytes) else data
        try:
            _refuse_large_directory(file)
            self._zip = zipfile.ZipFile(file)
        except _BROKEN:
            raise ImportFileError("It's a broken zip: its end is missing. Download or export it again.") from None
        self._allowance = allowance or Allowance()

    def members(self) -> list[str]:
        """Return the names of the files in it, in the order of the zip."""
        return [info.filename for info in self._zip.infolist() if not info.is_dir()]

    def chunks(self, name: str, most: int) -> Iterator[bytes]:
        """Yield what a member holds, piece by piece.

        Args:
            most: bytes that it may have.

        Raises:
            TooLargeError: it has more, or all that was read is more than the allowance.
            ImportFileError: it is locked or broken.
        """
        info = copy.copy(self._zip.getinfo(name))
        if info.flag_bits & 1:
            raise ImportFileError("It's locked with a password. Save it without one and import that.")
        info.file_size = most + 4 * _CHUNK  # what the directory says is not believed
        size = 0
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_CHUNK):
                    size += len(piece)
                    self._allowance.left -= len(piece)
                    if size > most or self._allowance.is_spent:
                        largest = self._allowance.most if self._allowance.is_spent else most
                        raise TooLargeError(f"It unpacks to more than {largest // 1024 // 1024} MB.")
                    yield piece
        except _BROKEN:
            raise ImportFileError("It's a broken zip. Download or export it again.") from None

    def read(self, name: str, most: int) -> bytes:
        """Return what a member holds; raises as `chunks` does."""
        return b"".join(self.chunks(name, most))


def _refuse_large_directory(file: BinaryIO) -> None:
    """The directory is read into memory whole by whoever opens a zip: its length is looked at first."""
    file.seek(max(0, file.seek(0, io.SEEK_END) - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        return
    count, length = struct.unpack("<HI", tail[at + 10 : at + 16])
    if count > MOST_MEMBERS or length > _LARGEST_DIRECTORY:
        raise ImportFileError(f"It's a zip of more than {MOST_MEMBERS:,} files. Unpack what you need and import that.")
