"""What was said to which address, kept in the state folder by hunt: outside the database, so that a backup put in its
place repeats nothing, and a reminder takes no write lock that a dashboard waits for.

An address that can hold a password is kept as its digest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from app import locations
from app.etiquette.errors import StorageError
from app.etiquette.reminder_addresses import is_plain
from app.etiquette.reminding import Mentions
from app.hunt.private_files import write_privately
from app.storage.system_files import lock

_LARGEST = 4_000_000
"""Bytes of a memory that is read; a larger one is none of ours."""
_LONGEST = 500
"""Characters of what went wrong that are kept."""


def memory_file() -> Path:
    """Return where it is kept."""
    return locations.state_folder() / "reminded.json"


class Memory:
    """What was said so far; what is changed here is stored by `save`. One that cannot be read is taken as empty: the
    worst that follows is a reminder that comes twice."""

    def __init__(self, path: Path):
        self._path = path
        self._table = _read(path)

    def mentions(self, hunt_uid: str, address: str) -> Mentions:
        """Return what an address was told of a hunt."""
        entry = _inner(_inner(_inner(self._table, "hunts"), hunt_uid), _kept(address))
        day, due, late = entry.get("digest_on"), entry.get("due"), entry.get("late")
        try:
            return Mentions(date.fromisoformat(day) if day else None, frozenset(due or ()), frozenset(late or ()))
        except (TypeError, ValueError):
            return Mentions()

    def keep(self, hunt_uid: str, address: str, mentions: Mentions) -> None:
        """Keep what an address was told of a hunt."""
        _inner(_inner(self._table, "hunts"), hunt_uid)[_kept(address)] = {
            "digest_on": mentions.digest_on.isoformat() if mentions.digest_on else None,
            "due": sorted(mentions.due),
            "late": sorted(mentions.late),
        }

    def forget_others(self, hunt_uid: str, addresses: tuple[str, ...]) -> None:
        """Forget what was told to addresses that the settings no longer name."""
        entries = _inner(_inner(self._table, "hunts"), hunt_uid)
        for other in set(entries) - set(map(_kept, addresses)):
            del entries[other]

    def note_run(self, now: datetime, problems: list[str]) -> None:
        """Note when reminders last ran, and what went wrong then."""
        self._table["ran"] = now.isoformat()
        self._table["problems"] = [problem[:_LONGEST] for problem in problems]

    @property
    def ran(self) -> datetime | None:
        """When reminders last ran; None: never."""
        ran = self._table.get("ran")
        try:
            moment = datetime.fromisoformat(ran) if isinstance(ran, str) else None
        except ValueError:
            return None
        return moment if moment is not None and moment.tzinfo is not None else None

    @property
    def problems(self) -> list[str]:
        """What went wrong when they last ran, a sentence each."""
        problems = self._table.get("problems")
        return [str(problem) for problem in problems] if isinstance(problems, list) else []

    def save(self) -> None:
        """Store it.

        Raises:
            StorageError: it cannot be written; what was stored before is unchanged.
        """
        write_privately(self._path, json.dumps(self._table, indent=1).encode())


def remembered() -> Memory:
    """Return what is remembered now, to be looked at."""
    return Memory(memory_file())


@contextmanager
def held() -> Iterator[Memory | None]:
    """Keep the memory for this process alone; yield None when another one is sending reminders.

    Raises:
        StorageError: the state folder cannot be written.
    """
    path = memory_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path.with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise StorageError(
            f"{path.parent} can't be written: {error.strerror}. No reminder was sent, since it couldn't be remembered."
        ) from None
    try:
        yield Memory(path) if _is_ours(handle) else None
    finally:
        os.close(handle)


def _is_ours(handle: int) -> bool:
    try:
        return lock(handle)
    except OSError:
        return True  # a disk without locks: two at once say something twice, at worst


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            table = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def _kept(address: str) -> str:
    """Return what an address is kept as."""
    return address if is_plain(address) else sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _inner(table: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the table inside a table, a new one if there is none."""
    inner = table.get(name)
    if not isinstance(inner, dict):
        inner = table[name] = {}
    return inner
