"""Keys that come faster than they are worked on: the last ones see what the first ones did."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.storage import reading
from tests.storage.hunts import reader
from tests.torture.terminal_keys import post_key
from tests.ui.driving import Driven, driven, one_interview


def burst(d: Driven, text: str, *keys: str) -> None:
    """Press keys all at once."""
    for key in (*text, *keys):
        post_key(d, key)


@pytest.mark.parametrize("text", ["a", "spokeofkites" * 8])
async def test_a_form_saves_what_was_typed_just_before(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("n")
        burst(d, text, "ctrl+s")
        await d.until(lambda: len(d.dashboard.screen_stack) == 1, "the form stays")
        await d.quiet()
        with reader(path) as connection:
            assert [event.text for event in reading.events(connection, 1) if event.what == "note"] == [text]


async def test_a_letter_goes_with_what_was_typed_just_before(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("enter")
        burst(d, "spokeofkites" * 8, "ctrl+s")
        await d.until(lambda: len(d.dashboard.screen_stack) == 2, "nothing asks how it goes")
        (letter,) = d.application().letters
        assert "spokeofkites" * 8 in letter.body


async def test_what_was_typed_just_before_narrows_what_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path) as d:
        await d.press("ctrl+p")
        burst(d, "snooze", "enter")
        await d.shows("Snooze")
