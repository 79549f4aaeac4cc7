"""`afterword export`: the hunt written out as csv, ics or json, readable by its owner alone."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from app import locations, settings
from app.cli.main import DONE, complain
from app.etiquette.errors import NotFoundError, StorageError
from app.hunt.private_files import OccupiedError, export_to
from app.hunt.writing_out import render
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
        data = render(connection, options.format, settings.load().policy, settings.clock_now())
    if options.output in (None, "-"):
        sys.stdout.buffer.write(data)
    else:
        output = locations.expanded(options.output)
        try:
            export_to(output, data, options.format, path, replace=options.force)
        except OccupiedError as error:
            raise StorageError(f"{error} Name another file with -o, or add --force to replace it.") from None
        complain(f"Exported to {options.output}")
    return DONE
