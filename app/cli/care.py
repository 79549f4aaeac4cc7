"""`afterword backup`, `restore` and `doctor`: looking after the database without the dashboard."""

from __future__ import annotations

import argparse
import platform
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from app import __version__, locations, settings
from app.cli.main import DONE, REFUSED, say
from app.etiquette.errors import AfterwordError, NotFoundError
from app.storage import backups


def run(options: argparse.Namespace) -> int:
    """Do what was asked for and return the exit code."""
    database = locations.database_file(options.db)
    if options.command == "backup":
        return _back_up(database, options.output)
    if options.command == "restore":
        return _restore(Path(options.file).expanduser(), database)
    return _doctor(database)


def _back_up(database: Path, output: str | None) -> int:
    if not database.is_file():
        raise NotFoundError(f"There is no database at {database} yet, so there is nothing to back up.")
    if output:
        target = Path(output).expanduser()
    else:
        folder = locations.backup_folder(database)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = folder / f"by-hand-{settings.clock_now():%Y%m%dT%H%M%S}.db"
    say(f"Backed up to {backups.back_up(database, target)}")
    return DONE


def _restore(backup: Path, database: Path) -> int:
    kept = backups.restore(backup, database, settings.clock_now())
    told = f" The one that it replaced is kept as {kept}." if kept else ""
    say(f"{database} is now what {backup} holds.{told}")
    return DONE


def _doctor(database: Path) -> int:
    """Print how things stand; 1 when something is wrong."""
    wrong = 0
    for is_good, line in _findings(database):
        say(f"{'ok ' if is_good else 'NO '} {line}")
        wrong += not is_good
    say("All is well." if not wrong else f"{wrong} to look at.")
    return REFUSED if wrong else DONE


def _findings(database: Path) -> Iterator[tuple[bool, str]]:
    yield True, f"afterword {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield True, f"{platform.system()} {platform.release()}, {sys.stdout.encoding}"
    yield from _settings()
    if not database.exists():
        yield True, f"no database yet at {database}"
        return
    try:
        backups.check(database)
        yield True, f"the database {database} is sound"
    except AfterwordError as error:
        yield False, str(error)
    yield from _rights(database)
    folder = locations.backup_folder(database)
    newest = backups.newest_good(folder)
    if newest is None:
        yield True, f"no backup yet in {folder}; the dashboard makes one a day"
    else:
        count = len(list(folder.glob("*.db")))
        yield True, f"{count} backups in {folder}, the newest good one is {newest.name}"


def _settings() -> Iterator[tuple[bool, str]]:
    path = locations.settings_file()
    try:
        set_ = settings.load()
    except AfterwordError as error:
        yield False, str(error)
        return
    yield True, f"settings {path}{'' if path.exists() else ' (none, defaults)'}"
    yield True, f"time zone {set_.policy.zone}, log {locations.log_file()}"
    if set_.smtp:
        how = (
            "a command" if set_.smtp.get("password_command") else "the keyring, else asked for and kept in memory only"
        )
        yield True, f"mail by {set_.smtp.get('host', '?')}, the password comes from {how}"
    else:
        yield True, "no mail server is set: letters go by your mail program, the clipboard or a file"


def _rights(database: Path) -> Iterator[tuple[bool, str]]:
    for path, allowed in ((database, 0o600), (database.parent, 0o755)):
        mode = stat.S_IMODE(path.stat().st_mode)
        is_good = not mode & ~allowed & 0o777
        yield is_good, f"{path} has mode {mode:04o}" + ("" if is_good else f"; make it {allowed:04o} with chmod")
