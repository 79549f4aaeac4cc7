"""Rewrites the calendar file that the settings name, after a command that changed the hunt."""

from __future__ import annotations

from pathlib import Path

from app.cli.main import complain
from app.etiquette.errors import AfterwordError
from app.settings import Settings, clock_now, load


def rewrite_as_set(database: Path) -> None:
    """Call `rewrite` with the settings as they are now; if they cannot be read, only complain."""
    try:
        prefs = load()
    except AfterwordError as error:
        complain(str(error))
        return
    rewrite(prefs, database)


def rewrite(prefs: Settings, database: Path) -> None:
    """Write the calendar file if the settings name one; on failure complain, since the command itself has succeeded."""
    if not prefs.calendar_file:
        return
    from app.hunt.calendar_file import calendar_path, write_calendar

    path = calendar_path(prefs)
    assert path is not None
    try:
        write_calendar(path, database, prefs.policy, clock_now())
    except AfterwordError as error:
        complain(str(error))
