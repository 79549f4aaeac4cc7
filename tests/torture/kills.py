"""SIGKILL at a random moment, over and over, of a process that plays verbs: what it acknowledged is stored, whole."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player, unnamed

LONGEST = 0.2
"""Seconds within which the kill falls, from the moment at which the process opens the file."""
KILLS_A_FILE = 25
VERBS_A_FILE = 600
"""After so much a new file is begun, so that the whole of it can be compared after each kill."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Kill a process so often; compare the whole file with a twin on which the same verbs were played in peace."""
    dice = random.Random(seed)
    lost: list[str] = []
    acknowledged = unheard = kills = 0
    while kills < times:
        path, twin = folder / f"{kills}.db", Player(folder / f"{kills}-twin.db", kills + seed)
        for _ in range(min(KILLS_A_FILE, times - kills)):
            heard = _killed(path, twin.seed, twin.played, dice.uniform(0, LONGEST))
            kills += 1
            acknowledged += max(0, heard - twin.played)
            while twin.played < heard:
                twin.play()
            problem, more = compared(path, twin)
            unheard += more
            if problem:
                lost.append(f"kill {kills}, seed {seed}: {problem}")
            if problem or twin.played > VERBS_A_FILE:
                break
    return Figures(kills, tuple(lost), {"verbs acknowledged": acknowledged, "stored but not yet acknowledged": unheard})


def spawner() -> ForkServerContext:
    """Return what starts processes that need not import the program first."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.torture.verbs", "app.storage.migrating", "app.storage.restoring"])
    return context


def _killed(path: Path, seed: int, played: int, after: float) -> int:
    """Let a process play from where the file stands, kill it, and return the last verb that it acknowledged."""
    return int(killed(_play_on, (path, seed, played), after))


def killed(target: Callable[..., None], arguments: tuple[object, ...], after: float) -> Any:
    """Start a process that tells of itself, kill it so many seconds after its first word, and return its last one."""
    context = spawner()
    ours, theirs = context.Pipe(duplex=False)
    victim = context.Process(target=target, args=(*arguments, theirs))
    victim.start()
    theirs.close()
    last = ours.recv()
    victim.join(after)
    victim.kill()
    victim.join()
    with closing(ours):
        try:
            while True:
                last = ours.recv()
        except EOFError:
            return last


def _play_on(path: Path, seed: int, played: int, acknowledge: Connection) -> None:
    acknowledge.send(played)
    player = Player(path, seed, played)
    while True:
        player.play()
        acknowledge.send(player.played)


def compared(path: Path, twin: Player) -> tuple[str, int]:
    """Return what is wrong with the file, "" when it is the twin's or one verb ahead, and how far ahead it is."""
    if not path.exists() or path.stat().st_size == 0:
        return ("acknowledged verbs are gone: there is no file" if twin.played else ""), 0
    with closing(sqlite3.connect(path)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        return f"the file is damaged: {verdict}", 0
    stored = unnamed(path)
    for ahead in (0, 1):
        if stored == unnamed(twin.path) or (twin.played == 0 and ahead == 0 and len(stored) <= 3):
            return "", ahead
        if ahead == 0:
            twin.play()
    return f"what is stored is neither {twin.played - 1} nor {twin.played} verbs", 0


TRIALS = (
    Trial(
        "kills",
        "SIGKILL at a random moment of a process that does verbs in a loop; the whole file is compared with a twin",
        run,
        short=6,
        long=1000,
    ),
)
