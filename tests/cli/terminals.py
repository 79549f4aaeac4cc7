"""The real program in a pseudo-terminal, as a person sees it: its screen, its raw bytes, how it left the terminal."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pexpect
import pyte

from tests.cli import forked

ROOT = Path(__file__).parents[2]
NOW = "2026-11-24T10:00:00+01:00"
DEADLINE = 60.0
"""Seconds until a condition must hold, however busy the machine is."""

_UNREAD = re.compile(rb"\x1b\[[<>=?][0-9;$]*[a-z]")
"""Private sequences that pyte would draw as text; they say nothing about what is on screen."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[<>=?]?[0-9;$]*)?$")
SWITCHED = {
    b"\x1b[?1049h": b"\x1b[?1049l",
    b"\x1b[?25l": b"\x1b[?25h",
    b"\x1b[?2004h": b"\x1b[?2004l",
    b"\x1b[?1000h": b"\x1b[?1000l",
    b"\x1b[?1003h": b"\x1b[?1003l",
    b"\x1b[?1006h": b"\x1b[?1006l",
    b"\x1b[?1004h": b"\x1b[?1004l",
    b"\x1b[?7l": b"\x1b[?7h",
    b"\x1b[>": b"\x1b[<u",
}
"""What the program switches on, and what it has to send afterwards: screen, cursor, paste, mouse, focus, wrap, keys."""


def _hears_ctrl_c() -> None:
    """Undo that ctrl+c is ignored where the tests themselves were started in the background of a shell."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """A program in a terminal of so many columns and lines."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        environment: Mapping[str, str] | None = None,
        program: Sequence[str] = ("-m", "app"),
        under: Sequence[str] = (),
        is_forked: bool = False,
    ):
        """Start it; `under` is a command that is to start it in turn, such as strace."""
        variables = os.environ | {"AFTERWORD_NOW": NOW, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        for name in ("NO_COLOR", "VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY", "COLUMNS", "LINES"):
            variables.pop(name, None)
        columns, lines = size
        variables |= environment or {}
        command = [*under, sys.executable, *program, *arguments]
        self.child: Any = (
            forked.InTerminal(arguments, variables, (lines, columns))
            if is_forked
            else pexpect.spawn(
                command[0],
                command[1:],
                env=variables,
                dimensions=(lines, columns),
                timeout=10,
                preexec_fn=_hears_ctrl_c,
            )
        )
        self.child.delaybeforesend = None
        self.settings = termios.tcgetattr(self.child.child_fd)
        """How the terminal was set before the program touched it (what `stty -g` tells)."""
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""
        self._text: str | None = None
        self._words = count()
        self.raw = b""

    def send(self, keys: str | bytes) -> None:
        """Type."""
        self.child.send(keys)

    def paste(self, text: str | bytes) -> None:
        """Paste, as a terminal does that brackets what is pasted."""
        data = text.encode() if isinstance(text, str) else text
        self.write(b"\x1b[200~" + data + b"\x1b[201~")

    def rest(self, seconds: float = 0.2, *, unless: Callable[[], object] = lambda: False) -> None:
        """Read on for so long, as long as a hand needs from one key to the next, unless something holds before."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not unless():
            self.read(0.02)

    def to_the_list(self) -> None:
        """Leave whatever is open for the due list, and wait until every key so far has had its effect, on screen too.

        The list's own words may be an old sight: what is opened last may not have been read from the terminal yet.
        """
        for _ in range(3):
            self.escape()
        word = f"sought{next(self._words)}"
        self.send(f"1/{word}")
        self.until(self.shows(word), "keys do nothing")
        self.escape()
        self.until(lambda: word not in self.text and "z snooze" in self.text, "not on the due list")

    def escape(self) -> None:
        """Press escape, as terminals send it that know the keyboard protocol which the program switches on.

        A bare escape would be a key with alt to a program that is slow to read, and finds another key right after it.
        """
        self.send("\x1b[27u")

    def write(self, data: bytes) -> None:
        """Write everything, reading meanwhile what the program draws, so that neither waits for the other."""
        os.set_blocking(self.child.child_fd, False)
        deadline = time.monotonic() + DEADLINE
        while data:
            assert time.monotonic() < deadline, "the program does not read its input"
            try:
                data = data[os.write(self.child.child_fd, data[:4096]) :]
            except BlockingIOError:
                self.read()
        os.set_blocking(self.child.child_fd, True)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, 0 included, which `setwinsize` of the library would refuse to draw."""
        fcntl.ioctl(self.child.child_fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(max(1, lines), max(1, columns))
        self._text = None

    def read(self, wait: float = 0.05) -> bool:
        """Read what the program draws, and return whether it still runs."""
        try:
            drawn = self.child.read_nonblocking(65536, timeout=wait)
        except pexpect.TIMEOUT:
            return True
        except (pexpect.EOF, OSError):
            return False
        self.raw += drawn
        self._text = None
        drawn = self._held + drawn
        unfinished = _UNFINISHED.search(drawn[-32:])
        cut = len(drawn) - len(unfinished[0]) if unfinished else len(drawn)
        drawn, self._held = drawn[:cut], drawn[cut:]
        self._stream.feed(_UNREAD.sub(lambda match: match[0] if match[0][2:3] == b"?" else b"", drawn))
        return True

    def until(self, condition: Callable[[], object], sentence: str) -> None:
        """Read what the program draws until a condition holds."""
        deadline = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < deadline, f"{sentence}\n{self.text}"
            if not self.read():
                assert condition(), f"{sentence}: it ended\n{self.text}"
                return

    @property
    def text(self) -> str:
        """What is on screen."""
        if self._text is None:  # pyte takes milliseconds to say it, however often it is asked
            self._text = "\n".join(self.screen.display)
        return self._text

    def shows(self, text: str) -> Callable[[], bool]:
        """Return the condition that a text is on screen."""
        return lambda: text in self.text

    def ended(self) -> int:
        """Read to the end and return the exit code (see `code`)."""
        deadline = time.monotonic() + DEADLINE
        while self.read():
            assert time.monotonic() < deadline, f"it did not end\n{self.text}"
        return self.code()

    def code(self) -> int:
        """Wait for the end and return the exit code, the negative number of a signal that ended it."""
        self.child.wait()
        return -self.child.signalstatus if self.child.exitstatus is None else int(self.child.exitstatus)

    def left_behind(self) -> list[str]:
        """Return what an ended program left otherwise than it found it."""
        wrong = [] if termios.tcgetattr(self.child.child_fd) == self.settings else ["stty -g differs"]
        for on, off in SWITCHED.items():
            if on in self.raw and self.raw.rfind(off) < self.raw.rfind(on):
                wrong.append(f"{on!r} is not taken back")
        return wrong


def ready(*arguments: str, **how: Any) -> AbstractContextManager[Terminal]:
    """Fork the program, all being imported that its start would import, and end it after if it still runs."""
    return started(*arguments, is_forked=True, **how)


@contextmanager
def started(*arguments: str, **how: Any) -> Iterator[Terminal]:
    """Start the program, and end it after if it still runs."""
    terminal = Terminal(*arguments, **how)
    try:
        yield terminal
    finally:
        with suppress(pexpect.ExceptionPexpect):  # a test may have waited for its end already
            if terminal.child.isalive():
                terminal.child.kill(signal.SIGKILL)
                terminal.child.wait()  # pexpect's own way allows it a tenth of a second, too little on a busy machine
            terminal.child.close()
