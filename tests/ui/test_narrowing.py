"""Dialogs of a field and a list: the keys stay in the field, what is typed narrows, a page never goes past the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.ui.dialogs.files import FileDialog
from app.ui.dialogs.narrowing import NarrowingDialog
from app.ui.dialogs.palette import PaletteDialog
from app.ui.dialogs.pick import Pickable, PickDialog
from app.ui.registry.commands import COMMANDS
from tests.ui.driving import Driven, driven, one_interview

NAMES = ["Łódź works", "Contoso one", "Contoso two", "Fabrikam", "Zürich"]


@pytest.fixture
async def d(tmp_path: Path) -> AsyncIterator[Driven]:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db") as driving:
        yield driving


async def opened(d: Driven, dialog: NarrowingDialog) -> list:  # type: ignore[type-arg]
    """Open a dialog and return where its answer will be."""
    answers: list[object] = []
    await d.dashboard.push_screen(dialog, answers.append)
    await d.pilot.pause()
    return answers


def picked_from(names: list[str]) -> PickDialog[int]:
    return PickDialog("Which?", [Pickable(name, "", n) for n, name in enumerate(names)])


async def test_what_is_typed_narrows_and_the_arrows_move(d: Driven) -> None:
    dialog = picked_from(NAMES)
    answers = await opened(d, dialog)
    await d.press(*"TWO con")
    assert [row.label for row in dialog.rows.rows] == ["Contoso two"]
    await d.press(*["backspace"] * 7, *"con", "down", "enter")
    assert answers == [2]


async def test_enter_on_nothing_leaves_the_dialog_open(d: Driven) -> None:
    answers = await opened(d, picked_from(NAMES))
    await d.press(*"qqq", "enter")
    await d.shows("Nothing matches.")
    await d.press(*["backspace"] * 3, "enter")
    assert answers == [0]


async def test_what_stays_can_be_chosen_whatever_is_typed_and_comes_after_what_matches(d: Driven) -> None:
    choices = [Pickable("New application ...", "", -1, stays=True), *(Pickable(name, "", 1) for name in NAMES)]
    dialog = PickDialog("Which?", choices)
    answers = await opened(d, dialog)
    await d.press(*"con")
    assert [row.label for row in dialog.rows.rows] == ["Contoso one", "Contoso two", "New application ..."]
    await d.press(*"x", "enter")
    assert answers == [-1]


@pytest.mark.parametrize("count", [5, 40])
async def test_a_page_goes_no_further_than_the_ends(d: Driven, count: int) -> None:
    dialog = picked_from([f"row {n}" for n in range(count)])
    await opened(d, dialog)
    for _ in range(4):
        await d.press("pagedown")
    assert dialog.rows.cursor == count - 1
    assert dialog.field.has_focus
    for _ in range(4):
        await d.press("pageup")
    assert dialog.rows.cursor == 0


async def test_pages_of_files_and_of_commands(d: Driven, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    for name in ("a.csv", "b.csv", "c.csv"):
        (folder / name).touch()
    files = FileDialog("Import a spread", folder)
    await opened(d, files)
    await d.press("pagedown")
    assert files.rows.row == folder / "c.csv"
    await d.press("escape")
    commands = PaletteDialog()
    await opened(d, commands)
    await d.press(*["pagedown"] * 9)
    assert commands.rows.row == COMMANDS[-1]
    await d.press("pageup")
    assert 0 < commands.rows.cursor < len(COMMANDS) - 1


async def test_commands_called_so_come_before_those_that_only_speak_of_it(d: Driven) -> None:
    dialog = PaletteDialog()
    answers = await opened(d, dialog)
    await d.press("down", "down", *"letter")
    called = ["letter" in command.label.casefold() for command in dialog.rows.rows]
    assert called == sorted(called, reverse=True)
    assert {True, False} == set(called)
    assert dialog.rows.cursor == 0
    first = dialog.rows.row
    await d.press("enter")
    assert answers == [first]


async def test_a_name_is_folded_once_however_much_is_typed(d: Driven) -> None:
    asked: list[str] = []

    def name(row: Pickable[int]) -> str:
        asked.append(row.label)
        return row.label

    dialog = picked_from(NAMES)
    await opened(d, dialog)
    dialog.offer([Pickable(label, "", 0) for label in NAMES], name)
    await d.press(*"contoso")
    assert [row.label for row in dialog.rows.rows] == ["Contoso one", "Contoso two"]
    assert asked == NAMES


async def test_the_last_command_is_in_sight_in_a_small_terminal(tmp_path: Path) -> None:
    one_interview(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", size=(40, 12)) as d:
        await opened(d, PaletteDialog())
        await d.press(*["pagedown"] * 12)
        await d.shows(COMMANDS[-1].label)
