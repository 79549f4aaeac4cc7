"""What is typed stays as it was typed, whatever is read anew meanwhile."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from app.ui import shown
from tests.ui.driving import demo, driven, one_interview


async def test_a_reading_from_before_a_save_does_not_take_the_place_of_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        pane, go_on = d.hunt_screen.letter_pane, threading.Event()
        held = asyncio.ensure_future(d.work.desk.aside(go_on.wait))
        await asyncio.sleep(0)
        d.work._names_of = None
        reading_anew = asyncio.ensure_future(d.work.shown.load(anew=True))
        await asyncio.sleep(0)
        pane.editor.insert("typed meanwhile ")
        saving = asyncio.ensure_future(d.work.typing.save())
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(held, reading_anew, saving)
        assert pane.body.startswith("typed meanwhile ")
        assert d.application().letters[0].body == pane.body


async def test_what_is_typed_while_another_application_is_read_is_in_the_letter_that_it_was_typed_into(
    tmp_path: Path,
) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        await d.press("enter", "escape", "j", "enter", "escape", "k")
        pane, go_on = d.hunt_screen.letter_pane, threading.Event()
        await d.until(lambda: not d.work.shown.is_behind, "the first application is not shown again")
        letter, application_id = pane.letter, pane.application_id
        assert letter is not None
        held = asyncio.ensure_future(d.work.desk.aside(go_on.wait))
        await d.pilot.press("j")
        await asyncio.sleep(shown.OUT * 10)
        assert pane.letter is letter
        pane.editor.insert("typed meanwhile ")
        go_on.set()
        await held
        await d.until(lambda: pane.letter is not None and pane.letter.id != letter.id, "the other letter is not shown")
        stored = next(other for other in d.application(application_id).letters if other.id == letter.id)
        assert stored.body == f"typed meanwhile {letter.body}"
        assert "typed meanwhile" not in pane.body
