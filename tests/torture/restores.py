"""SIGKILL while a backup is put in a database's place: the one or the other, whole, and what was replaced is kept."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from app.storage import backups
from app.storage.restoring import restore
from tests.storage.hunts import NOW
from tests.torture.kills import killed
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player, dump

LONGEST = 0.12
"""Seconds within which the kill falls, from the moment at which the process begins to restore."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Kill so many restores, of a sound database by turns with one that is none any more."""
    dice = random.Random(seed)
    player = Player(folder / "now.db", 9)
    for _ in range(15):
        player.play()
    backup = backups.back_up(player.path, folder / "then.db")
    for _ in range(15):
        player.play()
    now, then = dump(player.path), dump(backup)
    lost: list[str] = []
    counts = {"the database of before": 0, "the backup": 0, "no database, but both kept beside": 0}
    for number in range(times):
        place = folder / str(number)
        place.mkdir()
        is_sound = number % 4 != 3
        path = place / "hunt.db"
        shutil.copy(player.path, path)
        if not is_sound:
            path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
        before = path.read_bytes()
        killed(_restore, (backup, path), dice.uniform(0, LONGEST))
        state = _state_after(path, before, is_sound, now, then)
        if state in counts:
            counts[state] += 1
        else:
            lost.append(f"kill {number}, seed {seed}: {state}")
        shutil.rmtree(place)
    return Figures(times, tuple(lost), counts)


def _restore(backup: Path, path: Path, tell: Connection) -> None:
    tell.send("restoring")
    restore(backup, path, NOW)
    tell.close()


def _state_after(path: Path, before: bytes, is_sound: bool, now: list[str], then: list[str]) -> str:
    """Return what stands in the database's place after the kill: one of the counts' names, or what is wrong."""
    kept = list(path.parent.glob("hunt-replaced-*.db"))
    if not path.exists():
        whole = [file.read_bytes() == before for file in kept] == [True] and not is_sound
        return "no database, but both kept beside" if whole else "the database is gone"
    if not is_sound and path.read_bytes() == before:
        return "the database of before"
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return "the database is damaged"
    stored = dump(path)
    if stored == now and is_sound:
        return "the database of before"
    if stored != then:
        return "it is neither the database of before nor the backup"
    is_kept = [dump(file) == now if is_sound else file.read_bytes() == before for file in kept] == [True]
    return "the backup" if is_kept else "what was replaced is not kept"


TRIALS = (
    Trial("restores", "SIGKILL at a random moment of a restore, every fourth over a damaged database", run, 8, 500),
)
