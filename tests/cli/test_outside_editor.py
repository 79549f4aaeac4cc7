"""A letter in an editor of the user's own: nothing saved there is lost, and the dashboard always comes back."""

from __future__ import annotations

import os
import re
import signal
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.cli.terminals import Terminal, ready
from tests.torture.terminal_hunt import body_of, one_letter

EDITOR = "pen"
"""What it is called: short, so that a sentence about it stands in one line."""
TEXT = "MY TWENTY MINUTES\nof work, Ren\u00e9.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    one_letter(tmp_path / "hunt.db")
    return tmp_path / "hunt.db"


def script(folder: Path, body: str) -> str:
    """Write an editor; return how it is called, the folder being one of programs (`beside`)."""
    editor = folder / EDITOR
    editor.write_text(f"#!/bin/sh\n{body}\n")
    editor.chmod(stat.S_IRWXU)
    return EDITOR


def beside(path: Path, editor: str) -> dict[str, str]:
    """Return the variables of a program whose files all stand beside its database."""
    folder = path.parent
    return {
        "EDITOR": editor,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "AFTERWORD_STATE": str(folder / "state"),
        "AFTERWORD_SETTINGS": str(folder / "settings"),
    }


@contextmanager
def in_the_letter(path: Path, editor: str, *, opens: bool = True) -> Iterator[Terminal]:
    """Start a program, open the letter, and press ctrl+e."""
    with ready("--db", str(path), environment=beside(path, editor)) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        if opens:
            terminal.send("\r")
            terminal.until(terminal.shows("Subject"), "no letter")
            terminal.until(lambda: body_of(path), "no letter is stored")
            terminal.send("\x05")
        yield terminal


class Sitting:
    """One program for many tests: what is called as the editor is another thing in each."""

    def __init__(self, terminal: Terminal, path: Path):
        self.terminal, self.path = terminal, path
        self.editor = path.with_name(EDITOR)
        self._numbers = count(1)

    def begin(self) -> None:
        """Go to the list, with no text left and nothing to call as the editor."""
        self.terminal.to_the_list()
        for place in (*(self.path.parent / "state").glob("*letter-*"), self.editor):
            if place.is_dir():
                place.rmdir()
            else:
                place.unlink(missing_ok=True)

    def edit(self) -> None:
        """Open the letter, make it another one than it was, and press ctrl+e."""
        self.terminal.send("\r")
        self.terminal.until(lambda: body_of(self.path), "no letter is stored")
        self.type_into_letter()
        self.terminal.send("\x05")

    def type_into_letter(self) -> None:
        """Expect that what is typed arrives: the letter is open, and takes keys."""
        word = f"word{next(self._numbers)}"
        self.terminal.send(f"\x1b[1;5H{word} ")
        self.terminal.until(lambda: body_of(self.path).startswith(word), "nothing typed arrives")

    def goes_on(self) -> None:
        """Expect that the dashboard is there, and that it takes keys."""
        self.terminal.to_the_list()
        self.terminal.send("3")
        self.type_into_letter()


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sitting]:
    path = tmp_path_factory.mktemp("sitting") / "hunt.db"
    one_letter(path)
    with ready("--db", str(path), environment=beside(path, EDITOR)) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        yield Sitting(terminal, path)
        assert ends(terminal) == 0
        assert terminal.left_behind() == []


@pytest.fixture
def sitting(program: Sitting) -> Sitting:
    program.begin()
    return program


def left(path: Path) -> list[Path]:
    """Return the files with texts of letters."""
    return sorted((path.parent / "state").glob("*letter-*"))


def ends(terminal: Terminal) -> int:
    terminal.send("\x11")
    return terminal.ended()


SAVES = {
    "what a shell writes": "cp '{text}' \"$1\"",
    "with a byte-order mark and CRLF": "printf '\\357\\273\\277' > \"$1\"; sed 's/$/\\r/' '{text}' >> \"$1\"",
    "with backups beside it": 'cp "$1" "$1~"; cp \'{text}\' "$1"; touch "$(dirname "$1")/.$(basename "$1").swp"',
    "by another file in its place": 'cp \'{text}\' "$1.new"; mv "$1.new" "$1"',
}


@pytest.mark.parametrize("how", SAVES)
def test_what_is_saved_is_in_the_letter_and_no_file_stays(sitting: Sitting, how: str) -> None:
    text = sitting.path.with_name("text")
    text.write_text(TEXT)
    script(sitting.path.parent, SAVES[how].format(text=text))
    sitting.edit()
    sitting.terminal.until(lambda: body_of(sitting.path) == TEXT.rstrip("\n"), "it is not in the letter")
    sitting.goes_on()
    assert left(sitting.path) == []


@pytest.mark.parametrize(("end", "sentence"), [("exit 1", "ended with an error (1)"), ("kill -9 $$", "SIGKILL")])
def test_what_is_saved_by_an_editor_that_fails_is_offered(sitting: Sitting, end: str, sentence: str) -> None:
    text, terminal = sitting.path.with_name("text"), sitting.terminal
    text.write_text(TEXT)
    script(sitting.path.parent, f"cp '{text}' \"$1\"; {end}")
    sitting.edit()
    terminal.until(terminal.shows("MY TWENTY MINUTES"), "it is not offered")
    terminal.until(terminal.shows(sentence), "it is not said how the editor ended")
    terminal.send("u")
    terminal.until(lambda: body_of(sitting.path) == TEXT.rstrip("\n"), "it is not in the letter")
    terminal.until(lambda: left(sitting.path) == [], "its file stays")


def test_what_is_not_wanted_now_is_offered_at_the_next_start(path: Path) -> None:
    text = path.with_name("text")
    text.write_text(TEXT)
    editor = script(path.parent, f"cp '{text}' \"$1\"; exit 1")
    with in_the_letter(path, editor) as terminal:
        terminal.until(terminal.shows("Text that isn't in any letter"), "it is not offered")
        terminal.escape()
        assert ends(terminal) == 0
    (file,) = left(path)
    assert file.read_text() == TEXT
    with in_the_letter(path, editor, opens=False) as terminal:
        terminal.until(terminal.shows("MY TWENTY MINUTES"), "it is not offered again")
        terminal.send("u")
        terminal.until(lambda: body_of(path) == TEXT.rstrip("\n"), "it is not in the letter")
        terminal.until(lambda: not left(path), "the file stays")
        assert ends(terminal) == 0


def test_a_file_of_an_older_version_is_offered_too(path: Path) -> None:
    (path.parent / "state").mkdir()
    old = path.parent / "state" / "letter-k3j2h1.txt"
    old.write_text(TEXT)
    with in_the_letter(path, "true", opens=False) as terminal:
        terminal.until(terminal.shows("MY TWENTY MINUTES"), "it is not offered")
        terminal.send("k")
        terminal.until(terminal.shows("The text stays here"), "nothing is said")
    assert [file.read_text() for file in left(path)] == [TEXT]


@pytest.mark.parametrize("code", ["latin-1", "utf-16"])
def test_what_is_no_utf_8_is_kept_where_it_is_and_the_letter_is_as_it_was(sitting: Sitting, code: str) -> None:
    text = sitting.path.with_name("text")
    text.write_bytes(TEXT.encode(code))
    script(sitting.path.parent, f"cp '{text}' \"$1\"")
    sitting.edit()
    before = body_of(sitting.path)
    sitting.terminal.until(sitting.terminal.shows("saved as UTF-8"), "nothing is said")
    assert body_of(sitting.path) == before
    sitting.goes_on()
    assert body_of(sitting.path).endswith(before)
    assert [file.read_bytes() for file in left(sitting.path)] == [TEXT.encode(code)]


def test_an_editor_that_comes_back_at_once_keeps_its_file_for_what_its_window_saves(sitting: Sitting) -> None:
    terminal = sitting.terminal
    script(sitting.path.parent, "exit 0")
    sitting.edit()
    terminal.until(terminal.shows("--wait"), "nothing is said")
    terminal.escape()
    (file,) = left(sitting.path)
    file.write_text(TEXT)
    terminal.send("\x05")
    terminal.until(terminal.shows("MY TWENTY MINUTES"), "what the window saved is not offered")
    terminal.send("u")
    terminal.until(lambda: body_of(sitting.path) == TEXT.rstrip("\n"), "it is not in the letter")


@pytest.mark.parametrize(
    ("does", "sentence"),
    [('rm "$1"', "deleted the letter's file"), ('rm "$1"; mkdir "$1"', "made a folder"), ("exit 3", "error (3)")],
)
def test_what_an_editor_does_to_its_file_is_said(sitting: Sitting, does: str, sentence: str) -> None:
    script(sitting.path.parent, does)
    sitting.edit()
    sitting.terminal.until(sitting.terminal.shows(sentence), "nothing is said")
    sitting.goes_on()


def _nothing(_editor: Path) -> None:
    """Leave the place of the editor empty."""


def _no_program(editor: Path) -> None:
    editor.write_bytes(b"\x7fELF\0\0")
    editor.chmod(stat.S_IRWXU)


NOT_STARTED: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (_nothing, "No such file"),
    "a folder": (Path.mkdir, "Permission denied"),
    "a file that is no program": (_no_program, "format error"),
}


@pytest.mark.parametrize("what", NOT_STARTED)
def test_an_editor_that_cannot_be_started_is_said_and_the_dashboard_is_there(sitting: Sitting, what: str) -> None:
    make, sentence = NOT_STARTED[what]
    make(sitting.editor)
    sitting.edit()
    sitting.terminal.until(sitting.terminal.shows(sentence), "nothing is said")
    sitting.goes_on()
    assert left(sitting.path) == []


def test_a_quote_that_is_never_closed_is_said_and_the_dashboard_is_there(path: Path) -> None:
    with in_the_letter(path, 'vim "') as terminal:
        terminal.until(terminal.shows("quote that is never closed"), "nothing is said")
        Sitting(terminal, path).goes_on()
        assert ends(terminal) == 0
    assert left(path) == []


def _until_it_says(terminal: Terminal, answer: bytes) -> None:
    """Wait for what an editor writes into the terminal that it was handed."""
    terminal.until(lambda: re.search(answer, terminal.raw.partition(b"\x1b[?1049l")[2]), f"no {answer!r}")


def test_ctrl_c_in_the_editor_ends_nothing(path: Path) -> None:
    with in_the_letter(path, "ed") as terminal:
        for keys, answer in (
            ("", rb"\d+\r\n"),  # how much ed has read
            ("1n\n", rb"1\tDear"),  # from its first command on, it takes ctrl+c for itself
            ("\x03", rb"\?\r\n"),
            ("1c\nSAVED BY ED\n.\n1n\n", rb"1\s+SAVED BY ED\r\n"),
            ("\x03", rb"(?s)\?\r\n.*\?\r\n"),
        ):
            terminal.send(keys)
            _until_it_says(terminal, answer)
        terminal.send("wq\n")
        terminal.until(lambda: "SAVED BY ED" in body_of(path), "it is not in the letter")
        Sitting(terminal, path).goes_on()
        assert ends(terminal) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("traps", ["", "trap '' TERM HUP; "])
def test_a_signal_while_the_editor_runs_is_obeyed_and_loses_nothing(
    path: Path, number: signal.Signals, traps: str
) -> None:
    text = path.with_name("text")
    text.write_text(TEXT)
    with in_the_letter(
        path, script(path.parent, f"{traps}cp '{text}' \"$1\"; echo READY; sleep 20 & wait")
    ) as terminal:
        terminal.until(terminal.shows("READY"), "no editor")
        terminal.child.kill(number)
        terminal.ended()
        assert terminal.left_behind() == []
    (file,) = left(path)
    assert file.read_text() == TEXT
    assert file.name in terminal.raw.decode(errors="replace").replace("\r\n", "")


def test_a_kill_while_the_editor_runs_loses_nothing(path: Path) -> None:
    text = path.with_name("text")
    text.write_text(TEXT)
    with in_the_letter(path, script(path.parent, f"cp '{text}' \"$1\"; echo READY; sleep 20")) as terminal:
        terminal.until(terminal.shows("READY"), "no editor")
        terminal.child.kill(signal.SIGKILL)
        terminal.ended()
    with in_the_letter(path, "true", opens=False) as terminal:
        terminal.until(terminal.shows("MY TWENTY MINUTES"), "it is not offered")


def test_what_cannot_be_stored_is_left_in_a_file_by_the_second_ctrl_q(path: Path) -> None:
    with in_the_letter(path, "true", opens=False) as terminal:
        terminal.send("\r")
        terminal.until(terminal.shows("Subject"), "no letter")
        terminal.until(lambda: body_of(path), "no letter is stored")
        other = path.with_name("elsewhere.db")
        path.rename(other)
        path.mkdir()
        terminal.send("\x1b[1;5HNOT TO BE LOST ")
        terminal.rest()
        terminal.send("\x11")
        # Where the sentence is broken into lines depends on the length of the folder's name in it.
        terminal.until(lambda: "ctrl+q again" in " ".join(terminal.text.split()), "nothing is said")
        terminal.send("\x11")
        assert terminal.ended() == 1
    (file,) = left(path)
    assert file.read_text().startswith("NOT TO BE LOST ")
    assert file.name in terminal.raw.decode(errors="replace").replace("\r\n", "")
    path.rmdir()
    other.rename(path)
    with in_the_letter(path, "true", opens=False) as terminal:
        terminal.until(terminal.shows("NOT TO BE LOST"), "it is not offered")
        terminal.send("u")
        terminal.until(lambda: body_of(path).startswith("NOT TO BE LOST "), "it is not in the letter")
