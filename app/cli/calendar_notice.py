"""After a command that changes the hunt: the calendar file of the settings, written anew."""

from __future__ import annotations

from pathlib import Path

from app.cli.main import complain
from app.etiquette.errors import AfterwordError
from app.settings import Settings, clock_now, load


def keep_as_set(database: Path) -> None:
    """Do as `keep` does with the settings as they are now; settings that cannot be read are said, and no more."""
    try:
        set_ = load()
    except AfterwordError as error:
        complain(str(error))
        return
    keep(set_, database)


def keep(set_: Settings, database: Path) -> None:
    """Write the calendar that the settings name, if they do; when that fails it is said, and the command is done."""
    if not set_.calendar_file:
        return
    from app.hunt.calendar_file import calendar_path, write_calendar

    path = calendar_path(set_)
    assert path is not None
    try:
        write_calendar(path, database, set_.policy, clock_now())
    except AfterwordError as error:
        complain(str(error))
