"""What one frame holds: a dialog's closing together with what its answer changed, and all that a batch brought."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from app.hunt.hunt import Done, Hunt
from app.hunt.verbs import applications
from app.ui.dialogs.choice import ChoiceDialog
from tests.ui.driving import DEADLINE, driven, one_interview


async def test_a_dialog_closes_in_the_frame_that_shows_what_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_interview(tmp_path / "a.db")
    async with driven(tmp_path / "a.db") as driving:
        dashboard, work, before = driving.dashboard, driving.work, driving.work.snapshot
        await driving.press("z")
        assert isinstance(dashboard.screen, ChoiceDialog)
        drawn: list[bool] = []

        def noted(screen: Screen[object], renderable: RenderableType | None) -> None:
            drawn.append(work.snapshot is before)

        monkeypatch.setattr(dashboard, "_display", noted)
        monkeypatch.setattr("app.ui.work.HELD", DEADLINE)  # a busy machine may store longer than a frame is held
        dashboard.screen.dismiss(None)
        assert dashboard._batch_count  # held until whoever asked has heard the answer
        await work.perform(1, lambda a, when: applications.noted(a, when, "Called."))
        await driving.until(lambda: False in drawn, "what was noted was not drawn")
        assert True not in drawn


async def test_the_screen_is_drawn_again_where_storing_takes_long(tmp_path: Path) -> None:
    one_interview(tmp_path / "a.db")
    async with driven(tmp_path / "a.db") as driving:
        dashboard, is_free = driving.dashboard, threading.Event()

        def slow(hunt: Hunt) -> Done:
            is_free.wait(DEADLINE)
            return hunt.do(1, lambda a, when: applications.noted(a, when, "Called."))

        running = asyncio.ensure_future(driving.work.run(slow))
        try:
            async with asyncio.timeout(DEADLINE):
                while not dashboard._batch_count:
                    await asyncio.sleep(0)
                while dashboard._batch_count:
                    await asyncio.sleep(0.01)
            assert not running.done()
        finally:
            is_free.set()
        assert (await running).summary == "Added a note on Northwind"
        assert not dashboard._batch_count


async def test_what_a_batch_brought_is_drawn_at_its_end_whether_or_not_anything_else_happens(tmp_path: Path) -> None:
    one_interview(tmp_path / "a.db")
    async with driven(tmp_path / "a.db") as driving:
        screen = driving.hunt_screen
        with driving.dashboard.batch_update():
            screen.lists.border_title = "Held back"
            await asyncio.sleep(0.05)
            assert screen._dirty_widgets
            assert not screen.message_queue_size
        assert screen.message_queue_size  # drawing needs nothing else to happen
        await driving.until(lambda: not screen._dirty_widgets, "what was held back was not drawn")
        assert "Held back" in driving.screen_text()
