"""The real program in a pseudo-terminal: it draws, keeps what was typed when killed, and leaves the terminal whole."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.terminals import Terminal, ready
from tests.torture.terminal_hunt import body_of, one_letter


@contextmanager
def in_its_letter(path: Path) -> Iterator[Terminal]:
    """Start the program on one interview and open the thank-you for it."""
    with ready("--db", str(path)) as terminal:
        terminal.until(terminal.shows("works best"), "no detail")
        terminal.send("\r")
        terminal.until(terminal.shows("Subject"), "no letter")
        yield terminal


def test_what_was_typed_is_there_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_letter(path)
    with in_its_letter(path) as terminal:
        terminal.send("typed and kept ")
        terminal.until(lambda: "typed and kept" in body_of(path), "not saved")
        terminal.child.kill(signal.SIGKILL)
    assert "typed and kept" in body_of(path)


def test_a_small_terminal_without_colour_is_legible_and_one_without_size_is_borne(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_letter(path)
    with ready("--db", str(path), size=(40, 12), environment={"NO_COLOR": "1"}) as terminal:
        for words in ("1 Due", "Northwind", "Thank", "? help"):
            terminal.until(terminal.shows(words), f"{words} is not shown")
        terminal.resize(0, 0)
        terminal.rest()
        terminal.resize(80, 24)
        terminal.until(terminal.shows("2 Timeline"), "nothing is drawn after a size of 0x0")
        terminal.send("\x11")
        assert terminal.ended() == 0
    hues = re.findall(rb"\x1b\[[0-9;]*?[34]8;2;(\d+);(\d+);(\d+)", terminal.raw)
    assert all(red == green == blue for red, green, blue in hues)


def test_a_paste_that_comes_in_pieces_with_an_end_in_it_is_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_letter(path)
    with in_its_letter(path) as terminal:
        for piece in ("\x1b[200~first \x1b[201~\x11q", " second\x1b[A", " third\x1b[201~"):
            terminal.write(piece.encode())  # with no rest that a busy machine could make too long for one paste
        terminal.until(lambda: "third" in body_of(path), "not saved")
        assert body_of(path).startswith("first ␛[201~␑q second␛[A third")


def test_reading_much_mail_says_how_far_it_is_and_leaves_a_clean_line_when_stopped(tmp_path: Path) -> None:
    path, mail = tmp_path / "hunt.db", tmp_path / f"{'all' * 40}.mbox"
    one_letter(path)
    with mail.open("wb") as file:
        file.write(b"From a@x Fri Nov 20 10:00:00 2026\nFrom: a@shop.example\nSubject: Sale\n\n")
        file.truncate(40_000_000_000)  # holes, which take no room
    with ready("--db", str(path), "import", str(mail)) as terminal:
        terminal.until(terminal.shows("in MB:"), "it does not say how far it is")
        terminal.send("\x03")
        terminal.until(terminal.shows("afterword: Stopped."), "it does not stop")
        assert terminal.ended() == 1
        assert "in MB" not in terminal.text
