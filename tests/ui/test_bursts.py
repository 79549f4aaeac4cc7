"""Keys that come faster than they are worked on: the last ones see what the first ones did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.binding import Binding
from textual.content import Content

from app.hunt.intake.plan import Plan
from app.storage import reading
from app.ui import shown
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.dialog import Dialog
from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.form import Field, FormDialog
from app.ui.dialogs.intake import IntakeDialog
from app.ui.dialogs.palette import PaletteDialog
from app.ui.dialogs.pick import Pickable, PickDialog
from app.ui.dialogs.text_dialog import TextDialog
from app.ui.dialogs.words import ConfirmDialog, ProblemDialog
from tests.bench.hunts import NOW
from tests.storage.hunts import reader
from tests.torture.terminal_keys import post_key
from tests.ui.driving import Driven, driven, one_interview
from tests.ui.test_long_lists import hunt


def burst(d: Driven, text: str, *keys: str) -> None:
    """Press keys all at once."""
    for key in (*text, *keys):
        post_key(d, key)


@pytest.mark.parametrize("text", ["a", "spokeofkites" * 8])
async def test_a_form_saves_what_was_typed_just_before(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("n")
        burst(d, text, "ctrl+s")
        await d.until(lambda: len(d.dashboard.screen_stack) == 1, "the form stays")
        await d.quiet()
        with reader(path) as connection:
            assert [event.text for event in reading.events(connection, 1) if event.what == "note"] == [text]


async def test_a_letter_goes_with_what_was_typed_just_before(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        burst(d, "spokeofkites" * 8, "ctrl+s")
        await d.until(lambda: len(d.dashboard.screen_stack) == 2, "nothing asks how it goes")
        (letter,) = d.application().letters
        assert "spokeofkites" * 8 in letter.body


async def test_the_cursor_is_out_before_its_application_is_read_and_a_command_does_not_wait_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with driven(hunt(tmp_path / "hunt.db", 16), now=NOW) as d:
        monkeypatch.setattr(shown, "OUT", 3600)
        before = d.work.shown.detail.application.id
        while d.hunt_screen.lists.selected_id == before:
            await d.pilot.press("j")
        assert d.work.shown.detail.application.id == before
        await d.pilot.press("n")
        await d.until(lambda: len(d.dashboard.screen_stack) == 2, "no note is asked for")
        assert d.work.shown.detail.application.id == d.hunt_screen.lists.selected_id != before


async def test_what_was_typed_just_before_narrows_what_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("ctrl+p")
        burst(d, "snooze", "enter")
        await d.shows("Snooze")


async def saved(_values: dict[str, str]) -> None:
    pytest.fail("a form that was never drawn was saved")


DIALOGS: list[Callable[[Path], Dialog[Any]]] = [
    lambda _: ChoiceDialog("Which?", [("a", "one", 1)]),
    lambda folder: FileDialog("A file", folder),
    lambda _: FormDialog("A form", [Field("name", "Name", "Robin")], saved, kept_as=None),
    lambda _: IntakeDialog(Plan()),
    lambda _: PaletteDialog(),
    lambda _: PickDialog("Which?", [Pickable("one", "", 1)]),
    lambda _: ConfirmDialog("Sure?", "Is it?"),
    lambda _: ProblemDialog("It is not."),
    lambda _: TextDialog("A text", Content("to read")),
]


def own_keys(dialog: Dialog[Any]) -> list[Binding]:
    return [binding for binding in dialog.BINDINGS if isinstance(binding, Binding)]


async def test_a_key_that_comes_before_its_dialog_is_drawn_does_nothing(tmp_path: Path) -> None:
    one_interview(tmp_path / "hunt.db")
    keys = [(make, binding) for make in DIALOGS for binding in own_keys(make(tmp_path))]
    async with driven(tmp_path / "hunt.db") as d:
        for make, binding in keys:
            dialog = make(tmp_path)
            d.dashboard.push_screen(dialog)
            await d.dashboard.run_action(binding.action, dialog)
            await d.quiet()
            if d.dashboard.screen is dialog:
                await dialog.dismiss(None)
            name = type(dialog).__name__
            await d.until(lambda: d.dashboard.screen is d.hunt_screen, f"{name} hangs at {binding.key}")


async def test_a_key_that_comes_after_its_dialog_was_left_does_nothing(tmp_path: Path) -> None:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as d:
        for make in DIALOGS:
            dialog = make(tmp_path)
            d.dashboard.push_screen(dialog)
            await d.quiet()
            await dialog.dismiss(None)
            for binding in own_keys(dialog):
                await d.quiet()
                await d.dashboard.run_action(binding.action, dialog)
                await d.quiet()
                assert d.dashboard.screen is d.hunt_screen, f"{type(dialog).__name__} does something at {binding.key}"


async def test_what_was_typed_ahead_of_a_refusal_is_not_taken_for_commands(tmp_path: Path) -> None:
    async with driven(tmp_path / "hunt.db") as d:
        await d.press("escape", "escape", "escape")
        burst(d, "nabcde")
        await d.until(lambda: d.dashboard.keyboard.is_idle, "keys wait")
        assert d.dashboard.screen is d.hunt_screen


async def test_what_is_typed_while_a_form_is_saved_goes_where_the_form_was_opened_from(
    tmp_path: Path,
) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        burst(d, "none")
        burst(d, "", "ctrl+s")
        burst(d, "ntwo")
        burst(d, "", "ctrl+s")
        await d.quiet()
        with reader(path) as connection:
            notes = [event.text for event in reading.events(connection, 1) if event.what == "note"]
        assert notes == ["one", "two"]


async def test_what_is_pasted_right_after_a_command_goes_into_what_it_opens(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        burst(d, "n")
        d.dashboard.post_message(events.Paste("pasted "))
        burst(d, "text", "ctrl+s")
        await d.until(lambda: len(d.dashboard.screen_stack) == 1 and d.dashboard.keyboard.is_idle, "the form stays")
        with reader(path) as connection:
            assert [event.text for event in reading.events(connection, 1) if event.what == "note"] == ["pasted text"]
