"""`afterword merge`: makes one of two applications that are the same."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb


def run(options: SimpleNamespace) -> int:
    """Merge them and return the exit code."""
    return run_verb(options, _merged)


def _merged(search: Search) -> Recorded:
    first, other = search.application(), search.application(search.options.other)
    return Recorded(search.hunt.merge(first.id, other.id))
