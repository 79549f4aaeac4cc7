"""A letter in an editor of the user's own: nothing saved there is lost, and the dashboard always comes back."""

from __future__ import annotations

import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.terminals import Terminal, started
from tests.torture.terminal_hunt import body_of, one_letter

TEXT = "MY TWENTY MINUTES\nof work, Ren\u00e9.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    one_letter(tmp_path / "hunt.db")
    return tmp_path / "hunt.db"


def script(folder: Path, body: str) -> str:
    """Write an editor; return how it is called."""
    editor = folder / "editor"
    editor.write_text(f"#!/bin/sh\n{body}\n")
    editor.chmod(stat.S_IRWXU)
    return str(editor)


@contextmanager
def in_the_letter(path: Path, editor: str, *, opens: bool = True) -> Iterator[Terminal]:
    """Open the letter, and press ctrl+e."""
    environment = {"EDITOR": editor, "AFTERWORD_STATE": str(path.parent / "state")}
    with started("--db", str(path), environment=environment) as terminal:
        terminal.until(terminal.shows("You met them on"), "no dashboard")
        if opens:
            terminal.send("\r")
            terminal.until(terminal.shows("Subject"), "no letter")
            terminal.until(lambda: body_of(path), "no letter is stored")
            terminal.send("\x05")
        yield terminal


def left(path: Path) -> list[Path]:
    """Return the files with texts of letters."""
    return sorted((path.parent / "state").glob("*letter-*"))


def goes_on(terminal: Terminal, path: Path) -> None:
    """Expect that the dashboard is there, and that it takes keys."""
    terminal.escape()
    terminal.escape()
    terminal.until(terminal.shows("z snooze"), "not on the list")
    terminal.send("3\x1b[1;5Halive ")
    terminal.until(lambda: "alive" in body_of(path), "nothing typed arrives")


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
def test_what_is_saved_is_in_the_letter_and_no_file_stays(path: Path, how: str) -> None:
    text = path.with_name("text")
    text.write_text(TEXT)
    with in_the_letter(path, script(path.parent, SAVES[how].format(text=text))) as terminal:
        terminal.until(lambda: body_of(path) == TEXT.rstrip("\n"), "it is not in the letter")
        goes_on(terminal, path)
        assert ends(terminal) == 0
    assert left(path) == []


@pytest.mark.parametrize(("end", "sentence"), [("exit 1", "ended with an error (1)"), ("kill -9 $$", "SIGKILL")])
def test_what_is_saved_by_an_editor_that_fails_is_offered(path: Path, end: str, sentence: str) -> None:
    text = path.with_name("text")
    text.write_text(TEXT)
    with in_the_letter(path, script(path.parent, f"cp '{text}' \"$1\"; {end}")) as terminal:
        terminal.until(terminal.shows("MY TWENTY MINUTES"), "it is not offered")
        terminal.until(terminal.shows(sentence), "it is not said how the editor ended")
        terminal.send("u")
        terminal.until(lambda: body_of(path) == TEXT.rstrip("\n"), "it is not in the letter")
        terminal.until(lambda: left(path) == [], "its file stays")


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
def test_what_is_no_utf_8_is_kept_where_it_is_and_the_letter_is_as_it_was(path: Path, code: str) -> None:
    text = path.with_name("text")
    text.write_bytes(TEXT.encode(code))
    with in_the_letter(path, script(path.parent, f"cp '{text}' \"$1\"")) as terminal:
        before = body_of(path)
        terminal.until(terminal.shows("saved as UTF-8"), "nothing is said")
        goes_on(terminal, path)
    assert body_of(path).replace("alive ", "") == before
    assert [file.read_bytes() for file in left(path)] == [TEXT.encode(code)]


def test_an_editor_that_comes_back_at_once_keeps_its_file_for_what_its_window_saves(path: Path) -> None:
    with in_the_letter(path, script(path.parent, "exit 0")) as terminal:
        terminal.until(terminal.shows("--wait"), "nothing is said")
        terminal.escape()
        (file,) = left(path)
        file.write_text(TEXT)
        terminal.send("\x05")
        terminal.until(terminal.shows("MY TWENTY MINUTES"), "what the window saved is not offered")
        terminal.send("u")
        terminal.until(lambda: body_of(path) == TEXT.rstrip("\n"), "it is not in the letter")


@pytest.mark.parametrize(
    ("does", "sentence"),
    [('rm "$1"', "deleted the letter's file"), ('rm "$1"; mkdir "$1"', "made a folder"), ("exit 3", "error (3)")],
)
def test_what_an_editor_does_to_its_file_is_said(path: Path, does: str, sentence: str) -> None:
    with in_the_letter(path, script(path.parent, does)) as terminal:
        terminal.until(terminal.shows(sentence), "nothing is said")
        goes_on(terminal, path)
        assert ends(terminal) == 0


EDITORS = {
    "no-such-editor": "couldn't be started",
    "/": "couldn't be started",
    "/etc/passwd": "couldn't be started",
    "{bad}": "format error",
    'vim "': "quote that is never closed",
    "vim 'x": "quote that is never closed",
}


@pytest.mark.parametrize("editor", EDITORS)
def test_an_editor_that_cannot_be_started_is_said_and_the_dashboard_is_there(path: Path, editor: str) -> None:
    bad = path.with_name("bad")
    bad.write_bytes(b"\x7fELF\0\0")
    bad.chmod(stat.S_IRWXU)
    with in_the_letter(path, editor.format(bad=bad)) as terminal:
        terminal.until(terminal.shows(EDITORS[editor]), "nothing is said")
        goes_on(terminal, path)
        assert ends(terminal) == 0
        assert terminal.left_behind() == []
    assert left(path) == []


def test_ctrl_c_in_the_editor_ends_nothing(path: Path) -> None:
    with in_the_letter(path, "ed") as terminal:
        terminal.until(lambda: b"\x1b[?1049l" in terminal.raw, "the terminal is not handed over")
        terminal.rest()
        for line in ("\x03", "1c\n", "SAVED BY ED\n", ".\n", "\x03", "wq\n"):
            terminal.send(line)
            terminal.rest()
        terminal.until(lambda: "SAVED BY ED" in body_of(path), "it is not in the letter")
        goes_on(terminal, path)
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
        terminal.until(terminal.shows("ctrl+q again"), "nothing is said")
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
