"""A mouse that is pressed on something that was just taken away, and is still drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseDown
from textual.widgets import Static

from tests.ui.driving import demo, driven


@pytest.mark.parametrize("keys", [(), ("question_mark",)], ids=["the screen", "a dialog"])
async def test_a_press_on_what_is_gone_does_nothing(
    tmp_path: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hunt.db"
    demo(path)
    async with driven(path) as driving:
        await driving.press(*keys)
        screen = driving.dashboard.screen
        passing = Static("passing")
        passing.styles.dock = "top"
        await screen.mount(passing)
        await driving.quiet()
        x, y = passing.region.offset
        assert screen.get_widget_and_offset_at(x, y)[0] is passing
        with monkeypatch.context() as gone:
            gone.setattr(passing, "_parent", None)
            screen._forward_event(MouseDown(passing, x, y, 0, 0, 1, False, False, False, x, y))
            assert screen.get_widget_and_offset_at(x, y) == (None, None)
