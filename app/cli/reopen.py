"""`afterword reopen`: removes the outcome of an application."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.hunt.verbs import answers


def run(options: SimpleNamespace) -> int:
    """Reopen it and return the exit code."""
    return run_verb(options, _reopened)


def _reopened(search: Search) -> Recorded:
    return Recorded(search.do(search.application(), answers.reopened))
