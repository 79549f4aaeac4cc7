"""`afterword snooze`: puts a step out of sight until a day."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.cli.steps_meant import step_of
from app.hunt.typed import verbs


def run(options: SimpleNamespace) -> int:
    """Snooze the step and return the exit code."""
    return run_verb(options, _snoozed)


def _snoozed(search: Search) -> Recorded:
    until = search.reader.until(" ".join(search.options.until))
    application = search.application()
    return Recorded(search.do(application, verbs.snoozed(step_of(search, application), until)))
