"""Calendars read: instants, zones, broken files, what is kept and what is reported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.exchange.calendars import invitations_of, looks_like_calendar, read_calendar
from app.exchange.found import Attendee, Invitation

BERLIN = ZoneInfo("Europe/Berlin")
FIXTURES = Path("/work/shared/fixtures")


def calendar(*lines: str, head: str = "") -> bytes:
    """Return a calendar of one event with these lines."""
    event = "\r\n".join(["BEGIN:VEVENT", "UID:1@x.example", "DTSTAMP:20261101T000000Z", *lines, "END:VEVENT"])
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{event}\r\nEND:VCALENDAR\r\n".encode()


def only(data: bytes) -> Invitation:
    """Return the one invitation that a calendar holds."""
    invitations, reported, merged = invitations_of(data, BERLIN)
    assert (len(invitations), reported, merged) == (1, (), 0)
    return invitations[0]


def utc(*parts: int) -> datetime:
    """Return an instant."""
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


def test_an_invitation_is_read_whole() -> None:
    data = calendar(
        "DTSTART;TZID=Europe/London:20261127T143000",
        "DTEND;TZID=Europe/London:20261127T153000",
        "SUMMARY:Interview\\, round 1",
        'ORGANIZER;CN="Lee, Dana":MAILTO:dana@northwind.example',
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@northwind.example",
        "ATTENDEE;CN=Robin Vale:mailto:robin@mail.example",
        "DESCRIPTION:Join: https://zoom.us/j/123?pwd=a\\nSee https://northwind.example",
        "SEQUENCE:3",
        "STATUS:CONFIRMED",
        head="METHOD:REQUEST\r\n",
    )
    told = only(data)
    assert (told.starts, told.ends) == (utc(2026, 11, 27, 14, 30), utc(2026, 11, 27, 15, 30))
    assert (told.timezone, told.floating, told.all_day, told.problem) == ("Europe/London", False, False, "")
    assert (told.summary, told.method, told.status, told.sequence) == ("Interview, round 1", "REQUEST", "CONFIRMED", 3)
    assert told.organizer == Attendee("Lee, Dana", "dana@northwind.example")
    assert told.attendees == (Attendee("Robin Vale", "robin@mail.example"),)
    assert told.url == "https://zoom.us/j/123?pwd=a"
    assert told.stamped == utc(2026, 11, 1)


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the collection of real files is not on this machine")
@pytest.mark.parametrize(
    ("name", "starts", "floating"),
    [
        ("exchange_teams_request_weurope", utc(2020, 11, 24, 10), False),
        ("outlook_eastern_quoted_tzid", utc(2024, 10, 28, 21), False),
        ("exchange_bad_ms_tz", utc(2020, 8, 25, 14, 35), False),
        ("exchange_request_zoom_raw_newlines", utc(2024, 9, 23, 8), True),
        ("apple_statuses", utc(2022, 7, 4, 23), False),
    ],
)
def test_real_files_start_when_they_start(name: str, starts: datetime, floating: bool) -> None:
    found = read_calendar(name, (FIXTURES / "ics" / f"{name}.ics").read_bytes(), BERLIN)
    assert (found.interviews[0].starts, found.interviews[0].floating) == (starts, floating)
    assert found.rows == found.merged + len(found.reported)


def test_what_is_a_calendar_is_told_by_content() -> None:
    assert looks_like_calendar(calendar("DTSTART:20261127T143000Z"))
    assert looks_like_calendar(b"\xef\xbb\xbf\r\nbegin:vcalendar\r\n")
    assert not looks_like_calendar(b"Company,Role\nBEGIN:VCALENDAR,x\n")
    assert not looks_like_calendar(b"From: a@b.example\n\nBEGIN:VCALENDAR\n")
