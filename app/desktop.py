"""The desktop's own program for a link or a file: the browser, the mail program."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence

_SECONDS = 5.0
"""How long the desktop's opener may take to fail. It may run on: some wait for the program they started."""


def is_opened(target: str, opener: Sequence[str] | None = None) -> bool:
    """Open a link or an absolute path, never through a shell, and return whether a program took it.

    Args:
        opener: the command that opens links and files; None: the desktop's own.
    """
    try:
        if opener is None and sys.platform == "win32":
            os.startfile(target)  # noqa: S606 - a link, or a file of our own
            return True
        command = opener or (["open"] if sys.platform == "darwin" else ["xdg-open"])
        process = subprocess.Popen(  # noqa: S603 - a fixed program, a link or a file of our own
            [*command, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(_SECONDS) == 0
    except subprocess.TimeoutExpired:
        threading.Thread(target=process.wait, daemon=True).start()
        return True
