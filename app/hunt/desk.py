"""The one store thread, awaited: reads through sqlite3, writes through the hunt, in the order in which they were
asked for. SQLModel is imported there, behind the first frame."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app import locations
from app.etiquette.errors import NotFoundError, StorageError
from app.etiquette.frozen import replace
from app.hunt.calendar_file import CalendarKeeper
from app.hunt.gc_pause import with_gc_paused
from app.hunt.hooks.calling import Hooks
from app.hunt.snapshot import (
    Detail,
    PipelineRow,
    Snapshot,
    read_detail,
    read_pipeline,
    read_snapshot,
    read_under_way,
)
from app.settings import Settings
from app.storage import backups, readers, reading
from app.storage.failures import DamagedError
from app.storage.identity import ExchangedError, Identity, file_at
from app.storage.opening import only_read
from app.storage.way_back import with_way_back

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
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._hunt: Hunt | None = None
        self._reader: sqlite3.Connection | None = None
        self._seen = -1
        self._identity = Identity(database)
        self._file: tuple[int, int] | None = None
        self._trouble = ""
        self._backed_up: date | None = None
        self._waits_for_renewal = True
        """Whether much that time has overtaken is left out until it is stored; False where nothing can be stored."""

    async def _in_thread(self, job: Callable[[], T]) -> T:
        """Run a job in the store thread, to its end even when nobody waits for it any longer."""
        running = asyncio.get_running_loop().run_in_executor(self._thread, _with_way_back, job)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            running.add_done_callback(_log_failure)
            raise

    async def prepare(self) -> None:
        """Open the database for writing, making or migrating it; SQLModel is imported here."""
        await self._in_thread(self._opened)
        self.calendar.note_change()

    async def keep_backup(self) -> None:
        """Make today's backup unless there is one, and check that the database is sound; nobody waits for it.

        Raises:
            StorageError: it is damaged, or there is no place for a backup.
        """
        now = self.clock()
        self._backed_up = now.date()
        folder = locations.backup_folder(self.database)
        await asyncio.to_thread(_with_way_back, lambda: backups.keep(self.database, folder, now))

    def is_backup_due(self) -> bool:
        """Return whether another day has begun since `keep_backup` was last called."""
        return self._backed_up is not None and self.clock().date() != self._backed_up

    def only_read(self) -> str:
        """Return a sentence when the database can be read but not written, "" otherwise."""
        return only_read(self.database)

    async def do(self, job: Callable[[Hunt], T]) -> T:
        """Run a verb in its transaction; its result is on disk when this returns."""
        return await self._in_thread(lambda: self._done(job))

    def do_now(self, job: Callable[[Hunt], T]) -> T:
        """Run a verb and wait for it without an event loop: for the program's last moments."""
        return self._thread.submit(_with_way_back, lambda: self._done(job)).result(timeout=10)

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
            self._changed()
            connection, policy, now = self._reading(), self.settings.policy, self.clock()
            snapshot = read_snapshot(connection, policy, now, most, is_patient=not self._waits_for_renewal)
            under_way = read_under_way(connection, policy, now) if connection is not None else None
            return snapshot if under_way is None else replace(snapshot, under_way=under_way)

        return await self.made(read)

    async def renew_outdated(self) -> None:
        """Store what time has changed on the agenda since it was stored, in portions between which verbs have a turn.
        Where nothing can be stored, whoever reads the agenda works it out instead."""
        try:
            while await self._in_thread(lambda: self._opened().renew_outdated()):
                pass
        except StorageError as error:
            self._waits_for_renewal = False
            logger.warning("the agenda was not renewed: %s", error)

    async def pipeline(self, *, archived: bool | None = False) -> list[PipelineRow]:
        """Return a row for every application, or for every archived one; None: for both."""
        return await self.made(
            lambda: read_pipeline(self._must_read(), self.settings.policy, self.clock(), archived=archived)
        )

    async def detail(self, application_id: int) -> Detail:
        """Return one application with its timeline."""
        return await self._in_thread(
            lambda: read_detail(self._must_read(), application_id, self.settings.policy, self.clock())
        )

    async def read(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run another read."""
        return await self._in_thread(lambda: job(self._must_read()))

    async def made(self, make: Callable[[], T]) -> T:
        """Make many records without the pauses of garbage collections."""
        return await self._in_thread(lambda: with_gc_paused(make))

    async def aside(self, job: Callable[[], T]) -> T:
        """Run something slow that needs no database, in its turn."""
        return await self._in_thread(job)

    async def changed_since(self, screen: Snapshot) -> bool:
        """Return whether something was stored since a snapshot was read; ask `changed` about later changes."""
        return await self._in_thread(lambda: self._changed_since(screen))

    async def changed(self) -> bool:
        """Return whether anybody changed the file since the last call.

        Raises:
            ExchangedError: it is gone, or another hunt is in its place; told once.
        """
        return await self._in_thread(self._changed)

    def close(self) -> None:
        """Finish what is queued, then close the database and the thread, and write the calendar a last time."""
        with contextlib.suppress(RuntimeError):
            self._thread.submit(self._shut).result()
        self._thread.shutdown(wait=True)
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

    def _reading(self) -> sqlite3.Connection | None:
        if self._reader is None:
            self._file = file_at(self.database)
            self._reader = readers.open_reader(self.database)
        if self._reader is not None:
            with reading.snapshot(self._reader):
                self._identity.confirm(self._reader)
        return self._reader

    def _follow_file(self) -> None:
        """Continue with the file that is at the path now, which may not be the one that was opened.

        Raises:
            ExchangedError: there is none, or it holds another hunt. What was read before can still be read then.
        """
        if self._reader is None or file_at(self.database) == self._file:
            return
        self._identity.must_be_there()
        opened, self._reader = self._reader, None
        try:
            self._reading()
        except BaseException:
            self._shut()
            self._reader = opened
            raise
        opened.close()
        self._seen = -1

    def _must_read(self) -> sqlite3.Connection:
        connection = self._reading()
        if connection is None:
            raise NotFoundError("There's nothing here yet. Add an application first.")
        return connection

    def _changed(self) -> bool:
        try:
            self._follow_file()
            connection = self._reading()
            version = -1 if connection is None else reading.data_version(connection)
        except ExchangedError as error:
            is_new, self._trouble = str(error) != self._trouble, str(error)
            if is_new:
                raise
            return False
        except (StorageError, sqlite3.Error):
            return False
        changed, self._seen, self._trouble = version != self._seen, version, ""
        return changed

    def _changed_since(self, screen: Snapshot) -> bool:
        self._changed()
        connection = self._reading()
        return connection is not None and reading.stamp(connection) != screen.stamp

    def _shut(self) -> None:
        if self._reader is not None:
            self._reader.close()


def _with_way_back(job: Callable[[], T]) -> T:
    """Run a job, and let it fail with what a person is to read: what to do about a damaged database included."""
    try:
        return job()
    except DamagedError as error:
        raise with_way_back(error) from error


def _log_failure(future: asyncio.Future[T]) -> None:
    """Log the name of an error in a job that nobody waits for any longer."""
    error = None if future.cancelled() else future.exception()
    if error is not None:
        logger.warning("a background task ended with %s", type(error).__name__)
