"""Damaged copies of a real database, cut or with bits turned over: refused, or read right, or a check must see it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from app.etiquette.errors import AfterwordError, StorageError
from app.storage import backups
from app.storage.way_back import with_way_back
from tests.storage.hunts import NOW
from tests.storage.test_undo import everything
from tests.torture.trial import Figures, Trial
from tests.torture.verbs import Player

BITS = (1, 5, 20, 100)
"""How many bits are turned over in a copy."""


def run(folder: Path, times: int, seed: int) -> Figures:
    """Damage so many copies; read, check and open each, and compare what is read with what was written."""
    dice = random.Random(seed)
    path = folder / "hunt.db"
    player = Player(path, 5)
    for _ in range(30):
        player.play()
    good = backups.daily(path, folder / "hunt-backups", NOW)
    assert good is not None
    whole, right = path.read_bytes(), everything(path)
    counts = {"refused when read": 0, "read right": 0, "misread, but a check sees it": 0, "misread, seen by none": 0}
    lost: list[str] = []
    for number in range(times):
        data = _damaged(whole, dice)
        path.write_bytes(data)
        how, problem = _met(path, right, good.name)
        counts[how] += 1
        if not problem and path.read_bytes() != data:
            problem = "the damaged file was written to"
        if problem:
            lost.append(f"copy {number}, seed {seed}: {problem}")
            shutil.copy(path, folder / f"lost-{number}.db")
    return Figures(times, tuple(lost), counts)


def _damaged(whole: bytes, dice: random.Random) -> bytes:
    data = bytearray(whole)
    if dice.random() < 0.4:
        del data[dice.randrange(len(data)) :]
        return bytes(data)
    for _ in range(dice.choice(BITS)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def _met(path: Path, right: object, newest: str) -> tuple[str, str]:
    """Return how a copy was met, and what is wrong with that."""
    seen = _refusal(path)
    try:
        contents = everything(path)
    except AfterwordError as error:
        sentence = str(with_way_back(error)) if isinstance(error, StorageError) else str(error)
        return (
            "refused when read",
            "" if newest in sentence or "damaged" not in sentence else f"no backup is offered: {sentence}",
        )
    except AssertionError:
        return "misread, seen by none", "it is taken for a hunt not yet begun"
    if contents == right:
        return "read right", ""
    if seen:
        return "misread, but a check sees it", "" if newest in seen else f"no backup is offered: {seen}"
    return "misread, seen by none", ""


def _refusal(path: Path) -> str:
    """Return what the look through a database, at every start of the dashboard, says of it; "" for nothing."""
    try:
        backups.check(path, "rw")
    except StorageError as error:
        return str(with_way_back(error))
    return ""


TRIALS = (
    Trial(
        "damage",
        "a copy of a database is cut, or 1 to 100 of its bits are turned over; it is read and looked through",
        run,
        short=120,
        long=1000,
    ),
)
