"""How the bench starts programs: ours as it is installed, floors, all in one environment that is nobody's own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.hunts import CACHE, NOW
from tests.bench.terminal import Terminal

AFTERWORD = str(Path(sys.executable).with_name("afterword"))
BARE_TEXTUAL = (sys.executable, str(Path(__file__).with_name("bare_textual.py")))
BARE_IMPORTS = (sys.executable, "-c", "import argparse, sqlite3, arrow")


def environment() -> dict[str, str]:
    """Return the variables of every measured program: no settings of whoever runs this, a fixed clock."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AFTERWORD_", "PYTHON"))}
    nowhere = str(CACHE / "nobody")
    return kept | {
        "AFTERWORD_NOW": NOW.isoformat(),
        "AFTERWORD_SETTINGS": nowhere,
        "AFTERWORD_STATE": nowhere,
        "TZ": "Europe/Berlin",
        "TERM": "xterm-256color",
    }


def dashboard(database: Path) -> Terminal:
    """Start the dashboard on a database."""
    return Terminal((AFTERWORD, "--db", str(database)), environment())


def bare_textual() -> Terminal:
    """Start the least that a Textual program is."""
    return Terminal(BARE_TEXTUAL, environment())


def milliseconds_of(*command: str) -> float:
    """Run a command to its end, its output going nowhere, and return how long that took."""
    began = time.perf_counter()
    subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000
