"""Other people's programs, run to their end in one way: no shell, no terminal, a deadline, a limit on what they print.

One that takes too long or prints too much is ended together with what it started itself. For what is opened and left
running see `desktop`.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from app.etiquette.text import clean

MOST_PRINTED = 1_000_000
"""Bytes that a program may print, unless its caller says otherwise."""
_MOST_COMPLAINT = 4_000
"""Bytes that are kept of the end of what it wrote to its standard error."""
_READ_AT_ONCE = 65_536

WhileRunning = Callable[["subprocess.Popen[bytes]"], AbstractContextManager[object]]


class Ended(NamedTuple):
    """How a program ended."""

    code: int
    """Its exit code; below zero: the signal that ended it."""
    printed: bytes = b""
    complaint: bytes = b""
    """The end of what it wrote to its standard error."""

    @property
    def complaint_text(self) -> str:
        """What it complained of as a clause without a period, at most 300 characters; "" for nothing."""
        return clean(self.complaint.decode(errors="replace")).strip()[-300:].rstrip(".")

    @property
    def reason(self) -> str:
        """Why it failed, as a clause."""
        return self.complaint_text or f"it failed with exit code {self.code}"


def run_program(
    command: Sequence[str],
    given: bytes = b"",
    *,
    seconds: float,
    most_printed: int | None = MOST_PRINTED,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    while_running: WhileRunning = nullcontext,
) -> Ended:
    """Run a program to its end, in a session of its own.

    Args:
        given: its standard input.
        seconds: how long it may take, together with whatever it leaves running that holds its output open.
        most_printed: bytes after which it is ended; more than these are returned then. None: what it prints and
            complains of goes nowhere, so that what it leaves running holds nothing open.
        environment, folder: what it runs with and in; None: those of this program.
        while_running: entered while it runs, so that another thread can end it.

    Raises:
        OSError, ValueError: it could not be started.
        subprocess.TimeoutExpired: it took too long.
    """
    deadline = time.monotonic() + seconds
    output = subprocess.DEVNULL if most_printed is None else subprocess.PIPE
    process = subprocess.Popen(  # noqa: S603 - the callers' programs: the user's own, or the system's
        command,
        stdin=subprocess.PIPE if given else subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    printed, complaint = bytearray(), bytearray()
    moves: list[Callable[[], None]] = []
    if process.stdin is not None:
        moves.append(partial(_give, process.stdin, given))
    if process.stdout is not None and process.stderr is not None and most_printed is not None:
        moves.append(partial(_take, process.stdout, printed, most_printed, process))
        moves.append(partial(_take_end, process.stderr, complaint))
    with _ended_if_left(process), while_running(process):
        has_ended = _has_ended(process, [threading.Thread(target=move, daemon=True) for move in moves], deadline)
    if not has_ended:
        end_process(process)
        process.wait()
        raise subprocess.TimeoutExpired(list(command), seconds)
    return Ended(process.returncode, bytes(printed), bytes(complaint))


@contextmanager
def _ended_if_left(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a program that nobody waits for any more: ctrl+c does not reach a session of its own."""
    try:
        yield
    except BaseException:
        end_process(process)
        process.wait()
        raise


def _has_ended(process: subprocess.Popen[bytes], threads: Sequence[threading.Thread], deadline: float) -> bool:
    """Start what moves a program's input and output, and return whether all has come to its end by the deadline."""
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, deadline - time.monotonic()))
    return process.poll() is not None and not any(thread.is_alive() for thread in threads)


def reason_of(error: OSError | ValueError | subprocess.TimeoutExpired) -> str:
    """Return why `run_program` ran nothing to its end, as a clause without a period."""
    if isinstance(error, subprocess.TimeoutExpired):
        return "it took too long"
    return clean(getattr(error, "strerror", None) or str(error))


def end_process(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started in a session of its own, and its children: one that holds a pipe open would keep
    us waiting. One that is gone is left alone."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _give(stream: IO[bytes], given: bytes) -> None:
    """Write all that is given; a program that does not read it is none the worse."""
    with suppress(OSError), stream:
        stream.write(given)


def _take(stream: IO[bytes], into: bytearray, most: int, process: subprocess.Popen[bytes]) -> None:
    """Read what a program prints to its end, and end one that goes on and on."""
    with suppress(OSError, ValueError), stream:
        while portion := stream.read1(_READ_AT_ONCE):  # type: ignore[attr-defined]
            into += portion
            if len(into) > most:
                end_process(process)
                return


def _take_end(stream: IO[bytes], into: bytearray) -> None:
    """Read to the end and keep the last of it."""
    with suppress(OSError, ValueError), stream:
        while portion := stream.read1(_READ_AT_ONCE):  # type: ignore[attr-defined]
            into += portion
            del into[:-_MOST_COMPLAINT]
