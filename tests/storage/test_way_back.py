"""A database that is lost is said to be lost, with the newest good backup and the command that restores it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.etiquette.errors import StorageError
from app.hunt.desk import Desk
from app.storage import backups, readers
from app.storage.failures import DamagedError
from app.storage.way_back import with_way_back
from tests.storage.hunts import NOW, SETTINGS, Clock, add, open_hunt


@pytest.fixture
def lost(tmp_path: Path) -> Path:
    """Write a hunt with a backup of today, and spoil its pages."""
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    backups.daily(path, tmp_path / "hunt-backups", NOW)
    path.write_bytes(path.read_bytes()[:2048] + b"\xff" * 4096)
    return path


def test_the_error_of_a_lost_database_carries_its_file_and_looks_through_no_backup(lost: Path) -> None:
    with pytest.raises(DamagedError) as caught:
        readers.open_reader(lost)
    assert caught.value.path == lost
    assert "backup" not in str(caught.value)


def test_who_speaks_to_the_user_adds_the_newest_good_backup(lost: Path) -> None:
    with pytest.raises(DamagedError) as caught:
        readers.open_reader(lost)
    backup = lost.with_name("hunt-backups") / f"{NOW:%Y-%m-%d}.db"
    assert f"`afterword --db {lost} restore {backup}`" in str(with_way_back(caught.value))
    backup.unlink()
    assert "There is no good backup of it" in str(with_way_back(caught.value))
    other = StorageError("The disk is full.")
    assert with_way_back(other) is other


@pytest.mark.parametrize("opens", ["reading", "writing"])
def test_a_database_that_was_emptied_is_no_new_hunt(lost: Path, opens: str) -> None:
    lost.write_bytes(b"")
    with pytest.raises(DamagedError, match="nothing is in it"):
        readers.open_reader(lost) if opens == "reading" else open_hunt(lost)
    assert lost.read_bytes() == b""


async def test_the_dashboard_is_told_the_way_back(lost: Path) -> None:
    desk = Desk(lost, SETTINGS, Clock())
    try:
        for asked in (desk.prepare, lambda: desk.screen(10), desk.backup.keep):
            with pytest.raises(StorageError, match="is the newest good backup"):
                await asked()
    finally:
        desk.close()
