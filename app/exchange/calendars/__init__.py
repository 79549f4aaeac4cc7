"""Calendar files (RFC 5545), and Outlook's winmail.dat, read as invitations, within what the file's size bounds.

The parts are imported when a calendar is read: telling whether something is one costs nothing.
"""

from __future__ import annotations

import re
from datetime import tzinfo
from typing import TYPE_CHECKING

from app.exchange.raw.packed import TNEF

if TYPE_CHECKING:
    from app.exchange.contents import FileContents, Invitation, Message, ReportedRow, Unpacked

_BEGINS = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT)[ \t]*(?:[\r\n]|\Z)", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def looks_like_calendar(data: bytes) -> bool:
    """Return whether bytes begin as a calendar does, whatever the file is called."""
    start = data[:400]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return _BEGINS.match(start.replace(b"\0", b"")) is not None


def looks_like_winmail(data: bytes) -> bool:
    """Return whether bytes begin as Outlook's own packing of a message does."""
    return data.startswith(TNEF)


def read_winmail(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return the invitations of a winmail.dat, and what else is in it.

    Args:
        zone: the user's, in which whole days are meant.

    Raises:
        ImportFileError: no invitation is in it, or none that can be read.
    """
    from app.exchange.calendars.winmail import read

    return read(name, data, zone)


def unpack_winmail(data: bytes, zone: tzinfo, mail: Message | None) -> Unpacked:
    """Return what is in a winmail.dat, messages within messages included.

    Args:
        zone: the user's, in which whole days are meant.
        mail: that it came in; sender, addressees and text stand for what a meeting leaves unsaid of its own.
    """
    from app.exchange.calendars.winmail import unpack

    return unpack(data, zone, mail)


def read_calendar(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return the invitations of a calendar file, and what was merged or not taken.

    Args:
        zone: the user's, in which times without a zone are meant.

    Raises:
        ImportFileError: it is no calendar, or larger than one may be.
    """
    from app.exchange.calendars.reading import read

    return read(name, data, zone)


def invitations_of(
    data: bytes, zone: tzinfo, method: str = ""
) -> tuple[tuple[Invitation, ...], tuple[ReportedRow, ...], int]:
    """Return a calendar's invitations, the components that were not taken, and how many merged with another one.

    Bytes that hold no calendar give none of each.

    Args:
        zone: the user's, in which times without a zone are meant.
        method: as the mail says that it came in, for a calendar that does not say it itself.

    Raises:
        ImportFileError: it is larger than a calendar may be.
    """
    from app.exchange.calendars.reading import understood

    return understood(data, zone, method)
