"""What is typed into a form, in a private file of its own until the form is saved or left: a power cut loses little.

The name of a file tells whose form it is: the database, a digest of what the form is called there, and the process that
keeps it. What a process left that is gone is taken over by the next one that opens the form; what a living one keeps is
nobody else's.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from app import locations
from app.etiquette.text import clean, clean_lines
from app.hunt.kept_texts import digest, digest_of
from app.hunt.private_files import write_privately
from app.storage.system_files import is_another

_LONGEST = 4_000_000
"""Bytes of a file that is read."""
_OLDEST = 14 * 24 * 3600.0
"""Seconds after which nobody goes on with a form: its file is deleted."""
_NAME = re.compile(r"form-(?P<form>[0-9a-f]{8}-[0-9a-f]{8})(?:-(?P<pid>\d+))?\.json")
"""Without a process, as an older version wrote it, nobody keeps it any more."""


class KeptForm(NamedTuple):
    """A form that was neither saved nor left."""

    title: str
    values: Mapping[str, str]
    """What stood in the fields that were changed, by name."""


def form_file(database: Path, name: str) -> Path:
    """Return the file in which this process keeps a form.

    Args:
        name: tells the form apart from all others of this database: `reply 7`.
    """
    return locations.state_folder() / f"form-{_form(database, name)}-{os.getpid()}.json"


def keep_form(path: Path, form: KeptForm) -> None:
    """Write what was typed so far.

    Raises:
        StorageError, OSError: it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_privately(path, json.dumps([form.title, dict(form.values)], ensure_ascii=False).encode())


def taken_over(database: Path, name: str) -> Mapping[str, str]:
    """Return what was left in a form, by field, and keep it as this process's own; {} for nothing.

    Of several that were left the newest is taken; the others are there the next time.
    """
    own = form_file(database, name)
    left = list(_left(f"form-{_form(database, name)}*.json"))
    for path in sorted(left, key=lambda path: (path != own, _age(path))):
        form = _read(path)
        if form is not None:
            with suppress(OSError):  # another dashboard may have been quicker
                path.replace(own)
                return form.values
    return {}


def left_forms(database: Path) -> list[str]:
    """Return the titles of the forms of this database that were neither saved nor left, and forget all old ones."""
    titles = []
    for path in list(_left("form-*.json")):
        if _age(path) > _OLDEST:
            drop_form(path)
        elif path.name.startswith(f"form-{digest_of(database)}-") and (form := _read(path)) is not None:
            titles.append(form.title)
    return list(dict.fromkeys(titles))


def drop_form(path: Path) -> None:
    """Forget what was typed into a form."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _form(database: Path, name: str) -> str:
    return f"{digest_of(database)}-{digest(name.encode())}"


def _left(pattern: str) -> Iterator[Path]:
    """Return the files of a pattern that no other process keeps, in the order of their names."""
    with suppress(OSError):
        for path in sorted(locations.state_folder().glob(pattern)):
            match = _NAME.fullmatch(path.name)
            if match is not None and not (match["pid"] and is_another(int(match["pid"]))):
                yield path


def _age(path: Path) -> float:
    """Return how long ago a file was written, in seconds; infinite for one that is gone."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


def _read(path: Path) -> KeptForm | None:
    """Return what was typed into a form, None for nothing that can be read."""
    try:
        if path.stat().st_size > _LONGEST:
            return None
        title, values = json.loads(path.read_bytes())
        return KeptForm(clean(str(title)), {str(name): clean_lines(str(text)) for name, text in values.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return None
