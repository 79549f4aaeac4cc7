"""The contents of attached files, in a folder beside the database: each once, named by its SHA-256, and never changed.

So backups of the database stay small, and two copies of a hunt can compare what they hold by names alone. A content is
written under another name, and is on disk before it gets its own. Knows no records.
"""

from __future__ import annotations

import logging
import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.etiquette.attached_files import LARGEST_FILE, is_sha256
from app.etiquette.errors import NotFoundError, StorageError
from app.locations import files_folder
from app.storage.backups import sync_folder
from app.storage.system_files import NO_LINKS

logger = logging.getLogger(__name__)

_AS_IT_IS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Flags: no line ends are changed, and a pipe keeps nobody waiting."""
_PART = ".part"
_PARTS = f".{'[0-9a-f]' * 20}{_PART}"
"""How our half-written files are called: others in that folder are none of our business."""
_ABANDONED = 3600
"""Seconds after which a file that is only half written belongs to a process that was killed."""


class TooLargeError(StorageError):
    """A content has more bytes than a file may have; nothing of it was kept."""


class UnreadableFolderError(StorageError):
    """The folder of the contents cannot be read."""


class MissingContentError(NotFoundError):
    """The content of that hash is not in the folder. `sha256` is the hash."""

    def __init__(self, sha256: str, folder: Path):
        super().__init__(
            f"The content of this file is not in {folder} ({sha256[:12]}…). Bring that folder back, or import an export"
            " or restore a backup that has it; `afterword doctor` names every file that is missing."
        )
        self.sha256 = sha256


class DamagedContentError(StorageError):
    """What is kept, or was given, under a hash is something else. `sha256` is the hash."""

    def __init__(self, sha256: str, where: str):
        super().__init__(
            f"{where} is not what its name says ({sha256[:12]}…): it was changed or damaged, and is not used. Attach"
            " the file again, or import an export or restore a backup that has it."
        )
        self.sha256 = sha256


class Content(NamedTuple):
    """What was kept."""

    sha256: str
    size: int
    """Bytes."""


class KeptFiles:
    """The contents beside one database. The folder is made with the first one."""

    def __init__(self, folder: Path):
        self.folder = folder

    @classmethod
    def of(cls, database: Path) -> KeptFiles:
        """Return those of a database."""
        return cls(files_folder(database))

    def hashes(self) -> frozenset[str]:
        """Return the hashes of all contents that are here, by their names alone.

        Raises:
            StorageError: the folder cannot be read.
        """
        try:
            with os.scandir(self.folder) as entries:
                return frozenset(entry.name for entry in entries if is_sha256(entry.name))
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise UnreadableFolderError(
                f"{self.folder} cannot be read: {error.strerror}. Check the permissions of that folder."
            ) from None

    def has(self, sha256: str) -> bool:
        """Return whether there is a content of that name."""
        with suppress(OSError):
            return stat.S_ISREG(self.path_of(sha256).lstat().st_mode)
        return False

    def path_of(self, sha256: str) -> Path:
        """Return where a content is, or would be.

        Raises:
            ValueError: that is no hash.
        """
        if not is_sha256(sha256):
            raise ValueError(f"{sha256!r} is no hash")
        return self.folder / sha256

    def store(self, content: bytes, expected: str = "") -> Content:
        """Keep a content, once: one that is here already, and sound, stays as it is.

        Args:
            expected: the hash that it has to have, "" for any.

        Raises:
            TooLargeError: it is larger than a file may be.
            DamagedContentError: it has another hash than the expected one.
            StorageError: it cannot be written. In each case nothing is kept of it.
        """
        from hashlib import sha256  # with OpenSSL: it is not for the first frame

        if len(content) > LARGEST_FILE:
            raise TooLargeError(f"It is larger than {LARGEST_FILE >> 20} MB, the most that a file may have.")
        made = sha256(content).hexdigest()
        if expected and made != expected:
            raise DamagedContentError(expected, "What was given")
        try:
            self._make_folder()
            part, file = self._new_part()
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            with file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            self._settle(part, made)
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return Content(made, len(content))

    def read(self, sha256: str) -> bytes:
        """Return a content, after looking whether it is still what its name says.

        Raises:
            MissingContentError: it is not here.
            DamagedContentError: it is something else.
            StorageError: it cannot be read.
        """
        from hashlib import sha256 as made

        try:
            with self._opened(sha256) as file:
                data = file.read(LARGEST_FILE + 1)
        except FileNotFoundError:
            raise MissingContentError(sha256, self.folder) from None
        except OSError as error:
            raise StorageError(f"{self.path_of(sha256)} cannot be read: {error.strerror}.") from None
        if made(data).hexdigest() != sha256:
            raise DamagedContentError(sha256, str(self.path_of(sha256)))
        return data

    def is_sound(self, sha256: str) -> bool:
        """Return whether a content is here, and what its name says."""
        try:
            self.read(sha256)
        except (NotFoundError, StorageError):
            return False
        return True

    def fetch(self, sha256: str, other: KeptFiles) -> None:
        """Keep a content that another folder has; raises as `read` and `store` do."""
        if not self.is_sound(sha256):
            self.store(other.read(sha256), sha256)

    def remove(self, sha256: str) -> None:
        """Remove a content that nothing needs any more.

        Raises:
            StorageError: it cannot be removed.
        """
        try:
            self.path_of(sha256).unlink(missing_ok=True)
        except OSError as error:
            raise StorageError(f"{self.path_of(sha256)} cannot be removed: {error.strerror}.") from None

    def _make_folder(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        cutoff = time.time() - _ABANDONED
        for part in self.folder.glob(_PARTS):
            with suppress(OSError):
                if part.lstat().st_mtime < cutoff:
                    part.unlink()

    def _new_part(self) -> tuple[Path, BinaryIO]:
        """Return a new file that only its owner can read, and its name."""
        part = self.folder / f".{os.urandom(10).hex()}{_PART}"
        return part, os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | NO_LINKS | os.O_WRONLY, 0o600), "wb")

    def _settle(self, part: Path, sha256: str) -> None:
        """Give a content that is on disk its name, unless it is here already."""
        if self.is_sound(sha256):
            os.utime(self.path_of(sha256))  # it is wanted again, and about to be named
            return
        if self.has(sha256):
            logger.info("a damaged content was replaced by a sound one")
        part.replace(self.path_of(sha256))
        sync_folder(self.folder)

    def _opened(self, sha256: str) -> BinaryIO:
        handle = os.open(self.path_of(sha256), os.O_RDONLY | NO_LINKS | _AS_IT_IS)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise FileNotFoundError
        return os.fdopen(handle, "rb")

    def _unwritable(self, error: OSError) -> StorageError:
        return StorageError(
            f"Nothing can be kept in {self.folder}: {error.strerror}. Your search was left as it is. Check the"
            " permissions of that folder, and whether its disk is full."
        )
