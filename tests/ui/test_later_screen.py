"""A hunt that takes longer to read than the program to start: the frame is there, the list follows."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from app.etiquette.errors import StorageError
from app.hunt.desk import Desk
from app.hunt.screen import NOT_READ, Screen, read_screen
from app.ui.dashboard import POLL, Dashboard
from tests.storage.hunts import NOW, SETTINGS, Clock, add, open_hunt, reader
from tests.ui.driving import Driven, one_interview


@asynccontextmanager
async def starting(path: Path, later: Callable[[], Screen]) -> AsyncIterator[Driven]:
    """Open the dashboard on a hunt that is still being read."""
    clock = Clock(NOW)
    desk = Desk(path, SETTINGS, clock)
    dashboard = Dashboard(desk, NOT_READ, later)
    try:
        async with dashboard.run_test(size=(120, 40), notifications=True) as pilot:
            yield Driven(dashboard, pilot, path, clock)
    finally:
        desk.close()


async def test_the_list_follows_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    may_go_on = threading.Event()

    def later() -> Screen:
        may_go_on.wait(30)
        with reader(path) as connection:
            return read_screen(connection, SETTINGS.policy, NOW)

    async with starting(path, later) as d:
        await d.shows("Reading")
        assert "Northwind" not in d.screen_text()
        assert "0 late" not in d.screen_text()
        await d.pilot.press("b")
        may_go_on.set()
        await d.until(lambda: len(d.dashboard.screen_stack) == 2, "the key was lost")
        await d.pilot.press("escape")
        await d.until(lambda: d.dashboard.is_ready, "the dashboard did not get ready")
        await d.shows("Northwind")
        assert d.work.detail.application.company == "Northwind"


async def test_what_is_stored_while_the_program_starts_is_shown_and_nothing_is_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    with reader(path) as connection:
        snapshot = read_screen(connection, SETTINGS.policy, NOW)
    async with starting(path, lambda: snapshot) as d:
        await d.until(lambda: d.dashboard.is_ready, "the dashboard did not get ready")
        await d.pilot.pause(2 * POLL)
        assert d.work.snapshot is snapshot
    add(open_hunt(path), company="Contoso")
    async with starting(path, lambda: snapshot) as d:
        await d.until(lambda: d.work.snapshot.total == 2, "the other application is not there")


@pytest.mark.parametrize("content", [None, b"SQLite format 3\0" + bytes(5000)], ids=["none", "damaged"])
async def test_a_hunt_that_cannot_be_read_is_told_and_can_be_left(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "hunt.db"
    if content is not None:
        path.write_bytes(content)

    def later() -> Screen:
        raise StorageError("The disk is gone.")

    async with starting(path, later) as d:
        await d.shows("The disk is gone.")
        await d.pilot.press("escape")
        await d.pilot.press("q")
        await d.until(lambda: d.dashboard._exit, "the program does not end")
