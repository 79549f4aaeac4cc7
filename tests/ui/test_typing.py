"""What is typed stays as it was typed, whatever is read anew meanwhile."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from tests.ui.driving import driven, one_interview


async def test_a_reading_from_before_a_save_does_not_take_the_place_of_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        pane, go_on = d.hunt_screen.letter_pane, threading.Event()
        held = asyncio.ensure_future(d.work.desk.aside(go_on.wait))
        await asyncio.sleep(0)
        d.work._names_of = None
        reading_anew = asyncio.ensure_future(d.work.load_selected(anew=True))
        await asyncio.sleep(0)
        pane.editor.insert("typed meanwhile ")
        saving = asyncio.ensure_future(d.work.typing.save())
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(held, reading_anew, saving)
        assert pane.body.startswith("typed meanwhile ")
        assert d.application().letters[0].body == pane.body
