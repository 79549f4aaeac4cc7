"""What z offers: each moment once, whatever the day of the week."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.ui.dialogs.choice import ChoiceDialog
from tests.ui.driving import driven, one_interview


@pytest.mark.parametrize(
    ("day", "next_day", "week"),
    [
        (24, "Next business day: Wed, Nov 25 at 9:00 AM", "Next week: Mon, Nov 30 at 9:00 AM"),
        (27, "Next business day: Mon, Nov 30 at 9:00 AM", "In a week: Fri, Dec 4 at 9:00 AM"),
        (28, "Next business day: Mon, Nov 30 at 9:00 AM", "In a week: Mon, Dec 7 at 9:00 AM"),
        (29, "Next business day: Mon, Nov 30 at 9:00 AM", "In a week: Mon, Dec 7 at 9:00 AM"),
    ],
)
async def test_snoozing_offers_each_moment_once(tmp_path: Path, day: int, next_day: str, week: str) -> None:
    path = tmp_path / "hunt.db"
    one_interview(path)
    async with driven(path, now=datetime(2026, 11, day, 9, 30, tzinfo=UTC)) as d:
        await d.press("z")
        await d.until(lambda: isinstance(d.dashboard.screen, ChoiceDialog), "nothing is offered")
        screen = d.screen_text()
    offered = re.findall(r": (\w{3}, \w{3} \d+ at \d+:\d\d [AP]M)", screen[screen.index("Snooze") :])
    assert next_day in screen
    assert week in screen
    assert len(set(offered)) == len(offered) >= 3
