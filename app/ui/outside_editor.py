"""A file in the user's own editor: the terminal is handed over, and taken back whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import os
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from app.etiquette.errors import RefusedError
from app.ui.textual_.signals import LEAVE_ON

if TYPE_CHECKING:
    from types import FrameType

    from app.ui.dashboard import Dashboard

LOOK = 0.05
"""Seconds between looks at whether the program is to end while the editor runs."""
LAST_WORDS = 3.0
"""Seconds for the editor to end in, once the program is asked to end."""


@dataclass(frozen=True, slots=True)
class Edited:
    """How an editor ended."""

    editor: str
    code: int
    """What it returned, the negative number of a signal that ended it."""
    seconds: float
    must_leave: bool
    """Whether the program was asked to end meanwhile."""

    @property
    def how(self) -> str:
        """Say how it ended, as the end of a sentence."""
        if self.code >= 0:
            return f"{self.editor} ended with an error ({self.code})"
        return f"{self.editor} was ended by a signal ({_signal_name(-self.code)})"


def editor_command() -> list[str]:
    """Return `$VISUAL`, else `$EDITOR`, as a list of words.

    Raises:
        RefusedError: neither is set, or a quote in it is never closed.
    """
    name = next((name for name in ("VISUAL", "EDITOR") if os.environ.get(name, "").strip()), None)
    if name is None:
        raise RefusedError("Set VISUAL or EDITOR to the editor of your choice first.", can_override=False)
    try:
        return shlex.split(os.environ[name])
    except ValueError:
        raise RefusedError(
            f"{name} has a quote that is never closed: {os.environ[name]}. Correct it and start again.",
            can_override=False,
        ) from None


def edit_outside(dashboard: Dashboard, command: list[str], path: Path) -> Edited:
    """Hand the terminal to an editor and wait until it has ended.

    Raises:
        RefusedError: it could not be started, or this terminal cannot be handed over.
    """
    began = time.monotonic()
    try:
        with dashboard.suspend(), _signals() as asked:
            process = subprocess.Popen([*command, str(path)])  # noqa: S603
            code = _ended(process, asked)
    except SuspendNotSupported:
        raise RefusedError("Another program can't be opened in this terminal.", can_override=False) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise RefusedError(f"{command[0]} couldn't be started: {why}.", can_override=False) from None
    return Edited(command[0], code, time.monotonic() - began, bool(asked))


def _ended(process: subprocess.Popen[bytes], asked: list[int]) -> int:
    """Wait for the editor; once the program is asked to end, pass that on and wait no longer than for last words."""
    deadline: float | None = None
    while True:
        try:
            return process.wait(LOOK)
        except subprocess.TimeoutExpired:
            pass
        if asked and deadline is None:
            deadline = time.monotonic() + LAST_WORDS
            process.send_signal(asked[0])
        if deadline is not None and time.monotonic() > deadline:
            return 0


@contextmanager
def _signals() -> Iterator[list[int]]:
    """Note what asks the program to end, instead of ending it: the editor has the terminal, and ctrl+c is the editor's.

    The loop would act on all of it afterward, also on every ctrl+c. The driver hands the signals back to the loop when
    it takes the terminal back.
    """
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if number != signal.SIGINT:
            asked.append(number)

    loop = asyncio.get_running_loop()
    for number in LEAVE_ON:
        loop.remove_signal_handler(number)
    before = {number: signal.signal(number, note) for number in LEAVE_ON}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
