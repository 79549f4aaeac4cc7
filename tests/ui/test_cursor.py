"""The terminal's cursor, in a real pseudo-terminal: it stands on the selected row, choice or field, always."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

from app.etiquette.records import Me
from tests.cli.forked import InTerminal
from tests.storage.hunts import NOW, add, log_interview, open_hunt

PATIENCE = 60.0


class Terminal:
    """The dashboard in a pseudo-terminal of 80 by 24."""

    def __init__(self, path: Path):
        environment = {**os.environ, "AFTERWORD_NOW": NOW.isoformat(), "TERM": "xterm-256color"}
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self.screen)
        self.child = InTerminal(("--db", str(path)), environment, (24, 80), encoding="utf-8")

    @property
    def line(self) -> str:
        """The text of the line that the cursor stands on, from the cursor on."""
        return self.screen.display[self.screen.cursor.y][self.screen.cursor.x :]

    def until(self, condition: Callable[[], bool], sentence: str) -> None:
        """Read what the program writes until something holds."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{sentence}: {self.line!r}\n" + "\n".join(self.screen.display)
            try:
                self._stream.feed(self.child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue

    def stands_on(self, words: str) -> None:
        """Wait for the cursor to stand where these words begin."""
        self.until(lambda: self.line.lstrip("┃│ ").startswith(words), f"the cursor is not on {words!r}")


def test_it_follows_the_list_the_choices_and_the_fields(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    for company in ("Northwind", "Contoso"):
        log_interview(hunt, add(hunt, company), names="Dana Lee")
    terminal = Terminal(path)
    try:
        terminal.stands_on("● Northwind")
        terminal.child.send("j")
        terminal.stands_on("● Contoso")
        terminal.child.send("z")
        terminal.stands_on("z  Next business day")
        terminal.child.send("\x1b[B")
        terminal.stands_on("h  In 3 hours")
        terminal.child.send("\x1b")
        terminal.stands_on("● Contoso")
        terminal.child.send("P")
        terminal.stands_on("a  Add a person")
        terminal.child.send("a")
        terminal.until(lambda: "Given name" in terminal.screen.display[terminal.screen.cursor.y], "not on the field")
        terminal.child.send("Grace\r\r")
        terminal.stands_on("● given name first")
        terminal.child.send("\x1b[C")
        terminal.stands_on("● family name first")
    finally:
        terminal.child.kill(signal.SIGKILL)
        terminal.child.wait()
        terminal.child.close()
