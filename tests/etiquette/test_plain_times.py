"""Moments and lengths as people type them, in Berlin on a Tuesday at 10:00."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.plain_times import understand_length, understand_moment

BERLIN, NEW_YORK, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)

MOMENTS = {
    "now": "24 10:00", "just now": "24 10:00", "tomorrow 14:30": "25 14:30", "tomorrow at 2pm": "25 14:00",
    "Fri 10am": "27 10:00", "Friday at 10": "27 10:00", "Fri @10": "27 10:00", "Fri at 3": "27 15:00",
    "10am Friday": "27 10:00", "14:30 tomorrow": "25 14:30", "2 p.m. Friday": "27 14:00", "Fri 2p": "27 14:00",
    "Nov 27, 2:30 PM": "27 14:30", "Thu, Nov 26, 3:00 PM": "26 15:00",
    "Friday, November 27, 2026 at 2:30 PM": "27 14:30",
    "27 Nov 14:30": "27 14:30", "27.11. 14:30": "27 14:30", "27.11.2026 14.30": "27 14:30", "11/27 2pm": "27 14:00",
    "the 27th at 3pm": "27 15:00", "27th 15:00": "27 15:00", "Monday 9 o'clock": "30 09:00", "14:30 Uhr": "24 14:30",
    "2026-11-27 14:30": "27 14:30", "2026-11-27T14:30": "27 14:30", "2026-11-27T14:30:00": "27 14:30",
    "2026-11-27T14:30+01:00": "27 14:30", "2026-11-27T13:30Z": "27 14:30", "2026-11-27T13:30:00.000Z": "27 14:30",
    "2026-11-27 08:30 -05:00": "27 14:30", "2026-11-27 14:30 +0100": "27 14:30", "in 2 hours": "24 12:00",
    "in an hour": "24 11:00", "in half an hour": "24 10:30", "in 90 min": "24 11:30", "an hour ago": "24 09:00",
    "2 hours ago": "24 08:00", "half an hour ago": "24 09:30", "30 min ago": "24 09:30", "this morning": "24 09:00",
    "tomorrow morning": "25 09:00", "tomorrow afternoon": "25 14:00", "last night": "23 18:00", "tonight": "24 18:00",
    "tonight at 8pm": "24 20:00", "yesterday evening": "23 18:00", "noon": "24 12:00", "tomorrow at noon": "25 12:00",
    "14:30": "24 14:30", "2pm": "24 14:00", "12am": "24 00:00", "12pm": "24 12:00", "14h30": "24 14:30",
    "14.30": "24 14:30", "2.30pm": "24 14:30", "half past two tomorrow": "25 14:30",
    "tomorrow quarter to 3": "25 14:45",
    "Fri half past 10": "27 10:30", "tomorrow quarter past 9 pm": "25 21:15", "quarter to 12 am": "24 23:45",
    "TOMORROW  14:30": "25 14:30", "the day after tomorrow at 3 in the afternoon": "26 15:00",
    "9 in the morning tomorrow": "25 09:00", "Fri at 7:30 in the evening": "27 19:30", "10 at night": "24 22:00",
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), MOMENTS.items())
def test_a_moment_is_understood_as_it_is_typed(text: str, meant: str) -> None:
    understood = understand_moment(text, NOW, BERLIN)
    assert f"{understood.moment.astimezone(BERLIN):%d %H:%M}" == meant


def test_what_was_understood_is_said() -> None:
    assert understand_moment("fri 2:30 pm", NOW, BERLIN).words == "Fri, Nov 27 at 2:30 PM, in 3 days"
    assert understand_moment("now", NOW, BERLIN).words == "now"


def test_a_day_without_a_year_lies_behind_where_that_is_meant() -> None:
    assert understand_moment("Fri 10am", NOW, BERLIN, prefer="past").moment == datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_time_is_meant_in_the_zone_and_today_is_that_of_who_types() -> None:
    late = datetime(2026, 11, 24, 23, tzinfo=UTC)
    assert understand_moment("today 10:00", late, TOKYO).moment == datetime(2026, 11, 25, 1, tzinfo=UTC)
    today = date(2026, 11, 24)
    assert understand_moment("today 10:00", late, TOKYO, today=today).moment == datetime(2026, 11, 24, 1, tzinfo=UTC)


def test_two_numbers_are_read_as_is_set() -> None:
    assert understand_moment("12/5 10:00", NOW, BERLIN, month_first=True).moment == datetime(2026, 12, 5, 9, tzinfo=UTC)
    with pytest.raises(UnreadableDateError, match="could be two different days"):
        understand_moment("12/5 10:00", NOW, BERLIN)


@pytest.mark.parametrize(
    ("text", "zone", "moment"),
    [
        ("2026-03-29 02:30", BERLIN, "2026-03-29T01:30+00:00"),
        ("2026-10-25 02:30", BERLIN, "2026-10-25T00:30+00:00"),
        ("2026-11-01 01:30", NEW_YORK, "2026-11-01T05:30+00:00"),
        ("2028-02-29 10:00", NEW_YORK, "2028-02-29T15:00+00:00"),
    ],
)
def test_a_change_of_the_clock_moves_nothing(text: str, zone: ZoneInfo, moment: str) -> None:
    assert understand_moment(text, NOW, zone).moment == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("5.12", "Is 5.12 a day or a time?"),
        (
            "2026-13-45 10:00",
            "“2026-13-45 10:00” can't be read as a date and time. Try tomorrow 2:30 PM, or Nov 27 at 14:30.",
        ),
        ("morgen 10:00", "“morgen 10:00” can't be read as a date and time. Try tomorrow 2:30 PM, or Nov 27 at 14:30."),
        *(
            (text, f"“{text}” can't be read as a date and time. Try tomorrow 2:30 PM, or Nov 27 at 14:30.")
            for text in ("tomorrow", "soon", "25:00", "13pm", "0pm", "14", "at 2", "2026-02-30T10:00", "in foo min", "")
        ),
        ("half past foo tomorrow", "“half past foo tomorrow” can't be read as a date and time"),
        ("tomorrow 14:30 - 15:15", "“tomorrow 14:30 - 15:15” can't be read as a date and time"),
        ("some day " * 9, "“some day some day some day some day some day some day some …” can't"),
        ("half past 30 tomorrow", "“half past 30 tomorrow” can't be read as a date and time"),
    ],
)
def test_what_is_no_moment_is_said(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        understand_moment(text, NOW, BERLIN)
    assert str(caught.value).startswith(sentence)


LENGTHS = {
    "45 min": 45, "45": 45, "45m": 45, "45 minutes": 45, "45'": 45, "1h": 60, "1 hour": 60, "one hour": 60,
    "an hour": 60, "two hours": 120, "1:30": 90, "1.5 hours": 90, "1,5 h": 90, "1.25h": 75, "1½ h": 90,
    "half an hour": 30, "half hour": 30, "1h30": 90, "1h 30m": 90, "1 hour 15 minutes": 75, "1 hour and 15 minutes": 75,
    "an hour and a half": 90, "90": 90, "24h": 1440, "until 15:00": 60, "until 3": 60, "until 3pm": 60, "till 16": 120,
    "to 15:30": 90, "- 15:00": 60, "ends at 4pm": 120,
}  # fmt: skip


@pytest.mark.parametrize(("text", "minutes"), LENGTHS.items())
def test_a_length_is_understood_as_it_is_typed(text: str, minutes: int) -> None:
    two_o_clock = datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert understand_length(text, two_o_clock, BERLIN) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("until noon", "It would end at 12:00 PM, before it starts."),
        ("until 2pm", "It would end at 2:00 PM, before it starts."),
        ("0 min", "An interview lasts between a minute and a day."),
        ("25h", "An interview lasts between a minute and a day."),
        ("foo h", "“foo h” can't be read as a length of time. Try 45 min, 1 h, or until 3 PM."),
        *((text, f"“{text}” can't be read as a length of time.") for text in ("", "soon", "9", "until", "1440")),
    ],
)
def test_what_is_no_length_is_said(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableDateError) as caught:
        understand_length(text, datetime(2026, 11, 24, 13, tzinfo=UTC), BERLIN)
    assert str(caught.value).startswith(sentence)


@given(st.text(max_size=60))
def test_nothing_that_is_typed_ends_in_another_error(text: str) -> None:
    for reader in (understand_moment, understand_length):
        try:
            assert reader(text, NOW, BERLIN)
        except UnreadableDateError:
            continue


@given(st.integers(0, 5_000_000), st.sampled_from([BERLIN, NEW_YORK, TOKYO]))
def test_a_moment_is_read_back_as_forms_show_it(minutes: int, zone: ZoneInfo) -> None:
    local = (NOW + timedelta(minutes=minutes)).astimezone(zone)
    is_second = local.fold == 1
    moment = understand_moment(f"{local:%Y-%m-%d %H:%M}", NOW, zone).moment
    assert moment == local - timedelta(hours=1) if is_second else moment == local
