"""`afterword backup` and `restore`: looking after the database without the dashboard."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace

from app import locations, log, settings
from app.cli import kept_calendar
from app.cli.main import DONE, say
from app.etiquette.errors import NotFoundError, StorageError
from app.etiquette.time.lengths import count
from app.hunt.bundling import back_up_with_files, copy_files_beside, has_files, restore_whole
from app.hunt.private_files import place_of
from app.hunt.sync.setting_up import LEFT_BY_RESTORE
from app.storage import backups
from app.storage.protected_files import free_place
from app.storage.readers import open_reader
from app.storage.sync_devices import Device, devices


def run(options: SimpleNamespace) -> int:
    """Do what was asked for and return the exit code."""
    database = locations.database_file(options.db)
    log.start()
    try:
        if options.command == "backup":
            return _back_up(database, options.output)
        return _restore(locations.expanded(options.file), database)
    finally:
        log.stop()


def _back_up(database: Path, output: str | None) -> int:
    try:
        if not database.is_file():
            raise NotFoundError(f"There is no database at {database} yet, so there is nothing to back up.")
        target = _target(database, output)
    except OSError as error:
        place = error.filename or database
        raise StorageError(f"{place}: {error.strerror}. Check its permissions, or name a file with -o.") from error
    if target.suffix == ".zip":
        say(f"Backed up to {back_up_with_files(database, target)}")
        return DONE
    target = backups.back_up(database, target)
    along = copy_files_beside(database, target)
    files = f", its {count(along, 'file')} to {locations.files_folder(target)}" if along else ""
    say(f"Backed up to {target}{files}")
    return DONE


def _target(database: Path, output: str | None) -> Path:
    """Return where a backup goes: the named file, or a file in a folder named after the present moment."""
    given = place_of(output) if output else None
    if given is not None and not given.is_dir():
        return given
    folder = given or locations.backup_folder(database)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ending = "zip" if has_files(database) else "db"
    return free_place(folder / f"by-hand-{settings.clock_now():%Y%m%dT%H%M%S}.{ending}")


def _restore(backup: Path, database: Path) -> int:
    own = _own_machine(database)
    kept, missing = restore_whole(backup, database, settings.clock_now())
    notice = f" The one it replaced is kept as {kept}." if kept else ""
    if missing:
        notice += f" {count(missing, 'attached file')} did not come with it; `afterword doctor` names what is missing."
    say(f"Restored {database} from {backup}.{notice} An open dashboard shows it within two seconds.")
    if own is not None and _own_machine(database) is None:
        say(LEFT_BY_RESTORE.format(name=own.name))
    kept_calendar.rewrite_as_set(database)
    return DONE


def _own_machine(database: Path) -> Device | None:
    """Return this machine if the database takes part in sync; a damaged one, which is to be replaced, says nothing."""
    with suppress(StorageError, sqlite3.Error):
        connection = open_reader(database)
        if connection is not None:
            with closing(connection):
                return next((device for device in devices(connection) if device.is_own), None)
    return None
