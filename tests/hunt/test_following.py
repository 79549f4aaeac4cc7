"""The file under the path is the one that was opened, or nothing is written: moved, replaced, restored, deleted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.etiquette.errors import StorageError
from app.hunt.desk import Desk
from app.hunt.snapshot import PAGE
from app.hunt.verbs import applications
from app.storage import backups, readers, reading
from app.storage.identity import ExchangedError
from app.storage.restoring import restore
from tests.storage.hunts import NOW, SETTINGS, Clock, add, notes, open_hunt


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return the desk of a dashboard that has a hunt of one application open."""
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    desk = Desk(path, SETTINGS, Clock())
    asyncio.run(_begun(desk))
    yield desk
    desk.close()


async def _begun(desk: Desk) -> None:
    await desk.prepare()
    await desk.screen(PAGE)
    await desk.changed()


def another(tmp_path: Path) -> Path:
    """Return the file of another hunt, whose first application is another company's."""
    path = tmp_path / "other.db"
    add(open_hunt(path), "Other")
    return path


async def write(desk: Desk) -> None:
    """Write a note as the dashboard does."""
    await desk.do(lambda hunt: hunt.do(1, lambda a, when: applications.noted(a, when, "mine")))


def test_no_word_reaches_another_hunt_that_was_moved_to_the_path(desk: Desk, tmp_path: Path) -> None:
    another(tmp_path).replace(desk.database)
    with pytest.raises(ExchangedError, match="now holds another search"):
        asyncio.run(write(desk))
    assert notes(desk.database) == []
    with pytest.raises(ExchangedError, match="start it again"):
        asyncio.run(desk.changed())
    assert not asyncio.run(desk.changed())  # it is told once


def test_no_word_reaches_another_hunt_that_was_restored(desk: Desk, tmp_path: Path) -> None:
    backup = backups.back_up(another(tmp_path), tmp_path / "backup.db")
    restore(backup, desk.database, NOW)
    with pytest.raises(ExchangedError, match="now holds another search"):
        asyncio.run(write(desk))
    with pytest.raises(ExchangedError):
        asyncio.run(desk.detail(1))
    assert notes(desk.database) == []


def test_a_backup_of_the_same_hunt_is_gone_on_with(desk: Desk, tmp_path: Path) -> None:
    backup = backups.back_up(desk.database, tmp_path / "backup.db")
    asyncio.run(write(desk))
    restore(backup, desk.database, NOW)
    assert asyncio.run(desk.changed())
    asyncio.run(write(desk))
    assert notes(desk.database) == ["mine"]


def test_another_file_of_the_same_hunt_is_read_as_soon_as_it_is_there(desk: Desk, tmp_path: Path) -> None:
    """As a synchronised folder or a copy puts one in place."""
    copy = backups.back_up(desk.database, tmp_path / "copy.db")
    open_hunt(copy).do(1, lambda a, when: applications.edited(a, when, company="Renamed"))
    copy.replace(desk.database)
    assert asyncio.run(desk.changed())
    assert asyncio.run(desk.detail(1)).application.company == "Renamed"
    asyncio.run(write(desk))
    assert notes(desk.database) == ["mine"]


def test_a_file_that_is_gone_is_told_once_and_can_come_back(desk: Desk, tmp_path: Path) -> None:
    away = tmp_path / "away.db"
    desk.database.replace(away)
    with pytest.raises(ExchangedError, match="is gone"):
        asyncio.run(desk.changed())
    assert not asyncio.run(desk.changed())
    with pytest.raises(StorageError, match="Put it back"):
        asyncio.run(write(desk))
    assert not desk.database.exists()
    assert asyncio.run(desk.detail(1)).application.company == "Northwind"
    away.replace(desk.database)
    assert not asyncio.run(desk.changed())
    asyncio.run(write(desk))
    assert notes(desk.database) == ["mine"]


def test_an_empty_hunt_may_become_a_copy_of_any_other_while_it_is_open(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    desk = Desk(path, SETTINGS, Clock())
    asyncio.run(_begun(desk))
    hunt = open_hunt(path)
    hunt.take_in("Imported", [], hunt_uid="0123456789abcdef0123")
    add(hunt)
    assert asyncio.run(desk.changed())
    asyncio.run(write(desk))
    assert notes(path) == ["mine"]
    desk.close()
    with reading.snapshot(connection := readers.open_reader(path) or pytest.fail("no hunt")):
        assert reading.hunt_uid(connection) == "0123456789abcdef0123"
    connection.close()


def test_a_desk_that_stays_open_makes_a_backup_a_day(tmp_path: Path) -> None:
    path, clock = tmp_path / "hunt.db", Clock()
    add(open_hunt(path))
    desk = Desk(path, SETTINGS, clock)
    assert not desk.backup.is_due()
    for day in range(3):
        clock.now = NOW.replace(day=NOW.day + day)
        assert desk.backup.is_due() is (day > 0)
        asyncio.run(desk.backup.keep())
        assert not desk.backup.is_due()
    assert len(list((tmp_path / "hunt-backups").glob("*.db"))) == 3
    desk.close()
