"""The process that runs hooks: reads a verb a line, gives it to each hook in turn, and ends what takes too long.

Run as `python -m app.hunt.hooks.running FOLDER`. A failure is written to standard output, a sentence a line, and to the
log. Imports little: it is started while somebody waits for a key.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

from app import log
from app.etiquette.text import clean
from app.hunt.hooks.calling import MARK, hooks_in, why_not_run
from app.processes import run_program

logger = logging.getLogger("app.hunt.hooks")

SECONDS = 10.0
"""How long a hook may take for one verb."""
AFTER_THE_END = 30.0
"""Seconds for what is still to be done when the program is gone."""
_MOST_WAITING = 1000
"""Verbs that wait for slow hooks; more are left out."""
_NO_END = float("inf")


class Runner:
    """Runs hooks one after the other, in the order of the verbs."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._lines: queue.Queue[bytes | None] = queue.Queue()
        self._ends_at = _NO_END
        self._said: set[str] = set()

    def run(self) -> None:
        """Run hooks until no more verbs come and those that came are dealt with, or the time for that is up."""
        threading.Thread(target=self._read, daemon=True).start()
        while (line := self._lines.get()) is not None:
            for hook in hooks_in(self._folder):
                seconds_left = min(SECONDS, self._ends_at - time.monotonic())
                if seconds_left <= 0:
                    self._tell("Hooks took too long after Afterword was closed, so the last ones were skipped.")
                    return
                if what := _problem_of(hook, line, seconds_left):
                    self._tell(f"The hook {clean(hook.name)} {what}", f"a hook {what}")

    def _read(self) -> None:
        for line in sys.stdin.buffer:
            if not line.endswith(b"\n"):  # the program was ended, or gave up, in the middle of a verb
                self._tell("A hook was not called: its verb came incomplete.")
            elif self._lines.qsize() < _MOST_WAITING:
                self._lines.put(line)
            else:
                self._tell("Hooks are too slow to keep up, so some were skipped.")
        self._ends_at = time.monotonic() + AFTER_THE_END
        self._lines.put(None)

    def _tell(self, problem: str, logged: str = "") -> None:
        """Write a sentence once, to whoever listens and to the log.

        Args:
            logged: for the log, which holds no name of the user's; "": the same.
        """
        if problem in self._said:
            return
        self._said.add(problem)
        logger.warning("%s", logged or problem)
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.write(f"{problem}\n")
            sys.stdout.flush()


def _problem_of(hook: Path, line: bytes, seconds: float) -> str:
    """Run one hook on one verb; return what it did wrong, "" for nothing."""
    if why := why_not_run(hook):
        return f"{why}."
    try:
        ended = run_program(
            [str(hook)],
            line,
            seconds=seconds,
            most_printed=None,
            environment=os.environ | {MARK: "1"},
            folder=hook.parent,
        )
    except subprocess.TimeoutExpired:
        return f"took longer than {SECONDS:g} seconds and was stopped."
    except OSError as error:
        return f"can't be started: {_why(error)}."
    return f"failed with exit code {ended.code}. Run it by hand to see why." if ended.code else ""


def _why(error: OSError) -> str:
    """Return why a program could not be started; the system names the hook where its interpreter is missing."""
    if error.errno == errno.ENOENT:
        return "the program that its first line names isn't there"
    if error.errno == errno.ENOEXEC:
        return "its first line doesn't say what runs it, like #!/bin/sh"
    return error.strerror or str(error)


def main() -> None:
    """Run the hooks of the folder that is named."""
    log.start()
    Runner(Path(sys.argv[1])).run()


if __name__ == "__main__":
    main()
