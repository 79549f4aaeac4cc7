"""The real program in a pseudo-terminal: it draws, keeps what was typed when killed, and leaves the terminal whole."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.cli.terminals import started
from tests.torture.terminal_hunt import body_of, one_letter


def test_what_was_typed_is_there_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_letter(path)
    with started("--db", str(path)) as terminal:
        terminal.until(terminal.shows("thanks read best"), "no detail")
        terminal.send("\r")
        terminal.until(terminal.shows("Subject"), "no letter")
        terminal.send("typed and kept ")
        terminal.until(lambda: "typed and kept" in body_of(path), "not saved")
        terminal.child.kill(signal.SIGKILL)
    assert "typed and kept" in body_of(path)
