"""Bring an older database up to this program's schema with Alembic, after a backup. Imported only for older files."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from app.etiquette.errors import StorageError
from app.locations import backup_folder
from app.storage import migrations
from app.storage.opening import REVISION, connect
from app.storage.protected_files import free_place
from app.storage.tables import TABLES, USER_TABLES
from app.storage.transactions import transaction
from app.storage.triggers import undo_triggers

logger = logging.getLogger(__name__)


def migrate(path: Path, engine: Engine, now: datetime) -> Path:
    """Migrate the file in one transaction and return the backup made before: old or new, never between.

    Raises:
        StorageError: it could not be migrated, and is as it was.
    """
    backup = _back_up(path, now)
    logger.info("migrating to schema %s, after a backup", REVISION)
    try:
        with transaction(engine) as connection:
            config = Config()
            config.set_main_option("script_location", str(Path(migrations.__file__).parent))
            config.attributes["connection"] = connection
            command.upgrade(config, REVISION)
            for name in USER_TABLES:
                for statement in undo_triggers(name, TABLES[name].columns.keys()):
                    connection.exec_driver_sql(statement)
    except StorageError:
        raise
    except Exception as error:
        raise StorageError(
            f"{path} is from an older Afterword and could not be updated ({error}). It was left as it is, and"
            f" a copy of it is in {backup}."
        ) from error
    return backup


def _back_up(path: Path, now: datetime) -> Path:
    """Copy the file by SQLite's own backup, readable by its owner alone; return where."""
    folder = backup_folder(path)
    target = free_place(folder / f"before-schema-{REVISION}-{now:%Y%m%dT%H%M%S}.db")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(connect(path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(
            f"{path} is from an older Afterword and was left as it is: no backup could be made in {folder} ({error})."
        ) from error
    return target
