"""`afterword doctor`: versions, where things are, what is sound, who may read it. Changes nothing."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from app import __version__, locations, settings
from app.cli.files_check import file_lines
from app.cli.inbox_check import inbox_problem_or_line
from app.cli.main import DONE, REFUSED, say
from app.cli.remind_check import reminder_lines
from app.cli.streams import is_utf8
from app.cli.sync_check import sync_lines
from app.etiquette.errors import AfterwordError, StorageError
from app.etiquette.time.lengths import count
from app.hunt.bundling import check_zip
from app.hunt.hooks.calling import hooks_in, why_not_run
from app.letters.phrases import load_phrases
from app.local_zone import say_local_zone
from app.settings import Settings
from app.storage import backups
from app.storage.opening import REVISION, FileState, file_state, only_read
from app.storage.way_back import refuse_emptied, with_way_back
from app.user_files import read_own, read_toml

OK, WARNING, WRONG = "ok ", " ! ", "NO "
_SYNCED = ("dropbox", "onedrive", "mobile documents", "icloud", "google drive", "googledrive", "nextcloud", "syncthing")
"""How the names of folders begin that another program syncs with another machine."""
_SYNC_MARKS = (".stfolder", ".dropbox", ".owncloudsync.log")
"""Files that such programs leave in the folders they sync."""
_ROOM = 3
"""How many times its own size a database should have free on its disk: a migration and its backup need two."""

_LEAST_ROOM = 32 * 1024
"""Bytes that a file counts as at least: what is typed into a form is kept beside the log."""


class Finding(NamedTuple):
    """One line of what the doctor says."""

    verdict: str
    line: str


def run(options: SimpleNamespace) -> int:
    """Print how things stand and return the exit code: 1 when something is wrong; a warning is not."""
    wrong = 0
    for finding in _findings(locations.database_file(options.db), connects=options.connect):
        say(f"{finding.verdict} {finding.line}")
        wrong += finding.verdict == WRONG
    say("All is well." if not wrong else f"{count(wrong, 'problem')}, marked NO.")
    return REFUSED if wrong else DONE


def _findings(database: Path, *, connects: bool) -> Iterator[Finding]:
    yield from _versions()
    yield from _settings(connects=connects)
    yield from _own_files()
    yield from _hooks()
    yield from _database(database)
    yield from _files(database)
    yield from _sync(database)
    yield from _backups(locations.backup_folder(database))
    yield from _surroundings(database)


def _versions() -> Iterator[Finding]:
    yield Finding(OK, f"afterword {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    parts = ("textual", "sqlmodel", "sqlalchemy", "alembic")
    yield Finding(OK, ", ".join(f"{part} {importlib.metadata.version(part)}" for part in parts))
    yield Finding(OK, f"{platform.system()} {platform.release()}, {sys.stdout.encoding}")
    if not is_utf8(sys.stdout.encoding):
        yield Finding(
            WARNING,
            f"this terminal's encoding is {sys.stdout.encoding}: the dashboard needs UTF-8, and other commands write"
            " substitutes for the characters it lacks. Set LANG to a UTF-8 locale, like LANG=C.UTF-8",
        )


def _settings(*, connects: bool) -> Iterator[Finding]:
    path = locations.settings_file()
    try:
        prefs = settings.load()
        has_one = path.exists()
    except (AfterwordError, OSError) as error:
        yield Finding(WRONG, str(error))
        return
    yield Finding(OK, f"settings {path}{'' if has_one else ' (none yet, so defaults apply)'}")
    if has_one:
        yield from _rights(path, 0o644)
    yield Finding(OK, f"time zone {say_local_zone(prefs.policy.zone, settings.clock_now())}")
    yield Finding(OK, _mail(prefs))
    is_well, line = inbox_problem_or_line(prefs, connects=connects)
    yield Finding(OK if is_well else WRONG, line)
    for is_well, line in reminder_lines(prefs, settings.clock_now()):
        yield Finding(OK if is_well else WARNING, line)
    log = locations.log_file()
    yield Finding(OK, f"log {log}{'' if locations.is_there(log) else ' (none yet)'}")
    if locations.is_there(log):
        yield from _rights(log, 0o600)
        yield from _rights(log.parent, 0o700)
    if locations.is_folder(log.parent) and not os.access(log.parent, os.W_OK):
        yield Finding(
            WARNING,
            f"{log.parent} can't be written: the log and the theme aren't kept, nor is what you type into a form until"
            " it's saved. Give yourself permission to write the folder",
        )


def _own_files() -> Iterator[Finding]:
    """Yield a finding for each of the user's phrases, themes, templates and word lists that cannot be read."""
    folder = locations.settings_folder()
    readers: list[tuple[Path, Callable[[Path], object]]] = [
        (folder / "phrases.toml", load_phrases),
        (folder / "words.txt", read_own),
    ]
    try:
        readers += [(path, read_toml) for path in sorted(locations.themes_folder().glob("*.toml"))]
        readers += [(path, read_own) for path in sorted(locations.templates_folder().glob("*.j2"))]
    except OSError as error:
        yield Finding(WRONG, f"{error.filename or folder} can't be checked: {error.strerror}")
    for path, read in readers:
        if not locations.is_link(path) and not locations.is_there(path):
            continue
        try:
            read(path)
        except FileNotFoundError:
            yield Finding(WRONG, f"{path} is a broken link")
        except AfterwordError as error:
            yield Finding(WRONG, str(error))


def _hooks() -> Iterator[Finding]:
    for hook in hooks_in(locations.hooks_folder()):
        if why := why_not_run(hook):
            yield Finding(WARNING, f"the hook {hook} {why}")
        else:
            yield Finding(OK, f"the hook {hook} hears of each change")


def _mail(prefs: Settings) -> str:
    if not prefs.smtp:
        return "no mail server is set up: letters go through your mail program, the clipboard, or a file"
    if prefs.smtp.get("password_command"):
        how = "a command"
    elif prefs.smtp.get("keyring", True):
        how = "the keyring; if it isn't there, you're asked, and it's kept in memory only"
    else:
        how = "you: you're asked, and it's kept in memory only"
    return f"mail through {prefs.smtp.get('host', '?')}, the password comes from {how}"


def _database(database: Path) -> Iterator[Finding]:
    try:
        state = file_state(database)
        if state is FileState.FRESH:
            refuse_emptied(database)
            yield Finding(OK, f"no database yet at {database}")
            return
        backups.check(database, "rw")
        is_older = state is FileState.OLDER
        schema = "from an older version: the next start updates it" if is_older else f"schema {REVISION}"
        yield Finding(OK, f"the database {database} is sound, {schema}")
        if why_not := only_read(database):
            yield Finding(WRONG, why_not)
    except StorageError as error:
        yield Finding(WRONG, str(with_way_back(error)))
    except AfterwordError as error:
        yield Finding(WRONG, str(error))
    for path, allowed in ((database, 0o600), (database.parent, 0o755)):
        yield from _rights(path, allowed)


def _files(database: Path) -> Iterator[Finding]:
    for is_well, line in file_lines(database):
        yield Finding(OK if is_well else WRONG, line)
    folder = locations.files_folder(database)
    if locations.is_folder(folder):
        yield from _rights(folder, 0o700)


def _sync(database: Path) -> Iterator[Finding]:
    yield from (Finding(OK if is_well else WRONG, line) for is_well, line in sync_lines(database))
    for key in sorted(locations.state_folder().glob("sync-*.key")):
        yield from (finding for finding in _rights(key, 0o600) if finding.verdict == WRONG)


def _backups(folder: Path) -> Iterator[Finding]:
    try:
        files = sorted(folder.glob("*.db"), key=lambda file: file.stat().st_mtime) if folder.is_dir() else []
    except OSError as error:
        yield Finding(WRONG, f"{folder} can't be checked: {error.strerror}.")
        return
    yield from _backups_with_files(folder)
    if not files:
        yield Finding(OK, f"no backup yet in {folder}; the dashboard makes one a day")
        return
    yield from _rights(folder, 0o700)
    good = []
    for file in files:
        try:
            backups.check(file)
            good.append(file)
        except AfterwordError as error:
            yield Finding(WRONG, str(error))
        for private in (file, backups.hash_of(file)):
            yield from (finding for finding in _rights(private, 0o600) if finding.verdict == WRONG)
    if good:
        yield Finding(OK, f"{count(len(good), 'good backup')} in {folder}, newest {good[-1].name}")


def _backups_with_files(folder: Path) -> Iterator[Finding]:
    """Yield a finding for each backup that was made by hand with its files."""
    for file in sorted(folder.glob("*.zip")):
        try:
            check_zip(file)
            yield Finding(OK, f"{file} is a good backup with its files")
        except AfterwordError as error:
            yield Finding(WRONG, str(error))
        yield from (finding for finding in _rights(file, 0o600) if finding.verdict == WRONG)


def _rights(path: Path, allowed: int) -> Iterator[Finding]:
    """Yield whether anybody but its owner may do more with a file or folder than `allowed`."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return
    is_good = not mode & ~allowed & 0o077 or bool(mode & stat.S_ISVTX)
    advice = "" if is_good else f": others can open it; run chmod {allowed:o} on it"
    yield Finding(OK if is_good else WRONG, f"{path} has permissions {mode:04o}{advice}")


def _surroundings(database: Path) -> Iterator[Finding]:
    """Warn of a folder that another program syncs, and of a disk that is nearly full."""
    folders = [folder for folder in (database.parent, *database.parent.parents) if folder.name]
    synced = [folder for folder in folders if folder.name.casefold().startswith(_SYNCED) or _has_mark(folder)]
    if synced:
        yield Finding(
            WARNING,
            f"{synced[0]} seems to be synced by another program, which can replace the database while you use it:"
            " keep it somewhere else, and sync the backups instead",
        )
    yield from _room(database)
    yield from _room(locations.log_file())


def _room(file: Path) -> Iterator[Finding]:
    """Warn of a disk that has too little room for a file to be written again."""
    try:
        free, size = shutil.disk_usage(file.parent).free, file.stat().st_size
    except OSError:
        return
    if free < _ROOM * max(size, _LEAST_ROOM):
        yield Finding(WARNING, f"{free // 1024:,} KB free on the disk with {file}: free some space")


def _has_mark(folder: Path) -> bool:
    try:
        return any((folder / mark).exists() for mark in _SYNC_MARKS)
    except OSError:
        return False
