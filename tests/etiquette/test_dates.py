"""Dates read the short way are those that arrow reads, and months are arrow's months."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import arrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.dates import add_months, is_left_out, read_instant

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-27T14:30:00+01:00", "2026-11-27T14:30+01:00", "2026-11-27 14:30:05.250000+00:00", "2026-11-27T14:30",
        "2026-11-27T14:30:00Z", "2026-11-27", "20261127T143000", "2026-W48-5", "2026-11-27T24:00", "2026-11-27T14",
        "2026-11-27T14:30:00.5-05:30", "2026-331T10:00",
    ],
)  # fmt: skip
def test_every_iso_form_is_read_as_arrow_reads_it(text: str) -> None:
    parsed = arrow.parser.DateTimeParser().parse_iso(text)
    wanted = parsed if parsed.tzinfo else parsed.replace(tzinfo=BERLIN)
    assert read_instant(f" {text} ", BERLIN) == wanted


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "2026-11-27x14:30:00", "2026-11-27T25:00", "1700000000"])
def test_what_is_no_moment_is_said(text: str) -> None:
    with pytest.raises(UnreadableDateError, match="not a date and time"):
        read_instant(text, BERLIN)


@given(
    st.builds(datetime.combine, st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.times()),
    st.sampled_from(["+00:00", "-11:30", "+14:00"]),
)
def test_what_programs_write_is_read_back(moment: datetime, offset: str) -> None:
    written = datetime.fromisoformat(f"{moment.isoformat()}{offset}")
    assert read_instant(written.isoformat(), BERLIN) == written


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(-400, 400))
def test_months_are_those_of_the_calendar(day: date, months: int) -> None:
    assert add_months(day, months) == arrow.Arrow.fromdate(day).shift(months=months).date()


def test_months_past_the_last_year_end_with_it() -> None:
    assert add_months(date(9999, 11, 30), 3) == date.max


@pytest.mark.parametrize(
    ("zone", "left_out"),
    [
        ("Pacific/Apia", {date(2011, 12, 30)}),
        ("Pacific/Kwajalein", {date(1993, 8, 21)}),
        ("Pacific/Kiritimati", {date(1994, 12, 31)}),
        ("Etc/GMT+12", set()),
    ],
)
def test_a_day_that_the_clocks_skipped_is_known(zone: str, left_out: set[date]) -> None:
    years = [date(year, 1, 1) + timedelta(days=n) for year in (1, 1993, 1994, 2011, 2026, 9999) for n in range(365)]
    assert {day for day in years if is_left_out(day, ZoneInfo(zone))} == left_out
