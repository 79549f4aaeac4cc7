"""The program without its start: each process is forked from one that has imported it (`tests.cli.forking`).

A start takes a second of the processor, most of it for imports. What a test shows of the program in a terminal, its
signals, its files, its exit code, holds for a forked one alike. What it shows of imports, of Python's own variables or
of encodings does not: that takes a program that is started.
"""

from __future__ import annotations

import atexit
import fcntl
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from pexpect.fdpexpect import fdspawn

ROOT = Path(__file__).parents[2]
DEADLINE = 60.0
"""Seconds in which a process has to end, however busy the machine is; then it is ended."""
_LENGTH = struct.Struct("!I")
_STARTS = ("PYTHON", "LC_", "LANG")
"""Beginnings of variables that Python reads when it starts."""


@cache
def _door() -> socket.socket:
    """Start what forks, once for all tests of a process, and have it end with them."""
    here, there = socket.socketpair()
    command = [sys.executable, "-m", "tests.cli.forking", str(there.fileno())]
    forking = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, pass_fds=[there.fileno()])
    there.close()

    def end() -> None:
        here.close()
        forking.wait()

    atexit.register(end)
    return here


class Process:
    """A process of the program, and how it ends."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], streams: Sequence[int]):
        """Fork it, with these variables and no others, and a terminal as its one stream, or three."""
        heard = [name for name, value in environment.items() if name.startswith(_STARTS) and value != os.getenv(name)]
        assert heard in ([], ["PYTHONPATH"]), f"{heard}: Python is started already"
        request = {"arguments": list(arguments), "environment": dict(environment), "folder": str(Path.cwd())}
        data = json.dumps(request).encode()
        self._status, its_end = os.pipe()
        socket.send_fds(_door(), [_LENGTH.pack(len(data))], [*streams, its_end])
        os.close(its_end)
        _door().sendall(data)
        self.pid = int(_LENGTH.unpack(_door().recv(_LENGTH.size, socket.MSG_WAITALL))[0])
        self.code: int | None = None

    @property
    def has_ended(self) -> bool:
        """Whether it has ended."""
        return self.code is not None or bool(select.select([self._status], [], [], 0)[0])

    def wait(self) -> int:
        """Wait until it ends; return its exit code, the negative number of a signal that ended it."""
        if self.code is None:
            if not select.select([self._status], [], [], DEADLINE)[0]:
                os.kill(self.pid, signal.SIGKILL)
            self.code = int(os.read(self._status, 16))
            os.close(self._status)
        return self.code


class InTerminal(fdspawn):  # type: ignore[misc]
    """A process in a terminal of its own, used as `pexpect.spawn` is."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        dimensions: tuple[int, int],
        *,
        echo: bool = True,
        encoding: str | None = None,
    ):
        """Fork it in a terminal of so many lines and columns, which shows what is typed unless told otherwise."""
        ours, its = os.openpty()
        if not echo:
            settings = termios.tcgetattr(its)
            settings[3] &= ~termios.ECHO
            termios.tcsetattr(its, termios.TCSANOW, settings)
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", *dimensions, 0, 0))
        self._process = Process(arguments, environment, [its])
        os.close(its)
        super().__init__(ours, timeout=DEADLINE, encoding=encoding)
        self.pid = self._process.pid

    def close(self) -> None:
        """Close the terminal, unless that is done."""
        if not self.closed:
            super().close()

    def isalive(self) -> bool:
        """Return whether it still runs."""
        return not self._process.has_ended

    def kill(self, number: int) -> None:
        """Send it a signal."""
        if self.isalive():
            os.kill(self._process.pid, number)

    def wait(self) -> None:
        """Wait until it ends, and learn how."""
        code = self._process.wait()
        self.exitstatus: int | None = code if code >= 0 else None
        self.signalstatus: int | None = -code if code < 0 else None


def run(
    arguments: Sequence[str], environment: Mapping[str, str], stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; what it reads and prints are files."""
    with ExitStack() as stack:
        files = [stack.enter_context(TemporaryFile()) for _ in range(3)]
        files[0].write(stdin)
        files[0].seek(0)
        code = Process(arguments, environment, [file.fileno() for file in files]).wait()
        for file in files:
            file.seek(0)
        return subprocess.CompletedProcess(list(arguments), code, files[1].read(), files[2].read())
