"""The real dashboard on a real file, driven by keys."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widget import Widget

from app.etiquette.records import Me
from app.hunt.desk import Desk
from app.hunt.sample import SAMPLE_ME, sample_hunt
from app.hunt.snapshot import read_snapshot
from app.settings import Settings
from app.storage import readers, reading
from app.ui.dashboard import Dashboard
from tests.storage.hunts import NOW, SETTINGS, Clock, add, copied, log_interview, open_hunt, reader

DEADLINE = 60.0
"""Seconds until a condition must hold, however busy the machine is."""
_SHORTEST, _LONGEST = 0.001, 0.04
"""Seconds between looks at whether it holds: more and more, since what takes long is not hurried by looking."""
_FOLLOWING = frozenset({"detail", "arranging", "lanes"})
"""Groups of workers that bring what the screen is about to show: read earlier, it is as it was before."""


def _key(name: str) -> Key:
    """Return a key as Textual's own pilot makes it; a character that is no letter and no digit has a name."""
    key = _character_to_key(name) if len(name) == 1 and not name.isalnum() else name
    try:
        character: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        character = key if len(key) == 1 else None
    return Key(key, character)


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
            self.dashboard.post_message(_key(key).set_sender(self.dashboard))
            await self.until(lambda: True, f"what {key} did does not end")
        await self.quiet()

    async def type(self, text: str) -> None:
        """Put text into the field that has the focus, as a paste would."""
        focused = self.dashboard.focused
        assert focused is not None
        focused.insert_text_at_cursor(text) if hasattr(focused, "insert_text_at_cursor") else focused.insert(text)  # type: ignore[attr-defined]
        await self.quiet()

    async def quiet(self) -> None:
        """Wait until no key is being worked on, or its dialog is open, and all that this set going is shown."""
        await self.until(lambda: True, "the work does not end")
        await self.pilot.pause(0)  # until whatever was still at work on its last message is done with it
        await self.until(lambda: True, "the work does not end")

    async def until(self, condition: Callable[[], object], sentence: str) -> None:
        """Wait for a condition, and for the screen to show what came with it."""
        deadline, pause = time.monotonic() + DEADLINE, _SHORTEST
        while not (self.is_settled and condition()):
            assert self.dashboard._exception is None, f"it ended on {self.dashboard._exception!r}"
            assert time.monotonic() < deadline, f"{sentence}\n{self.screen_text()}"
            await asyncio.sleep(pause)
            pause = min(pause * 1.2, _LONGEST)
            if not self.dashboard._exit:
                self.dashboard.screen._on_timer_update()

    async def shows(self, text: str) -> None:
        """Wait for words on the screen."""
        await self.until(lambda: text in self.screen_text(), f"{text!r} is not on the screen")

    @property
    def is_settled(self) -> bool:
        """Whether no message waits for an answer, nothing is being done and all is drawn; or the program has ended."""
        dashboard = self.dashboard
        if dashboard._exit:
            return True
        if not (dashboard.keyboard.is_idle and dashboard.takes_keys) or dashboard._batch_count:
            return False
        screen = dashboard.screen
        widgets = screen.walk_children(with_self=True)
        is_still = not any(node.message_queue_size for node in (dashboard, *widgets))
        is_composed = all(widget._is_mounted for widget in widgets)
        is_pending = screen._layout_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks
        is_laid_out = screen._compositor.size == dashboard.size
        return is_still and is_composed and is_laid_out and not is_pending and not self._is_following

    @property
    def _is_following(self) -> bool:
        """Whether the panes are about to show what the cursor went to, or what is sought. Behind a dialog they wait."""
        if isinstance(self.dashboard.screen, ModalScreen):
            return False
        is_looking: bool = self.hunt_screen.lists._is_looking
        return is_looking or any(w.group in _FOLLOWING and not w.is_finished for w in self.dashboard.workers)

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
