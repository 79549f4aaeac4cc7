"""`afterword undo`: takes back what was done last, here or in the dashboard."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb


def run(options: SimpleNamespace) -> int:
    """Undo it, say what it was, and return the exit code."""
    return run_verb(options, _undone)


def _undone(search: Search) -> Recorded:
    search.needs_database("There is nothing to undo.")
    return Recorded(search.hunt.undo())
