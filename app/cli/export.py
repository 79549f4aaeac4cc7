"""`afterword export`: the hunt written out as csv, ics, json, or a zip with its files, readable by its owner alone."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from types import SimpleNamespace

from app import locations, settings
from app.cli.main import DONE, complain
from app.cli.output_file import write_output
from app.etiquette.errors import NotFoundError, StorageError
from app.etiquette.time.lengths import count
from app.hunt.bundling import export_bundle, missing_files
from app.hunt.private_files import Writing
from app.hunt.writing_out import render
from app.storage.file_records import hashes_named
from app.storage.readers import opened_reader


def run(options: SimpleNamespace) -> int:
    """Write the hunt to a file or standard output and return the exit code.

    Raises:
        NotFoundError: there is no database.
        StorageError: the file cannot be written, or is one that an export does not replace.
    """
    path = locations.database_file(options.db)
    with opened_reader(path) as connection:
        if connection is None:
            raise NotFoundError(f"There is no database at {path} yet, so there is nothing to export.")
        policy, now = settings.load().policy, settings.clock_now()
        if options.format == "zip":
            if options.output in (None, "-") and sys.stdout.isatty():
                raise StorageError("A zip can't be shown here. Name a file with -o.")
            _write(options, lambda file: export_bundle(connection, path, file, policy, now), path)
        else:
            _write(options, render(connection, options.format, policy, now), path)
        _name_what_is_missing(options, connection, path)
    return DONE


def _write(options: SimpleNamespace, data: Writing, database: Path) -> None:
    if options.output in (None, "-"):
        data(sys.stdout.buffer) if callable(data) else sys.stdout.buffer.write(data)
        return
    write_output(options, data, options.format, database)
    complain(f"Exported to {options.output}")


def _name_what_is_missing(options: SimpleNamespace, connection: sqlite3.Connection, database: Path) -> None:
    """Say which files did not go along, where somebody may count on them."""
    if options.format == "zip" and (missing := missing_files(connection, database)):
        complain(f"Left out, since their contents are missing here: {', '.join(missing)}")
    elif options.format == "json" and (number := len(hashes_named(connection))):
        complain(f"Without {count(number, 'attached file')}: `afterword export zip` has everything.")
