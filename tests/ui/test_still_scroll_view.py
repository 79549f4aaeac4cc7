"""What makes the whole screen be laid out anew, which takes as long as drawing it: not a list that grows or shrinks."""

from __future__ import annotations

from pathlib import Path

from textual.widget import Widget

from app.ui.dialogs.choice import ChoiceDialog
from tests.ui.driving import Driven, driven, one_interview


def _is_to_be_laid_out(driving: Driven) -> bool:
    screen = driving.dashboard.screen
    return any(widget._layout_required for widget in screen.walk_children(Widget, with_self=True))


async def test_a_list_that_shrinks_leaves_the_layout_alone(tmp_path: Path) -> None:
    one_interview(tmp_path / "a.db")
    async with driven(tmp_path / "a.db") as driving:
        due = driving.hunt_screen.lists.due
        rows = due.rows
        due.show(rows[:1])
        assert not _is_to_be_laid_out(driving)
        due.show([*rows[:1]] * (due.size.height * 2))  # now its scroll bar comes
        assert due.show_vertical_scrollbar
        assert _is_to_be_laid_out(driving)
        await driving.quiet()
        assert due.max_scroll_y == len(due.rows) - due.size.height


async def test_findings_and_notices_said_again_leave_the_layout_alone(tmp_path: Path) -> None:
    one_interview(tmp_path / "a.db")
    async with driven(tmp_path / "a.db") as driving:
        driving.work.tell("Sent.")
        await driving.shows("Sent.")
        driving.dashboard._refresh_notifications()
        driving.hunt_screen.letter_pane.show_findings()
        assert not _is_to_be_laid_out(driving)


async def test_a_list_as_high_as_its_rows_follows_them(tmp_path: Path) -> None:
    one_interview(tmp_path / "a.db")
    async with driven(tmp_path / "a.db") as driving:
        await driving.press("z")
        dialog = driving.dashboard.screen
        assert isinstance(dialog, ChoiceDialog)
        rows = dialog._rows
        rows.styles.height = "auto"
        await driving.quiet()
        rows.show([*rows.rows, *rows.rows])
        await driving.quiet()
        assert rows.size.height == len(rows.rows)
