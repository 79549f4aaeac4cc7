"""What a command writes to the file that -o names."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from app.etiquette.errors import StorageError
from app.hunt.private_files import OccupiedError, Writing, export_to, file_of


def write_output(options: SimpleNamespace, data: Writing, form: str, database: Path) -> None:
    """Write to the file that -o names; with --force, whatever is there. See `export_to`.

    Raises:
        InvalidFieldError: -o names a folder, or there is no folder for the file.
        StorageError: the file cannot be written, or another one is there; that is as it was.
    """
    try:
        export_to(file_of(options.output), data, form, database, replace=options.force)
    except OccupiedError as error:
        raise StorageError(f"{error} Name another file with -o, or add --force to replace it.") from None
