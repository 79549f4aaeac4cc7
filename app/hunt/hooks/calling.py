"""Hands verbs to a process of its own that runs the hooks, and hears from it what went wrong.

That process is what keeps hooks out of the way: a verb waits for a line to be put into a pipe, the program's exit for
nothing at all, and what runs then is ended in its time although the program is gone.
"""

from __future__ import annotations

import contextlib
import logging
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path

from app import locations
from app.etiquette.errors import AfterwordError

logger = logging.getLogger(__name__)

MARK = "AFTERWORD_HOOK"
"""The variable that hooks are run with: what they do with the program themselves calls no hook."""
PREFIX = "on-verb"
"""How the files in the folder of hooks begin that hear of verbs: `on-verb`, `on-verb.notes`."""
_PATIENCE = 0.2
"""Seconds that a verb waits, once, when the pipe is full: then no hook is called any more."""
_PATIENCE_AT_START = 5.0
"""The same while the process is being started: a verb may be larger than a pipe, and is read only once it runs."""


def hooks_in(folder: Path) -> list[Path]:
    """Return the hooks of a folder, by name; none when there is no such folder."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name == PREFIX or entry.name.startswith(f"{PREFIX}.")]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]


def why_not_run(hook: Path) -> str:
    """Return what keeps a hook from being run and what to do about it, in two parts of a sentence; "" for nothing."""
    if hook.is_dir():
        return "is a folder, not a program: move it away"
    return "" if os.access(hook, os.X_OK) else "isn't an executable file: run chmod +x on it, or move it away"


class Hooks:
    """The hooks of one hunt. `tell` is called after a verb's commit and fails nothing."""

    def __init__(self, folder: Path | None):
        """Take the folder of hooks; None: there are none, whatever is there."""
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._problems: list[str] = []
        self._said: set[str] = set()
        self._lock = threading.Lock()

    @classmethod
    def of_user(cls) -> Hooks:
        """Return the user's own; none inside a hook, where a verb would call itself without end."""
        if MARK in os.environ:
            return cls(None)
        try:
            return cls(locations.hooks_folder())
        except AfterwordError:
            return cls(None)

    def are_there(self) -> bool:
        """Return whether there is any."""
        return self._folder is not None and bool(hooks_in(self._folder))

    def tell(self, line: bytes) -> None:
        """Hand on a verb as one line."""
        if self._folder is None:
            return
        for _ in range(2):  # the process may be gone: once it is started anew
            try:
                self._put(line)
                return
            except BrokenPipeError:
                self._let_go()
            except (OSError, ValueError) as error:
                self._let_go()
                self._folder = None
                reason = getattr(error, "strerror", None) or str(error)
                logger.warning("no more hooks are run: %s", reason)
                self._note(f"Hooks can't be run: {reason}. None will run until you open Afterword again.")
                return

    def new_problem(self) -> str:
        """Return what went wrong since the last call, "" if nothing did."""
        with self._lock:
            problems, self._problems = self._problems, []
        return " ".join(problems)

    def close(self) -> None:
        """Say that no more verbs come; return at once."""
        self._let_go()

    def _put(self, line: bytes) -> None:
        patience = _PATIENCE if self._process else _PATIENCE_AT_START
        process = self._process or self._started()
        assert process.stdin is not None
        handle, rest, deadline = process.stdin.fileno(), memoryview(line), time.monotonic() + patience
        while rest:
            try:
                rest = rest[os.write(handle, rest) :]
            except BlockingIOError:
                if not select.select([], [handle], [], max(0.0, deadline - time.monotonic()))[1]:
                    raise TimeoutError("they don't keep up") from None

    def _started(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - this very program
            [sys.executable, "-P", "-m", "app.hunt.hooks.running", str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert process.stdin is not None
        if sys.platform != "win32":
            os.set_blocking(process.stdin.fileno(), False)
        threading.Thread(target=self._listen, args=(process,), name="hooks", daemon=True).start()
        self._process = process
        return process

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                self._note(line.decode(errors="replace").strip())
        process.wait()

    def _note(self, problem: str) -> None:
        with self._lock:
            if problem not in self._said:
                self._said.add(problem)
                self._problems.append(problem)

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
