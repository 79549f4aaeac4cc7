"""What is drawn bit by bit is what is there: the terminal after many small updates against the screen drawn whole."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate

from app.ui.textual_.compositor import LineCompositor
from tests.ui.driving import Driven, demo, driven
from tests.ui.test_long_lists import hunt

KEYS = ("j", "j", "j", "k", "G", "g", "pagedown", "1", "p", "2", "3", "tab", "full_stop", "slash", "n", "o", "escape")
DIALOGS = ("question_mark", "ctrl+o", "a", "i", "escape")
SIZES = ((120, 40), (80, 24), (132, 50))


class Glass:
    """A terminal that shows what the dashboard's updates draw."""

    def __init__(self, driving: Driven):
        self._driving = driving
        self._screen = pyte.Screen(1, 1)
        self._stream = pyte.Stream(self._screen)
        self._lines: list[str] = []
        driving.dashboard._display = self._display  # type: ignore[assignment,method-assign]

    def _display(self, _screen: Any, update: Any) -> None:
        size = self._driving.dashboard.size
        if (self._screen.columns, self._screen.lines) != (size.width, size.height):
            self._screen.resize(size.height, size.width)
        self._lines = []
        if isinstance(update, CompositorUpdate):
            self._stream.feed(update.render_segments(self._driving.dashboard.console).replace("\n", "\r\n"))

    def lines(self) -> list[str]:
        """Return what the terminal shows."""
        self._lines = self._lines or [line.rstrip() for line in self._screen.display]  # which takes milliseconds
        return self._lines


@pytest.mark.parametrize("seed", range(3))
async def test_many_small_updates_leave_what_one_large_would(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    dice = random.Random(seed)
    async with driven(path) as d:
        glass = Glass(d)
        await d.pilot.resize_terminal(100, 35)
        for _ in range(30):
            if dice.random() < 0.1:
                await d.pilot.resize_terminal(*dice.choice(SIZES))
            await d.press(dice.choice(KEYS if dice.random() < 0.9 else DIALOGS))
            await d.until(
                lambda: glass.lines() == [line.rstrip() for line in d.screen_text().split("\n")],
                "the terminal does not show what is there",
            )


@pytest.mark.parametrize("moves", [1, 42])
async def test_a_cursor_that_moves_asks_for_no_more_than_lines_of_its_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    asked: list[list[int]] = []
    drawn = LineCompositor._get_renders

    def counted(self: LineCompositor, crop: Any = None) -> Any:
        asked.append([])
        for region, clip, strips in drawn(self, crop):
            asked[-1].append(len(strips))
            yield region, clip, strips

    async with driven(hunt(tmp_path / "hunt.db", 2_000)) as d:
        await d.pilot.press(*["j"] * (moves - 1))
        await d.quiet()
        monkeypatch.setattr(LineCompositor, "_get_renders", counted)
        await d.pilot.press("j")
        await d.until(lambda: asked, "nothing was drawn")
        monkeypatch.undo()
        height = d.hunt_screen.lists.due.size.height
        assert asked[0] == ([2] if moves == 1 else [height, height])  # of the list, and of the scroll bar beside it


async def test_the_scroll_bar_is_drawn_where_the_list_stands(tmp_path: Path) -> None:
    async with driven(hunt(tmp_path / "hunt.db", 400)) as d:
        rows, height = d.hunt_screen.lists.due, d.hunt_screen.lists.due.size.height
        for key in (*["j"] * 40, "pagedown", "pagedown", "G", "k", "pageup", "g"):
            await d.pilot.press(key)
            drawn, wanted = rows.vertical_scrollbar.position, rows.scroll_y
            assert abs(drawn - wanted) * height / rows.virtual_size.height <= 1 / 8, key
        assert rows.vertical_scrollbar.position == 0
