"""The program as an ordinary user runs it: no right above those that file modes give, whoever runs the tests."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOBODY = "54321"
"""A user id without an entry among the system's users, for the one who has no home."""


@functools.cache
def as_ordinary_user() -> tuple[str, ...] | None:
    """Return the words to put before a command; None when no way was found here to be held to file modes."""
    if os.getuid() != 0:
        return ()
    unshared = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}", "--")
    without_rights = ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--")
    for words in (unshared, without_rights):
        if (
            shutil.which(words[0])
            and subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0
        ):
            return words
    return None


def has_no_home_of_its_own() -> bool:
    """Return whether an ordinary user without HOME has no home either by the system's list of users."""
    return (as_ordinary_user() or ("",))[0] == "unshare"


def environment(home: Path, database: Path) -> dict[str, str]:
    """Return the variables of a user with a home, and a database, of their own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
    own = {"HOME": str(home), "AFTERWORD_DB": str(database), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
    return kept | own | {"PYTHONDONTWRITEBYTECODE": "1", "AFTERWORD_NOW": "2026-11-24T10:00:00+01:00"}


def command_of(arguments: Sequence[str]) -> list[str]:
    """Return the command that runs the program as an ordinary user."""
    return [*(as_ordinary_user() or ()), sys.executable, "-m", "app", *arguments]


def afterword(
    arguments: Sequence[str], variables: Mapping[str, str], limited: Sequence[str] = (), into: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """Run a command of the program to its end.

    Args:
        limited: words to put before it, such as prlimit's.
        into: where its standard output goes.
    """
    return subprocess.run(
        [*limited, *command_of(arguments)], env=dict(variables), stdin=subprocess.DEVNULL, stdout=into,
        stderr=subprocess.PIPE, text=True, errors="replace", check=False, timeout=120,
    )  # fmt: skip
