"""The files that the user writes for the program: settings, phrases, themes, templates, words. Read only by this door.

Such a file may come from any editor, and a path may lead to anything: what is no regular file is refused unread, since
a pipe would keep the program waiting for ever.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, BinaryIO

from app.etiquette.errors import SettingsError

LARGEST = 1_000_000
"""Bytes of such a file."""


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading; anything else is refused without waiting for it.

    Raises:
        OSError: there is none, or it cannot be opened.
        SettingsError: it is a folder, a pipe or a device.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # or opening a pipe would wait for a writer
    try:
        must_be_regular(path, os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def must_be_regular(path: Path, status: os.stat_result) -> None:
    """Raise `SettingsError` unless the path is a file proper."""
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or a device"
        raise SettingsError(f"{path} is {kind}, not a file. Move it away, or name another file.")


def read_own(path: Path) -> str:
    """Return the text of a file without its byte-order mark.

    Raises:
        FileNotFoundError: there is none.
        SettingsError: it is irregular, not UTF-8, too large or unreadable; the sentence names the file and what to do.
    """
    try:
        with open_regular(path) as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}. Fix it, or move it away.") from None
    if len(data) > LARGEST:
        raise SettingsError(f"{path} is larger than 1 MB. Make it shorter, or move it away.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}, line {line}: this is not UTF-8 text. Save the file as UTF-8.") from None


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file.

    Raises:
        FileNotFoundError: there is none.
        SettingsError: see `read_own`; or it is not TOML.
    """
    text = read_own(path)
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise SettingsError(f"{path}: brackets are nested too deep. Fix it, or move it away.") from None
    except ValueError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}. Fix it, or move it away.") from None
