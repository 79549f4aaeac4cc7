"""The README's tour: every key that it names is there and does what it says."""

from __future__ import annotations

import re
from pathlib import Path

from app.etiquette.records import LetterStatus
from app.ui.dialogs.choice import ChoiceDialog
from app.ui.dialogs.form import FormDialog
from app.ui.dialogs.palette import PaletteDialog
from app.ui.dialogs.words import TextDialog
from app.ui.registry.commands import BY_ID, shown_keys
from app.ui.registry.here import Pane
from app.ui.widgets.row_list import RowList
from tests.ui.driving import Driven, demo, driven

README = Path(__file__).parents[2] / "README.md"
COMMANDS = {
    "enter": "enter", "ctrl+s": "send", "esc": "leave", "x": "done", "z": "snooze", "u": "undo", "2": "timeline",
    "p": "pipeline", "/": "find", "i": "interview", "r": "replied", "o": "outcome", "?": "help", "ctrl+p": "palette",
    "q": "quit",
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


async def _leaves_a_dialog(d: Driven, key: str, dialog: type[object]) -> None:
    await d.press(key)
    await d.until(lambda: isinstance(d.dashboard.screen, dialog), f"{key} opened nothing")
    await d.press("escape")
    await d.until(lambda: d.dashboard.screen is d.hunt_screen, f"{key} does not let go")


async def test_the_tour_can_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as d:
        lists = d.hunt_screen.lists
        due, first = lists.due, lists.selected_due
        await d.press("j")
        assert lists.selected_due != first
        await d.press("k")
        assert lists.selected_due == first

        await d.press("enter")
        assert d.hunt_screen.pane is Pane.LETTER
        letter = d.hunt_screen.letter_pane.letter
        assert letter.body
        application_id = first.step.application_id
        await d.pilot.press(*"Hello ")

        def stored() -> str:
            return next(x.body for x in d.application(application_id).letters if x.id == letter.id)

        await d.until(lambda: "Hello " in stored(), "what was typed was not saved")

        await d.press("ctrl+s")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nothing was asked")
        await d.press("e")

        def sent() -> bool:
            kept = [x for x in d.application(application_id).letters if x.id == letter.id]
            return kept[0].status is LetterStatus.SENT

        await d.until(sent, "it was not recorded as sent")
        await d.press("escape")
        assert d.hunt_screen.pane is Pane.DUE

        before = due.rows
        await d.press("x")
        await d.until(lambda: len(due.rows) != len(before) or due.rows != before, "nothing was done")
        await d.press("u")
        await d.until(lambda: due.rows == before, "it was not undone")
        await d.press("z", "z")
        await d.until(lambda: due.rows != before, "nothing was snoozed")

        await d.press("2")
        assert d.hunt_screen.pane is Pane.TIMELINE
        await d.press("p")
        assert d.hunt_screen.pane is Pane.PIPELINE
        await d.press("j", "slash", "escape")
        await _leaves_a_dialog(d, "r", FormDialog)
        await _leaves_a_dialog(d, "o", ChoiceDialog)
        await _leaves_a_dialog(d, "question_mark", TextDialog)
        await _leaves_a_dialog(d, "ctrl+p", PaletteDialog)
        await d.press("q")
        await d.until(lambda: d.dashboard._exit, "it did not quit")
