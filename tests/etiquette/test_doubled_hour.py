"""The hour that comes twice as the clocks go back: which of the two is meant is said, and understood."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.dates import local, say_clock, say_moment
from app.etiquette.time.plain_times import understand_moment

NOW = datetime(2026, 10, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "first", "says"),
    [
        ("America/New_York", datetime(2026, 11, 1, 5, 30, tzinfo=UTC), ("1:30 AM EDT", "1:30 AM EST")),
        ("Europe/Berlin", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), ("2:30 AM CEST", "2:30 AM CET")),
        ("America/Godthab", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), ("11:30 PM UTC-1", "11:30 PM UTC-2")),
    ],
)
def test_the_two_moments_are_said_apart_and_read_back(zone: str, first: datetime, says: tuple[str, str]) -> None:
    there = ZoneInfo(zone)
    for moment, said in zip((first, first.replace(hour=first.hour + 1)), says, strict=True):
        assert say_clock(local(moment, there)) == said
        words = say_moment(moment, NOW, there)
        assert words.endswith(f" at {said}")
        assert understand_moment(words, NOW, there).moment == moment


def test_no_other_moment_is_said_with_its_zone() -> None:
    there = ZoneInfo("America/New_York")
    for hour in (4, 7):
        assert say_clock(local(datetime(2026, 11, 1, hour, 30, tzinfo=UTC), there))[-2:] == "AM"
    assert say_clock(local(datetime(2026, 3, 8, 7, 30, tzinfo=UTC), there)) == "3:30 AM"
    assert say_clock(datetime(2026, 11, 1, 1, 30)) == "1:30 AM"  # noqa: DTZ001


@pytest.mark.parametrize("words", ["Nov 1 at 1:30 AM PST", "Nov 2 at 1:30 AM EST", "Nov 1 at 9 AM edt"])
def test_a_zone_that_does_not_say_which_of_two_is_not_passed_over(words: str) -> None:
    with pytest.raises(UnreadableDateError):
        understand_moment(words, NOW, ZoneInfo("America/New_York"))
