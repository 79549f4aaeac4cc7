"""A hunt on a real file for tests, at a moment of their choice."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.etiquette.policy import Policy
from app.hunt.hunt import Done, Hunt
from app.hunt.verbs import applications, interviews
from app.settings import Settings
from app.storage import readers, reading
from app.storage.numbering import new_uid

T = TypeVar("T")
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SETTINGS = Settings(policy=Policy(zone=BERLIN))


class Clock:
    """A clock that tests set."""

    def __init__(self, now: datetime = NOW):
        self.now = now

    def __call__(self) -> datetime:
        """Return what it was set to."""
        return self.now


def open_hunt(path: Path, clock: Callable[[], datetime] | None = None) -> Hunt:
    """Open the hunt at a path; where there is none, one that was just begun is put there."""
    if not os.path.lexists(path):
        copied(path, _begin)
    return Hunt.open(path, SETTINGS, clock or Clock())


def _begin(path: Path) -> None:
    Hunt.open(path, SETTINGS, Clock())


def copied(path: Path, write: Callable[[Path], T]) -> T:
    """Put at a path what `write` writes there, and return what it returns.

    Only the first time it is written: later ones are copies, each with a uid of its own, as for another hunt.
    """
    made: tuple[bytes, bytes, T] = _written(write)
    whole, uid, returned = made
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(0o600, exist_ok=False)
    path.write_bytes(whole.replace(uid, new_uid().encode()))
    return returned


@cache
def _written(write: Callable[[Path], T]) -> tuple[bytes, bytes, T]:
    """Return the bytes of a hunt, its uid, and what was returned when it was written."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hunt.db"
        returned = write(path)
        with reader(path) as connection:
            (uid,) = connection.execute("SELECT uid FROM hunt").fetchone()
        whole = path.read_bytes()
    assert whole.count(uid.encode()) == 1
    return whole, uid.encode(), returned


@contextmanager
def reader(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that reads a file that is there, and close it after."""
    connection = readers.open_reader(path)
    assert connection is not None
    with closing(connection):
        yield connection


def notes(path: Path, application_id: int = 1) -> list[str]:
    """Return the notes on an application's timeline."""
    with reader(path) as connection:
        return [event.text for event in reading.events(connection, application_id) if event.what == "note"]


def add(hunt: Hunt, company: str = "Northwind", role: str = "Data Engineer") -> int:
    """Add an application and return its id."""
    done = hunt.add(lambda when: applications.added(when, company, role))
    assert done.application_id is not None
    return done.application_id


def log_interview(hunt: Hunt, application_id: int, hours_ago: float = 20, names: str = "Dana Lee, Omar Haddad") -> Done:
    """Log an interview of an hour that began so long ago."""
    starts = NOW - timedelta(hours=hours_ago)
    return hunt.do(
        application_id,
        lambda a, when: interviews.planned(
            a, when, starts=starts, ends=starts + timedelta(hours=1), names=names, noted="late events hurt"
        ),
    )
