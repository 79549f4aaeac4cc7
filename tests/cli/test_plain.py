"""The plain form: numbered lines and commands in a real pseudo-terminal, as a screen reader's terminal has them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pexpect
import pyte
import pytest

from app.etiquette.records import LetterStatus
from app.storage import reading
from tests.cli.forked import InTerminal
from tests.storage.hunts import NOW, add, log_interview, notes, open_hunt, reader


class Terminal:
    """The program in a pseudo-terminal, and what stands on its screen."""

    def __init__(self, path: Path, *arguments: str, **variables: str):
        environment = {**os.environ, "AFTERWORD_NOW": NOW.isoformat(), "TERM": "xterm-256color", **variables}
        self.raw = ""
        self.screen = pyte.Screen(100, 60)
        self._stream = pyte.Stream(self.screen)
        self._child = InTerminal(("--db", str(path), *arguments), environment, (60, 100), echo=False, encoding="utf-8")

    def shows(self, words: str) -> None:
        """Wait for words."""
        self._child.expect(re.escape(words))
        said = self._child.before + self._child.after
        self.raw += said
        self._stream.feed(said)

    def type(self, line: str) -> None:
        """Type a line."""
        self._child.sendline(line)

    def type_end(self) -> None:
        """Press ctrl+d."""
        self._child.send("\x04")

    def ends(self) -> int | None:
        """Wait for the end; return the exit code."""
        self._child.expect(pexpect.EOF)
        self.raw += self._child.before
        self._child.wait()
        self._child.close()
        code: int | None = self._child.exitstatus
        return code


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a hunt with two people to thank."""
    hunt = open_hunt(tmp_path / "hunt.db")
    log_interview(hunt, add(hunt))
    return tmp_path / "hunt.db"


@pytest.mark.parametrize(("arguments", "variables"), [(("--plain",), {}), ((), {"ACCESSIBLE": "1"})])
def test_steps_are_numbered_lines_and_take_commands(
    path: Path, arguments: tuple[str, ...], variables: dict[str, str]
) -> None:
    terminal = Terminal(path, *arguments, **variables)
    terminal.shows("2. Northwind: Thank Omar Haddad")
    terminal.shows("> ")
    assert terminal.screen.cursor.x == len("> "), "the cursor stands where one types"
    terminal.type("2 x")
    terminal.shows("1 left; u to undo.")
    terminal.type("2 x")
    terminal.shows("Step 2 is already taken care of.")
    terminal.type("1 n they moved the office")
    terminal.shows("Added a note on Northwind.")
    terminal.type("1 z 3")
    terminal.shows("Snoozed until Fri, Nov 27")
    terminal.type("9 x")
    terminal.shows("There is no step 9.")
    terminal.type("sing")
    terminal.shows("That isn't a command.")
    terminal.type("?")
    terminal.shows("?: this help.")
    terminal.type("q")
    assert terminal.ends() == 0
    assert "\x1b" not in terminal.raw
    assert not re.search(r"[\u2500-\u259f●○]", terminal.raw)
    with reader(path) as connection:
        application = reading.application(connection, 1)
    assert [letter.status for letter in application.letters] == [LetterStatus.SENT]
    assert application.snoozes[0].until.date().isoformat() == "2026-11-27"
    assert notes(path) == ["they moved the office"]


@pytest.mark.parametrize(
    ("arguments", "variables"), [(("--plain", "demo"), {}), (("demo", "--plain"), {}), (("demo",), {"ACCESSIBLE": "1"})]
)
def test_the_sample_can_be_tried_as_lines(path: Path, arguments: tuple[str, ...], variables: dict[str, str]) -> None:
    terminal = Terminal(path, *arguments, **variables)
    terminal.shows("This is a sample search. Nothing that you do here is kept.")
    terminal.shows("1. ")
    terminal.shows("> ")
    terminal.type("q")
    assert terminal.ends() == 0
    assert "\x1b" not in terminal.raw


def test_undo_takes_back_the_last_and_the_end_of_the_input_ends_it(path: Path) -> None:
    terminal = Terminal(path, "--plain")
    terminal.shows("> ")
    terminal.type("1 x")
    terminal.shows("1 left")
    terminal.type("u")
    terminal.shows("Undone:")
    terminal.shows("2 steps.")
    terminal.shows("> ")
    terminal.type_end()
    assert terminal.ends() == 0
    with reader(path) as connection:
        assert reading.application(connection, 1).letters == ()
