"""The first screen, read by a child: the same as read here, and read here where the child cannot tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.hunts import MIXED, NOW, fill
from tests.storage.hunts import Clock, open_hunt

ROOT = Path(__file__).parents[2]
PROGRAM = """
import os, signal, sys
from pathlib import Path
from app.etiquette.errors import AfterwordError
from app.hunt.ahead import ScreenAhead
from app.hunt.screen import Screen, read_screen
from app.settings import Settings, clock_now
from app.storage.reading import open_reader

path, policy, now = Path(sys.argv[1]), Settings().policy, clock_now()
def here():
    connection = open_reader(path)
    return read_screen(connection, policy, now)
{steps}
"""


def said(path: Path, steps: str) -> list[str]:
    """Run steps in a process that has one thread, as the program has when it reads ahead."""
    command = [sys.executable, "-c", PROGRAM.format(steps=steps), str(path)]
    variables = os.environ | {"AFTERWORD_NOW": NOW.isoformat(), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, env=variables, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Write a hunt whose snapshot is larger than a pipe holds."""
    path = tmp_path / "hunt.db"
    open_hunt(path, Clock(NOW))
    fill(path, [*MIXED] * 60)
    return path


def test_a_child_reads_what_would_be_read_here(path: Path) -> None:
    steps = (
        "a = ScreenAhead(path, policy, now); child = a._child; s = a.screen(); print(child > 0, s == here(), s.total)"
    )
    assert said(path, steps) == ["True", "True", "480"]


def test_a_child_that_was_killed_is_done_without(path: Path) -> None:
    steps = "a = ScreenAhead(path, policy, now); os.kill(a._child, signal.SIGKILL); print(a.screen() == here())"
    assert said(path, steps) == ["True"]


def test_a_system_without_processes_to_spare_reads_here(path: Path) -> None:
    steps = "del os.fork; a = ScreenAhead(path, policy, now); print(a._child, a.is_here(), a.screen() == here())"
    assert said(path, steps) == ["0", "True", "True"]


def test_what_cannot_be_read_is_told_here(tmp_path: Path) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    steps = """
try:
    ScreenAhead(path, policy, now).screen()
except AfterwordError as error:
    print("told", str(path) in str(error))
"""
    assert said(path, steps) == ["told", "True"]


def test_a_program_that_ends_does_not_wait_for_it(path: Path) -> None:
    steps = "a = ScreenAhead(path, policy, now); a.stop(); print(a.screen() in (Screen(), here()), a._child)"
    assert said(path, steps) == ["True", "0"]


def test_without_a_database_there_is_nothing(tmp_path: Path) -> None:
    steps = "print(ScreenAhead(path, policy, now).screen() == Screen(), path.exists())"
    assert said(tmp_path / "none.db", steps) == ["True", "False"]
