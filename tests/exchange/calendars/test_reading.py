"""Calendars read: what an invitation holds, what is broken and kept all the same, what is reported and why."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.etiquette.errors import ImportFileError
from app.exchange.calendars import invitations_of, looks_like_calendar, read_calendar
from app.exchange.contents import Attendee
from tests.exchange.calendars.writing import BERLIN, calendar, event, only, starting, utc

FIXTURES = Path(__file__).parents[4] / "shared" / "fixtures"
START = "DTSTART:20261127T130000Z"


def test_an_invitation_is_read_whole() -> None:
    lines = (
        "DTSTART;TZID=Europe/London:20261127T143000",
        "DTEND;TZID=Europe/Berlin:20261127T163000",
        "DTSTAMP:20261101T000000Z",
        "SUMMARY;LANGUAGE=en-GB:Interview\\, round 1",
        'ORGANIZER;CN="Lee, Dana";SENT-BY="mailto:ta@northwind.example":MAILTO:dana@northwind.example',
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@northwind.example",
        "ATTENDEE;CN=Robin Vale;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:robin@mail.example",
        "ATTENDEE;CN=robin@mail.example:mailto:ROBIN@mail.example",
        "LOCATION:Room 4",
        "DESCRIPTION:Join: https://zoom.us/j/123?pwd=a\\nSee https://northwind.example",
        "SEQUENCE:3",
        "STATUS:CONFIRMED",
    )
    invitation = only(calendar("METHOD:REQUEST", event(*lines)))
    assert (invitation.starts, invitation.ends) == (utc("2026-11-27T14:30"), utc("2026-11-27T15:30"))
    assert (invitation.timezone, invitation.floating, invitation.all_day, invitation.problem) == (
        "Europe/London",
        False,
        False,
        "",
    )
    assert (invitation.summary, invitation.method, invitation.status, invitation.sequence) == (
        "Interview, round 1",
        "REQUEST",
        "CONFIRMED",
        3,
    )
    assert invitation.organizer == Attendee("Lee, Dana", "dana@northwind.example")
    assert invitation.attendees == (Attendee("Robin Vale", "robin@mail.example"),)
    assert (invitation.location, invitation.url) == ("Room 4", "https://zoom.us/j/123?pwd=a")
    assert (invitation.stamped, invitation.uid) == (utc("2026-11-01"), "1@x.example")


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("ORGANIZER:mailto:a@b.example", Attendee("", "a@b.example")),
        ("ORGANIZER;CN=Dana Lee;EMAIL=a@b.example:/principals/42/", Attendee("Dana Lee", "a@b.example")),
        ("ORGANIZER;CN=Dana Lee:invalid:nomail", Attendee("Dana Lee", "")),
        ('ORGANIZER;CN="Dana "Dee" Lee":mailto:a@b.example', Attendee("Dana", "a@b.example")),
        ("ORGANIZER;CN='Dana Lee':MailTo:a@b.example", Attendee("Dana Lee", "a@b.example")),
        ('ORGANIZER;CN="İpek İnan:MAILTO:a@b.example', Attendee("İpek İnan", "a@b.example")),
        ("ORGANIZER;CN=Dana ^'Dee^' Lee:mailto:a%40b.example", Attendee('Dana "Dee" Lee', "a@b.example")),
        ("ORGANIZER;CN=Lee\\, Dana:mailto:a@b.example?subject=x", Attendee("Lee, Dana", "a@b.example")),
        ("ORGANIZER;CN=\x1b[31mDana:mailto:a@b.example", Attendee("␛[31mDana", "a@b.example")),
        ("ORGANIZER:Dana Lee", Attendee("Dana Lee", "")),
        ("ORGANIZER:Dana Lee <a@b.example>", Attendee("", "a@b.example")),
        ("ORGANIZER;CN=Dana Lee <a@b.example>:invalid:nomail", Attendee("Dana Lee", "a@b.example")),
        ("ORGANIZER;CN=a@b.example:mailto:", Attendee("", "a@b.example")),
        ("ORGANIZER;CN=Dana Lee:mailto:a(at)b.example", Attendee("Dana Lee", "")),
        ("ORGANIZER:urn:uuid:1", None),
        ("ORGANIZER:", None),
        ("ORGANIZER:mailto:", None),
    ],
)
def test_who_invites_is_told_however_it_is_written(line: str, person: Attendee | None) -> None:
    assert only(calendar(event(START, line))).organizer == person


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        (["LOCATION:https://northwind.example/room", "DESCRIPTION:https://us02web.zoom.us/j/1?pwd=a."],
         "https://us02web.zoom.us/j/1?pwd=a"),
        (["DESCRIPTION:Call https://zoom.us/u/ab or join https://zoom.us/j/7"], "https://zoom.us/j/7"),
        (["DESCRIPTION:<https://teams.microsoft.com/l/meetup-join/19%3ameeting>"],
         "https://teams.microsoft.com/l/meetup-join/19%3ameeting"),
        (["X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", "LOCATION:Room 4"],
         "https://meet.google.com/abc-defg-hij"),
        (["X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/1", "URL:https://x.example"],
         "https://teams.microsoft.com/l/meetup-join/1"),
        (["CONFERENCE;VALUE=URI:https://chat.example/audio?id=1", "DESCRIPTION:hi"], "https://chat.example/audio?id=1"),
        (['DESCRIPTION:<a href="https://acme.webex.com/meet/dana">Join</a>'], "https://acme.webex.com/meet/dana"),
        (["DESCRIPTION:https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F5&data=x"],
         "https://zoom.us/j/5"),
        (["DESCRIPTION:see (https://x.example/a_(b)) or (https://y.example)."], "https://x.example/a_(b)"),
        (["URL:https://x.example"], "https://x.example"),
        (["URL:http://x.example", "DESCRIPTION:zoom.us"], ""),
        (["URL:javascript:alert(1)", "LOCATION:https://[bad"], ""),
    ],
)  # fmt: skip
def test_the_link_to_join_by(lines: list[str], url: str) -> None:
    assert only(calendar(event(START, *lines))).url == url


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("DESCRIPTION:a\\nb\\N c\\, d\\; e \\\\n", "a\nb\n c, d; e \\n"),
        ("DESCRIPTION:<html><head><title>x</title><style>p{}</style></head><body><p>Dear&nbsp;Robin,<br>see"
         " you</p><!-- <p>no</p> --><div>A &amp; B</div></body></html>", "Dear Robin,\nsee you\n\nA & B"),
        ("DESCRIPTION:1 < 2 and <https://x.example> stays", "1 < 2 and <https://x.example> stays"),
        ("X-ALT-DESC;FMTTYPE=text/html:<p>see https://x.example</p>", "see https://x.example"),
        ("DESCRIPTION:one\\n\\n\\n\\n\\ntwo  \\n", "one\n\ntwo"),
        ("DESCRIPTION:\x1b]0;x\x07", "␛]0;x␇"),
        ("DESCRIPTION:" + "x" * 20_000, "x" * 10_000),
    ],
)  # fmt: skip
def test_the_description_is_plain_text(line: str, text: str) -> None:
    assert only(calendar(event(START, line))).description == text


def test_raw_line_breaks_belong_to_their_text() -> None:
    text = (
        "DESCRIPTION;LANGUAGE=en:\nDear Robin,\n\nplease dial in.\nPasscode: 1234\nhttps://zoom.us/j/1\n"
        "Location: the moon\nAGENDA: you\nSUMMARY:Interview\nORGANIZER;CN=Dana:mailto:dana@\nnorthwind.example\n"
    )
    invitation = only(calendar(event(START, text.rstrip("\n"))))
    assert invitation.description.split("\n") == [
        "Dear Robin,", "", "please dial in.", "Passcode: 1234", "https://zoom.us/j/1", "Location: the moon",
        "AGENDA: you",
    ]  # fmt: skip
    assert (invitation.summary, invitation.location, invitation.organizer) == (
        "Interview",
        "",
        Attendee("Dana", "dana@northwind.example"),
    )


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_end_and_folds_within_a_letter_or_before_a_colon(end: str) -> None:
    words = "Gespräch über Größe".encode()
    cut = words.index("ä".encode()) + 1
    text = calendar(event("DTSTART\n :20261127T13\n\t0000Z", "SUMMARY:X\n Y  \n  z")).replace(b"\r\n", b"\n")
    text = text.replace(b"X\n Y", words[:cut] + b"\n " + words[cut:])
    invitation = only(text.replace(b"\n", end.encode()))
    assert (invitation.summary, invitation.starts) == ("Gespräch über Größe z", utc("2026-11-27T13:00"))


def test_encodings() -> None:
    text = calendar(event(START, "SUMMARY:Gespräch", "LOCATION:Zürich")).decode()
    for data in (text.encode("utf-8-sig"), text.encode("utf-16"), text.encode("utf-16-le"), text.encode("latin-1")):
        assert (only(data).summary, only(data).location) == ("Gespräch", "Zürich")
    mixed = text.encode().replace("Zürich".encode(), "Zürich".encode("latin-1"))
    assert (only(mixed).summary, only(mixed).location) == ("Gespräch", "Zürich")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261127T130000Z\nBEGIN:VEVENT\nUID:2\nDTSTART:20261128", 2),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nUID:a\nDTSTART:x\nEND:VEVENT\nEND:VCALENDAR", 0),
        ("BEGIN:VEVENT\nUID:1\nDTSTART:20261127T130000Z\nEND:VEVENT", 1),
        ("BEGIN:VCALENDAR\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nDTSTART:20261127T130000Z\nEND:VCALENDAR\nEND:VCALENDAR", 1),
        ("begin:vcalendar\nbegin:vevent\nuid:1\ndtstart:20261127T130000Z\nend:vevent\nend:vcalendar", 1),
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261127T130000Z\nBEGIN:VLOCATION\nUID:9\nNAME:x\nEND:VLOCATION\n"
         "SUMMARY:kept\nEND:VEVENT\nEND:VCALENDAR", 1),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261127T130000Z", 1),
    ],
)  # fmt: skip
def test_missing_and_misplaced_ends_lose_no_event(text: str, count: int) -> None:
    invitations, reported, merged = invitations_of(text.encode(), BERLIN)
    assert [invitation.starts is not None for invitation in invitations] == [True] * count
    assert (len(reported), merged) == (0 if count else 1, 0)
    assert all(invitation.uid in ("1", "2") for invitation in invitations)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("DTSTART:soon", "“soon” is not a date and time"),
        ("DTSTART:20261327T130000Z", "not a date and time"),
        ("DTSTART:00000101T000000Z", "not a date and time"),
        ("DTSTART;TZID=Asia/Tokyo:00010101T000000", "outside the years"),
        ("DTSTART;TZID=America/New_York:99991231T235959", "outside the years"),
        ("DTSTART:", "not a date and time"),
    ],
)
def test_a_start_that_cannot_be_read_is_said_and_the_rest_is_kept(start: str, words: str) -> None:
    invitation = only(calendar(event(start, "SUMMARY:Interview")))
    assert (invitation.starts, invitation.ends, invitation.summary, invitation.unknown_zone) == (
        None,
        None,
        "Interview",
        "",
    )
    assert words in invitation.problem


@pytest.mark.parametrize(
    ("lines", "ends", "words"),
    [
        (["DTEND:20261127T140000Z", "DURATION:PT3H"], "2026-11-27T14:00", ""),
        (["DURATION:PT90M"], "2026-11-27T14:30", ""),
        (["DURATION:P1W"], "2026-12-04T13:00", ""),
        ([], None, ""),
        (["DTEND:20261127T130000Z"], None, ""),
        (["DTEND:19700101T000000Z"], None, "end before it starts"),
        (["DURATION:-PT1H"], None, "end before it starts"),
        (["DURATION:P99999999999999D"], None, "cannot be read"),
        (["DURATION:P3000000D"], None, "outside the years"),
        (["DURATION:an hour"], None, "cannot be read"),
        (["DTEND;TZID=Nowhere:20261127T150000"], None, "“Nowhere” isn't recognized"),
        (["DTEND:later"], None, "not a date and time"),
    ],
)
def test_when_it_ends(lines: list[str], ends: str | None, words: str) -> None:
    invitation = only(calendar(event(START, *lines)))
    assert (invitation.starts, invitation.ends) == (utc("2026-11-27T13:00"), utc(ends) if ends else None)
    assert words in invitation.problem
    assert bool(words) == bool(invitation.problem)


def test_days_of_a_length_are_those_of_the_calendar_and_hours_those_of_the_clock() -> None:
    """Over the night of 28 March the clock in Berlin leaves one hour out."""
    start = "DTSTART;TZID=Europe/Berlin:20260328T120000"
    assert only(calendar(event(start, "DURATION:P1D"))).ends == utc("2026-03-29T10:00")
    assert only(calendar(event(start, "DURATION:PT24H"))).ends == utc("2026-03-29T11:00")


def test_whole_days_begin_and_end_with_the_users_day() -> None:
    day = starting("DTSTART;VALUE=DATE:20260329")
    assert (day.starts, day.ends) == (utc("2026-03-28T23:00"), utc("2026-03-29T22:00"))
    assert (day.all_day, day.floating, day.problem) == (True, True, "")
    days = only(calendar(event("DTSTART:20261127", "DTEND;VALUE=DATE:20261129")))
    assert (days.starts, days.ends) == (utc("2026-11-26T23:00"), utc("2026-11-28T23:00"))
    assert starting("DTSTART;VALUE=DATE:20260329T140000Z").all_day is False


@pytest.mark.parametrize(
    "rule", ["RRULE:FREQ=WEEKLY", "RRULE:FREQ=SECONDLY;COUNT=999999999", "RDATE:20261128T130000Z", "RRULE:nonsense"]
)
def test_a_repeating_event_is_its_first_date_and_says_so(rule: str) -> None:
    invitation = only(calendar(event(START, rule)))
    assert (invitation.starts, invitation.repeats) == (utc("2026-11-27T13:00"), True)
    assert "repeats" in invitation.problem


def test_a_changed_date_of_a_repeating_event_counts_when_it_differs() -> None:
    weekly = event("DTSTART;TZID=Europe/Berlin:20261127T140000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY", "SUMMARY:Talk")
    same = event("RECURRENCE-ID;TZID=Europe/Berlin:20261204T140000", "DTSTART:20261204T130000Z", "DURATION:PT1H",
                 "SUMMARY:Talk")  # fmt: skip
    moved = event("RECURRENCE-ID:20261211T130000Z", "DTSTART:20261211T150000Z", "DURATION:PT1H", "SUMMARY:Talk")
    off = event("RECURRENCE-ID:20261218T130000Z", "DTSTART:20261218T130000Z", "DURATION:PT1H", "SUMMARY:Talk",
                "STATUS:CANCELLED")  # fmt: skip
    contents = read_calendar("a.ics", calendar(moved, weekly, same, off), BERLIN)
    assert [(invitation.uid, invitation.starts, invitation.instance) for invitation in contents.interviews] == [
        ("1@x.example/20261211T130000Z", utc("2026-12-11T15:00"), utc("2026-12-11T13:00")),
        ("1@x.example", utc("2026-11-27T13:00"), None),
        ("1@x.example/20261218T130000Z", utc("2026-12-18T13:00"), utc("2026-12-18T13:00")),
    ]
    assert (contents.rows, contents.merged) == (1, 1)


def test_of_several_versions_the_latest_counts_and_others_are_merged() -> None:
    versions = [
        event(f"SEQUENCE:{sequence}", f"DTSTAMP:202611{stamp}T100000Z", f"DTSTART:202612{day}T100000Z")
        for sequence, stamp, day in ((0, "20", "01"), (1, "10", "02"), (1, "11", "03"), (0, "25", "04"))
    ]
    contents = read_calendar("a.ics", calendar(*versions), BERLIN)
    assert [invitation.starts for invitation in contents.interviews] == [utc("2026-12-03T10:00")]
    assert (contents.rows, contents.merged) == (3, 3)


def test_two_events_that_share_a_uid_are_both_kept() -> None:
    stamp = "DTSTAMP:20261120T100000Z"
    events = [
        event(stamp, f"DTSTART:{start}") for start in ("20261201T100000Z", "20261203T100000Z", "20261201T100000Z")
    ]
    contents = read_calendar("a.ics", calendar(*events), BERLIN)
    assert [(invitation.uid, invitation.starts) for invitation in contents.interviews] == [
        ("1@x.example", utc("2026-12-01T10:00")),
        ("1@x.example/20261203T100000Z", utc("2026-12-03T10:00")),
    ]
    assert contents.merged == 1


def test_who_declined_is_told() -> None:
    lines = ["ATTENDEE;PARTSTAT=DECLINED:mailto:Robin@mail.example", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@mail.example"]
    assert only(calendar(event(START, *lines))).declined_by == ("robin@mail.example",)


def test_an_answer_never_replaces_what_it_answers() -> None:
    asked = calendar("METHOD:REQUEST", event(START, "DTSTAMP:20261120T100000Z", "SEQUENCE:2"))
    answer = calendar(
        "METHOD:REPLY", event("DTSTAMP:20261121T100000Z", "SEQUENCE:2", "ATTENDEE;PARTSTAT=DECLINED:mailto:a@b.example")
    )
    contents = read_calendar("a.ics", asked + answer, BERLIN)
    assert [(invitation.method, invitation.starts) for invitation in contents.interviews] == [
        ("REQUEST", utc("2026-11-27T13:00")),
        ("REPLY", None),
    ]


def test_a_cancellation_needs_no_start_and_the_mail_may_say_the_method() -> None:
    invitations, reported, _ = invitations_of(calendar(event("SEQUENCE:4", "STATUS:CANCELLED")), BERLIN, "cancel")
    assert ([(invitation.method, invitation.status, invitation.sequence) for invitation in invitations], reported) == (
        [("CANCEL", "CANCELLED", 4)],
        (),
    )


def test_events_without_a_uid_are_told_apart_by_what_they_say() -> None:
    one, other = event(START, "SUMMARY:One"), event(START, "SUMMARY:Other")
    data = calendar(one, one, other).replace(b"UID:1@x.example\r\n", b"")
    contents = read_calendar("a.ics", data, BERLIN)
    assert ([invitation.summary for invitation in contents.interviews], contents.merged) == (["One", "Other"], 1)


def test_what_is_no_event_is_reported_with_its_line() -> None:
    data = calendar(
        "BEGIN:VTODO\nUID:2\nSUMMARY:Pack\nEND:VTODO\nBEGIN:VFREEBUSY\nEND:VFREEBUSY", event("SUMMARY:When?")
    )
    contents = read_calendar("a.ics", data, BERLIN)
    assert [row.line for row in contents.reported] == [3, 7, 9]
    assert contents.reported[0].reason == "a task, not an event (Pack): not imported."
    assert "“When?” does not say when it starts" in contents.reported[2].reason
    assert (contents.rows, contents.merged, contents.interviews) == (3, 0, ())


@pytest.mark.parametrize(
    ("line", "sequence"),
    [
        ("SEQUENCE:99999999999", 99999999999),
        ("SEQUENCE:" + "9" * 5000, 2**63 - 1),
        ("SEQUENCE:-1", 0),
        ("SEQUENCE:x", 0),
    ],
)
def test_a_sequence_of_any_size(line: str, sequence: int) -> None:
    assert only(calendar(event(START, line))).sequence == sequence


def test_what_is_said_of_the_whole_file() -> None:
    data = calendar(
        event("DTSTART:20261127T130000", "RRULE:FREQ=DAILY"), event("DTSTART;TZID=Mars:20261127T130000", uid="2")
    )
    notes = " ".join(read_calendar("a.ics", data, BERLIN).notes)
    assert "1 event without a time zone: yours is assumed." in notes
    assert "“Mars” isn't recognized" in notes
    assert "repeat" in notes
    assert "has no events" in read_calendar("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR", BERLIN).notes[0]


def test_what_is_a_calendar_is_told_by_how_it_begins() -> None:
    assert looks_like_calendar(calendar(event(START)))
    assert looks_like_calendar(b"\xef\xbb\xbf\r\n\r\nbegin:vcalendar\r\n")
    assert looks_like_calendar("BEGIN:VCALENDAR\n".encode("utf-16"))
    assert not looks_like_calendar(b"Company,Role\nBEGIN:VCALENDAR,x\n")
    assert not looks_like_calendar(b"From: a@b.example\n\nBEGIN:VCALENDAR\n")
    assert not looks_like_calendar(b"")
    with pytest.raises(ImportFileError, match="It isn't a calendar"):
        read_calendar("a.ics", b"Dear Robin,\nno calendar at all\n", BERLIN)
    assert invitations_of(b"Dear Robin,\n", BERLIN) == ((), (), 0)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"DTSTART;", b"ATTENDEE;CN=", b"RRULE:", b"DESCRIPTION:<p>"]))
def test_no_bytes_crash_it(data: bytes, before: bytes) -> None:
    whole = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101T100000Z\n" + before + data
    contents = read_calendar("a.ics", whole, BERLIN)
    assert contents.rows == contents.merged + len(contents.reported)


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the collection of real files is not on this machine")
@pytest.mark.parametrize(
    ("name", "starts", "floating", "statuses"),
    [
        ("exchange_teams_request_weurope", "2020-11-24T10:00", False, ["CONFIRMED"]),
        ("outlook_eastern_quoted_tzid", "2024-10-28T21:00", False, [""]),
        ("exchange_bad_ms_tz", "2020-08-25T14:35", False, ["CONFIRMED"]),
        ("exchange_request_zoom_raw_newlines", "2024-09-23T08:00", True, ["CONFIRMED"]),
        ("apple_statuses", "2022-07-04T23:00", False, ["TENTATIVE", "CONFIRMED", "CANCELLED", ""]),
    ],
)
def test_real_calendars(name: str, starts: str, floating: bool, statuses: list[str]) -> None:
    contents = read_calendar(name, (FIXTURES / "ics" / f"{name}.ics").read_bytes(), BERLIN)
    assert (contents.interviews[0].starts, contents.interviews[0].floating) == (utc(starts), floating)
    assert [invitation.status for invitation in contents.interviews] == statuses
    assert contents.rows == contents.merged + len(contents.reported)


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the collection of real files is not on this machine")
@pytest.mark.parametrize(
    ("name", "starts", "method", "sequence"),
    [
        ("invite_outlook", "2021-11-27T07:00", "REQUEST", 0),
        ("invite_cancel", "2022-03-16T11:00", "CANCEL", 1),
        ("invite_update_major", "2022-03-16T05:00", "REQUEST", 2),
    ],
)
def test_real_mails(name: str, starts: str, method: str, sequence: int) -> None:
    data = (FIXTURES / "eml" / f"{name}.eml").read_bytes()
    message = email.message_from_bytes(data, policy=email.policy.default)
    (part,) = (part for part in message.walk() if part.get_content_type() == "text/calendar")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    invitation = only(content)
    assert (invitation.starts, invitation.method, invitation.sequence) == (utc(starts), method, sequence)
    assert invitation.organizer is not None
    assert "@example." in invitation.organizer.email


def test_moments_are_utc() -> None:
    assert starting("DTSTART;TZID=Asia/Tokyo:20261127T220000").starts == datetime(2026, 11, 27, 13, tzinfo=UTC)
