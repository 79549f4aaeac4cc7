"""Messages packed as Outlook packs them, written from [MS-OXTNEF] 2.1.3, for tests of what reads them."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import UUID

SIGNATURE = struct.pack("<IH", 0x223E9F78, 1)
TNEF_VERSION, OEM_CODE_PAGE, MESSAGE_CLASS, SUBJECT = 0x00089006, 0x00069007, 0x00078008, 0x00018004
MESSAGE_PROPERTIES, RECIPIENT_TABLE, BODY = 0x00069003, 0x00069004, 0x0002800C
RENDERING, TITLE, DATA, ATTACHMENT = 0x00069002, 0x00018010, 0x0006800F, 0x00069005
"""Attributes ([MS-OXTNEF] 2.1.3.2): type in the upper half."""
APPOINTMENT = UUID("{00062002-0000-0000-C000-000000000046}")
MEETING = UUID("{6ED8DA90-450B-101B-98DA-00AA003F1305}")
PUBLIC_STRINGS = UUID("{00020329-0000-0000-C000-000000000046}")
I_MESSAGE = UUID("{00020307-0000-0000-C000-000000000046}")
REQUEST, CANCELED = "IPM.Microsoft Schedule.MtgReq", "IPM.Microsoft Schedule.MtgCncl"
GLOBAL_ID = bytes.fromhex(
    "040000008200E00074C5B7101A82E008000000005025D461E473C8010000000000000000100000002A5844B3A444F74A9C246C60886F116B"
)
"""That of the example of [MS-OXOCAL], without the date that was moved."""
STARTS, ENDS = datetime(2026, 12, 4, 9, tzinfo=UTC), datetime(2026, 12, 4, 10, tzinfo=UTC)
SENT = datetime(2026, 11, 27, 10, tzinfo=UTC)

Name = int | tuple[UUID, int | str]


def attribute(number: int, data: bytes, *, level: int = 1, checksum: int | None = None) -> bytes:
    """Return an attribute: level, number with type, length, data, checksum."""
    summed = sum(data) % 65536 if checksum is None else checksum
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", summed)


def property_(name: Name, kind: int, *values: bytes) -> bytes:
    """Return a property of [MS-OXTNEF] 2.1.3.4; `values` of a type without a fixed size each get their size."""
    if isinstance(name, int):
        tag = struct.pack("<HH", kind, name)
    else:
        tag = struct.pack("<HH", kind, 0x8001) + name[0].bytes_le + _mapped(name[1])
    is_sized = kind & 0xFFF in (0x0D, 0x1E, 0x1F, 0x102)
    count = struct.pack("<I", len(values)) if is_sized or kind & 0x1000 else b""
    return tag + count + b"".join(padded((struct.pack("<I", len(v)) if is_sized else b"") + v) for v in values)


def _mapped(name: int | str) -> bytes:
    if isinstance(name, int):
        return struct.pack("<II", 0, name)
    text = (name + "\0").encode("utf-16-le")
    return struct.pack("<II", 1, len(text)) + padded(text)


def padded(data: bytes) -> bytes:
    """Return data filled up to a multiple of four bytes."""
    return data + bytes(-len(data) % 4)


def text(name: Name, value: str) -> bytes:
    """Return a property of Unicode text (PtypString)."""
    return property_(name, 0x1F, (value + "\0").encode("utf-16-le"))


def text_8(name: Name, value: bytes) -> bytes:
    """Return a property of text in the code page (PtypString8)."""
    return property_(name, 0x1E, value + b"\0")


def moment(name: Name, value: datetime) -> bytes:
    """Return a property of an instant (PtypTime): tenths of microseconds since 1601."""
    ticks = (value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds() * 10_000_000
    return property_(name, 0x40, struct.pack("<Q", int(ticks)))


def number(name: Name, value: int) -> bytes:
    """Return a property of a whole number (PtypInteger32)."""
    return property_(name, 0x03, struct.pack("<I", value))


def truth(name: Name, *, value: bool = True) -> bytes:
    """Return a property that is true or false (PtypBoolean)."""
    return property_(name, 0x0B, struct.pack("<H", value))


def binary(name: Name, value: bytes) -> bytes:
    """Return a property of bytes (PtypBinary)."""
    return property_(name, 0x102, value)


def listed(*properties: bytes) -> bytes:
    """Return a list of properties: their number, then they."""
    return struct.pack("<I", len(properties)) + b"".join(properties)


def recipients(*rows: bytes) -> bytes:
    """Return the attribute of the recipients, each a list of properties."""
    return attribute(RECIPIENT_TABLE, struct.pack("<I", len(rows)) + b"".join(rows))


def recipient(name: str, email: str, kind: int = 1, flags: int = 1) -> bytes:
    """Return one recipient; `kind` 3 is a room, bit 2 of `flags` marks the organizer."""
    return listed(number(0x0C15, kind), text(0x3001, name), text(0x39FE, email), number(0x5FFD, flags))


def attached(title: bytes, data: bytes, *more: bytes) -> bytes:
    """Return the attributes of a file."""
    parts = [attribute(RENDERING, bytes(14), level=2), attribute(TITLE, title + b"\0", level=2)]
    parts += [attribute(DATA, data, level=2), attribute(ATTACHMENT, listed(*more), level=2)]
    return b"".join(parts)


def attached_message(name: str, message: bytes) -> bytes:
    """Return the attributes of a message within."""
    properties = listed(text(0x3001, name), property_(0x3701, 0x0D, I_MESSAGE.bytes_le + message))
    return attribute(RENDERING, bytes(14), level=2) + attribute(ATTACHMENT, properties, level=2)


def packed(*attributes: bytes, code_page: int = 1252, of_class: str = REQUEST) -> bytes:
    """Return a message with these attributes after those that all have."""
    first = [
        attribute(TNEF_VERSION, struct.pack("<I", 0x00010000)),
        attribute(OEM_CODE_PAGE, struct.pack("<II", code_page, 0)),
        attribute(MESSAGE_CLASS, of_class.encode() + b"\0"),
    ]
    return SIGNATURE + b"".join([*first, *attributes])


def said(*more: bytes, starts: datetime | None = STARTS, uid: bytes = GLOBAL_ID) -> list[bytes]:
    """Return the properties of a meeting."""
    times = [moment((APPOINTMENT, 0x820D), starts), moment((APPOINTMENT, 0x820E), ENDS)] if starts else []
    return [
        truth(0x0023, value=False),
        text((PUBLIC_STRINGS, "Odd"), "A property with a text for a name"),
        property_((APPOINTMENT, 0x823B), 0x101F, "ab\0".encode("utf-16-le"), "c\0".encode("utf-16-le")),
        text(0x0037, "Interview with Northwind"),
        *times,
        text((APPOINTMENT, 0x8208), "Room 4"),
        number((APPOINTMENT, 0x8201), 2),
        binary((MEETING, 0x0003), uid),
        moment((MEETING, 0x001A), SENT),
        text(0x0042, "Dana Lee"),
        text(0x0065, "/O=NORTHWIND/CN=RECIPIENTS/CN=DANA"),
        text(0x5D02, "dana@northwind.example"),
        *more,
    ]


def meeting(*more: bytes, of_class: str = REQUEST, after: Iterable[bytes] = ()) -> bytes:
    """Return a meeting as Outlook sends it, with more properties, and attributes after them."""
    return packed(attribute(MESSAGE_PROPERTIES, listed(*said(*more))), *after, of_class=of_class)
