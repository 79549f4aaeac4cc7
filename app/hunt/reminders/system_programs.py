"""What every timer needs: the variables that it runs with, the system's own programs, and files of the user's."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

from app.etiquette.errors import AfterwordError
from app.etiquette.text import clean
from app.processes import Ended, reason_of, run_program

_SECONDS = 20.0
"""How long the system's own programs may take."""
_VARIABLES = (
    "AFTERWORD_DB",
    "AFTERWORD_SETTINGS",
    "AFTERWORD_STATE",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "PATH",
    "TZ",
)
"""What a timer's environment lacks and the program goes by: where its files are, where other programs are, the zone."""


class TimerError(AfterwordError):
    """A timer could not be put in or taken out."""


def environment() -> dict[str, str]:
    """Return the variables that a timer is to set.

    Raises:
        TimerError: see `refuse_unwritable`.
    """
    variables = {name: os.environ[name] for name in _VARIABLES if os.environ.get(name)}
    for name, value in variables.items():
        refuse_unwritable(name, value)
    return variables


def refuse_unwritable(what: str, text: str) -> None:
    """Refuse a text that a timer cannot carry on one line of UTF-8: it would end its line, and begin another.

    Raises:
        TimerError: it has control characters, or is not UTF-8.
    """
    if any(not character.isprintable() for character in text):
        raise TimerError(f"{what} has characters that a timer can't carry: {clean(text)}. Nothing was written.")


def write(path: Path, data: bytes) -> None:
    """Write a file, and the folder that it is in."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise TimerError(f"{path} can't be written: {error.strerror}.") from None


def remove(path: Path) -> None:
    """Remove a file, if it is there."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise TimerError(f"{path} can't be removed: {error.strerror}.") from None


def run(command: Sequence[str]) -> None:
    """Run a program of the system's to its end; it has to succeed."""
    ended = finished(command)
    if ended.code:
        raise TimerError(f"`{shlex.join(command)}` failed: {ended.reason}.")


def is_done(command: Sequence[str]) -> bool:
    """Return whether a program of the system's is there and succeeds."""
    try:
        return finished(command).code == 0
    except TimerError:
        return False


def finished(command: Sequence[str], given: bytes = b"") -> Ended:
    """Run a program of the system's to its end, speaking English."""
    try:
        return run_program(command, given, seconds=_SECONDS, environment=os.environ | {"LC_ALL": "C"})
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TimerError(f"{command[0]} can't be run: {reason_of(error)}.") from None
