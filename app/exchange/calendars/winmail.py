"""The meetings in Outlook's own packing of a message, winmail.dat, as the invitations that a calendar file would give.

Each is written as the event that Outlook itself would put into a calendar file ([MS-OXCICAL] 2.1.3.1.1.20), so that
both are read alike and an update by one finds what came by the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from urllib.parse import quote

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean
from app.exchange.calendars import tnef
from app.exchange.calendars.components import Component
from app.exchange.calendars.event import invitation_of
from app.exchange.calendars.lines import ContentLine
from app.exchange.calendars.merging import FROM_OTHERS, merged
from app.exchange.calendars.moments import Zones
from app.exchange.calendars.reading import understood
from app.exchange.calendars.tnef import APPOINTMENT, MEETING, Budget, Packed, Properties, read_tnef
from app.exchange.contents import Attendee, FileContents, Invitation, Message, ReportedRow, Unpacked

_METHODS = (
    ("ipm.microsoft schedule.mtgreq", "REQUEST"),
    ("ipm.microsoft schedule.mtgcncl", "CANCEL"),
    ("ipm.microsoft schedule.mtgresp", "REPLY"),
    ("ipm.schedule.meeting.request", "REQUEST"),
    ("ipm.schedule.meeting.canceled", "CANCEL"),
    ("ipm.schedule.meeting.resp.", "REPLY"),
    ("ipm.appointment", "PUBLISH"),
)
"""How a message's class begins, in lower case ([MS-OXTNEF] 2.1.3.3, [MS-OXOCAL] 2.2), and its method in a calendar."""
_STARTS = ((APPOINTMENT, 0x820D), 0x0060)
_ENDS = ((APPOINTMENT, 0x820E), 0x0061)
_WHERE = ((APPOINTMENT, 0x8208), (MEETING, 0x0002))
_ALL_DAY, _SEQUENCE, _RECURRING = (APPOINTMENT, 0x8215), (APPOINTMENT, 0x8201), (APPOINTMENT, 0x8223)
_COUNTER, _REPLACES = (APPOINTMENT, 0x8257), (APPOINTMENT, 0x8228)
_ID, _CLEAN_ID, _CHANGED, _SENT = (MEETING, 0x0003), (MEETING, 0x0023), (MEETING, 0x001A), 0x0039
_PLAIN_SUBJECT, _HTML = 0x0E1D, 0x1013
_SENDERS = ((0x0042, 0x5D02, 0x0065), (0x0C1A, 0x5D01, 0x0C1F))
"""Name, SMTP address and other address of whom it is sent for, and of who sends it ([MS-OXOMSG] 2.2.1)."""
_RECIPIENT = (0x3001, 0x39FE, 0x3003)
_RECIPIENT_TYPE, _RECIPIENT_FLAGS = 0x0C15, 0x5FFD
_THING, _IS_ORGANIZER = 3, 2
"""Type of a recipient that is a room, and flag of the one that is the organizer ([MS-OXOCAL] 2.2.4.10)."""
_INSTANCE = slice(16, 20)
_FOREIGN = b"vCal-Uid\x01\0\0\0"
"""What stands before the UID of a meeting that no Outlook made ([MS-OXOCAL] 2.2.1.27, [MS-OXCICAL] 2.1.3.1.1.20.26)."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf")
_DEEPEST = 3
"""Messages within one another that are read."""
_MOST_FILES = 20
"""Names of files that are said."""
_UNREADABLE = (
    "It's in Outlook's own format and can't be read. It may hold an invitation: ask the sender for that as an .ics"
    " file, or add the interview yourself."
)
_DAMAGED = "It's damaged or cut off: what could be read of it was taken."
_FILES = "It holds files that aren't read here: {}. Ask the sender to attach them as they are."


def read(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return the invitations of a winmail.dat that is a file of its own. See `calendars.read_winmail`."""
    unpacked = unpack(data, zone, None)
    if not unpacked.invitations:
        nothing = [] if unpacked.reported else ["There's no invitation in it."]
        raise ImportFileError(" ".join([*nothing, *unpacked.reported]))
    return FileContents(
        name,
        "tnef",
        rows=unpacked.merged + len(unpacked.reported),
        merged=unpacked.merged,
        reported=tuple(ReportedRow(1, sentence) for sentence in unpacked.reported),
        interviews=unpacked.invitations,
    )


def unpack(data: bytes, zone: tzinfo, mail: Message | None) -> Unpacked:
    """Return what is in a winmail.dat. See `calendars.unpack_winmail`."""
    taken, budget = _Taken(zone), Budget()
    waiting = [(memoryview(data), "")]
    for _ in range(_DEEPEST):
        within: list[tuple[memoryview, str]] = []
        for packed_data, name in waiting:
            packed = read_tnef(packed_data, budget)
            taken.is_whole &= packed is not None and packed.is_whole
            is_meeting = packed is not None and taken.take_meeting(packed, None if name else mail)
            taken.files += [name] if name and not is_meeting else []
            within += taken.take_attachments(packed) if packed is not None else []
        waiting = within
    taken.files += [name for _, name in waiting]
    invitations, count = merged(taken.invitations)
    files = tuple(dict.fromkeys(taken.files))[:_MOST_FILES]
    is_readable = taken.is_whole or bool(invitations)
    reported = [*taken.reported, *([] if taken.is_whole else [_DAMAGED])] if is_readable else [_UNREADABLE]
    reported += [_FILES.format(", ".join(files))] if files else []
    return Unpacked(is_readable, invitations, tuple(dict.fromkeys(reported)), taken.merged + count, files)


@dataclass(slots=True)
class _Taken:
    """What was taken so far of one file."""

    zone: tzinfo
    invitations: list[Invitation] = field(default_factory=list)
    reported: list[str] = field(default_factory=list)
    merged: int = 0
    files: list[str] = field(default_factory=list)
    is_whole: bool = True

    def take_meeting(self, packed: Packed, mail: Message | None) -> bool:
        """Take the meeting that a message speaks of, and return whether it speaks of one."""
        method = _method(packed.properties)
        if not method:
            return False
        event = Component("VEVENT", 1, list(_lines(packed, method, self.zone, mail)))
        invitation = invitation_of(event, method, Zones(Component("VCALENDAR", 1), {}, self.zone))
        if isinstance(invitation, str):
            self.reported.append(invitation)
        else:
            self.invitations.append(invitation)
        return True

    def take_attachments(self, packed: Packed) -> Iterator[tuple[memoryview, str]]:
        """Take the calendars within a message, and the names of files; yield the messages, with their names."""
        for attachment in packed.attachments:
            name = clean(attachment.name[:200]) or "a file without a name"
            if attachment.is_message:
                yield attachment.data, name
            elif attachment.media_type == "text/calendar" or name.casefold().endswith((".ics", ".ical")):
                self._take_calendar(bytes(attachment.data))
            elif not name.casefold().endswith(_PICTURES):
                self.files.append(name)

    def _take_calendar(self, data: bytes) -> None:
        try:
            invitations, reported, count = understood(data, self.zone, "")
        except ImportFileError as error:
            self.reported.append(str(error))
            return
        self.invitations += invitations
        self.reported += [row.reason for row in reported]
        self.merged += count


def _method(properties: Properties) -> str:
    """Return the method that a message of this class has in a calendar (RFC 5546), "" for one that is no meeting."""
    name = properties.text(tnef.MESSAGE_CLASS).casefold()
    method = next((method for begins, method in _METHODS if name.startswith(begins)), "")
    return "COUNTER" if method == "REPLY" and properties.number(_COUNTER) else method


def _lines(packed: Packed, method: str, zone: tzinfo, mail: Message | None) -> Iterator[ContentLine]:
    """Yield a meeting as the lines of an event; what it leaves unsaid is as the mail has it."""
    said = packed.properties
    yield _line("UID", _uid(said))
    for name, keys in (("DTSTART", _STARTS), ("DTEND", _ENDS)):
        moment = next((moment for key in keys if (moment := said.moment(key))), None)
        if moment is not None:
            yield _line(name, _written(moment, zone if said.number(_ALL_DAY) else None))
    instance = said.data(_ID)[_INSTANCE]
    if any(instance):
        replaced = said.moment(_REPLACES)
        day = f"{int.from_bytes(instance[:2], 'big'):04}{instance[2]:02}{instance[3]:02}" if len(instance) == 4 else ""
        yield _line("RECURRENCE-ID", _written(replaced, None) if replaced else day)
    elif said.number(_RECURRING):
        yield _line("RRULE", "FREQ=DAILY")  # that it repeats is all that is read of a rule
    stamped = said.moment(_CHANGED) or said.moment(_SENT)
    yield _line("DTSTAMP", _written(stamped, None) if stamped else "")
    yield _line("SEQUENCE", str(said.number(_SEQUENCE)))
    yield _line("STATUS", "CANCELLED" if method == "CANCEL" else "")
    # Older programs write U+0001 and the length of its prefix before a subject.
    subject = said.text(tnef.SUBJECT, _PLAIN_SUBJECT)
    yield _line("SUMMARY", _escaped(subject[2:] if subject.startswith("\1") else subject))
    yield _line("LOCATION", _escaped(said.text(*_WHERE)))
    yield _line("DESCRIPTION", _escaped(said.text(tnef.BODY, _HTML) or (mail.text if mail else "")))
    sender = _sender(said, mail.sender if mail else Attendee("", ""))
    if method in FROM_OTHERS:
        yield _person("ATTENDEE", sender)
        return
    yield _person("ORGANIZER", sender)
    for person, kind in _attendees(packed, mail.to if mail else ()):
        yield _person("ATTENDEE", person, kind)


def _line(name: str, value: str, **parameters: str) -> ContentLine:
    return ContentLine(1, name, parameters, value)


def _escaped(text: str) -> str:
    """Return text as a calendar has it (RFC 5545 3.3.11)."""
    return text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\n", "\\n")


def _written(moment: datetime, days_of: tzinfo | None) -> str:
    """Return a moment as a calendar has it; with a zone, the day that begins then.

    The zone that a day was meant in isn't said: the user's if a day begins there then, else that of the nearest
    midnight in UTC.
    """
    if days_of is None:
        return f"{moment:%Y%m%dT%H%M%SZ}"
    local = moment.astimezone(days_of)
    day: date = local.date() if local.time() == time() else (moment.astimezone(UTC) + timedelta(hours=12)).date()
    return f"{day:%Y%m%d}"


def _uid(said: Properties) -> str:
    """Return the UID that the meeting has in calendar files: what another program gave it, else Outlook's own id."""
    name = said.data(_CLEAN_ID) or said.data(_ID)
    _, is_foreign, uid = name.partition(_FOREIGN)
    if is_foreign:
        return _escaped(uid.partition(b"\0")[0].decode("utf-8", "replace"))
    return (name[: _INSTANCE.start] + bytes(4) + name[_INSTANCE.stop :]).hex().upper() if len(name) > 40 else ""


def _sender(said: Properties, of_mail: Attendee) -> Attendee:
    """Return who invites or answers; where only an address within their company is said, the mail's sender helps."""
    people = (_named(said, keys) for keys in _SENDERS)
    person = next((person for person in people if person.name or person.email), Attendee("", ""))
    if person.email or not of_mail.email:
        return person
    return Attendee(person.name or of_mail.name, of_mail.email)


def _attendees(packed: Packed, to: tuple[Attendee, ...]) -> Iterator[tuple[Attendee, str]]:
    """Yield who is invited, and whether it is a person or a room; without a list, to whom the mail went."""
    listed = [row for row in packed.recipients if not row.number(_RECIPIENT_FLAGS) & _IS_ORGANIZER]
    for row in listed:
        yield _named(row, _RECIPIENT), "ROOM" if row.number(_RECIPIENT_TYPE) == _THING else ""
    if not packed.recipients:
        yield from ((person, "") for person in to)


def _named(said: Properties, keys: tuple[int, int, int]) -> Attendee:
    name, email = said.text(keys[0]), said.text(*keys[1:])
    return Attendee(name, email if "@" in email else "")


def _person(name: str, person: Attendee, kind: str = "") -> ContentLine:
    """Return a line that names a person, as Outlook writes it also for one without an address."""
    if not person.name and not person.email:
        return _line(name, "")
    address = f"mailto:{quote(person.email, safe='@')}" if person.email else "invalid:nomail"
    return _line(name, address, CN=person.name, CUTYPE=kind)
