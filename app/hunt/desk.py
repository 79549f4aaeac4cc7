"""Where the screen puts its questions and verbs: reads through sqlite3, writes through the hunt, in the order in which
they were asked for. SQLModel is imported in the store thread, behind the first frame."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.etiquette.errors import StorageError
from app.etiquette.frozen import replace
from app.hunt.calendar_file import CalendarKeeper
from app.hunt.daily_backup import DailyBackup
from app.hunt.gc_pause import with_gc_paused
from app.hunt.hooks.calling import Hooks
from app.hunt.hunt_reader import HuntReader
from app.hunt.snapshot import (
    Detail,
    PipelineRow,
    Snapshot,
    read_detail,
    read_pipeline,
    read_snapshot,
    read_under_way,
)
from app.hunt.store_thread import StoreThread
from app.settings import Settings
from app.storage.identity import Identity

if TYPE_CHECKING:
    from app.hunt.hunt import Hunt
    from app.storage.writing import Transaction

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Desk:
    """Where the screen puts its questions and its verbs. Every coroutine may raise `AfterwordError`."""

    def __init__(self, database: Path, settings: Settings, clock: Callable[[], datetime], hooks: Hooks | None = None):
        """Open nothing yet.

        Args:
            hooks: what hears of each verb; None: the user's own hooks.
        """
        self.hooks = hooks or Hooks.of_user()
        self.database = database
        self.settings = settings
        self.clock = clock
        self.calendar = CalendarKeeper(database, settings, clock)
        self.backup = DailyBackup(database, clock)
        self._identity = Identity(database)
        self.reader = HuntReader(database, self._identity)
        self._thread = StoreThread()
        self._hunt: Hunt | None = None
        self._waits_for_renewal = True
        """Whether much that time has overtaken is left out until it is stored; False where nothing can be stored."""

    async def prepare(self) -> None:
        """Open the database for writing, making or migrating it; SQLModel is imported here."""
        await self._thread.run(self._opened)
        self.calendar.note_change()

    async def do(self, job: Callable[[Hunt], T]) -> T:
        """Run a verb in its transaction; its result is on disk when this returns."""
        return await self._thread.run(lambda: self._done(job))

    def do_now(self, job: Callable[[Hunt], T]) -> T:
        """Run a verb and wait for it without an event loop: for the program's last moments."""
        return self._thread.run_now(lambda: self._done(job))

    def note(self, store: Callable[[Transaction], None]) -> None:
        """Store what is no verb, from a thread that has waited for something slow: see `Hunt.note`.

        Raises:
            StorageError: it could not be stored.
        """
        try:
            self.do_now(lambda hunt: hunt.note(store))
        except TimeoutError:
            raise StorageError("The database was busy for too long. Another program may be using it.") from None

    async def screen(self, most: int) -> Snapshot:
        """Return the hunt as it stands now, with so many steps of its due list; a negative number for all.

        What was stored before is in it, and no change for `changed` any more.
        """

        def read() -> Snapshot:
            self.reader.is_changed()
            connection, policy, now = self.reader.connection(), self.settings.policy, self.clock()
            snapshot = read_snapshot(connection, policy, now, most, is_patient=not self._waits_for_renewal)
            under_way = read_under_way(connection, policy, now) if connection is not None else None
            return snapshot if under_way is None else replace(snapshot, under_way=under_way)

        return await self._thread.run(lambda: with_gc_paused(read))

    async def renew_outdated(self) -> None:
        """Store what time has changed on the agenda since it was stored, in portions between which verbs have a turn.
        Where nothing can be stored, whoever reads the agenda works it out instead."""
        try:
            while await self._thread.run(lambda: self._opened().renew_outdated()):
                pass
        except StorageError as error:
            self._waits_for_renewal = False
            logger.warning("the agenda was not renewed: %s", error)

    async def pipeline(self, *, archived: bool | None = False) -> list[PipelineRow]:
        """Return a row for every application, or for every archived one; None: for both."""

        def read() -> list[PipelineRow]:
            return read_pipeline(self.reader.must_read(), self.settings.policy, self.clock(), archived=archived)

        return await self._thread.run(lambda: with_gc_paused(read))

    async def detail(self, application_id: int) -> Detail:
        """Return one application with its timeline."""
        return await self._thread.run(
            lambda: read_detail(self.reader.must_read(), application_id, self.settings.policy, self.clock())
        )

    async def read(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run another read."""
        return await self._thread.run(lambda: job(self.reader.must_read()))

    async def aside(self, job: Callable[[], T]) -> T:
        """Run something slow that needs no database, in its turn."""
        return await self._thread.run(job)

    async def changed_since(self, screen: Snapshot) -> bool:
        """Return whether something was stored since a snapshot was read; ask `changed` about later changes."""
        return await self._thread.run(lambda: self.reader.is_changed_since(screen.stamp))

    async def changed(self) -> bool:
        """Return whether anybody changed the file since the last call.

        Raises:
            ExchangedError: it is gone, or another hunt is in its place; told once.
        """
        return await self._thread.run(self.reader.is_changed)

    def close(self) -> None:
        """Finish what is queued, then close the database and the thread, and write the calendar a last time."""
        self._thread.close(self.reader.close)
        if self._hunt is not None:
            self.calendar.note_change()
        self.calendar.close()
        self.hooks.close()

    def _done(self, job: Callable[[Hunt], T]) -> T:
        result = job(self._opened())
        self.calendar.note_change()
        return result

    def _opened(self) -> Hunt:
        if self._hunt is None:
            from app.hunt.hunt import Hunt

            self._hunt = Hunt.open(self.database, self.settings, self.clock, self._identity, self.hooks)
        return self._hunt
