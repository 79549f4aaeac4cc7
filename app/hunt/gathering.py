"""Files to take in, gathered from names, folders and standard input, and read whole within limits."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from app import locations
from app.etiquette.errors import ImportFileError
from app.exchange.bundles import Packed, is_bundle, opened
from app.exchange.mails.looks import looks_like_mbox
from app.exchange.notion import MOST_PAGES, paged, pages_of
from app.exchange.source import Source
from app.exchange.unpacking import LARGEST_PACKED, is_packed, unpacked

__all__ = ["LARGEST", "MOST_FILES", "Source", "sources"]

LARGEST = 256 * 1024 * 1024
"""Bytes of one file; what reads its kind may take less."""
MOST_BYTES = 2 * LARGEST
"""Bytes of all files together, which are in memory at once."""
MOST_FILES = 2000
_MOST_NAMES = MOST_FILES + MOST_PAGES
HELD = 32 * 1024 * 1024
"""Bytes of an mbox that is read whole, with all that is in it; of a larger one, what concerns the search is read."""
_HEAD = 64_000


def sources(names: Iterable[str], standard_input: Callable[[], bytes]) -> Iterator[Source | ImportFileError]:
    """Yield each file, those of folders in order of their names, or the error that stands for it.

    Of a packed file the files in it are yielded, of a workbook its sheets.
    """
    bytes_left = MOST_BYTES
    files = list(islice(_files(names), _MOST_NAMES + 1))
    by_path = {Path(name).as_posix(): name for name in files if name != "-"}
    pages = {by_path[table]: [by_path[page] for page in beside] for table, beside in pages_of(by_path).items()}
    apart = {page for beside in pages.values() for page in beside}
    for count, name in enumerate(file for file in files if file not in apart):
        if count >= MOST_FILES:
            yield ImportFileError(f"More than {MOST_FILES} files: the rest were left out.")
            return
        if name != "-" and _has_many_mails(Path(name)):
            yield Source(name, path=Path(name))
            continue
        try:
            source = _gathered(name, standard_input)
            if name in pages:
                parts = list(paged(source.name, source.data, {page: page for page in pages[name]}, _data_of))
            else:
                parts = [source] if source.bundle is not None else list(unpacked(source))
        except ImportFileError as error:
            yield error
            continue
        bytes_left -= len(source.data)
        if bytes_left < 0:
            yield ImportFileError(
                f"{name} and the files after it were left out: together they come to over {MOST_BYTES >> 20} MB."
                " Import fewer files at once."
            )
            return
        yield from parts
    if len(files) > _MOST_NAMES:
        yield ImportFileError(f"More than {_MOST_NAMES} files: the rest were left out.")


def _data_of(name: str) -> bytes:
    return _read(name, bytes).data


def _files(names: Iterable[str]) -> Iterator[str]:
    """Yield the files of names and folders, those of a folder in order; a Maildir is one."""
    for name in names:
        path = locations.expanded(name)
        if name != "-" and locations.is_folder(path):
            yield from sorted(_within(path), key=lambda file: Path(file).parts)
        else:
            yield name if name == "-" else str(path)


def _within(folder: Path) -> Iterator[str]:
    """Yield the files of a folder and its folders, without what is hidden; those of a Maildir begin with a dot."""
    for place, folders, files in os.walk(folder):
        if is_maildir(Path(place)):
            folders[:] = [name for name in folders if name not in ("cur", "new", "tmp")]
            files = []
            yield place
        folders[:] = [name for name in folders if not name.startswith(".") or is_maildir(Path(place, name))]
        folders[:] = [name for name in folders if not os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118
        yield from (str(file) for name in files if not name.startswith(".") and _is_read(file := Path(place, name)))


def _is_read(path: Path) -> bool:
    """Return whether something in a folder is read: a file, also one that cannot be, whose reading then says why."""
    try:
        return path.is_file()
    except OSError:
        return True


def is_maildir(path: Path) -> bool:
    """Return whether a folder holds mails, one a file, as servers and mail programs keep them."""
    return locations.is_folder(path / "cur") and locations.is_folder(path / "new")


def _has_many_mails(path: Path) -> bool:
    """Return whether mails are to be read one after another, since they are too many or too large to be held."""
    try:
        if path.is_dir():
            return is_maildir(path)
        if not path.is_file() or path.stat().st_size <= HELD:
            return False
        with path.open("rb") as file:
            return looks_like_mbox(file.read(_HEAD))
    except OSError:
        return False


def _gathered(name: str, standard_input: Callable[[], bytes]) -> Source:
    """Return what is in a file; of an export that has its files with it, the document alone."""
    if name != "-" and is_bundle(Path(name)):
        return _exported(name, Path(name))
    source = _read(name, standard_input)
    return _exported(source.name, source.data) if name == "-" and is_bundle(source.data) else source


def _exported(name: str, packed: Packed) -> Source:
    try:
        with opened(packed) as bundle:
            return Source(name, bundle.document(), bundle=packed)
    except (ImportFileError, OSError) as error:
        raise ImportFileError(f"{name}: {error} Nothing was imported from it.") from None


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
