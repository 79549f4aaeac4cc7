"""What happens behind the first frame: an agenda that has to be made anew, a hunt that changes, one that is broken."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.hunt.desk import Desk
from app.hunt.hunt import Hunt
from app.hunt.sample import sample_hunt
from app.hunt.snapshot import Snapshot, read_snapshot
from app.storage import agenda
from app.ui.dashboard import POLL, Dashboard
from tests.storage.hunts import NOW, SETTINGS, Clock, add, open_hunt, reader
from tests.ui.driving import Driven, one_interview


@asynccontextmanager
async def starting(path: Path, snapshot: Snapshot, clock: Clock | None = None) -> AsyncIterator[Driven]:
    """Open the dashboard on what was read for its first frame."""
    clock = clock or Clock(NOW)
    desk = Desk(path, SETTINGS, clock)
    dashboard = Dashboard(desk, snapshot)
    try:
        async with dashboard.run_test(size=(120, 40), notifications=True) as pilot:
            yield Driven(dashboard, pilot, path, clock)
    finally:
        desk.close()


def read(path: Path) -> Snapshot:
    """Return what is read for the first frame."""
    with reader(path) as connection:
        return read_snapshot(connection, SETTINGS.policy, NOW)


async def test_an_agenda_that_has_to_be_made_anew_is_said_to_be_on_its_way_and_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hunt.db"
    hunt = open_hunt(path)
    hunt.take_in("Sample", sample_hunt(SETTINGS.policy, NOW))
    with hunt._database.writing() as transaction:
        transaction.connection.exec_driver_sql("UPDATE agenda_stamp SET stamp = 'older rules'")
    monkeypatch.setattr("app.hunt.snapshot._MUCH", 10)
    may_go_on = threading.Event()
    renew = Hunt.renew_outdated

    def waits(hunt: Hunt) -> int:
        may_go_on.wait(30)
        return renew(hunt)

    monkeypatch.setattr(Hunt, "renew_outdated", waits)
    async with starting(path, read(path)) as d:
        await d.shows("Checking what's due")
        assert "0 late" not in d.screen_text()
        may_go_on.set()
        await d.until(lambda: d.dashboard.is_ready, "the dashboard did not get ready")
        await d.until(lambda: d.work.snapshot.due, "the list does not follow")
    with reader(path) as connection:
        assert not agenda.outdated(connection, NOW)


async def test_what_is_stored_while_the_program_starts_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    snapshot = read(path)
    async with starting(path, snapshot) as d:
        await d.until(lambda: d.dashboard.is_ready, "the dashboard did not get ready")
        await d.pilot.pause(2 * POLL)
        assert d.work.snapshot == snapshot
    add(open_hunt(path), company="Contoso")
    async with starting(path, snapshot) as d:
        await d.until(lambda: d.work.snapshot.total == 2, "the other application is not there")


async def test_what_time_changes_while_the_dashboard_is_open_is_stored_and_shown(tmp_path: Path) -> None:
    path, clock = tmp_path / "hunt.db", Clock(NOW)
    one_interview(path)
    async with starting(path, read(path), clock) as d:
        await d.until(lambda: d.dashboard.is_ready, "the dashboard did not get ready")
        before = d.work.snapshot
        assert before.changes_at is not None
        clock.now = before.changes_at
        await d.until(lambda: d.work.snapshot is not before, "the clock is not followed")
        with reader(path) as connection:
            assert not agenda.outdated(connection, clock.now)


async def test_a_hunt_that_cannot_be_read_is_told_and_can_be_left(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    async with starting(path, Snapshot()) as d:
        await d.shows("hunt.db")
        await d.until(lambda: len(d.dashboard.screen_stack) == 2, "nothing is said")
        await d.pilot.press("escape")
        await d.pilot.press("q")
        await d.until(lambda: d.dashboard._exit, "the program does not end")
