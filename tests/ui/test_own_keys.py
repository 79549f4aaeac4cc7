"""[keys] in the settings: a command's key is another one, and a name that is no command is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings
from app.ui.dialogs.form import FormDialog
from app.ui.registry.here import Pane
from tests.storage.hunts import SETTINGS
from tests.ui.driving import demo, driven


def with_keys(**keys: str) -> Settings:
    """Return settings with keys of one's own."""
    return Settings(policy=SETTINGS.policy, keys=keys)


@pytest.mark.parametrize("key", ["insert", "f9"])
async def test_a_command_answers_to_the_key_of_the_settings(tmp_path: Path, key: str) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", settings=with_keys(add="insert,f9", row_down="n", note="f10")) as d:
        await d.press("n")
        assert d.hunt_screen.lists.selected_due == list(d.hunt_screen.lists.due.steps)[1]
        await d.press(key)
        await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "the key does nothing")
        assert not any("no such command" in notice.message for notice in d.dashboard.history)


async def test_a_name_that_is_no_command_is_said(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", settings=with_keys(fly="insert")) as d:
        assert any("'fly', but there is no such command" in notice.message for notice in d.dashboard.history)


async def test_footer_and_help_show_the_keys_of_the_settings(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", settings=with_keys(add="f9", next_pane="f10")) as d:
        assert "f9 add" in d.screen_text()
        await d.press("f10")
        assert d.hunt_screen.pane is Pane.TIMELINE
        await d.press("question_mark")
        await d.shows("f9")


async def test_the_keys_that_move_can_be_others_everywhere_and_the_help_says_so(tmp_path: Path) -> None:
    demo(tmp_path / "hunt.db")
    async with driven(tmp_path / "hunt.db", settings=with_keys(row_down="down,t", row_up="up,n")) as d:
        await d.press("question_mark")
        await d.shows("down t up n")
        await d.press("escape", "4")
        glance = d.hunt_screen.glance
        await d.until(lambda: glance.shown.numbers is not None, "it does not end counting")
        await d.press("t", "t")
        assert glance.scroll_y == 2
        await d.press("n")
        assert glance.scroll_y == 1
