"""Notifications: none of them can bring the program to a stand."""

from __future__ import annotations

from pathlib import Path

from textual.widgets._toast import Toast

from app.ui.textual_.notices import _Notice, tell
from tests.ui.driving import driven, one_interview


def test_a_notice_that_is_over_is_not_shown_and_its_toast_does_not_count_backwards() -> None:
    over = _Notice("late", timeout=-1)
    assert over.has_expired
    assert Toast(over)._timeout > 0
    assert not _Notice("in time", timeout=5).has_expired


async def test_what_is_told_is_shown_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        tell(d.dashboard, "[bold]Senior Dev [Remote][/]")
        await d.shows("[bold]Senior Dev [Remote][/]")
