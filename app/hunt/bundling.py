"""The hunt with its files in one zip: exported, backed up, restored. What of its files is missing is said."""

from __future__ import annotations

import logging
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.etiquette.errors import ImportFileError, NotFoundError, StorageError
from app.etiquette.policy import Policy
from app.exchange.bundles import DATABASE, DATABASE_HASH, DOCUMENT, Bundle, is_backup, is_zip, write_bundle
from app.hunt.private_files import write_privately
from app.hunt.writing_out import render
from app.locations import backup_folder, files_folder
from app.storage import backups
from app.storage.failures import explaining_errors
from app.storage.file_records import all_files, hashes_named, hashes_to_keep
from app.storage.kept_files import KeptFiles
from app.storage.opening import connect
from app.storage.protected_files import refuse_database, refuse_own, resolved
from app.storage.readers import opened_reader
from app.storage.restoring import restore

logger = logging.getLogger(__name__)


class Restored(NamedTuple):
    """What a restored backup left behind."""

    replaced: Path | None
    """Where the database is that it replaced; None: there was none."""
    missing: int
    """Files that the hunt names and whose contents came from nowhere."""


def export_bundle(
    connection: sqlite3.Connection, database: Path, file: BinaryIO, policy: Policy, now: datetime
) -> None:
    """Write the hunt with its files into an open file; a content that is missing or damaged is left out."""
    document = render(connection, "json", policy, now)
    contents = _sound(KeptFiles.of(database), hashes_named(connection))
    write_bundle(file, [(DOCUMENT, document)], contents)


def export_database(database: Path, file: BinaryIO, policy: Policy, now: datetime) -> None:
    """Write the hunt of a database that is there as `export_bundle` does, through a connection of its own."""
    with opened_reader(database) as connection:
        assert connection is not None
        export_bundle(connection, database, file, policy, now)


def missing_files(connection: sqlite3.Connection, database: Path) -> list[str]:
    """Return the attached files whose contents are missing or damaged, each with its company: `cv.pdf (Contoso)`."""
    kept = KeptFiles.of(database)
    lost = {sha256 for sha256 in hashes_named(connection) if not kept.is_sound(sha256)}
    return [f"{one.file.name} ({one.company})" for one in all_files(connection) if one.file.sha256 in lost]


def has_files(database: Path) -> bool:
    """Return whether a database names contents, or undo in it could."""
    return bool(hashes_named_in(database))


def hashes_named_in(database: Path, mode: str = "rw") -> frozenset[str]:
    """Return the contents that a database names, by its files and by undo; none if it is older than attached files.

    Args:
        mode: see `opening.connect`; `ro` for a backup.

    Raises:
        StorageError: it cannot be read.
    """
    with closing(connect(database, mode)) as connection, explaining_errors(database):
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attached_file'").fetchone():
            return frozenset()
        return hashes_to_keep(connection)


def back_up_with_files(database: Path, target: Path) -> Path:
    """Write a backup of a database with its files as one zip, readable by its owner alone; return where it went.

    Raises:
        StorageError: it cannot be read, is damaged, or the zip cannot be written; what was there stays.
    """
    target = resolved(target)
    refuse_own(target, database, "the backup")
    refuse_database(target, "the backup")
    if target.exists() and not is_backup(target):
        raise StorageError(
            f"{target} already exists and is not a backup that could be replaced. Name another file with -o."
        )
    try:
        with tempfile.TemporaryDirectory(prefix=f".{target.name[:100]}.", dir=target.parent) as folder:
            copy = backups.back_up(database, Path(folder) / DATABASE)
            contents = _sound(KeptFiles.of(database), hashes_named_in(copy))
            parts = [(DATABASE, copy), (DATABASE_HASH, backups.hash_of(copy))]
            write_privately(target, lambda file: write_bundle(file, parts, contents))
    except OSError as error:
        raise StorageError(f"{target} cannot be written: {error.strerror}. Name another file with -o.") from error
    logger.info("a backup with files was made")
    return target


def copy_files_beside(database: Path, backup: Path) -> int:
    """Keep the contents that a backup names beside it as well, and return how many it has; one in the database's own
    backup folder needs none, since it finds those of the database."""
    kept, beside = KeptFiles.of(database), KeptFiles.of(backup)
    if kept.folder.absolute() in _folders_of(backup):
        return 0
    named = hashes_named_in(backup) & kept.hashes()
    for sha256 in named:
        if kept.is_sound(sha256):
            beside.fetch(sha256, kept)
    return len(named)


def restore_whole(backup: Path, database: Path, now: datetime) -> Restored:
    """Put a backup, a zip or a database alone, in a database's place, and bring the files that came with it.

    Raises:
        StorageError: it is damaged, a content in its zip has another hash, or the place cannot be written; all is as it
            was. A content beside a database that cannot be brought is counted as missing.
    """
    kept = KeptFiles.of(database)
    if is_zip(backup):
        replaced = _restore_zip(backup, database, kept, now)
    else:
        replaced = restore(backup, database, now)
        _fetch_from(_folders_of(backup), kept, hashes_named_in(database))
    return Restored(replaced, sum(not kept.has(sha256) for sha256 in _named_now(database)))


def check_zip(backup: Path) -> None:
    """Raise unless a zip is a whole backup, with each of its files as it was.

    Raises:
        StorageError: with what is wrong.
    """
    try:
        with backup.open("rb") as file:
            bundle = _backup_in(file, backup)
            for _ in bundle.database():
                pass
            for sha256 in sorted(bundle.hashes):
                bundle.content(sha256)
    except ImportFileError as error:
        raise StorageError(f"{backup}: {error} Use another backup.") from None
    except OSError as error:
        raise StorageError(f"{backup} cannot be read: {error.strerror}. Check its permissions.") from None


def _backup_in(file: BinaryIO, backup: Path) -> Bundle:
    bundle = Bundle(file)
    if not bundle.has_database:
        advice = f" It's an export: run `afterword import {backup}`." if bundle.has_document else ""
        raise StorageError(f"{backup} is a zip, but not a backup.{advice}")
    return bundle


def _restore_zip(backup: Path, database: Path, kept: KeptFiles, now: datetime) -> Path | None:
    try:
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (
            backup.open("rb") as file,
            tempfile.TemporaryDirectory(prefix=f".{database.name[:100]}.", dir=database.parent) as folder,
        ):
            bundle = _backup_in(file, backup)
            copy = Path(folder) / DATABASE
            with copy.open("xb") as unpacked:
                for piece in bundle.database():
                    unpacked.write(piece)
            backups.hash_of(copy).write_bytes(bundle.database_hash())
            backups.check(copy)
            for sha256 in sorted(hashes_named_in(copy) & bundle.hashes):
                if not kept.is_sound(sha256):
                    kept.store(bundle.content(sha256), sha256)
            return restore(copy, database, now)
    except ImportFileError as error:
        raise StorageError(f"{backup}: {error} Nothing was restored.") from None
    except OSError as error:
        raise StorageError(f"{backup} cannot be restored: {error.strerror}. Nothing was replaced.") from error


def _folders_of(backup: Path) -> list[Path]:
    """Return where the contents that a backup names may be: beside it, or beside the database whose backup it is."""
    folder = backup.absolute().parent
    databases = (folder.with_name(name) for name in _databases_of(folder.name))
    return [files_folder(backup), *(files_folder(path) for path in databases if backup_folder(path) == folder)]


def _databases_of(folder: str) -> Iterator[str]:
    """Yield what the databases may be called whose backups are in a folder of that name: see `backup_folder`."""
    for ending, named in (("-backups", ".db"), (".backups", "")):
        if folder.endswith(ending):
            yield f"{folder.removesuffix(ending)}{named}"


def _fetch_from(folders: Iterable[Path], kept: KeptFiles, named: Iterable[str]) -> None:
    others = [KeptFiles(folder) for folder in folders if folder != kept.folder]
    for sha256 in named:
        other = next((other for other in others if other.is_sound(sha256)), None)
        if other is not None:
            try:
                kept.fetch(sha256, other)
            except (NotFoundError, StorageError) as error:  # the database is in its place already
                logger.warning("a content was not brought: %s", type(error).__name__)


def _named_now(database: Path) -> frozenset[str]:
    with closing(connect(database)) as connection:
        return hashes_named(connection)


def _sound(kept: KeptFiles, hashes: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the contents that are here and sound, in the order of their hashes."""
    for sha256 in sorted(hashes):
        try:
            yield sha256, kept.read(sha256)
        except (NotFoundError, StorageError) as error:
            logger.info("a content was left out: %s", type(error).__name__)
