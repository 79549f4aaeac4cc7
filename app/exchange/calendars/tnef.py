"""Outlook's own packing of a message, winmail.dat, taken apart ([MS-OXTNEF]): properties, recipients, attachments.

It knows no meaning, and gives what can be read where bytes are missing or make no sense. Checksums (2.1.3.3) are not
compared: programs are met that write them wrongly, and each value is held within its bounds anyway.
No library: tnefparse 1.4.0 of 2021 loops on a count of four billion, needs time with the square of the size, strips
zero bytes from identifiers and has no types.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.exchange.raw.code_pages import USUAL
from app.exchange.raw.packed import TNEF

APPOINTMENT = UUID("00062002-0000-0000-c000-000000000046").bytes_le
MEETING = UUID("6ed8da90-450b-101b-98da-00aa003f1305").bytes_le
"""Sets of named properties ([MS-OXPROPS] 1.3.2): PSETID_Appointment, PSETID_Meeting."""
MESSAGE_CLASS, SUBJECT, BODY = 0x001A, 0x0037, 0x1000
"""Properties that a message also has as attributes."""
_MOST_READ = 20_000
"""Attributes, properties and values of one file: several times what a meeting of two hundred people has."""
_LONGEST = 200_000
"""Bytes of a value that are looked at."""
_KEY_ENDS = 6
"""Bytes of the signature and the key, which means nothing here (2.1.3.1)."""
_HEADER = 9
"""Bytes of an attribute before its value."""
_MESSAGE, _ATTACHMENT = 1, 2
_CLASS, _SUBJECT, _BODY, _PROPERTIES, _RECIPIENTS, _CODE_PAGE = 0x8008, 0x8004, 0x800C, 0x9003, 0x9004, 0x9007
_BEGINS, _TITLE, _DATA, _MORE = 0x9002, 0x8010, 0x800F, 0x9005
"""Attributes (2.1.3.2); those of the second row are of attachments."""
_LONG_NAME, _SHORT_NAME, _SHOWN_NAME, _MEDIA_TYPE, _CONTENT = 0x3707, 0x3704, 0x3001, 0x370E, 0x3701
_INTERNET_CODE_PAGE = 0x3FDE
_NAMED = 0x8000
_MANY = 0x1000
_OBJECT, _TEXT_8, _TEXT_16, _TIME, _BINARY = 0x000D, 0x001E, 0x001F, 0x0040, 0x0102
_FIXED = {2: 2, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 2, 0x14: 8, _TIME: 8, 0x48: 16}
"""Type ([MS-OXCDATA] 2.11.1) -> bytes of a value."""
_IID_MESSAGE = UUID("00020307-0000-0000-c000-000000000046").bytes_le
_CODECS = {
    932: "cp932", 936: "gb18030", 1200: "utf_16_le", 10000: "mac_roman", 20127: USUAL, 20866: "koi8_r",
    21866: "koi8_u", 28591: USUAL, 50220: "iso2022_jp_2", 50221: "iso2022_jp_2", 50222: "iso2022_jp_2",
    51932: "euc_jp", 51949: "euc_kr", 54936: "gb18030", 65001: "utf_8",
}  # fmt: skip
"""Windows' numbers of code pages -> Python's names, where that isn't cp and the number."""
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_NEVER = 0x0CB34557A3DD4000
"""The year 4501, which Outlook writes for no time at all."""

Key = int | tuple[bytes, int]
"""A property's number; of a named one its set and its number in there ("" and 0: it has a text for a name)."""


class CutOffError(Exception):
    """The bytes end, or make no sense, before what they announce."""


@dataclass(slots=True)
class Budget:
    """How much more is read of one file, with all that is packed in it."""

    left: int = _MOST_READ

    def spend(self) -> None:
        """Count one thing read, and refuse one too many."""
        self.left -= 1
        if self.left < 0:
            raise CutOffError


@dataclass(frozen=True, slots=True)
class Properties:
    """What is said of a message, a recipient or an attachment: type and first value of each property."""

    values: Mapping[Key, tuple[int, memoryview]]
    code_page: int = 0

    def data(self, key: Key) -> bytes:
        """Return a property's bytes, as many as may matter; none without it."""
        return bytes(self.values[key][1][:_LONGEST]) if key in self.values else b""

    def number(self, key: Key) -> int:
        """Return a whole number, or a truth value as 0 or another one; 0 without it."""
        kind, data = self.values.get(key, (0, memoryview(b"")))
        return int.from_bytes(data, "little") if _FIXED.get(kind, 9) <= 8 else 0

    def moment(self, key: Key) -> datetime | None:
        """Return an instant in UTC ([MS-DTYP] 2.3.3), None without one."""
        ticks = self.number(key) if self.values.get(key, (0,))[0] == _TIME else 0
        return _EPOCH + timedelta(microseconds=ticks // 10) if 0 < ticks < _NEVER else None

    def text(self, *keys: Key) -> str:
        """Return the first of these texts that says something, not cleaned yet; "" without one."""
        return next((text for key in keys if key in self.values and (text := self._text(key))), "")

    def _text(self, key: Key) -> str:
        kind, data = self.values[key]
        if kind not in (_TEXT_8, _TEXT_16, _BINARY):
            return ""
        number = 1200 if kind == _TEXT_16 else self.code_page
        if kind == _BINARY:
            number = self.number(_INTERNET_CODE_PAGE) or number
        return bytes(data[:_LONGEST]).decode(_codec(number), "replace").partition("\0")[0].strip()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within, or a message."""

    name: str
    media_type: str
    """In lower case, "" when it isn't stated."""
    data: memoryview
    is_message: bool
    """Whether the data are a message packed in the same way."""


@dataclass(frozen=True, slots=True)
class Packed:
    """One message with what is in it."""

    properties: Properties
    recipients: tuple[Properties, ...]
    attachments: tuple[Attachment, ...]
    is_whole: bool
    """False: it ends early, goes on in a way that nobody can read, or never says what it is."""


def read_tnef(data: memoryview, budget: Budget) -> Packed | None:
    """Return a packed message, None for anything else."""
    if data[: len(TNEF)] != TNEF:
        return None
    message = _Message(budget)
    try:
        for level, name, value in _attributes(_Bytes(data[_KEY_ENDS:])):
            message.take(level, name, value)
    except CutOffError:
        message.is_whole = False
    return message.packed()


class _Bytes:
    """Bytes that are read from the front, and not beyond their end. Nothing is copied."""

    def __init__(self, data: memoryview):
        self._data, self._at = data, 0

    def __len__(self) -> int:
        return len(self._data) - self._at

    def take(self, count: int) -> memoryview:
        """Return the next bytes."""
        if count > len(self):
            raise CutOffError
        self._at += count
        return self._data[self._at - count : self._at]

    def number(self, size: int) -> int:
        """Return the next whole number."""
        return int.from_bytes(self.take(size), "little")

    def padded(self, count: int) -> memoryview:
        """Return the next bytes, and pass by those that fill them up to a multiple of four."""
        data = self.take(count)
        self.take(min(-count % 4, len(self)))
        return data


def _attributes(data: _Bytes) -> Iterator[tuple[int, int, memoryview]]:
    """Yield level, number and value of each attribute (2.1.3.1); what a mail left behind the last one ends them."""
    while len(data) > _HEADER:
        level, name, _kind, size = data.number(1), data.number(2), data.number(2), data.number(4)
        if level not in (_MESSAGE, _ATTACHMENT):
            return
        yield level, name, data.take(size)
        data.take(min(2, len(data)))


@dataclass(slots=True)
class _Message:
    """A message while it is read."""

    budget: Budget
    is_whole: bool = True
    values: dict[Key, tuple[int, memoryview]] = field(default_factory=dict)
    other: dict[Key, tuple[int, memoryview]] = field(default_factory=dict)
    """Of the attributes: texts in the code page, which stand in for properties that are not there."""
    recipients: list[dict[Key, tuple[int, memoryview]]] = field(default_factory=list)
    attachments: list[dict[Key, tuple[int, memoryview]]] = field(default_factory=list)
    code_page: int = 0

    def take(self, level: int, name: int, value: memoryview) -> None:
        """Keep an attribute; one that cannot be read to its end doesn't keep those behind it from being read."""
        self.budget.spend()
        try:
            (self._take if level == _MESSAGE else self._take_of_attachment)(name, value)
        except CutOffError:
            self.is_whole = False

    def _take(self, name: int, value: memoryview) -> None:
        if name == _CODE_PAGE:
            self.code_page = int.from_bytes(value[:4], "little")
        elif name in (_CLASS, _SUBJECT, _BODY):
            self.other[{_CLASS: MESSAGE_CLASS, _SUBJECT: SUBJECT, _BODY: BODY}[name]] = (_TEXT_8, value)
        elif name == _PROPERTIES:
            self._read(_Bytes(value), self.values)
        elif name == _RECIPIENTS:
            rows = _Bytes(value)
            for _ in range(rows.number(4)):
                self.budget.spend()
                self.recipients.append({})
                self._read(rows, self.recipients[-1])

    def _take_of_attachment(self, name: int, value: memoryview) -> None:
        """Keep an attribute of the attachment that was begun last."""
        if name == _BEGINS or not self.attachments:
            self.attachments.append({})
        last = self.attachments[-1]
        if name == _TITLE:
            last.setdefault(_SHORT_NAME, (_TEXT_8, value))
        elif name == _DATA:
            last[_CONTENT] = (_BINARY, value)
        elif name == _MORE:
            self._read(_Bytes(value), last)

    def _read(self, data: _Bytes, into: dict[Key, tuple[int, memoryview]]) -> None:
        """Read a list of properties (2.1.3.4): number of them; of each its type, number, name if it has one, values."""
        for _ in range(data.number(4)):
            self.budget.spend()
            kind, number = data.number(2), data.number(2)
            key = _name(data) if number >= _NAMED else number
            into[key] = (kind & ~_MANY, self._value(data, kind))

    def _value(self, data: _Bytes, kind: int) -> memoryview:
        """Return the first value of a property; those of no fixed size, and several, have their number before them."""
        size = _FIXED.get(kind & ~_MANY)
        if size is None and kind & ~_MANY not in (_OBJECT, _TEXT_8, _TEXT_16, _BINARY):
            raise CutOffError
        first = memoryview(b"")
        for count in range(data.number(4) if size is None or kind & _MANY else 1):
            value = data.padded(data.number(4) if size is None else size)
            if count:
                self.budget.spend()
            else:
                first = value
        return first

    def packed(self) -> Packed:
        """Return what was read."""
        values = {**self.other, **self.values}
        return Packed(
            Properties(values, self.code_page),
            tuple(Properties(values, self.code_page) for values in self.recipients if values),
            tuple(_attachment(Properties(values, self.code_page)) for values in self.attachments),
            self.is_whole and MESSAGE_CLASS in values,
        )


def _name(data: _Bytes) -> Key:
    """Return the key of a named property: its set, then what kind of name it has, then the name."""
    of_set = bytes(data.take(16))
    if data.number(4) == 0:
        return of_set, data.number(4)
    data.padded(data.number(4))
    return b"", 0


def _attachment(properties: Properties) -> Attachment:
    kind, data = properties.values.get(_CONTENT, (_BINARY, memoryview(b"")))
    is_message = kind == _OBJECT and data[: len(_IID_MESSAGE)] == _IID_MESSAGE
    return Attachment(
        properties.text(_LONG_NAME, _SHORT_NAME, _SHOWN_NAME),
        properties.text(_MEDIA_TYPE).lower(),
        data[len(_IID_MESSAGE) :] if kind == _OBJECT else data,
        is_message,
    )


def _codec(number: int) -> str:
    """Return Python's name of a Windows code page, the commonest one's for one that it doesn't have."""
    name = _CODECS.get(number) or (f"iso8859_{number - 28590}" if 28591 < number < 28607 else f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return USUAL
