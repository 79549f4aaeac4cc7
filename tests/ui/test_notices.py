"""Notices: one at a time in a line above the keys, said again counted, all kept in a history."""

from __future__ import annotations

from pathlib import Path

from textual.notifications import Notification

from app.ui.textual_.notice_line import NoticeLine
from app.ui.textual_.notices import History, _Notice, tell
from tests.ui.driving import driven, one_interview


def test_a_notice_that_is_over_does_not_count_backwards() -> None:
    over = _Notice("late", timeout=-1)
    assert over.has_expired
    assert over.time_left > 0
    assert not _Notice("in time", timeout=5).has_expired


def test_the_same_words_said_again_are_counted_and_the_history_has_an_end() -> None:
    history = History()
    said = [Notification("Saved", raised_at=100 + i) for i in range(3)]
    for notification in said:
        history.note(notification)
    history.note(Notification("Sent", raised_at=104))
    assert [(notice.message, notice.times) for notice in history] == [("Saved", 3), ("Sent", 1)]
    assert said[-1].message == "Saved (×3)"
    for i in range(History.MOST * 2):
        history.note(Notification(f"Note {i}", raised_at=200 + i))
    assert (len(history), history[-1].message) == (History.MOST, f"Note {History.MOST * 2 - 1}")


async def test_what_is_told_is_shown_as_it_is_written_in_a_line_above_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        tell(d.dashboard, "First")
        tell(d.dashboard, "[bold]Senior Dev [Remote][/]")
        await d.shows("[bold]Senior Dev [Remote][/]")
        lines = d.screen_text().splitlines()
        assert [i for i, line in enumerate(lines) if "Senior Dev" in line] == [len(lines) - 2]
        assert "First" not in d.screen_text()
        await d.press("exclamation_mark")
        await d.shows("First")
        assert not any(line.display for line in d.dashboard.screen.query(NoticeLine))


async def test_a_key_that_was_done_says_how_to_take_it_back_and_its_notice_goes(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("x")
        await d.shows("u to undo")
        line = d.hunt_screen.query_one(NoticeLine)
        await d.until(lambda: not line.display, "the notice stays")
        await d.press("u")
        await d.shows("U to redo")
