"""`afterword note`: adds a note to the timeline."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.cli.texts import text_of
from app.hunt.typed import verbs


def run(options: SimpleNamespace) -> int:
    """Add the note and return the exit code."""
    return run_verb(options, _noted)


def _noted(search: Search) -> Recorded:
    application = search.application()
    return Recorded(search.do(application, verbs.noted(text_of(search.options.text))))
