"""How sync is set up on this machine: the folder, the key, and the machines that take part."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app import locations
from app.etiquette.errors import SyncError
from app.exchange.sealed import is_key
from app.hunt.sync.keys import kept_key
from app.settings import Settings
from app.storage.readers import opened_reader
from app.storage.sync_devices import Device, devices, keep_device
from app.storage.writing import Transaction

_ANOTHER_KEY = (
    "If another machine still has it, run `afterword sync --code` there and `afterword sync --join` here. If none has"
    " it, start over with `afterword sync --setup --new-key`. Your search here is complete either way."
)
KEY_LOST = f"The key of your sync isn't on this machine anymore, and nobody can make it again. {_ANOTHER_KEY}"
KEY_DAMAGED = f"The key of your sync is damaged on this machine. {_ANOTHER_KEY}"
_TAKE_PART_AGAIN = (
    "To let it take part again, run `afterword sync --code` on the other and `afterword sync --join` here. Your search"
    " here is complete."
)
REMOVED = f"This machine was removed from your sync by another one, so nothing was read or written. {_TAKE_PART_AGAIN}"
JUST_REMOVED = (
    "This machine was removed from your sync by another one, so nothing of it was left in the folder."
    f" {_TAKE_PART_AGAIN}"
)


class Noting(Protocol):
    """What stores facts about machines: a hunt, or a way to one from another thread."""

    def note(self, store: Callable[[Transaction], None]) -> None:
        """Store something that is not a verb; see `Hunt.note`."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Sync as it is set up for one database."""

    database: Path
    folder: Path
    key: str
    own: Device
    others: tuple[Device, ...]
    """The machines seen so far, removed ones included."""


def setup_of(database: Path, settings: Settings) -> Setup | None:
    """Return how sync is set up, None where it is not.

    Raises:
        SyncError: the key is lost or damaged, or this machine was removed.
        StorageError: the database cannot be read.
    """
    if "folder" not in settings.sync:
        return None
    own, others = machines(database)
    if own is None:
        return None
    if own.is_removed:
        raise SyncError(REMOVED)
    key = kept_key(own.device)
    if not key:
        raise SyncError(KEY_LOST)
    if not is_key(key):
        raise SyncError(KEY_DAMAGED)
    return Setup(database, locations.expanded(settings.sync["folder"]), key, own, others)


def machines(database: Path) -> tuple[Device | None, tuple[Device, ...]]:
    """Return this machine, None if it takes no part in sync, and the others seen so far.

    Raises:
        StorageError: the database cannot be read.
    """
    with opened_reader(database) as connection:
        seen = devices(connection) if connection is not None else []
    own = next((device for device in seen if device.is_own), None)
    return own, tuple(device for device in seen if not device.is_own)


def takes_part(connection: sqlite3.Connection) -> bool:
    """Return whether this hunt takes part in sync, even if its key is lost."""
    return any(device.is_own for device in devices(connection))


def keep_devices(hunt: Noting, *changed: Device) -> None:
    """Store facts about machines."""

    def store(transaction: Transaction) -> None:
        for device in changed:
            keep_device(transaction, device)

    if changed:
        hunt.note(store)
