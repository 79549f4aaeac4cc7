"""The real dashboard in a pseudo-terminal, read as a screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

import pexpect
import pyte

COLUMNS, LINES = 100, 30
DEADLINE = 40.0
"""Seconds until a condition must hold, however busy the machine is."""


class Shown:
    """A program in a terminal of its own."""

    def __init__(self, command: Sequence[str], variables: Mapping[str, str]):
        self.child = pexpect.spawn(
            command[0], list(command[1:]), env=dict(variables), dimensions=(LINES, COLUMNS), timeout=10
        )
        self.screen = pyte.Screen(COLUMNS, LINES)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)

    @property
    def text(self) -> str:
        """Return what is on screen."""
        return "\n".join(self.screen.display)

    @property
    def has_ended(self) -> bool:
        """Return whether the program has ended."""
        return not self.child.isalive()

    def until(self, condition: Callable[[], object], sentence: str, within: float = DEADLINE) -> None:
        """Read what the program draws until a condition holds."""
        deadline = time.monotonic() + within
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(f"{sentence}\n{self.text}")
            if not self.read():
                if not condition():
                    raise TimeoutError(f"{sentence}: it ended\n{self.text}")
                return

    def read(self) -> bool:
        """Read what there is; False at the end."""
        try:
            drawn = self.child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += drawn
        self._stream.feed(drawn.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))
        return True

    def leave(self) -> int | None:
        """Press q until the program has ended, out of whatever dialog is open; return its exit code."""
        deadline = time.monotonic() + DEADLINE
        while not self.has_ended and time.monotonic() < deadline:
            self.child.send("\x1b")
            self._rest()
            self.child.send("q")
            self._rest()
        while self.read() and time.monotonic() < deadline:
            pass
        ended = self.has_ended
        self.child.close(force=True)
        return self.child.exitstatus if ended else None

    def _rest(self) -> None:
        """Read for half a second, or until the end: an escape and a letter right after it would be one key."""
        until = time.monotonic() + 0.5
        while time.monotonic() < until and self.read():
            pass
