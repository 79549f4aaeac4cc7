"""The real program in a pseudo-terminal: it draws, keeps what was typed when killed, and leaves the terminal whole."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from app.storage import reading
from tests.ui.driving import one_interview

ROOT = Path(__file__).parents[2]


class Terminal:
    """A program in a terminal of 100 columns and 30 lines."""

    def __init__(self, database: Path):
        environment = os.environ | {
            "AFTERWORD_NOW": "2026-11-24T10:00:00+01:00", "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"
        }  # fmt: skip
        self.child = pexpect.spawn(
            sys.executable, ["-m", "app", "--db", str(database)], env=environment, dimensions=(30, 100), timeout=10
        )
        self.screen = pyte.Screen(100, 30)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""

    def until(self, condition: Callable[[], object], sentence: str) -> None:
        """Read what the program draws until a condition holds."""
        deadline = time.monotonic() + 40
        while not condition():
            assert time.monotonic() < deadline, f"{sentence}\n" + "\n".join(self.screen.display)
            try:
                drawn = self.child.read_nonblocking(65536, timeout=0.05)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                assert condition(), f"{sentence}: it ended"
                return
            self.raw += drawn
            self.stream.feed(drawn.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b""))

    def shows(self, text: str) -> Callable[[], bool]:
        """Return the condition that a text is on screen."""
        return lambda: any(text in line for line in self.screen.display)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Start the program on one application that was interviewed yesterday."""
    path = tmp_path / "hunt.db"
    one_interview(path)
    started = Terminal(path)
    yield started
    started.child.close(force=True)


def body_of(path: Path) -> str:
    """Return the body of the first letter as stored, "" while there is none."""
    connection = reading.open_reader(path)
    assert connection is not None
    try:
        letters = reading.application(connection, 1).letters
        return letters[0].body if letters else ""
    finally:
        connection.close()


def test_what_was_typed_is_there_after_a_kill(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    terminal.until(terminal.shows("Northwind"), "no due list")
    terminal.until(terminal.shows("thanks read best"), "no detail")
    terminal.child.send("\r")
    terminal.until(terminal.shows("Subject"), "no letter")
    terminal.child.send("typed and kept ")
    terminal.until(lambda: "typed and kept" in body_of(path), "not saved")
    terminal.child.kill(signal.SIGKILL)
    assert "typed and kept" in body_of(path)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, "q"])
def test_the_terminal_is_left_whole(terminal: Terminal, tmp_path: Path, how: signal.Signals | str) -> None:
    terminal.until(terminal.shows("Northwind"), "no due list")
    terminal.until(terminal.shows("thanks read best"), "no detail")
    if isinstance(how, str):
        terminal.child.send(how)
    else:
        terminal.child.kill(how)
    terminal.until(lambda: not terminal.child.isalive(), "it did not end")
    assert terminal.child.exitstatus == 0
    assert b"\x1b[?1049l" in terminal.raw
    assert b"\x1b[?25h" in terminal.raw


def test_input_that_is_no_text_ends_nothing(terminal: Terminal) -> None:
    terminal.until(terminal.shows("Northwind"), "no due list")
    terminal.child.send(b"\xff\xfe\xc3")
    terminal.child.send("?")
    terminal.until(terminal.shows("Keys"), "no help after bytes that are not UTF-8")
    assert terminal.child.isalive()
