"""`afterword skip`: skips a step for a reason, which the timeline keeps."""

from __future__ import annotations

from types import SimpleNamespace

from app.cli.recording import Recorded, Search, run_verb
from app.cli.steps_meant import step_of
from app.cli.texts import text_of
from app.hunt.typed import verbs


def run(options: SimpleNamespace) -> int:
    """Skip the step and return the exit code."""
    return run_verb(options, _skipped)


def _skipped(search: Search) -> Recorded:
    application = search.application()
    step = step_of(search, application)
    return Recorded(search.do(application, verbs.skipped(step, text_of(search.options.reason))))
