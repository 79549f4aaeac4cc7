"""What is said to be copied is where it is said to be: real programs, found on a PATH of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.letters.clipboard import copy

TEXT = "Dear Dana,\n\nThank you for Friday.\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that is the whole PATH, and no display."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return folder


def program(folder: Path, name: str, script: str) -> None:
    """Put a program on the PATH."""
    path = folder / name
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
    path.chmod(0o755)


def test_without_any_program_nothing_is_claimed(programs: Path) -> None:
    copied = copy(TEXT)
    assert (copied.tool, copied.is_in_tmux) == ("", False)
    assert "Check before you paste" in copied.where()
    assert "Copied" not in copied.where()


def test_a_program_that_took_it_is_named(programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    program(programs, "xclip", f"cat >{tmp_path}/taken")
    assert copy(TEXT).where() == "Copied to the clipboard (xclip)."
    assert (tmp_path / "taken").read_text() == TEXT


def test_a_tmux_that_knows_no_w_still_gets_it(programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/x,1,0")
    program(programs, "tmux", f'[ "$2" = -w ] && exit 1\ncat >{tmp_path}/taken')
    assert "tmux's buffer" in copy(TEXT).where()
    assert (tmp_path / "taken").read_text() == TEXT


def test_a_tmux_that_is_gone_is_not_claimed(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/tmux-0/x,1,0")
    program(programs, "tmux", "exit 1")
    assert "Check before you paste" in copy(TEXT).where()


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")
def test_the_real_tmux_has_it_in_its_buffer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    socket = tmp_path / "tmux"
    tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
    quiet = {key: value for key, value in os.environ.items() if key != "TMUX"}
    subprocess.run([*tmux, "new-session", "-d", "-s", "one", "sleep 60"], check=True, env=quiet)
    try:
        monkeypatch.setenv("TMUX", f"{socket},1,0")
        assert copy(TEXT).is_in_tmux
        held = subprocess.run([*tmux, "show-buffer"], check=True, env=quiet, capture_output=True, text=True)
        assert held.stdout == TEXT
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, env=quiet)
