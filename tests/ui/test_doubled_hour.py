"""The two moments of the hour that comes twice look unlike on the timeline, in line with the others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.etiquette.steps.timeline import Entry
from app.ui.timeline_lines import entry_row

FIRST = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_the_timeline_says_which_of_two_it_was() -> None:
    def line(hours: int, width: int = 66) -> str:
        moment = FIRST + timedelta(hours=hours)
        return entry_row(Entry(moment, "Called"), FIRST, ZoneInfo("America/New_York"), width).plain.rstrip()

    assert [line(hours) for hours in range(-1, 3)] == [
        "Sun, Nov 1  12:30 AM  · Called",
        "Nov 1, 1:30 AM EDT    · Called",
        "Nov 1, 1:30 AM EST    · Called",
        "Sun, Nov 1   2:30 AM  · Called",
    ]
    assert line(0, 40) == line(1, 40) == "Sun, Nov 1   · Called"
