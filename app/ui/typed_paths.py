"""Paths as people type them, and as terminals type those of files that are dropped on them."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from app import locations
from app.etiquette.errors import AfterwordError

_URL = "file:"


def is_url(text: str) -> bool:
    """Return whether this is, or begins like, the URL of a file."""
    return text.lstrip("'\"").casefold().startswith(_URL)


def typed_paths(text: str, folder: Path) -> list[Path]:
    """Return the paths of what is there by what was typed, [] when any of it is not.

    What is typed is a path, and where nothing has that name, what a shell would read: quoted, with backslashes, several
    of them; or `file://` URLs (RFC 8089).

    Args:
        folder: what relative paths start from.
    """
    if not text.strip():
        return []
    plain = _path(text, folder)
    if locations.is_there(plain):
        return [plain]
    try:
        words = shlex.split(text)
    except ValueError:  # a quote that is not closed yet
        return []
    paths = [_of_url(word) if is_url(word) else _path(word, folder) for word in words]
    there = [path for path in paths if path is not None and locations.is_there(path)]
    return there if len(there) == len(words) else []


def _path(text: str, folder: Path) -> Path:
    try:
        return (folder / locations.expanded(text)).absolute()
    except AfterwordError:
        return folder / text


def _of_url(word: str) -> Path | None:
    """Return the path of a URL, None when it is on another computer or none at all."""
    import platform

    try:
        url = urlsplit(word)
    except ValueError:
        return None
    is_here = url.netloc.casefold() in ("", "localhost", platform.node().casefold())
    return Path(os.fsdecode(unquote_to_bytes(url.path))) if is_here and url.path else None
