"""The hunt as a calendar: the same fields when read back, by another reader and by ours; no line of anybody's own."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, cast
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.etiquette.from_them import ReplyBy
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, Person, Snooze, StepName
from app.etiquette.stages import Stage
from app.etiquette.text import clean, clean_lines
from app.exchange.calendars import read_calendar
from app.exchange.calendars.writing.content_lines import content_line, duration, text
from app.exchange.calendars.writing.document import ics_document
from app.exchange.calendars.writing.revisions import Revision
from app.exchange.calendars.writing.zones import zone_definition
from app.hunt.sample import sample_hunt
from app.storage.numbering import numbered

BERLIN = ZoneInfo("Europe/Berlin")
POLICY = Policy(zone=BERLIN)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
STARTS = NOW - timedelta(hours=20)
HELD = Interview(7, 1, STARTS, STARTS + timedelta(hours=1), "Europe/London", "video", "Room 4", (3,), uid="i7")
DANA = Person(3, "Dana", "Lee", uid="p3")
INTERVIEWED = Application(
    5, "Northwind", "Data Engineer", Stage.INTERVIEWED, people=(DANA,), interviews=(HELD,), added=NOW, uid="a5"
)
TEXT = st.text(
    st.one_of(st.sampled_from('\r\n;,\\:"nN \t\x1b\x00\x85\u2028é漢👩'), st.characters(codec="utf-8")), max_size=120
)


def hunt() -> list[Application]:
    """Return the sample hunt as if it had been stored, its interviews in another zone."""
    stored, ids = [], count(1)
    for number, (application, _) in enumerate(sample_hunt(POLICY, NOW), 1):
        abroad = tuple(replace(interview, timezone="America/New_York") for interview in application.interviews)
        stored.append(numbered(replace(application, id=number, interviews=abroad), lambda _: next(ids)))
    return stored


def _read(document: bytes) -> Any:
    return icalendar.Calendar.from_ical(document)


def by_uid(document: bytes) -> dict[str, Any]:
    """Return the events that icalendar reads in a document."""
    events = _read(document).walk("VEVENT")
    named = {str(event["UID"]): event for event in events}
    assert len(named) == len(events)
    return named


def test_interviews_steps_windows_and_days_are_events() -> None:
    application = replace(INTERVIEWED, reply_by=ReplyBy(date(2026, 12, 4), stated=True))
    events = by_uid(ics_document([application], POLICY, NOW))
    assert {uid.split("@")[0]: str(event["SUMMARY"]) for uid, event in events.items()} == {
        "i7": "Northwind: interview, round 1",
        "reply-by-a5": "Northwind: they said they would decide",
        "step-a5-debrief-i7": "Northwind: Debrief",
        "window-a5-debrief-i7": "Northwind: Debrief (open)",
        "step-a5-thank-p3-i7": "Northwind: Thank Dana Lee",
        "window-a5-thank-p3-i7": "Northwind: Thank Dana Lee (open)",
        "step-a5-follow_up-p3": "Northwind: Follow up",
        "window-a5-follow_up-p3": "Northwind: Follow up (open)",
    }
    interview = events["i7@afterword.invalid"]
    assert interview["DTSTART"].params["TZID"] == "Europe/London"
    assert (interview["DTSTART"].dt, interview["DTEND"].dt) == (HELD.starts, HELD.ends)
    assert (str(interview["LOCATION"]), str(interview["DESCRIPTION"])) == ("Room 4", "Data Engineer\nvideo\nDana Lee")
    assert (interview["STATUS"], interview["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert [alarm["TRIGGER"].dt for alarm in interview.walk("VALARM")] == [timedelta(hours=-1)]
    day = events["reply-by-a5@afterword.invalid"]
    assert (day["DTSTART"].dt, day["DTEND"].dt) == (date(2026, 12, 4), date(2026, 12, 5))
    window = events["window-a5-thank-p3-i7@afterword.invalid"]
    assert window["DTSTART"].dt == STARTS + timedelta(hours=2)
    assert window["TRANSP"] == "TRANSPARENT"


def test_what_a_subscriber_needs_is_in_the_head() -> None:
    calendar = _read(ics_document([], POLICY, NOW))
    assert (calendar["NAME"], calendar["X-WR-CALNAME"]) == ("Afterword", "Afterword")
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert (calendar["X-PUBLISHED-TTL"], "METHOD" in calendar) == ("PT1H", False)


def test_a_cancelled_interview_says_so_and_reminds_nobody() -> None:
    ahead = replace(
        HELD, starts=NOW + timedelta(days=1), ends=None, status=InterviewStatus.CANCELLED, calendar_uid="abc@x"
    )
    event = by_uid(ics_document([replace(INTERVIEWED, interviews=(ahead,))], POLICY, NOW))["abc@x"]
    assert (event["STATUS"], event["TRANSP"], event.walk("VALARM")) == ("CANCELLED", "TRANSPARENT", [])
    assert event["DTEND"].dt - event["DTSTART"].dt == POLICY.assumed_length


def test_two_interviews_of_one_uid_do_not_collide_and_a_snoozed_step_waits() -> None:
    twice = (replace(HELD, calendar_uid="abc@x"), replace(HELD, id=8, round=2, uid="i8", calendar_uid="abc@x"))
    until = NOW + timedelta(days=1)
    application = replace(INTERVIEWED, interviews=twice, snoozes=(Snooze(1, StepName.THANK, 3, until),))
    events = by_uid(ics_document([application], POLICY, NOW))
    assert {"abc@x", "i8@afterword.invalid"} <= events.keys()
    thank = next(event for uid, event in events.items() if uid.startswith("step-a5-thank-p3"))
    assert thank["DTSTART"].dt == until
    later = by_uid(ics_document([application], POLICY, NOW + timedelta(days=1, hours=1)))
    assert next(event for uid, event in later.items() if uid.startswith("step-a5-thank-p3"))["DTSTART"].dt == until


def test_our_own_reader_finds_the_same_instants() -> None:
    document = ics_document(hunt(), POLICY, NOW)
    events = by_uid(document)
    contents = read_calendar("a.ics", document, ZoneInfo("Asia/Tokyo"))
    assert (contents.rows, contents.notes, len(contents.interviews)) == (0, (), len(events))
    timed = [invitation for invitation in contents.interviews if not invitation.all_day]
    assert len(timed) > 20
    for invitation in timed:
        event = events[invitation.uid]
        assert (invitation.starts, invitation.ends) == (event["DTSTART"].dt, event["DTEND"].dt)
        assert (invitation.summary, invitation.description) == (event["SUMMARY"], event.get("DESCRIPTION", ""))
    assert {invitation.timezone for invitation in contents.interviews} == {"America/New_York", "UTC", ""}


def test_lines_are_folded_at_75_octets() -> None:
    document = ics_document([replace(INTERVIEWED, company="漢" * 200)], POLICY, NOW)
    assert b"\r\n" in document
    assert max(len(line) for line in document.split(b"\r\n")) <= 75
    assert not re.search(rb"(?<!\r)\n", document)


@settings(max_examples=200, deadline=None)
@given(value=TEXT)
def test_a_line_is_what_another_writer_of_calendars_makes_of_it(value: str) -> None:
    value = clean_lines(value)
    line = cast(Any, icalendar.parser.Contentline)(f"SUMMARY:{text(value)}")
    assert content_line("SUMMARY", text(value)) == line.to_ical() + b"\r\n"


@pytest.mark.parametrize("minutes", [0, 1, -15, 60, -60, 540, 24 * 60, 25 * 60 + 5, -(3 * 24 * 60 + 1)])
def test_a_duration_reads_back(minutes: int) -> None:
    length, reader = timedelta(minutes=minutes), cast(Any, icalendar.vDuration)
    assert reader.from_ical(duration(length)) == length


@settings(max_examples=60, deadline=None)
@given(company=TEXT, role=TEXT, place=TEXT, uid=TEXT)
@example(company="C:\\New\\name", role="a\\nb", place="x\r\nATTENDEE:mailto:a@b", uid="u\nEND:VEVENT\nBEGIN:VEVENT")
@example(company="\\", role="\\\\N;", place=",;\\,", uid="\x1b]0;x\x07\x00")
def test_no_text_breaks_out_of_its_field(company: str, role: str, place: str, uid: str) -> None:
    interview = replace(HELD, location=place, calendar_uid=uid, kind="", met=())
    application = replace(INTERVIEWED, company=company, role=role, interviews=(interview,), people=())
    document = ics_document([application], POLICY, NOW)
    names = {re.split(rb"[;:]", line)[0].decode() for line in document.replace(b"\r\n ", b"").split(b"\r\n") if line}
    assert names <= {
        "BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL",
        "TZID", "DTSTART", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "DTSTAMP", "LAST-MODIFIED",
        "SEQUENCE", "SUMMARY", "DTEND", "UID", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "ACTION", "TRIGGER",
    }  # fmt: skip
    assert not set(document) & (set(range(32)) - {9, 10, 13} | {127})
    event = next(iter(by_uid(document).values()))
    assert str(event["SUMMARY"]) == clean(f"{company}: interview, round 1")
    assert str(event.get("DESCRIPTION", "")) == clean_lines(role)
    assert str(event.get("LOCATION", "")) == clean(place)
    assert str(event["UID"]) == (clean(uid) or "i7@afterword.invalid")


@pytest.mark.parametrize(
    ("starts", "timezone", "written"),
    [
        (datetime(2026, 7, 1, 12, tzinfo=UTC), "America/New_York", "DTSTART;TZID=America/New_York:20260701T080000"),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "America/New_York", "DTSTART:20261101T053000Z"),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "America/New_York", "DTSTART:20261101T063000Z"),
        (datetime(2026, 7, 1, 12, tzinfo=UTC), "Nowhere/Else", "DTSTART:20260701T120000Z"),
        (datetime(2026, 7, 1, 12, tzinfo=UTC), "UTC", "DTSTART:20260701T120000Z"),
        (datetime(1950, 7, 1, 12, tzinfo=UTC), "Europe/London", "DTSTART:19500701T120000Z"),
        (datetime(9999, 12, 31, 23, tzinfo=UTC), "Asia/Tokyo", "DTSTART:99991231T230000Z"),
    ],
)
def test_a_time_is_written_by_its_own_clock_where_that_is_unmistakable(
    starts: datetime, timezone: str, written: str
) -> None:
    interview = replace(HELD, starts=starts, ends=None, timezone=timezone, status=InterviewStatus.HELD)
    document = ics_document([replace(INTERVIEWED, interviews=(interview,), archived=True)], POLICY, NOW)
    assert written in document.decode().split("\r\n")
    assert read_calendar("a.ics", document, BERLIN).interviews[0].starts == starts


@pytest.mark.parametrize("name", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca",
                                  "Asia/Kathmandu", "America/Sao_Paulo", "Europe/Dublin"])  # fmt: skip
def test_a_zone_is_defined_as_it_is(name: str) -> None:
    """Judged by dateutil's reader of zones, hour by hour through two years but for the hours around a change."""
    zone = ZoneInfo(name)
    document = b"BEGIN:VCALENDAR\r\n" + zone_definition(name, 2018, 2019) + b"END:VCALENDAR\r\n"
    defined = tzical(io.StringIO(document.decode())).get(name)
    first = datetime(2018, 1, 1, tzinfo=UTC)
    for hours in range(0, 2 * 365 * 24, 5):
        local = (first + timedelta(hours=hours)).astimezone(zone)
        around = {(local + timedelta(hours=n)).utcoffset() for n in range(-3, 4)}
        around |= {(first + timedelta(hours=hours + n)).astimezone(zone).utcoffset() for n in range(-3, 4)}
        if len(around) == 1:
            assert local.replace(tzinfo=defined).utcoffset() == local.utcoffset(), local


def test_the_clock_changes_at_the_hour_before_it() -> None:
    lines = zone_definition("Europe/Berlin", 2026, 2026).decode().split("\r\n")
    assert "DTSTART:20250330T020000" in lines
    assert "DTSTART:20251026T030000" in lines
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in lines


def test_revisions_grow_from_what_was_written_and_what_was_done() -> None:
    first = ics_document([INTERVIEWED], POLICY, NOW, {5: Revision(3, NOW)})
    assert by_uid(first)["i7@afterword.invalid"]["SEQUENCE"] == 3
    later = NOW + timedelta(hours=2)
    moved = replace(INTERVIEWED, interviews=(replace(HELD, location="Room 5"),))
    same_verb = ics_document([moved], POLICY, later, {5: Revision(3, NOW)}, first)
    event = by_uid(same_verb)["i7@afterword.invalid"]
    assert (event["SEQUENCE"], event["DTSTAMP"].dt) == (4, later)
    again = ics_document([moved], POLICY, later + timedelta(hours=1), {5: Revision(9, NOW)}, same_verb)
    assert by_uid(again)["i7@afterword.invalid"]["SEQUENCE"] == 4
    assert again == same_verb


def test_an_update_from_its_organizer_keeps_its_sequence() -> None:
    invited = replace(INTERVIEWED, interviews=(replace(HELD, calendar_uid="abc@x", sequence=2**40),))
    assert by_uid(ics_document([invited], POLICY, NOW))["abc@x"]["SEQUENCE"] == 2**31 - 1
    invited = replace(INTERVIEWED, interviews=(replace(HELD, calendar_uid="abc@x", sequence=12),))
    first = ics_document([replace(invited, interviews=(replace(HELD, calendar_uid="abc@x"),))], POLICY, NOW)
    assert by_uid(ics_document([invited], POLICY, NOW, {}, first))["abc@x"]["SEQUENCE"] == 12


@pytest.mark.parametrize(
    ("zone", "starts", "written"),
    [
        ("America/New_York", "2026-11-01T05:30:00+00:00", "DTSTART:20261101T053000Z"),
        ("America/New_York", "2026-11-01T06:30:00+00:00", "DTSTART:20261101T063000Z"),
        ("Europe/Berlin", "2026-10-25T00:00:00+00:00", "DTSTART:20261025T000000Z"),
        ("Australia/Lord_Howe", "2026-04-04T14:45:00+00:00", "DTSTART:20260404T144500Z"),
        ("America/New_York", "2026-11-01T04:30:00+00:00", "DTSTART;TZID=America/New_York:20261101T003000"),
        ("America/New_York", "2026-11-01T07:00:00+00:00", "DTSTART;TZID=America/New_York:20261101T020000"),
    ],
)
def test_a_time_that_the_clock_shows_twice_is_written_in_utc(zone: str, starts: str, written: str) -> None:
    moment = datetime.fromisoformat(starts)
    interview = replace(HELD, starts=moment, ends=moment + timedelta(hours=3), timezone=zone)
    document = ics_document([replace(INTERVIEWED, interviews=(interview,))], POLICY, moment)
    assert f"\r\n{written}\r\n".encode() in document


@pytest.mark.parametrize(("ends", "written"), [(None, "20261202"), (datetime(2026, 12, 4, tzinfo=UTC), "20261204")])
def test_an_interview_of_which_only_the_day_is_known_is_an_event_of_whole_days(
    ends: datetime | None, written: str
) -> None:
    interview = replace(
        HELD, starts=datetime(2026, 12, 1, tzinfo=UTC), ends=ends, day_only=True, status=InterviewStatus.PLANNED
    )
    application = replace(INTERVIEWED, stage=Stage.APPLIED, interviews=(interview,))
    document = ics_document([application], POLICY, NOW).decode()
    assert "\r\nDTSTART;VALUE=DATE:20261201\r\n" in document
    assert f"\r\nDTEND;VALUE=DATE:{written}\r\n" in document
    event = by_uid(document.encode())["i7@afterword.invalid"]
    assert event["TRANSP"] == "TRANSPARENT"
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(hours=9)]
    contents = read_calendar("a.ics", document.encode(), BERLIN)
    assert [invitation.all_day for invitation in contents.interviews if invitation.uid.startswith("i7@")] == [True]
