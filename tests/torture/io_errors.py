"""Every call to the system fails once: strace fails the N-th, for N = 1, 2, ... until a sitting goes through."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.sitting import DONE, TOLD, TWICE
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player, unnamed

ROOT = Path(__file__).parents[2]
FAULTS = (
    ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("write", "ENOSPC"), ("fdatasync", "EIO"), ("fsync", "EIO"),
    ("unlink", "EACCES"), ("ftruncate", "EIO"), ("rename", "EACCES"), ("openat", "EACCES"), ("openat", "EMFILE"),
    ("pread64", "EIO"), ("fcntl", "EIO"), ("newfstatat", "EACCES"), ("close", "EIO"),
)  # fmt: skip
"""The call, and how it fails: those that SQLite and the backups make on the database and the files beside it."""
PLAYED_BEFORE = 25
NTHS = (*range(1, 41), *range(45, 2000, 5))
"""Which call fails: each of the first 40, then, mostly in the midst of a backup's pages, every fifth."""


@dataclass(slots=True)
class _Tally:
    tried: int = 0
    failed: int = 0
    sentences: int = 0
    lost: list[str] = field(default_factory=list)


def run(folder: Path, times: int, seed: int) -> Figures:
    """Try every fault at every call, at most so many sittings in all, in an order by dice."""
    reason = why_no_strace()
    if reason:
        return Figures(0, skipped=reason)
    prepared = Player(folder / "prepared.db", seed)
    for _ in range(PLAYED_BEFORE):
        prepared.play()
    tally = _Tally()
    faults = list(FAULTS)
    random.Random(seed).shuffle(faults)
    for call, error in faults:
        for nth in NTHS:
            if tally.tried >= times:
                break
            if not _sitting(folder, prepared, f"{call}:error={error}:when={nth}", tally):
                break
        else:
            tally.lost.append(f"{call} {error}: no end of calls")
    besides = {"calls failed": tally.failed, "sentences told": tally.sentences}
    return Figures(tally.tried, tuple(tally.lost), besides)


def why_no_strace() -> str:
    """Return why strace cannot be used here, "" when it can."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    tried = subprocess.run([strace, "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace may not trace here"


def _sitting(folder: Path, prepared: Player, fault: str, tally: _Tally) -> bool:
    """Sit at a fresh copy with one call failing; return whether one did."""
    place = folder / "sitting"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(0o700)
    path, log = place / "hunt.db", folder / "strace.log"
    shutil.copy(prepared.path, path)
    names = ("", "hunt.db", "hunt.db-journal", ".backup.db.part", ".backup.db.part-journal", "backup.db", "export.json")
    watched = [part for name in (*names, "backup.db.sha256") for part in ("-P", str(place / name).rstrip("/"))]
    command = ["strace", "-f", "--seccomp-bpf", "-o", str(log), *watched, "-e", f"inject={fault}"]
    arguments = [sys.executable, "-m", "tests.torture.sitting", str(path), str(prepared.seed), str(prepared.played)]
    done = subprocess.run(
        [*command, "-e", f"trace={fault.partition(':')[0]}", *arguments],
        capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False, timeout=120,
    )  # fmt: skip
    is_injected = "(INJECTED)" in log.read_text(errors="replace")
    lines = done.stdout.splitlines()
    tally.tried += 1
    tally.failed += is_injected
    tally.sentences += sum(line.startswith(TOLD) for line in lines)
    if done.returncode or "Traceback" in done.stderr:
        tally.lost.append(f"{fault}: it ended with {done.stderr.strip().splitlines()[-1:]}")
    else:
        tally.lost += [f"{fault}: {line}" for line in lines if line.startswith(TWICE)]
        problem = _problem(path, prepared, sum(line.startswith(f"{DONE} verb") for line in lines), folder)
        tally.lost += [f"{fault}: {problem}"] if problem else []
    return is_injected


def _problem(path: Path, prepared: Player, acknowledged: int, folder: Path) -> str:
    """Return what is wrong with the file after a sitting, "" when it holds what was acknowledged and no more."""
    with closing(sqlite3.connect(path)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        return f"the file is damaged: {verdict}"
    twin_path = folder / "twin.db"
    shutil.copy(prepared.path, twin_path)
    twin = Player(twin_path, prepared.seed, prepared.played)
    for _ in range(acknowledged):
        twin.play()
    return "" if unnamed(path) == unnamed(twin_path) else f"what is stored is not the {acknowledged} acknowledged verbs"


TRIALS = (
    Trial(
        "io-errors",
        "each call that touches the files fails once (strace: ENOSPC, EIO, EACCES, EMFILE), then the same step again",
        run,
        short=3,
        long=10_000,
    ),
)
