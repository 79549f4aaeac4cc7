"""What is typed into a form, in a private file of its own until the form is saved or left: a power cut loses little.

The name of a file tells whose form it is: the database, and a digest of what the form is called there.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from app import locations
from app.etiquette.text import clean, clean_lines
from app.hunt.kept_texts import digest, digest_of
from app.hunt.private_files import write_privately

_LONGEST = 1_000_000
"""Bytes of a file that is read."""
_OLDEST = 14 * 24 * 3600.0
"""Seconds after which nobody goes on with a form: its file is deleted."""


class KeptForm(NamedTuple):
    """A form that was neither saved nor left."""

    title: str
    values: Mapping[str, str]
    """What stood in the fields that were changed, by name."""


def form_file(database: Path, name: str) -> Path:
    """Return the file of a form.

    Args:
        name: tells the form apart from all others of this database: `reply 7`.
    """
    return locations.state_folder() / f"form-{digest_of(database)}-{digest(name.encode())}.json"


def keep_form(path: Path, form: KeptForm) -> None:
    """Write what was typed so far.

    Raises:
        StorageError, OSError: it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_privately(path, json.dumps([form.title, dict(form.values)]).encode())


def kept_form(path: Path) -> KeptForm | None:
    """Return what was typed into a form that was neither saved nor left, None for nothing that can be read."""
    try:
        if path.stat().st_size > _LONGEST:
            return None
        title, values = json.loads(path.read_bytes())
        return KeptForm(clean(str(title)), {str(name): clean_lines(str(text)) for name, text in values.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def left_forms(database: Path) -> list[str]:
    """Return the titles of the forms of this database that were neither saved nor left, and forget the old ones."""
    titles = []
    for path in _files_of(database):
        if _is_old(path):
            drop_form(path)
        elif (form := kept_form(path)) is not None:
            titles.append(form.title)
    return titles


def _files_of(database: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(locations.state_folder().glob(f"form-{digest_of(database)}-*.json"))
    return []


def _is_old(path: Path) -> bool:
    """Return whether nobody goes on with a form any more; one that was left this moment has no file."""
    with suppress(OSError):
        return time.time() - path.stat().st_mtime > _OLDEST
    return False


def drop_form(path: Path) -> None:
    """Forget what was typed into a form."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
