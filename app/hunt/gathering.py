"""Files to take in, gathered from names, folders and standard input, and read whole within limits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app import locations
from app.etiquette.errors import ImportFileError
from app.exchange.source import Source
from app.exchange.unpacking import LARGEST_PACKED, is_packed, unpacked

__all__ = ["LARGEST", "MOST_FILES", "Source", "sources"]

LARGEST = 256 * 1024 * 1024
"""Bytes of one file; what reads its kind may take less."""
MOST_BYTES = 2 * LARGEST
"""Bytes of all files together, which are in memory at once."""
MOST_FILES = 2000


def sources(names: Iterable[str], standard_input: Callable[[], bytes]) -> Iterator[Source | ImportFileError]:
    """Yield each file, those of folders in order of their names, or the error that stands for it.

    Of a packed file the files in it are yielded, of a workbook its sheets.
    """
    bytes_left = MOST_BYTES
    for count, name in enumerate(_files(names)):
        if count >= MOST_FILES:
            yield ImportFileError(f"More than {MOST_FILES} files: the rest was left alone.")
            return
        try:
            source = _read(name, standard_input)
            parts = list(unpacked(source))
        except ImportFileError as error:
            yield error
            continue
        bytes_left -= len(source.data)
        if bytes_left < 0:
            yield ImportFileError(
                f"{name} and what comes after it were left alone: it is more than {MOST_BYTES >> 20} MB together."
                " Import fewer files at once."
            )
            return
        yield from parts


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
                if len(data) > LARGEST and is_packed(data):
                    data += file.read(LARGEST_PACKED + 1 - len(data))
    except FileNotFoundError:
        raise ImportFileError(f"{name}: there is no such file.") from None
    except OSError as error:
        raise ImportFileError(f"{name} cannot be read: {error.strerror}.") from None
    most = LARGEST_PACKED if is_packed(data) else LARGEST
    if len(data) > most:
        raise ImportFileError(f"{name} is larger than {most >> 20} MB. Split it, and import the parts one by one.")
    if not data.strip():
        raise ImportFileError(f"{name} is empty.")
    return Source("standard input" if name == "-" else name, data)
