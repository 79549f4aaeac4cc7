"""The real dashboard on a real file, driven by keys."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widget import Widget

from app.etiquette.records import Me
from app.hunt.desk import Desk
from app.hunt.sample import SAMPLE_ME, sample_hunt
from app.hunt.snapshot import read_snapshot
from app.settings import Settings
from app.storage import readers, reading
from app.ui.dashboard import Dashboard
from app.ui.dialogs.form import FormDialog
from tests.storage.hunts import NOW, SETTINGS, Clock, add, copied, log_interview, open_hunt, reader

DEADLINE = 30.0
"""Seconds until a condition must hold, however busy the machine is."""


class Driven:
    """A dashboard and the fingers on its keys."""

    def __init__(self, dashboard: Dashboard, pilot: Pilot[None], path: Path, clock: Clock):
        self.dashboard, self.pilot, self.path, self.clock = dashboard, pilot, path, clock

    @property
    def work(self):  # type: ignore[no-untyped-def]
        """What goes on behind the screen."""
        return self.dashboard.work

    @property
    def hunt_screen(self):  # type: ignore[no-untyped-def]
        """The screen under all dialogs."""
        return self.dashboard.hunt_screen

    async def press(self, *keys: str) -> None:
        """Press keys, one after another, each until what it did is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.until(lambda: True, f"what {key} did does not end")
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Put text into the field that has the focus, as a paste would."""
        focused = self.dashboard.focused
        assert focused is not None
        focused.insert_text_at_cursor(text) if hasattr(focused, "insert_text_at_cursor") else focused.insert(text)  # type: ignore[attr-defined]
        await self.quiet()

    async def quiet(self) -> None:
        """Wait until no key is being worked on, or its dialog is open."""
        await self.until(lambda: True, "the work does not end")
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object], sentence: str) -> None:
        """Wait for a condition, and for the screen to show what came with it."""
        deadline = time.monotonic() + DEADLINE
        while not (condition() and self.is_settled):
            assert time.monotonic() < deadline, f"{sentence}\n{self.screen_text()}"
            await self.pilot.pause(0.01)

    async def shows(self, text: str) -> None:
        """Wait for words on the screen."""
        await self.until(lambda: text in self.screen_text(), f"{text!r} is not on the screen")

    @property
    def is_settled(self) -> bool:
        """Whether no message waits for an answer, nothing is being done and all is drawn; or the program has ended."""
        if self.dashboard._exit:
            return True
        if self.work.turns.is_busy or not self.dashboard.keyboard.is_idle:
            return False
        screen = self.dashboard.screen
        widgets = screen.walk_children(with_self=True)
        is_still = not any(node.message_queue_size for node in (self.dashboard, *widgets))
        is_composed = all(widget._is_mounted for widget in widgets)
        is_saving = isinstance(screen, FormDialog) and screen._is_saving
        is_pending = screen._layout_required or screen._repaint_required or screen._dirty_widgets
        is_laid_out = screen._compositor.size == self.dashboard.size
        return is_still and is_composed and is_laid_out and not (is_saving or is_pending)

    def screen_text(self) -> str:
        """Return what is on screen, as text."""
        lines = self.dashboard.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in lines)

    def text_of(self, widget: Widget) -> str:
        """Return what is on screen where a widget stands."""
        lines = self.dashboard.screen._compositor.render_strips()
        region = widget.region
        return "\n".join(strip.crop(region.x, region.right).text for strip in lines[region.y : region.bottom])

    def application(self, application_id: int = 1):  # type: ignore[no-untyped-def]
        """Return an application as stored."""
        with reader(self.path) as connection:
            return reading.application(connection, application_id)


@asynccontextmanager
async def driven(
    path: Path, *, size: tuple[int, int] = (120, 40), now: datetime = NOW, settings: Settings = SETTINGS
) -> AsyncIterator[Driven]:
    """Open the dashboard on a file."""
    clock = Clock(now)
    connection = readers.open_reader(path)
    snapshot = read_snapshot(connection, SETTINGS.policy, now)
    if connection is not None:
        connection.close()
    desk = Desk(path, settings, clock)
    dashboard = Dashboard(desk, snapshot)
    try:
        async with dashboard.run_test(size=size, notifications=True) as pilot:
            driving = Driven(dashboard, pilot, path, clock)
            await driving.until(lambda: dashboard.is_ready, "the dashboard did not get ready")
            await driving.quiet()
            yield driving
    finally:
        desk.close()


def one_interview(path: Path) -> int:
    """Write a hunt with one application that was interviewed yesterday; return its id."""
    return copied(path, _one_interview)


def _one_interview(path: Path) -> int:
    hunt = open_hunt(path)
    hunt.set_me(Me("Robin Vale", "robin@mail.example", ""))
    application_id = add(hunt)
    log_interview(hunt, application_id, names="Dana Lee <dana@northwind.example>")
    return application_id


def demo(path: Path) -> None:
    """Write the sample hunt."""
    copied(path, _demo)


def _demo(path: Path) -> None:
    open_hunt(path).take_in("Sample", sample_hunt(SETTINGS.policy, NOW), me=SAMPLE_ME)
