"""When something came: a moment or a day alone, never one to come, and every hint names what is past."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.past_moments import understand_past_moment

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)
"""A Tuesday, 14:30 in Berlin."""

UNDERSTOOD = {
    "yesterday": "2026-11-23T12:00+01:00",
    "Mon, Nov 23": "2026-11-23T12:00+01:00",
    "Nov 23": "2026-11-23T12:00+01:00",
    "Friday": "2026-11-20T12:00+01:00",
    "last Friday": "2026-11-20T12:00+01:00",
    "two weeks ago": "2026-11-10T12:00+01:00",
    "2026-07-01": "2026-07-01T12:00+02:00",
    "Nov 25": "2025-11-25T12:00+01:00",
    "today": "2026-11-24T14:30+01:00",
    "Nov 24": "2026-11-24T14:30+01:00",
    "now": "2026-11-24T14:30+01:00",
    "Nov 24 2 PM": "2026-11-24T14:00+01:00",
    "yesterday 3 PM": "2026-11-23T15:00+01:00",
    "Fri 10am": "2026-11-20T10:00+01:00",
    "2 hours ago": "2026-11-24T12:30+01:00",
}


@pytest.mark.parametrize(("text", "moment"), UNDERSTOOD.items())
def test_a_moment_or_its_day_alone_is_understood(text: str, moment: str) -> None:
    assert understand_past_moment(text, NOW, BERLIN).moment == datetime.fromisoformat(moment)


def test_of_a_day_alone_no_time_is_said() -> None:
    assert understand_past_moment("yesterday", NOW, BERLIN).words == "Mon, Nov 23, yesterday"
    assert understand_past_moment("yesterday 3 PM", NOW, BERLIN).words == "Mon, Nov 23 at 3:00 PM, yesterday"


def test_two_numbers_are_read_as_is_set() -> None:
    assert understand_past_moment("11/12", NOW, BERLIN, month_first=True).words.startswith("Thu, Nov 12,")
    with pytest.raises(UnreadableDateError, match="could be two different days"):
        understand_past_moment("11/12", NOW, BERLIN)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("tomorrow", "That time hasn't come yet. Enter one in the past."),
        ("tomorrow 2:30 PM", "That time hasn't come yet. Enter one in the past."),
        ("today 5 PM", "That time hasn't come yet. Enter one in the past."),
        ("2027-01-08", "That time hasn't come yet. Enter one in the past."),
        ("soon", "“soon” can't be read as a date and time. Try yesterday 3 PM, or Nov 21 at 15:00."),
        ("gestern 10:00", "“gestern 10:00” can't be read as a date and time. Try yesterday 3 PM, or Nov 21 at 15:00."),
        ("14", "Is that the 14th, or 14 days ago? Write it out."),
        ("?", "“?” can't be read as a date. Try yesterday, Nov 21, or two weeks ago."),
    ],
)
def test_what_cannot_be_when_it_came_is_said_with_past_examples(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        understand_past_moment(text, NOW, BERLIN)
    assert str(caught.value) == sentence
