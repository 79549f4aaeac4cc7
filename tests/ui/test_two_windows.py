"""A form that was opened before somebody else changed the same application is told, and loses nothing."""

from __future__ import annotations

import asyncio
import gc
import threading
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from app.etiquette.errors import StaleRecordError
from app.hunt.desk import Desk
from app.hunt.verbs import applications
from app.ui.dialogs.form import FormDialog
from tests.storage.hunts import SETTINGS, Clock, open_hunt
from tests.ui.driving import Driven, driven, one_interview


async def edited(d: Driven) -> FormDialog:
    """Open the form of the selected application."""
    await d.press("e")
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
    form = d.dashboard.screen
    assert isinstance(form, FormDialog)
    return form


async def test_a_stale_form_is_told_keeps_what_was_typed_and_is_stored_beside_the_other_change(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        form = await edited(d)
        form.query_one("#field-role", Input).value = "Data Engineer, senior"
        open_hunt(path).do(1, lambda a, when: applications.edited(a, when, location="Berlin"))
        await d.press("ctrl+s")
        await d.shows("This was changed")
        assert d.dashboard.screen == form
        assert form.query_one("#field-role", Input).value.endswith("senior")
        assert (d.application().role, d.application().location) == ("Data Engineer", "Berlin")
        await d.press("ctrl+s")
        await d.until(lambda: d.dashboard.screen != form, "it was not stored")
        assert (d.application().role, d.application().location) == ("Data Engineer, senior", "Berlin")


async def test_a_form_is_told_of_each_change(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        form = await edited(d)
        for place in ("Berlin", "Bonn"):
            open_hunt(path).do(1, lambda a, when, place=place: applications.edited(a, when, location=place))
            form.query_one("#form-problem", Static).update("")
            await d.press("ctrl+s")
            await d.shows("This was changed")
            assert d.dashboard.screen == form


async def test_a_form_that_is_being_saved_is_not_left_before_it_is_known_how_that_ended(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        form = await edited(d)
        form.query_one("#field-role", Input).value = "Data Engineer, senior"
        open_hunt(path).do(1, lambda a, when: applications.edited(a, when, location="Berlin"))
        is_free = threading.Event()
        held = asyncio.ensure_future(d.work.desk.aside(lambda: is_free.wait(10)))
        for key in ("ctrl+s", "escape", "escape", "escape"):
            await d.pilot.press(key)
        assert d.dashboard.screen == form
        is_free.set()
        await held
        await d.shows("This was changed")
        await d.press("ctrl+s")
        await d.until(lambda: d.dashboard.screen != form, "it was not stored")
        assert d.application().role == "Data Engineer, senior"


async def test_what_nobody_waits_for_any_longer_is_logged_when_it_fails(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk(tmp_path / "hunt.db", SETTINGS, Clock())
    is_free = threading.Event()

    def fail() -> None:
        is_free.wait(10)
        raise StaleRecordError("This was changed.")

    running = asyncio.ensure_future(desk.aside(fail))
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    is_free.set()
    await desk.aside(lambda: None)
    gc.collect()
    assert [record.getMessage() for record in caplog.records] == ["a background task ended with StaleRecordError"]
    desk.close()
