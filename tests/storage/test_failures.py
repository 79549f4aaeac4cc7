"""What SQLite fails at is told as what it is: a lock that another holds, and a disk that has no locks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.etiquette.errors import StorageError
from tests.storage.hunts import add, open_hunt
from tests.torture.io_errors import why_no_strace

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(bool(why_no_strace()), reason="strace is needed, which lets locking fail")
@pytest.mark.parametrize("error", ["ENOLCK", "EOPNOTSUPP", "EINVAL"])
def test_a_disk_that_locks_no_file_is_told_as_that(tmp_path: Path, error: str) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    strace = shutil.which("strace") or ""
    watched = ["-P", str(path), "-P", str(tmp_path / ".hunt.db.lock-probe")]
    inject = ["-e", "trace=fcntl", "-e", f"inject=fcntl:error={error}"]
    program = [sys.executable, "-m", "app", "--db", str(path), "due"]
    done = subprocess.run(
        [strace, "-f", "-qq", "-o", os.devnull, *inject, *watched, *program],
        cwd=ROOT, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"can't lock files" in done.stderr, done.stderr
    assert b"Another program" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["hunt.db"]


def test_a_lock_that_another_program_holds_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="Another program kept"):
            add(hunt)
    assert [file.name for file in tmp_path.iterdir()] == ["hunt.db"]
