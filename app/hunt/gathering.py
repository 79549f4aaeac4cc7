"""Files to take in, gathered from names, folders and standard input, and read whole within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from app import locations
from app.etiquette.errors import ImportFileError

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
MOST_FILES = 2000


class Source(NamedTuple):
    """One file's name, as it is told to the user, and its bytes."""

    name: str
    data: bytes


def sources(names: Iterable[str], standard_input: Callable[[], bytes]) -> Iterator[Source | ImportFileError]:
    """Yield each file, those of folders in order of their names, or the error that stands for it."""
    for count, name in enumerate(_files(names)):
        if count >= MOST_FILES:
            yield ImportFileError(f"More than {MOST_FILES} files: the rest was left alone.")
            return
        try:
            yield _read(name, standard_input)
        except ImportFileError as error:
            yield error


def _files(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        path = locations.expanded(name)
        if name != "-" and locations.is_folder(path):
            for file in sorted(path.rglob("*")):
                if file.is_file() and not file.name.startswith("."):
                    yield str(file)
        else:
            yield name if name == "-" else str(path)


def _read(name: str, standard_input: Callable[[], bytes]) -> Source:
    try:
        if name == "-":
            data = standard_input()
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ImportFileError(f"{name}: there is no such file.") from None
    except OSError as error:
        raise ImportFileError(f"{name} cannot be read: {error.strerror}.") from None
    if len(data) > LARGEST:
        raise ImportFileError(f"{name} is larger than 10 MB. Split it, and take the parts in one by one.")
    if not data.strip():
        raise ImportFileError(f"{name} is empty.")
    return Source("standard input" if name == "-" else name, data)
