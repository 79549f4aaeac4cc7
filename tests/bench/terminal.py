"""A pseudo-terminal that starts a program, answers its queries as a terminal does, and says when what was drawn.

Times are those of `time.perf_counter`, from before the process is made to when its bytes have been read: what a real
terminal adds by drawing them is not in them.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

COLUMNS, ROWS = 120, 40
DEADLINE = 60.0
"""Seconds after which a program that draws nothing has failed."""
_QUERY = re.compile(rb"\x1b\[\?(\d+)\$p|\x1b\[(>?0?)c|\x1b\[6n|\x1b\[\?u|\x1b\](1[01]);\?(?:\x07|\x1b\\)")
_SYNCHRONIZED = b"2026"
_FRAME_ENDS = b"\x1b[?2026l"


class NothingDrawnError(Exception):
    """The program ended, or drew nothing more, before what was waited for; what it drew last is in the message."""


class Terminal:
    """One program in a terminal of 120 columns and 40 rows; to be used in a `with` block, which ends the program."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]):
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            arguments, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)
        self._master = master
        self._drawn = b""
        self._answered = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def until(self, text: str) -> float:
        """Return when a text had been drawn, at any time since the start."""
        wanted = text.encode()
        return self._until(lambda: wanted in self._drawn, text)

    def frame_after(self, keys: str) -> float:
        """Type, and return the seconds until the first frame after it was drawn whole."""
        self._drawn, self._answered = b"", 0
        typed = time.perf_counter()
        os.write(self._master, keys.encode())
        return self._until(lambda: _FRAME_ENDS in self._drawn, f"the frame after {keys!r}") - typed

    def shown_after(self, keys: str, text: str) -> float:
        """Type, and return the seconds until a text was drawn in a frame that is whole."""
        self._drawn, self._answered = b"", 0
        wanted, typed = text.encode(), time.perf_counter()
        os.write(self._master, keys.encode())
        return self._until(lambda: wanted in self._drawn.rpartition(_FRAME_ENDS)[0], f"{text!r} after {keys!r}") - typed

    def quiet(self, seconds: float = 0.15) -> float:
        """Wait until nothing was drawn for so long, and return when the last thing was."""
        deadline, last = time.perf_counter() + DEADLINE, time.perf_counter()
        while time.perf_counter() < deadline and (drawn_at := self._read(seconds)) is not None:
            last = drawn_at
        return last

    def type(self, keys: str) -> None:
        """Type without waiting."""
        os.write(self._master, keys.encode())

    def gone_after(self, keys: str) -> float:
        """Type what quits, and return the seconds until the process was gone."""
        typed = time.perf_counter()
        os.write(self._master, keys.encode())
        while self._read(DEADLINE) is not None:
            pass
        self._process.wait(DEADLINE)
        return time.perf_counter() - typed

    def megabytes(self) -> float:
        """Return the most memory that the program has held so far (its peak resident set), as Linux tells it."""
        with Path(f"/proc/{self.pid}/status").open(encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
        raise NothingDrawnError("the system does not say how much memory a process holds")

    def _until(self, condition: object, what: str) -> float:
        assert callable(condition)
        deadline = time.perf_counter() + DEADLINE
        last = time.perf_counter()
        while not condition():
            drawn_at = self._read(max(0.0, deadline - time.perf_counter()))
            if drawn_at is None:
                shown = self._drawn[-300:].decode(errors="replace").replace("\x1b", "␛")
                raise NothingDrawnError(f"{what} was not drawn; the last bytes were {shown!r}")
            last = drawn_at
        return last

    def _read(self, seconds: float) -> float | None:
        """Read what was drawn next and return when; None when nothing was for so long, or the program has ended."""
        if not select.select([self._master], [], [], seconds)[0]:
            return None
        try:
            drawn = os.read(self._master, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            return None
        if not drawn:
            return None
        at = time.perf_counter()
        self._drawn += drawn
        self._answer()
        return at

    def _answer(self) -> None:
        """Answer as a terminal that draws synchronized frames and reports no other mode."""
        for query in _QUERY.finditer(self._drawn, self._answered):
            self._answered = query.end()
            mode, attributes, color = query.groups()
            if mode is not None:
                answer = b"\x1b[?%b;%b$y" % (mode, b"2" if mode == _SYNCHRONIZED else b"0")
            elif attributes is not None:
                answer = b"\x1b[>1;1;0c" if attributes.startswith(b">") else b"\x1b[?62;22c"
            elif color is not None:
                answer = b"\x1b]%b;rgb:1e1e/1e1e/1e1e\x1b\\" % color
            else:
                answer = b"\x1b[?0u" if query[0].endswith(b"u") else b"\x1b[1;1R"
            os.write(self._master, answer)
