"""The README's tour: every key that it names is there and does what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from textual.screen import ModalScreen

from app.etiquette.records import Letter, LetterStatus
from app.ui.dialogs.attached import AttachedDialog
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.help import HelpDialog
from app.ui.dialogs.interview_sheet import SheetDialog
from app.ui.dialogs.palette import PaletteDialog
from app.ui.registry.commands import BY_ID, shown_keys
from app.ui.registry.here import Pane
from app.ui.widgets.row_list import RowList
from tests.ui.driving import Driven, demo, driven

README = Path(__file__).parents[2] / "README.md"
COMMANDS = {
    "enter": "enter", "ctrl+s": "send", "esc": "leave", "x": "done", "z": "snooze", "u": "undo", "2": "timeline",
    "p": "pipeline", "/": "find", "i": "interview", "r": "replied", "o": "outcome", "?": "help", "ctrl+p": "palette",
    "q": "quit", "4": "glance", "m": "inbox", "space": "mark", "I": "sheet",
    "J": "posting", "F": "files",
}  # fmt: skip
"""The tour's keys and the commands that it means by them."""
MOVING, IN_A_DIALOG = {"j", "k"}, {"e"}


def tour() -> str:
    """Return the tour as it stands in the README."""
    return (
        README.read_text("utf-8")
        .partition("## Two minutes, by keys\n")[2]
        .partition("\n## ")[0]
        .partition("<details>")[0]
    )


def test_every_key_that_the_tour_names_is_there() -> None:
    named = set(re.findall(r"`([^`]+)`", tour())) - {"make demo"}
    assert named == COMMANDS.keys() | MOVING | IN_A_DIALOG
    for key, command_id in COMMANDS.items():
        assert key in shown_keys(BY_ID[command_id]), key
    assert {key for binding in RowList.BINDINGS for key in binding.key.split(",")} >= MOVING  # type: ignore[union-attr]


def stands_in(d: Driven, pane: Pane) -> bool:
    """Return whether the keys go to a pane."""
    return bool(d.hunt_screen.pane is pane)


async def leaves_a_dialog(d: Driven, key: str, dialog: type[object]) -> None:
    """Press a key that opens a dialog, and leave that."""
    await d.press(key)
    await d.until(lambda: isinstance(d.dashboard.screen, dialog), f"{key} opened nothing")
    await d.press("escape")
    await d.until(lambda: d.dashboard.screen is d.hunt_screen, f"{key} does not let go")


async def test_a_letter_is_opened_typed_and_said_to_be_sent(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        lists = d.hunt_screen.lists
        first = lists.selected_due
        await d.press("j")
        assert lists.selected_due != first
        await d.press("k")
        assert lists.selected_due == first
        await d.press("enter")
        assert stands_in(d, Pane.LETTER)
        letter = d.hunt_screen.letter_pane.letter
        assert letter.body
        entries = d.hunt_screen.timeline.entries
        await d.until(lambda: "─ now ─" in d.text_of(entries), "the little that is left of the timeline is not of now")
        await d.pilot.press("ctrl+home", "down", "down", *"To begin, ")

        def stored() -> Letter:
            letters: tuple[Letter, ...] = d.application(first.step.application_id).letters
            return next(one for one in letters if one.id == letter.id)

        await d.until(lambda: "To begin, " in stored().body, "what was typed was not saved")
        await d.press("ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nothing was asked")
        await d.press("e")
        await d.until(lambda: stored().status is LetterStatus.SENT, "it was not recorded as sent")
        await d.press("escape")
        assert stands_in(d, Pane.DUE)


async def test_a_step_is_done_undone_and_snoozed(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        application_id = d.hunt_screen.lists.selected_due.step.application_id
        before = d.application(application_id)
        await d.press("x")
        await d.until(lambda: d.application(application_id) != before, "nothing was marked as done")
        await d.press("u")
        await d.until(
            lambda: replace(d.application(application_id), version=before.version) == before, "it was not undone"
        )
        application_id = d.hunt_screen.lists.selected_due.step.application_id
        await d.press("z", "z")
        await d.until(lambda: d.application(application_id).snoozes, "nothing was snoozed")


async def test_one_looks_around_records_and_leaves(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        await d.press("2")
        assert stands_in(d, Pane.TIMELINE)
        await d.press("p")
        assert stands_in(d, Pane.PIPELINE)
        await d.press("slash")
        await d.pilot.press(*"northwind")
        await d.press("enter")
        await d.shows("2 Northwind")
        await leaves_a_dialog(d, "i", ModalScreen)
        await leaves_a_dialog(d, "r", FormDialog)
        await leaves_a_dialog(d, "o", ChoiceDialog)
        await leaves_a_dialog(d, "I", SheetDialog)
        await leaves_a_dialog(d, "J", ModalScreen)
        await leaves_a_dialog(d, "F", AttachedDialog)
        await leaves_a_dialog(d, "question_mark", HelpDialog)
        await leaves_a_dialog(d, "ctrl+p", PaletteDialog)
        await d.press("q")
        await d.until(lambda: d.dashboard._exit, "it did not quit")
