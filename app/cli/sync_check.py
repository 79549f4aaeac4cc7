"""What the doctor says of sync: its folder, its key, the machines that take part. The database is only looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app import locations
from app.etiquette.errors import AfterwordError, SyncError
from app.hunt.sync.folder import must_be_there
from app.hunt.sync.setup import setup_of
from app.settings import Settings, load
from app.storage.opening import FileState, file_state


def sync_lines(database: Path) -> Iterator[tuple[bool, str]]:
    """Yield what there is to say of sync, a line each, with whether that is well; nothing where no folder is set, and
    for a database or settings that cannot be read."""
    try:
        prefs = load()
        if "folder" in prefs.sync and file_state(database) is FileState.CURRENT:
            yield _line(database, prefs)
    except AfterwordError:
        return


def _line(database: Path, prefs: Settings) -> tuple[bool, str]:
    folder = locations.expanded(prefs.sync["folder"])
    try:
        setup = setup_of(database, prefs)
        if setup is None:
            return True, f"sync is set to {locations.shown(folder)}, but this database takes no part in it"
        must_be_there(folder)
    except SyncError as error:
        return False, str(error)
    others = ", ".join(device.name for device in setup.others if not device.is_removed) or "no other machine yet"
    return True, f"syncs in {locations.shown(folder)} as {setup.own.name}, with {others}"
