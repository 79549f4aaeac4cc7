"""One registry: every command has what it does, a key of its own in each pane, and is in palette and help."""

from __future__ import annotations

from pathlib import Path

from app.ui.acts import act_of
from app.ui.presentation import help_text
from app.ui.registry.commands import COMMANDS, shown_keys
from app.ui.registry.here import Pane
from tests.ui.driving import driven, one_interview


def test_every_command_does_something() -> None:
    for command in COMMANDS:
        assert callable(act_of(command)), command.id


def test_no_two_commands_share_a_key_in_a_pane() -> None:
    for pane in Pane:
        keys = [key for command in COMMANDS if pane in command.panes for key in command.keys.split(",")]
        assert len(keys) == len(set(keys)), pane


def test_the_help_has_every_key() -> None:
    shown = help_text().plain
    assert all(shown_keys(command)[0] in shown and command.help in shown for command in COMMANDS)


def test_no_key_needs_what_some_terminals_never_send() -> None:
    for command in COMMANDS:
        assert any("+" not in key or (key.startswith("ctrl+") and len(key) == 6) for key in command.keys.split(","))


async def test_the_palette_offers_every_command(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("ctrl+p")
        await d.pilot.press(*"add an application")
        await d.shows("Add an application.")
        await d.press("enter")
        await d.shows("New application")
        await d.press("escape", "ctrl+p", "escape")
        assert d.dashboard.screen is d.hunt_screen


async def test_a_key_that_is_refused_says_why(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("O")
        await d.until(lambda: len(d.dashboard._notifications) > 0, "nothing was said")
        said = [notification.message for notification in d.dashboard._notifications]
        assert any("outcome" in sentence for sentence in said)
