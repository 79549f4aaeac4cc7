"""How the bench starts programs: ours as it is installed, floors, all in one environment that is nobody's own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.hunts import CACHE, NOW
from tests.bench.terminal import Terminal

AFTERWORD = str(Path(sys.executable).with_name("afterword"))
BARE_TEXTUAL = (sys.executable, str(Path(__file__).with_name("bare_textual.py")))
SMALL_PARENT = (sys.executable, "-S", str(Path(__file__).with_name("small_parent.py")))
BARE_IMPORTS = (sys.executable, "-c", "import argparse, sqlite3, arrow")


def environment() -> dict[str, str]:
    """Return the variables of every measured program: somebody's who has set nothing, and a fixed clock."""
    own = ("AFTERWORD_", "PYTHON", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return kept | {
        "AFTERWORD_NOW": NOW.isoformat(),
        "HOME": str(CACHE / "nobody"),
        "TZ": "Europe/Berlin",
        "TERM": "xterm-256color",
    }


def dashboard(database: Path) -> Terminal:
    """Start the dashboard on a database."""
    return Terminal((AFTERWORD, "--db", str(database)), environment())


def bare_textual() -> Terminal:
    """Start the least that a Textual program is."""
    return Terminal(BARE_TEXTUAL, environment())


class Ended(NamedTuple):
    """How a command ended, and what it took."""

    code: int
    seconds: float
    megabytes: float
    """The most that it held."""
    said: str
    """On standard error."""


def ended(*command: str) -> Ended:
    """Run a command to its end, its output going nowhere."""
    run = subprocess.run((*SMALL_PARENT, *command), env=environment(), capture_output=True, check=True)
    code, seconds, kilobytes = run.stdout.split()
    return Ended(int(code), float(seconds), int(kilobytes) / 1024, run.stderr.decode(errors="replace"))


def milliseconds_of(*command: str) -> float:
    """Run a command to its end, its output going nowhere, and return how long that took."""
    began = time.perf_counter()
    subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000
