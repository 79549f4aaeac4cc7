"""Invitations that come by mail: as the mail's own part, as an attachment, twice, encoded, damaged."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.exchange.contents import Attendee, FileContents
from app.exchange.mails import read_mail, read_mbox
from tests.exchange.calendars.tnef_writing import (
    MESSAGE_PROPERTIES,
    attached,
    attribute,
    listed,
    meeting,
    packed,
    said,
    text,
)
from tests.exchange.mails.writing import mail, multipart, nested, part

CALENDAR = "text/calendar; charset=utf-8; method=REQUEST"
AT = datetime(2026, 12, 4, 9, tzinfo=UTC)


def _calendar(
    summary: str = "Gespräch", *, method: str = "METHOD:REQUEST\r\n", description: str = "", more: str = ""
) -> str:
    said = f"DESCRIPTION:{description}\r\n" if description else ""
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{method}BEGIN:VEVENT\r\nUID:one@x\r\nDTSTAMP:20261123T090000Z\r\n"
        f"DTSTART:20261204T090000Z\r\nDTEND:20261204T100000Z\r\nSUMMARY:{summary}\r\n{said}END:VEVENT\r\n{more}END:VCALENDAR\r\n"
    )


def _read(data: bytes) -> FileContents:
    file = read_mail("one.eml", data, ZoneInfo("Europe/Berlin"))
    assert file.rows == file.merged + len(file.reported)
    assert file.interviews == file.messages[0].invitations
    return file


ENCODED = {"Content_Transfer_Encoding": "base64"}


@pytest.mark.parametrize(
    "data",
    [
        mail(_calendar(), Content_Type=CALENDAR),
        multipart("alternative", part("Come"), part(_calendar(), CALENDAR)),
        multipart("mixed", part("Come"), part(base64.b64encode(_calendar().encode()), CALENDAR, **ENCODED)),
        multipart("mixed", part("Come"), part(_calendar(), "application/octet-stream; name=invite.ics")),
        multipart("mixed", part("Come"), part(_calendar(), 'application/x; name="=?utf-8?Q?Gespr=C3=A4ch=2Eics?="')),
        multipart("mixed", part("Come"), part(_calendar(), "application/ics", Content_Disposition="attachment")),
        multipart("mixed", part(_calendar().encode("latin-1"), "text/calendar; charset=iso-8859-1; method=REQUEST")),
        multipart("alternative", part(_calendar(method=""), CALENDAR)),
    ],
)
def test_an_invitation_is_found_wherever_it_stands(data: bytes) -> None:
    (invitation,) = _read(data).interviews
    assert (invitation.starts, invitation.summary, invitation.method) == (AT, "Gespräch", "REQUEST")


def test_the_same_invitation_inline_and_attached_is_one() -> None:
    inline = nested("alternative", "b", part("Come"), part(_calendar(), CALENDAR))
    file = _read(multipart("mixed", inline, part(_calendar(), "application/ics; name=invite.ics")))
    assert (len(file.interviews), file.merged, file.rows) == (1, 1, 1)
    assert file.messages[0].text == "Come"


def test_a_mail_whose_only_text_is_in_its_calendar_says_that() -> None:
    empty = [part("\n"), part("<html><body>&nbsp;</body></html>", "text/html")]
    data = multipart("alternative", *empty, part(_calendar(description="Room 4\\nBring a pen"), CALENDAR))
    assert _read(data).messages[0].text == "Room 4\nBring a pen"


def test_what_of_a_calendar_is_not_taken_is_told() -> None:
    task = "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Prepare\r\nEND:VTODO\r\n"
    file = _read(multipart("mixed", part("Come"), part(_calendar(more=task), CALENDAR)))
    assert (len(file.interviews), len(file.reported), file.rows) == (1, 1, 1)
    assert file.reported[0].reason.startswith("In a calendar of this mail: ")


@pytest.mark.parametrize("body", ["", "no calendar", "BEGIN:VCALENDAR\r\n", "BEGIN:VEVENT\r\n" * 50])
def test_a_part_that_holds_no_calendar_costs_nothing_else(body: str) -> None:
    file = _read(multipart("mixed", part("Come"), part(body, CALENDAR)))
    assert (file.messages[0].text, file.interviews) == ("Come", ())


def test_a_method_that_only_the_content_type_tells_counts_for_what_must_be_said() -> None:
    text = _calendar(method="").replace("DTSTART:20261204T090000Z\r\nDTEND:20261204T100000Z\r\n", "")
    for method, methods in (("cancel", ["CANCEL"]), ("request", [])):
        file = _read(multipart("mixed", part("It is off"), part(text, f"text/calendar; method={method}")))
        assert [invitation.method for invitation in file.interviews] == methods
        assert len(file.reported) == 1 - len(methods)


def test_a_method_that_only_the_content_type_tells_counts_for_the_copy_attached() -> None:
    text = _calendar(method="")
    inline, attached = part(text, "text/calendar; method=CANCEL"), part(text, "text/calendar; name=invite.ics")
    for parts in ((inline, attached), (attached, inline)):
        assert [invitation.method for invitation in _read(multipart("mixed", *parts)).interviews] == ["CANCEL"]


@pytest.mark.parametrize(
    "kind", ["application/ms-tnef; name=winmail.dat", "application/octet-stream; name=Winmail.dat"]
)
def test_what_outlook_packed_is_told_with_what_to_do(kind: str) -> None:
    file = _read(multipart("mixed", part("Come"), part("x", kind)))
    assert ["winmail.dat" in row.reason and ".ics" in row.reason for row in file.reported] == [True]
    beside = _read(multipart("mixed", part(_calendar(), CALENDAR), part("x", kind)))
    assert (len(beside.interviews), beside.reported) == (1, ())


def _outlooks(data: bytes, kind: str = "application/ms-tnef; name=winmail.dat") -> bytes:
    return part(base64.encodebytes(data), kind, **ENCODED)


@pytest.mark.parametrize("kind", ["application/ms-tnef", "application/octet-stream; name=WinMail.dat"])
def test_a_meeting_that_outlook_packed_is_an_invitation_with_what_the_mail_says(kind: str) -> None:
    properties = [line for line in said() if line != text(0x5D02, "dana@northwind.example")]
    packed_meeting = packed(attribute(MESSAGE_PROPERTIES, listed(*properties)))
    file = _read(multipart("mixed", part("Join: https://zoom.us/j/1"), _outlooks(packed_meeting, kind)))
    (invitation,) = file.interviews
    assert (invitation.starts, invitation.method, invitation.location) == (AT, "REQUEST", "Room 4")
    assert (invitation.url, invitation.organizer) == (
        "https://zoom.us/j/1",
        Attendee("Dana Lee", "dana@northwind.example"),
    )
    assert invitation.attendees == (Attendee("Ada Park", "ada@home.example"),)
    assert (file.messages[0].text, file.reported) == ("Join: https://zoom.us/j/1", ())


def test_a_mail_that_is_nothing_but_what_outlook_packed_is_read() -> None:
    data = mail(base64.encodebytes(meeting()), Content_Type="application/ms-tnef", **ENCODED)
    assert [invitation.starts for invitation in _read(data).interviews] == [AT]
    mbox = read_mbox("inbox.mbox", b"From dana@northwind.example Mon Nov 23 10:00:00 2026\n" + data, UTC)
    assert [invitation.starts for invitation in mbox.interviews] == [AT]


def test_files_that_outlook_packed_are_named_and_a_signature_is_nothing() -> None:
    files = [attached(b"offer.pdf", b"%PDF"), attached(b"image001.png", b"x")]
    file = _read(multipart("mixed", part("Here"), _outlooks(packed(*files, of_class="IPM.Note"))))
    assert ["winmail.dat" in row.reason and "offer.pdf" in row.reason for row in file.reported] == [True]
    assert file.messages[0].text.startswith(
        "Here\n\n[winmail.dat: this mail has files that only Outlook reads: offer.pdf."
    )
    plain = _read(multipart("mixed", part("Here"), _outlooks(packed(of_class="IPM.Note"))))
    assert (plain.messages[0].text, plain.reported) == ("Here", ())
