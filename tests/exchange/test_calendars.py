"""Invitations as calendars write them: the instant exact, or not told; what is broken said, the rest kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.errors import ImportFileError
from app.exchange.calendars import invitations_of, looks_like_calendar, read_calendar
from app.exchange.found import Attendee, Invitation

BERLIN = ZoneInfo("Europe/Berlin")
FIXTURES = Path(__file__).parents[3] / "shared" / "fixtures" / "ics"
EASTERN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def event(lines: str, *, around: str = "", uid: str = "UID:1\n") -> bytes:
    """Return a calendar with one event."""
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{around}BEGIN:VEVENT\n{uid}{lines}\nEND:VEVENT\nEND:VCALENDAR\n".encode()


def only(data: bytes) -> Invitation:
    """Return the one invitation of a file."""
    found = read_calendar("a.ics", data, BERLIN)
    assert found.rows == found.merged + len(found.reported)
    (invitation,) = found.interviews
    return invitation


@pytest.mark.parametrize(
    ("start", "around", "instant", "zone"),
    [
        ("DTSTART:20261127T130000Z", "", "2026-11-27T13:00", "UTC"),
        ("DTSTART;TZID=Europe/Berlin:20261127T140000", "", "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART;TZID=/citadel.org/20210210_1/Europe/Berlin:20261127T140000", "", "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires:20261127T100000", "", "2026-11-27T13:00", "America/Argentina/Buenos_Aires"),
        ("DTSTART;TZID=Eastern Standard Time:20261127T080000", "", "2026-11-27T13:00", "America/New_York"),
        ('DTSTART;TZID="Eastern Standard Time":20260727T090000', "", "2026-07-27T13:00", "America/New_York"),
        ("DTSTART;TZID=Eastern Standard Time:20260727T090000", EASTERN.format(name="Eastern Standard Time"), "2026-07-27T13:00", "America/New_York"),
        ("DTSTART;TZID=Customized Time Zone:20260727T090000", EASTERN.format(name="Customized Time Zone"), "2026-07-27T13:00", ""),
        ("DTSTART;TZID=Customized Time Zone:20260115T080000", EASTERN.format(name="Customized Time Zone"), "2026-01-15T13:00", ""),
        ("DTSTART;TZID=Mine:20260308T023000", EASTERN.format(name="Mine"), "2026-03-08T07:30", ""),
        ("DTSTART;TZID=Mine:20261101T013000", EASTERN.format(name="Mine"), "2026-11-01T05:30", ""),
        ("DTSTART;TZID=America/New_York:20260308T023000", "", "2026-03-08T07:30", "America/New_York"),
        ("DTSTART;TZID=America/New_York:20261101T013000", "", "2026-11-01T05:30", "America/New_York"),
        ('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20261127T140000', "", "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20261127T130000", "", "2026-11-27T13:00", "UTC"),
        ("DTSTART:20261127T140000", "X-WR-TIMEZONE:Europe/Berlin\n", "2026-11-27T13:00", "Europe/Berlin"),
        ("DTSTART:2026-11-27T14:00:00+01:00", "", "2026-11-27T13:00", ""),
        ("dtstart;value=DATE-TIME;tzid=Asia/Kathmandu:20261127T184500", "", "2026-11-27T13:00", "Asia/Kathmandu"),
    ],
)  # fmt: skip
def test_the_instant_is_exact(start: str, around: str, instant: str, zone: str) -> None:
    found = only(event(start, around=around))
    assert found.starts == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert (found.timezone, found.floating, found.problem) == (zone, False, "")


def test_an_unknown_zone_is_asked_for_and_never_taken_for_utc() -> None:
    found = only(event("DTSTART;TZID=Mars/Olympus:20261127T140000\nDURATION:PT1H"))
    assert (found.starts, found.ends, found.unknown_zone) == (None, None, "Mars/Olympus")
    assert str(found.wall_starts) == "2026-11-27 14:00:00"
    assert str(found.wall_ends) == "2026-11-27 15:00:00"
    assert "Mars/Olympus" in found.problem


def test_floating_and_whole_days_are_in_the_users_zone() -> None:
    floating = only(event("DTSTART:20261127T140000\nDTEND:20261127T150000"))
    assert (floating.starts, floating.floating) == (datetime(2026, 11, 27, 13, tzinfo=UTC), True)
    day = only(event("DTSTART;VALUE=DATE:20261127"))
    assert (day.starts, day.ends, day.all_day) == (
        datetime(2026, 11, 26, 23, tzinfo=UTC),
        datetime(2026, 11, 27, 23, tzinfo=UTC),
        True,
    )


def test_people_place_and_link_are_told() -> None:
    found = only(
        event(
            "DTSTART:20261127T130000Z\nSUMMARY:Interview\\, round 1\nLOCATION:Room 4\n"
            'ORGANIZER;CN="Lee, Dana":MAILTO:dana@northwind.example\n'
            "ATTENDEE;CN=robin@mail.example:mailto:robin@mail.example\n"
            "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@northwind.example\n"
            "DESCRIPTION:See https://northwind.example/map\\nJoin https://us02web.zoom.us/j/1?pwd=a.\nSEQUENCE:4\n"
            "STATUS:CONFIRMED\nDTSTAMP:20261120T100000Z"
        )
    )
    assert (found.summary, found.location, found.url) == (
        "Interview, round 1",
        "Room 4",
        "https://us02web.zoom.us/j/1?pwd=a",
    )
    assert found.organizer == Attendee("Lee, Dana", "dana@northwind.example")
    assert found.attendees == (Attendee("", "robin@mail.example"),)
    assert (found.sequence, found.status, found.stamped) == (4, "CONFIRMED", datetime(2026, 11, 20, 10, tzinfo=UTC))


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_folds_and_raw_breaks_in_a_text(end: str) -> None:
    text = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDESCRIPTION;LANGUAGE=en:Dear Robin,\n\nplease dial in.\nPasscode: 1234\n"
        "Phone: 12\nSUMMARY:Inter\n view\nDTSTART:20261127T13\n\t0000Z\nEND:VEVENT\n"
    )
    found = only(text.replace("\n", end).encode())
    assert (found.summary, found.starts) == ("Interview", datetime(2026, 11, 27, 13, tzinfo=UTC))
    assert found.description.split("\n") == ["Dear Robin,", "please dial in.", "Passcode: 1234", "Phone: 12"]


def test_encodings_and_huge_numbers() -> None:
    latin = event("DTSTART:20261127T130000Z\nSUMMARY:Gespräch\nSEQUENCE:99999999999999").decode().encode("latin-1")
    assert (only(latin).summary, only(latin).sequence) == ("Gespräch", 99999999999999)
    assert only(b"\xef\xbb\xbf" + event("DTSTART:20261127T130000Z")).starts is not None
    assert only(event("DTSTART:20261127T130000Z").decode().encode("utf-16")).starts is not None
    assert only(event("DTSTART:20261127T130000Z\nSEQUENCE:-1")).sequence == 0


@pytest.mark.parametrize("start", ["DTSTART:soon", "DTSTART:20261327T130000Z", "DTSTART:00000000T000000", "DTSTART:"])
def test_a_time_that_cannot_be_read_is_said_and_the_rest_is_kept(start: str) -> None:
    found = only(event(f"{start}\nSUMMARY:Interview"))
    assert (found.starts, found.summary) == (None, "Interview")
    assert found.problem


@pytest.mark.parametrize(
    "lines",
    [
        "DTSTART:99991231T235959Z\nDURATION:P999999W",
        "DTSTART;TZID=Europe/Berlin:00010101T000000",
        "DTSTART;TZID=America/New_York:99991231T235959",
        "DTSTART:20261127T130000Z\nDURATION:-PT1H",
        "DTSTART:20261127T130000Z\nDTEND:19700101T000000Z",
        "DTSTART:20261127T130000Z\nRRULE:FREQ=SECONDLY;COUNT=999999999",
    ],
)
def test_the_ends_of_time_and_rules_without_end_crash_nothing(lines: str) -> None:
    assert only(event(lines)).uid == "1"


def test_a_repeating_event_is_its_first_time_and_says_so() -> None:
    found = only(event("DTSTART:20261127T130000Z\nRRULE:FREQ=WEEKLY"))
    assert found.problem == "it repeats; the first time is taken"


def test_of_several_versions_the_latest_counts_and_others_are_merged() -> None:
    versions = "".join(
        f"BEGIN:VEVENT\nUID:1\nSEQUENCE:{sequence}\nDTSTAMP:202611{stamp:02}T100000Z\nDTSTART:202612{day:02}T100000Z\nEND:VEVENT\n"
        for sequence, stamp, day in ((0, 20, 1), (1, 10, 2), (1, 11, 3), (0, 25, 4))
    )
    found = read_calendar("a.ics", f"BEGIN:VCALENDAR\n{versions}END:VCALENDAR".encode(), BERLIN)
    assert [each.starts.day for each in found.interviews if each.starts] == [3]
    assert (found.rows, found.merged) == (3, 3)


def test_what_is_no_event_is_reported_with_its_line() -> None:
    data = b"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VTODO\nUID:2\nEND:VTODO\nBEGIN:VEVENT\nUID:3\nEND:VEVENT\nEND:VCALENDAR\n"
    invitations, reported, merged = invitations_of(data, BERLIN)
    assert (invitations, merged) == ((), 0)
    assert [(row.line, row.reason) for row in reported] == [(3, "VTODO is no event"), (6, "the event has no start")]


def test_two_calendars_in_one_file_keep_their_own_zones() -> None:
    one = event("DTSTART;TZID=Mine:20260727T090000", around=EASTERN.format(name="Mine"))
    other = event("DTSTART;TZID=Mine:20260727T090000", uid="UID:2\n")
    first, second = read_calendar("a.ics", one + other, BERLIN).interviews
    assert first.starts is not None
    assert second.unknown_zone == "Mine"


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCALENDAR\r\n" * 100_000,
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nUID:1\nDTSTART:20260101T100000Z\nEND:VEVENT\n" * 501,
        event("DTSTART:20260101T100000Z\nDESCRIPTION:" + "x" * 3_000_000),
        event("DTSTART:20260101T100000Z\nDESCRIPTION:" + "x\n " * 300_000),
        event("DTSTART:20260101T100000Z\n" + "ATTENDEE;CN=x:mailto:a@b.c\n" * 100_000),
        event("DTSTART;TZID=Mine:20260101T100000", around=EASTERN.format(name="Mine") * 400),
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;" + b'X="' * 200_000 + b":20260101T100000Z",
    ],
)
def test_bombs_end_in_an_event_or_a_sentence(data: bytes) -> None:
    try:
        assert len(read_calendar("a.ics", data, BERLIN).interviews) <= 1
    except ImportFileError as error:
        assert "Export" in str(error)  # noqa: PT017 - either is right


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_crash_it(data: bytes) -> None:
    found = read_calendar("a.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101T100000Z\n" + data, BERLIN)
    assert found.kind == "ics"


def test_it_is_told_by_how_it_begins() -> None:
    assert looks_like_calendar(b"\xef\xbb\xbf\r\n\r\nBEGIN:VCALENDAR\r\n")
    assert looks_like_calendar("BEGIN:VCALENDAR\n".encode("utf-16"))
    assert not looks_like_calendar(b"Subject: x\n\nBEGIN:VCALENDAR\n")
    assert not looks_like_calendar(b"Company,Role\nBEGIN:VCALENDAR,x\n")


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the real files are kept apart")
@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("exchange_teams_request_weurope", "2020-11-24T10:00"),
        ("outlook_eastern_quoted_tzid", "2024-10-28T21:00"),
        ("exchange_bad_ms_tz", "2020-08-25T14:35"),
        ("exchange_request_zoom_raw_newlines", "2024-09-23T08:00"),
        ("apple_statuses", "2022-07-04T23:00"),
    ],
)
def test_real_files_come_out_right(name: str, starts: str) -> None:
    found = read_calendar(name, (FIXTURES / f"{name}.ics").read_bytes(), BERLIN)
    assert found.interviews[0].starts == datetime.fromisoformat(starts).replace(tzinfo=UTC)
    assert found.interviews[0].floating is (name == "exchange_request_zoom_raw_newlines")
