"""The backup that a dashboard keeps of its database each day, for as long as it stays open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from app import locations
from app.hunt.store_thread import to_be_read
from app.storage import backups


class DailyBackup:
    """Makes the backups of one database."""

    def __init__(self, database: Path, clock: Callable[[], datetime]):
        self._database, self._clock = database, clock
        self._kept_on: date | None = None

    def is_due(self) -> bool:
        """Return whether another day has begun since `keep` was last called."""
        return self._kept_on is not None and self._clock().date() != self._kept_on

    async def keep(self) -> None:
        """Make today's backup unless there is one, and check that the database is sound; no verb waits for it.

        Raises:
            StorageError: it is damaged, or there is no place for a backup.
        """
        now = self._clock()
        self._kept_on = now.date()
        folder = locations.backup_folder(self._database)
        await asyncio.to_thread(to_be_read, lambda: backups.keep(self._database, folder, now))
