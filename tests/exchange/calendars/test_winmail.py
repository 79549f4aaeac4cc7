"""Outlook's winmail.dat: a meeting in it is the invitation that a calendar file gives, whatever else the bytes are."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from app.etiquette.errors import ImportFileError
from app.exchange.calendars import invitations_of, looks_like_winmail, read_winmail, unpack_winmail
from app.exchange.contents import Attendee, Invitation
from tests.exchange.calendars.tnef_writing import (
    APPOINTMENT,
    BODY,
    CANCELED,
    ENDS,
    GLOBAL_ID,
    MEETING,
    MESSAGE_PROPERTIES,
    RECIPIENT_TABLE,
    REQUEST,
    SENT,
    STARTS,
    SUBJECT,
    attached,
    attached_message,
    attribute,
    binary,
    listed,
    meeting,
    moment,
    number,
    packed,
    property_,
    recipient,
    recipients,
    said,
    text,
    text_8,
    truth,
)

BERLIN = ZoneInfo("Europe/Berlin")
LINK = "https://teams.microsoft.com/l/meetup-join/19"
ICS = f"""BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:{GLOBAL_ID.hex().upper()}\r\nDTSTAMP:20261127T100000Z
DTSTART:20261204T090000Z\r\nDTEND:20261204T100000Z\r\nSEQUENCE:2\r\nSUMMARY:Interview with Northwind\r\nLOCATION:Room 4
ORGANIZER;CN=Dana Lee:mailto:dana@northwind.example\r\nATTENDEE;CN=Sam:mailto:sam@example.org
ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@northwind.example\r\nDESCRIPTION:Join: {LINK}\\nBring a C\\\\C++ book\r
END:VEVENT\r\nEND:VCALENDAR\r\n""".encode()
ROWS = [
    recipient("Dana Lee", "dana@northwind.example", flags=3),
    recipient("Sam", "sam@example.org"),
    recipient("Room 4", "room4@northwind.example", kind=3),
]
FULL = meeting(text(0x1000, f"Join: {LINK}\r\nBring a C\\C++ book"), after=[recipients(*ROWS)])


def one(data: bytes) -> Invitation:
    """Return the only invitation of a winmail.dat."""
    (invitation,) = read_winmail("winmail.dat", data, BERLIN).interviews
    return invitation


def test_a_meeting_is_the_same_invitation_as_by_a_calendar_file() -> None:
    (expected,), _, _ = invitations_of(ICS, BERLIN)
    assert one(FULL) == expected
    assert (expected.starts, expected.ends, expected.url, expected.stamped) == (STARTS, ENDS, LINK, SENT)


@pytest.mark.parametrize(
    ("of_class", "more", "method", "status"),
    [
        (REQUEST, (), "REQUEST", ""),
        ("IPM.Schedule.Meeting.Request", (), "REQUEST", ""),
        ("IPM.Schedule.Meeting.Request.Northwind", (), "REQUEST", ""),
        (CANCELED, (), "CANCEL", "CANCELLED"),
        ("IPM.Schedule.Meeting.Canceled", (), "CANCEL", "CANCELLED"),
        ("IPM.Microsoft Schedule.MtgRespP", (), "REPLY", ""),
        ("IPM.Schedule.Meeting.Resp.Tent", (truth((APPOINTMENT, 0x8257)),), "COUNTER", ""),
        ("IPM.Appointment", (), "PUBLISH", ""),
    ],
)
def test_what_a_message_is_shows_in_its_class(of_class: str, more: tuple[bytes, ...], method: str, status: str) -> None:
    invitation = one(meeting(*more, of_class=of_class))
    assert (invitation.method, invitation.status) == (method, status)
    dana = Attendee("Dana Lee", "dana@northwind.example")
    is_answer = method in ("REPLY", "COUNTER")
    assert (invitation.organizer, invitation.attendees) == ((None, (dana,)) if is_answer else (dana, ()))


def test_a_cancellation_need_not_repeat_when_it_was() -> None:
    invitation = one(packed(attribute(MESSAGE_PROPERTIES, listed(*said(starts=None))), of_class=CANCELED))
    assert (invitation.method, invitation.starts, invitation.uid) == ("CANCEL", None, GLOBAL_ID.hex().upper())


def test_a_meeting_of_another_program_keeps_the_uid_that_it_gave() -> None:
    foreign = b"vCal-Uid\x01\0\0\0" + b"abc_123@google.com\0"
    uid = GLOBAL_ID[:36] + struct.pack("<I", len(foreign)) + foreign
    assert one(packed(attribute(MESSAGE_PROPERTIES, listed(*said(uid=uid))))).uid == "abc_123@google.com"


def test_a_date_of_a_series_that_was_moved_is_known_by_the_series_and_the_date() -> None:
    moved = GLOBAL_ID[:16] + bytes.fromhex("07EA0C02") + GLOBAL_ID[20:]
    replaced = datetime(2026, 12, 2, 9, tzinfo=UTC)
    for more, instance in (((moment((APPOINTMENT, 0x8228), replaced),), replaced), ((), datetime(2026, 12, 1, 23))):
        invitation = one(packed(attribute(MESSAGE_PROPERTIES, listed(*said(*more, uid=moved)))))
        instance = instance.replace(tzinfo=UTC)
        assert (invitation.instance, invitation.repeats, invitation.starts) == (instance, False, STARTS)
        assert invitation.uid == f"{GLOBAL_ID.hex().upper()}/{instance:%Y%m%dT%H%M%SZ}"


def test_a_series_is_said_to_repeat() -> None:
    assert one(meeting(truth((APPOINTMENT, 0x8223)))).repeats


@pytest.mark.parametrize(
    ("midnight", "day"), [(datetime(2026, 12, 3, 23), 4), (datetime(2026, 12, 4, 5), 4), (datetime(2026, 12, 3, 15), 4)]
)
def test_a_whole_day_is_that_day_here_wherever_it_began(midnight: datetime, day: int) -> None:
    times = [moment((APPOINTMENT, 0x820D), midnight.replace(tzinfo=UTC)), truth((APPOINTMENT, 0x8215))]
    invitation = one(packed(attribute(MESSAGE_PROPERTIES, listed(*said(*times, starts=None)))))
    assert (invitation.all_day, invitation.starts) == (True, datetime(2026, 12, day, tzinfo=BERLIN).astimezone(UTC))


@pytest.mark.parametrize(
    ("code_page", "codec", "summary"),
    [
        (1252, "cp1252", "Gespräch für Zoë"),
        (1251, "cp1251", "Собеседование"),
        (932, "cp932", "面接のご案内"),
        (936, "gb18030", "面试邀请"),
        (65001, "utf-8", "Entrevista – día"),
        (28592, "iso8859_2", "Rozmowa kwalifikacyjna o pracę"),
        (20127, "ascii", "Interview"),
        (4_000_000_000, "cp1252", "Gespräch"),
    ],
)
def test_text_in_a_code_page_is_read_in_it(code_page: int, codec: str, summary: str) -> None:
    rest = said()
    subject = text_8(0x0037, summary.encode(codec))
    by_property = packed(attribute(MESSAGE_PROPERTIES, listed(*rest, subject)), code_page=code_page)
    without = [line for line in rest if line != text(0x0037, "Interview with Northwind")]
    by_attribute = packed(
        attribute(SUBJECT, summary.encode(codec) + b"\0"),
        attribute(BODY, b"Bring a pen\0"),
        attribute(MESSAGE_PROPERTIES, listed(*without)),
        code_page=code_page,
    )
    assert one(by_property).summary == summary
    assert (one(by_attribute).summary, one(by_attribute).description) == (summary, "Bring a pen")


def test_text_is_read_in_its_older_and_odder_forms() -> None:
    page = binary(0x1013, "<html><body><p>Räume</p></body></html>".encode())
    odd = one(meeting(text(0x0037, "\1\5RE: Interview\x1b[31m"), page, number(0x3FDE, 65001)))
    assert (odd.summary, odd.description) == ("RE: Interview␛[31m", "Räume")


def test_files_within_are_named_and_calendars_and_messages_within_are_read() -> None:
    moved = ICS.replace(b"UID:", b"UID:second-")
    files = [attached(b"offer.pdf", b"%PDF"), attached(b"image001.png", b"PNG"), attached(b"OFFER~1.DOC", b"x")]
    files[2] = attached(b"OFFER~1.DOC", b"x", text(0x3707, "The offer.docx"))
    note = packed(*files, attached(b"invite.ics", moved), attached_message("Fwd: talk", meeting()), of_class="IPM.Note")
    contents = read_winmail("winmail.dat", note, BERLIN)
    assert [invitation.uid.partition("-")[0] for invitation in contents.interviews] == [
        "second",
        GLOBAL_ID.hex().upper(),
    ]
    assert [row.reason for row in contents.reported] == [
        "It holds files that aren't read here: offer.pdf, The offer.docx. Ask the sender to attach them as they are."
    ]


def test_what_holds_no_invitation_says_so_and_what_it_holds() -> None:
    plain = packed(attached_message("Minutes", packed(of_class="IPM.Note")), of_class="IPM.Note")
    with pytest.raises(ImportFileError, match=r"^It holds files that aren't read here: Minutes\. Ask"):
        read_winmail("winmail.dat", plain, BERLIN)
    with pytest.raises(ImportFileError, match=r"^There's no invitation in it\.$"):
        read_winmail("winmail.dat", packed(of_class="IPM.Note"), BERLIN)
    with pytest.raises(ImportFileError, match=r"can't be read.*\.ics"):
        read_winmail("winmail.dat", b"x", BERLIN)
    with pytest.raises(ImportFileError, match="does not say when it starts"):
        read_winmail("winmail.dat", packed(attribute(MESSAGE_PROPERTIES, listed(*said(starts=None)))), BERLIN)


def test_wrong_checksums_and_what_a_mail_left_behind_the_end_change_nothing() -> None:
    unsummed = packed(attribute(MESSAGE_PROPERTIES, listed(*said()), checksum=7))
    assert one(unsummed) == one(meeting()) == one(meeting() + b"\r\n" * 40)
    assert read_winmail("winmail.dat", meeting() + b"\r\n" * 40, BERLIN).reported == ()


def test_cut_anywhere_it_gives_the_meeting_or_says_that_it_cannot_be_read() -> None:
    whole = one(FULL)
    begins = FULL.index(struct.pack("<I", RECIPIENT_TABLE))
    for end in range(len(FULL)):
        unpacked = unpack_winmail(FULL[:end], BERLIN, None)
        assert len(unpacked.invitations) == (end >= begins - 3)
        assert all(replace(invitation, attendees=whole.attendees) == whole for invitation in unpacked.invitations)
        assert unpacked.reported or end >= begins - 3
    assert looks_like_winmail(FULL[:4])


def _nested(depth: int) -> bytes:
    data = meeting()
    for _ in range(depth):
        data = packed(attached_message("Fwd", data), of_class="IPM.Note")
    return data


HUGE = struct.pack("<I", 0xFFFFFFFF)
TINY = attribute(0x00069003, listed(*[truth(n) for n in range(300)]))
HOSTILE: dict[str, Callable[[], bytes]] = {
    "four billion properties": lambda: packed(attribute(MESSAGE_PROPERTIES, HUGE)),
    "four billion properties that are there": lambda: packed(attribute(MESSAGE_PROPERTIES, HUGE + bytes(10_000_000))),
    "four billion recipients": lambda: packed(attribute(RECIPIENT_TABLE, HUGE + bytes(10_000_000))),
    "four billion values": lambda: packed(attribute(MESSAGE_PROPERTIES, listed(b"\x02\x10\x00\x00" + HUGE))),
    "four billion empty values": lambda: packed(
        attribute(MESSAGE_PROPERTIES, listed(b"\x02\x11\x00\x00" + HUGE + bytes(10_000_000)))
    ),
    "a value of four billion bytes": lambda: packed(
        attribute(MESSAGE_PROPERTIES, listed(b"\x02\x01\x00\x00\x01\x00\x00\x00" + HUGE))
    ),
    "a name of four billion letters": lambda: packed(
        attribute(MESSAGE_PROPERTIES, listed(b"\x02\x00\x00\x80" + bytes(16) + b"\x01\0\0\0" + HUGE))
    ),
    "an unknown type": lambda: packed(attribute(MESSAGE_PROPERTIES, listed(b"\x33\x00\x00\x00" + bytes(9)))),
    "an attribute of four billion bytes": lambda: packed() + b"\x01\x03\x90\x06\x00" + HUGE,
    "attributes without an end": lambda: packed() + attribute(SUBJECT, b"") * 900_000,
    "properties without an end": lambda: packed() + TINY * 2_500,
    "attachments without an end": lambda: packed() + attribute(0x00069002, b"", level=2) * 900_000,
    "zero bytes": lambda: packed() + bytes(10_000_000),
    "noise": lambda: packed() + bytes(range(256)) * 40_000,
    "text of ten million letters": lambda: meeting(text(0x1000, "a" * 5_000_000)),
    "an id of ten million bytes": lambda: packed(
        attribute(MESSAGE_PROPERTIES, listed(*said(uid=GLOBAL_ID + bytes(10_000_000))))
    ),
    "messages within messages": lambda: _nested(60),
    "a time past all calendars": lambda: packed(
        attribute(MESSAGE_PROPERTIES, listed(property_((APPOINTMENT, 0x820D), 0x40, b"\xff" * 8)))
    ),
    "a number for a text": lambda: meeting(number(0x0037, 7), number((MEETING, 3), 7)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_hurt_takes_no_second(name: str) -> None:
    data = HOSTILE[name]()
    begun = time.process_time()
    unpacked = unpack_winmail(data, BERLIN, None)
    assert time.process_time() - begun < 1
    assert unpacked.is_readable or not unpacked.invitations
