"""The trials' own eyes: a lost row, and a verb half applied, would be seen."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.torture.kills import compared
from tests.torture.verbs import Player


def test_a_twin_that_did_the_same_is_equal_and_one_verb_ahead_is_seen(tmp_path: Path) -> None:
    one, twin = Player(tmp_path / "one.db", 3), Player(tmp_path / "twin.db", 3)
    for _ in range(4):
        one.play()
        twin.play()
    assert compared(one.path, twin) == ("", 0)
    while "no: " in one.play():
        twin.play()
    assert compared(one.path, twin) == ("", 1)


def test_a_row_that_is_missing_is_seen(tmp_path: Path) -> None:
    one, twin = Player(tmp_path / "one.db", 3), Player(tmp_path / "twin.db", 3)
    for _ in range(4):
        one.play()
        twin.play()
    half = tmp_path / "half.db"
    shutil.copy(one.path, half)
    with closing(sqlite3.connect(half)) as connection:
        connection.execute("UPDATE verb SET stamp = stamp + 1 WHERE id = 1")
        connection.commit()
    assert "neither" in compared(half, twin)[0]
