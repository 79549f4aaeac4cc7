"""`afterword undo`: takes back what was done last, here or in the dashboard; with --redo, does it again."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.etiquette.errors import RefusedError
from app.storage.readers import opened_reader


def run(options: SimpleNamespace) -> int:
    """Undo it, or redo it, say what it was, and return the exit code."""
    return run_verb(options, _undone)


def _undone(search: Search) -> Recorded:
    with opened_reader(search.database) as connection:
        if connection is None:
            raise RefusedError(f"There is nothing to {'redo' if search.options.redo else 'undo'}.", can_override=False)
    return Recorded(search.hunt.redo() if search.options.redo else search.hunt.undo())
