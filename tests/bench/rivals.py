"""Side by side with what people use instead: two other Textual programs with a list on SQLite, with as many rows.

They are installed from the package registry into environments of their own; one that cannot be is skipped, and says so.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.bench.figures import Figure, Plan
from tests.bench.hunts import CACHE, copy_of, hunt
from tests.bench.programs import dashboard, environment
from tests.bench.starting import DUE_LIST
from tests.bench.terminal import NothingDrawnError, Terminal

_DOWN = "\x1b[B"
_MOST = 1_000
"""Rows: with 10,000, where each row is a widget, a start takes minutes."""


class Rival(NamedTuple):
    """Another program: how it is installed, started on so many rows, and moved in."""

    package: str
    opened: Callable[[Path, int], Terminal]
    """Start it in an empty folder of its own on so many rows."""
    shows: str
    """What is in its first frame that is of use."""
    show_rows: Callable[[Terminal], None]
    """Brings its rows on screen, where they are not yet."""
    key: str
    """What moves its cursor by one row."""


def side_by_side(plan: Plan) -> list[Figure]:
    """Return start to first frame of use and key to frame of each program, ours among them, in turn."""
    figures = []
    for rival in (_OURS, *_RIVALS):
        reason = "" if rival is _OURS else _installed(rival.package)
        for size in [size for size in plan.sizes if size <= _MOST]:
            start_name, key_name = f"{rival.package}: exec to first frame of use", f"{rival.package}: key to frame"
            if reason:
                figures += [Figure(name, size, (), note=reason) for name in (start_name, key_name)]
                continue
            try:
                starts, keys = _measured(rival, size, max(2, plan.starts // 3), plan.keys // 2)
            except NothingDrawnError as error:
                figures.append(Figure(start_name, size, (), note=f"not measured: {error}"))
                continue
            figures += [Figure(start_name, size, starts), Figure(key_name, size, keys)]
    return figures


def _measured(rival: Rival, size: int, starts: int, keys: int) -> tuple[list[float], list[float]]:
    """Return milliseconds from start to the first frame of use, and from key to frame."""
    started, pressed = [], []
    for _ in range(starts):
        with tempfile.TemporaryDirectory() as folder, rival.opened(Path(folder), size) as program:
            started.append((program.until(rival.shows) - program.began) * 1000)
            program.quiet(0.4)
            rival.show_rows(program)
            program.quiet(0.4)
            for _ in range(keys // starts):
                pressed.append(program.frame_after(rival.key) * 1000)
                program.quiet(0.3)
    return started, pressed


def _installed(package: str) -> str:
    """Install a package where it is not yet, and return why that cannot be done, "" when it could."""
    place = CACHE / "rivals" / package
    if (place / "installed").exists():
        return ""
    try:
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True, capture_output=True)
        pip = [_python(package), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", package]
        subprocess.run(pip, check=True, capture_output=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as error:
        return f"skipped: it cannot be installed ({type(error).__name__})"
    (place / "installed").touch()
    return ""


def _python(package: str) -> str:
    return str(CACHE / "rivals" / package / "bin" / "python")


def _variables(folder: Path) -> dict[str, str]:
    """Return an environment whose user has this folder and nothing else."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    return environment() | dict.fromkeys(names, str(folder))


def _kanban(folder: Path, size: int) -> Terminal:
    """Start kanban-tui on one board whose first column has so many tasks."""
    program = str(CACHE / "rivals" / "kanban-tui" / "bin" / "ktui")
    for command in (("board", "create", "Hunt", "--set-active"), ("task", "create", "Northwind 0")):
        subprocess.run(
            (program, *command), env=_variables(folder), check=False, capture_output=True, stdin=subprocess.DEVNULL
        )
    database = next(folder.rglob("kanban_tui.db"), None)
    if database is None:
        raise NothingDrawnError("it made no database")
    connection = sqlite3.connect(database)
    with connection:
        column, created = connection.execute("SELECT column, creation_date FROM tasks").fetchone()
        connection.executemany(
            "INSERT INTO tasks (title, column, description, creation_date) VALUES (?, ?, '', ?)",
            [(f"Northwind {i}", column, created) for i in range(1, size)],
        )
    connection.close()
    return Terminal((program,), _variables(folder))


def _harlequin(folder: Path, size: int) -> Terminal:
    """Start harlequin on our database; its rows come with a query."""
    program = str(CACHE / "rivals" / "harlequin" / "bin" / "harlequin")
    database = copy_of(hunt(size), folder)
    command = (program, "-a", "sqlite", "--viewer-max-rows", "-1", str(database))
    return Terminal(command, _variables(folder))


def _query(terminal: Terminal) -> None:
    terminal.type("select company, role, stage from application")
    terminal.quiet(0.4)
    terminal.type("\n")  # ctrl+j runs the query
    terminal.until("Product Designer")


def _ours(folder: Path, size: int) -> Terminal:
    return dashboard(copy_of(hunt(size), folder))


def _nothing(_terminal: Terminal) -> None:
    """The rows are there."""


_OURS = Rival("afterword", _ours, DUE_LIST, _nothing, "j")
_RIVALS = (
    Rival("kanban-tui", _kanban, "Northwind 1", _nothing, "j"),
    Rival("harlequin", _harlequin, "Query Editor", _query, _DOWN),
)
