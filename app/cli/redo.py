"""`afterword redo`: does again what undo took back, here or in the dashboard."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb


def run(options: SimpleNamespace) -> int:
    """Redo it, say what it was, and return the exit code."""
    return run_verb(options, _redone)


def _redone(search: Search) -> Recorded:
    search.needs_database("There is nothing to redo.")
    return Recorded(search.hunt.redo())
