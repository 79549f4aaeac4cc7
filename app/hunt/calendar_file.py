"""The calendar that the user set in `calendar_file`, kept current: written after changes, privately, and only then.

It has a thread of its own, so that no verb waits for it, and waits until changes pause, so that twenty of them write
once. Each problem is reported once and fails nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app import locations
from app.etiquette.errors import AfterwordError, StorageError
from app.etiquette.policy import Policy
from app.settings import Settings
from app.user_files import open_regular

if TYPE_CHECKING:
    from app.exchange.calendars.writing.document import Rendered

PAUSE = 0.5
"""Seconds without a change after which it is written."""
LONGEST = 5.0
"""Seconds after which it is written although changes go on."""
_PATIENCE = 10.0
"""Seconds that leaving waits for the last writing, which a file system may hold up."""
_LOOKED_AT = 4096
"""Bytes by which a calendar of ours is known."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of a calendar of ours that is looked at before it is replaced."""


def write_calendar(path: Path, database: Path, policy: Policy, now: datetime, rendered: Rendered | None = None) -> bool:
    """Write the hunt of a database as a calendar; return whether anything differed from what was there.

    Raises:
        StorageError: it cannot be read or written, or what is there is no calendar of ours; it is left as it was.
    """
    from app.hunt.private_files import write_privately
    from app.hunt.writing_out import render_calendar
    from app.storage.protected_files import refuse_own, resolved
    from app.storage.readers import opened_reader

    target = resolved(path)
    refuse_own(target, database, "the calendar")
    before = _before(target)
    with opened_reader(database) as connection:
        if connection is None:
            return False
        data = render_calendar(connection, policy, now, before, rendered)
    if data == before:
        return False
    write_privately(target, data)
    return True


def _before(target: Path) -> bytes:
    """Return what the file holds, b"" if there is none."""
    from app.exchange.own_exports import begins_as_ours
    from app.storage.protected_files import is_odd

    if is_odd(target):
        raise StorageError(
            f"{target} is a device or a pipe, not a file, so no calendar can be kept there. Set calendar_file to a"
            " file in the settings."
        )
    try:
        with open_regular(target) as file:
            before = file.read(_LARGEST)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StorageError(f"The calendar {target} can't be read: {error.strerror}. It was left as it is.") from None
    if before.strip() and not begins_as_ours(before[:_LOOKED_AT], "ics"):
        raise StorageError(
            f"{target} was not written by Afterword, so it was not replaced. Move it, or set calendar_file to another"
            " file in the settings."
        )
    return before


def calendar_path(settings: Settings) -> Path | None:
    """Return where the calendar is kept, None if it is not kept."""
    return locations.expanded(settings.calendar_file) if settings.calendar_file else None


class CalendarKeeper:
    """Keeps the calendar file of the settings current; without one it does nothing."""

    def __init__(self, database: Path, settings: Settings, clock: Callable[[], datetime]):
        self._path = calendar_path(settings)
        self._database = database
        self._policy = settings.policy
        self._clock = clock
        self._state = threading.Condition()
        self._changed_at: float | None = None
        self._since = 0.0
        self._closing = False
        self._writing = False
        self._thread: threading.Thread | None = None
        self._rendered: Rendered = {}
        self._problem = ""
        self._last_problem = ""

    def note_change(self) -> None:
        """Note that the hunt may have changed; return at once."""
        if self._path is None:
            return
        with self._state:
            now = time.monotonic()
            self._since = now if self._changed_at is None else self._since
            self._changed_at = now
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="calendar", daemon=True)
                self._thread.start()
            self._state.notify_all()

    @property
    def is_idle(self) -> bool:
        """Whether every change that was noted is written, or failed to be."""
        with self._state:
            return self._changed_at is None and not self._writing

    def new_problem(self) -> str:
        """Return the sentence on a problem that is new since the last call, "" if there is none."""
        with self._state:
            problem, self._problem = self._problem, ""
            return problem

    def close(self) -> None:
        """Write what is still pending, and end."""
        with self._state:
            self._closing = True
            thread = self._thread
            self._state.notify_all()
        if thread is not None:
            thread.join(_PATIENCE)

    def _run(self) -> None:
        while self._wait():
            self._write()

    def _wait(self) -> bool:
        """Wait until there is something to write and changes pause; False: nothing more will come."""
        with self._state:
            while True:
                if self._changed_at is None:
                    if self._closing:
                        return False
                    self._state.wait()
                    continue
                due = min(self._changed_at + PAUSE, self._since + LONGEST)
                seconds_left = due - time.monotonic()
                if seconds_left <= 0 or self._closing:
                    self._changed_at, self._writing = None, True
                    return True
                self._state.wait(seconds_left)

    def _write(self) -> None:
        assert self._path is not None
        problem = ""
        try:
            write_calendar(self._path, self._database, self._policy, self._clock(), self._rendered)
        except AfterwordError as error:
            problem = str(error)
        except Exception as error:
            from app.crash import report

            problem = f"The calendar was not written. {report(error)}"
        with self._state:
            self._writing = False
            if problem != self._last_problem:
                self._problem = self._last_problem = problem
