"""Calendar files (RFC 5545) read as invitations, in time and memory that the file's size bounds.

The parts are imported when a calendar is read: telling whether something is one costs nothing.
"""

from __future__ import annotations

import re
from datetime import tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.exchange.contents import FileContents, Invitation, ReportedRow

_BEGINS = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*(?:VCALENDAR|VEVENT)[ \t]*(?:[\r\n]|\Z)", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def looks_like_calendar(data: bytes) -> bool:
    """Return whether bytes begin as a calendar does, whatever the file is called."""
    start = data[:400]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return _BEGINS.match(start.replace(b"\0", b"")) is not None


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
