"""The form for a reply of theirs: when it came may be a day alone, and is never to come."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from app.etiquette.time.dates import local_day
from app.ui.dialogs.form import FormDialog
from tests.storage.hunts import NOW, SETTINGS, add, open_hunt
from tests.ui.driving import Driven, driven

YESTERDAY = local_day(NOW, SETTINGS.policy.zone) - timedelta(days=1)


async def _typed(d: Driven, when: str) -> str:
    """Open the form, type when the reply came; return what is said below the field."""
    await d.press("p", "j", "r")
    await d.until(lambda: isinstance(d.dashboard.screen, FormDialog), "no form")
    d.dashboard.screen.query_one("#field-at", Input).value = when
    await d.quiet()
    return str(d.dashboard.screen.query_one("#notice-at", Static).content)


@pytest.mark.parametrize("typed", ["yesterday", f"{YESTERDAY:%b %d}", f"{YESTERDAY:%a, %b %d}"])
async def test_a_reply_that_came_on_a_day_is_of_that_day(tmp_path: Path, typed: str) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    async with driven(path) as d:
        said = await _typed(d, typed)
        assert said.endswith(", yesterday")
        assert "at" not in said.split()
        await d.press("ctrl+s")
        await d.until(lambda: not isinstance(d.dashboard.screen, FormDialog), d.screen_text())
        (reply,) = d.application().replies
        await d.press("2")
        assert "12:00" not in d.screen_text(), "a time that nobody gave"
    assert reply.at == datetime.combine(YESTERDAY, time(12), SETTINGS.policy.zone)


async def test_a_reply_that_is_to_come_is_refused_and_the_hint_is_past(tmp_path: Path) -> None:
    path = tmp_path / "hunt.db"
    add(open_hunt(path))
    async with driven(path) as d:
        assert await _typed(d, "tomorrow 2:30 PM") == "That time hasn't come yet. Enter one in the past."
        await d.press("ctrl+s")
        await d.quiet()
        assert isinstance(d.dashboard.screen, FormDialog)
        field = d.dashboard.screen.query_one("#field-at", Input)
        assert field.placeholder == "now, yesterday, Nov 21 3 PM"
        assert d.application().replies == ()
