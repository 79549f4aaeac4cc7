"""The machines that take part in sync, as this one has seen them: a row each, its own among them."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, insert

from app.storage.reading import snapshot
from app.storage.storable import check
from app.storage.tables import TABLES
from app.storage.values import moment
from app.storage.writing import Transaction

_DEVICES = (
    "SELECT device, name, is_own, is_removed, generation, stamp, digest, made_of, at FROM sync_device ORDER BY id"
)


class Device(NamedTuple):
    """One machine."""

    device: str
    """A random name that no other machine has."""
    name: str
    """What its file is called, without the ending."""
    is_own: bool = False
    is_removed: bool = False
    generation: int = 0
    """Of the file that was read last, of this machine written last; 0: none yet."""
    stamp: int = -1
    """Of this machine: the hunt's stamp at which its file was written."""
    digest: str = ""
    """The SHA-256 of that file."""
    made_of: str = ""
    """The SHA-256 of the document in it."""
    at: datetime | None = None
    """When that was, by the clock of the machine that wrote it."""


def new_device() -> str:
    """Return a name for a machine: 64 random bits as 16 hexadecimal digits."""
    return os.urandom(8).hex()


def devices(connection: sqlite3.Connection) -> list[Device]:
    """Return every machine that was seen, in the order in which they came."""
    with snapshot(connection):
        return [
            Device(device, name, bool(own), bool(removed), generation, stamp, digest, made_of, moment(at))
            for device, name, own, removed, generation, stamp, digest, made_of, at in connection.execute(_DEVICES)
        ]


def keep_device(transaction: Transaction, device: Device) -> None:
    """Store what is known of a machine, in place of what was stored of it."""
    table = TABLES["sync_device"]
    row = device._asdict()
    check("sync_device", [row])
    transaction.connection.execute(delete(table).where(table.c.device == device.device))
    transaction.connection.execute(insert(table), row)


def forget_own(transaction: Transaction) -> None:
    """Forget which of the machines this one is: it takes part as a new one from now on."""
    table = TABLES["sync_device"]
    transaction.connection.execute(delete(table).where(table.c.is_own.is_(True)))
