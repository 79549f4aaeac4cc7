"""Remove contents of files that nothing needs any more: no application, no undo, and no backup of this computer.

A content is kept for a day in any case, since it is there before its application names it. Backups that were put
elsewhere have their own files beside them (`bundling.copy_files_beside`), and a zip has them inside.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path

from app.etiquette.errors import StorageError
from app.etiquette.time.dates import add_time
from app.hunt.bundling import hashes_named_in
from app.locations import backup_folder
from app.storage.kept_files import KeptFiles

KEPT_FOR = timedelta(days=1)


def unneeded(database: Path, now: datetime) -> list[str]:
    """Return the hashes of the contents that nothing needs.

    Raises:
        StorageError: the database or a backup cannot be read, so that nobody knows what it needs.
    """
    kept = KeptFiles.of(database)
    loose = kept.hashes() - hashes_named_in(database)
    for backup in _backups_of(database) if loose else ():
        try:
            loose -= hashes_named_in(backup, "ro")
        except StorageError as error:
            raise StorageError(f"Nothing was removed, since a backup may need it: {error}") from None
    before = add_time(now, -KEPT_FOR).timestamp()
    return sorted(sha256 for sha256 in loose if kept.path_of(sha256).stat().st_mtime < before)


def prune(database: Path, hashes: Iterable[str], now: datetime) -> int:
    """Remove those of some contents that are still unneeded, and return how many."""
    kept = KeptFiles.of(database)
    removed = [sha256 for sha256 in unneeded(database, now) if sha256 in set(hashes)]
    for sha256 in removed:
        kept.remove(sha256)
    return len(removed)


def _backups_of(database: Path) -> list[Path]:
    """Return every backup beside a database, and every database that a restored one replaced."""
    return [
        *sorted(backup_folder(database).glob("*.db")),
        *sorted(database.parent.glob(f"{escape(database.stem)}-replaced-*{escape(database.suffix)}")),
    ]
