"""Programs of the user's that this one starts: how one is ended together with what it started itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started in a session of its own, and its children: one that holds a pipe open would keep
    us waiting. One that is gone is left alone."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
