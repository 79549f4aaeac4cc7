"""The shared folder: every machine writes its own file there and reads those of the others. Knows no database.

Whatever syncs the folder may be late, deliver a file twice or in pieces, or keep a copy of one under another name.
"""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from app import locations
from app.etiquette.errors import SettingsError, SyncError
from app.exchange.sealed import LARGEST, digest_of
from app.hunt.private_files import write_privately
from app.user_files import open_regular

ENDING = ".age"
_MOST = 100
"""Files that are looked at."""
_ABANDONED = 3600.0
"""Seconds after which a half-written file of this machine's is left over from a run that was killed."""
_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_NOT_THERE = (
    "Your sync folder isn't there: {folder}. Connect its drive or start what carries it, then sync again. Your search"
    " here is complete."
)


class Left(NamedTuple):
    """A file in the folder."""

    name: str
    """Without its ending."""
    data: bytes
    digest: str


def must_be_there(folder: Path) -> None:
    """Raise `SyncError` unless the folder is there: making it would hide that a drive is missing."""
    if not locations.is_folder(folder):
        raise SyncError(_NOT_THERE.format(folder=locations.shown(folder)))


def left_in(folder: Path, problems: list[str]) -> Iterator[Left]:
    """Yield the files of the machines, by name.

    Args:
        problems: gets a sentence for each file that cannot be read.

    Raises:
        SyncError: the folder cannot be read.
    """
    must_be_there(folder)
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ENDING and not path.name.startswith("."))
    except OSError as error:
        raise SyncError(f"{locations.shown(folder)} can't be read: {error.strerror}. Check its permissions.") from None
    if len(paths) > _MOST:
        problems.append(f"More than {_MOST} files are in {locations.shown(folder)}; the rest were left unread.")
    for path in paths[:_MOST]:
        try:
            data = _read(path)
        except FileNotFoundError:
            continue  # it was replaced this moment
        except (SyncError, SettingsError) as error:
            problems.append(str(error))
        except OSError as error:
            problems.append(f"{path.name} can't be read: {error.strerror}. Sync goes on without it.")
        else:
            yield Left(path.stem, data, digest_of(data))


def leave(folder: Path, name: str, data: bytes) -> None:
    """Write this machine's file, whole or not at all: it is on disk before it replaces the previous one.

    Raises:
        SyncError: the folder is not there.
        StorageError: it cannot be written; the previous file is unchanged.
    """
    must_be_there(folder)
    with suppress(OSError):
        for remains in folder.glob(f".{name}{ENDING}.*"):
            if time.time() - remains.stat().st_mtime > _ABANDONED:
                remains.unlink()
    write_privately(folder / f"{name}{ENDING}", data)


def remove_from(folder: Path, name: str) -> None:
    """Delete the file of a machine that is gone, if that can be done."""
    with suppress(OSError):
        (folder / f"{name}{ENDING}").unlink()


def name_here(wanted: str = "") -> str:
    """Return a name for this machine's file, in letters and digits that every system accepts.

    Args:
        wanted: the user's name for the machine; "" takes the system's.
    """
    name = _NAME.sub("-", (wanted or platform.node().partition(".")[0]).lower()).strip("-")[:_LONGEST].strip("-")
    return name or "machine"


def free_name(wanted: str, taken: frozenset[str]) -> str:
    """Return a name that no other machine's file has."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def _read(path: Path) -> bytes:
    with open_regular(path) as file:
        if os.fstat(file.fileno()).st_size > LARGEST:
            raise SyncError(f"{path.name} is larger than {LARGEST >> 20} MB, so it was left unread.")
        return file.read(LARGEST)
