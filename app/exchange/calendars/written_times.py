"""Dates, times, offsets and lengths as calendar files write them, also as they should not. Knows no zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?(?:\d\d)?)?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-]?)(\d\d):?(\d\d)(?::?(\d\d))?")
_NOMINAL = re.compile(r"\s*[+-]?P(?:(\d+)W)?(?:(\d+)D)?", re.IGNORECASE)


class WrittenTime(NamedTuple):
    """A date, with its time if it has one, as it stands in a file."""

    local: datetime
    """Naive: the wall clock, or UTC when `is_utc`."""
    has_time: bool
    is_utc: bool
    says_utc: bool = False
    """Whether it is UTC because it says so, and not by an offset."""


class Length(NamedTuple):
    """How long something lasts: whole days by the calendar, then elapsed time."""

    days: int
    elapsed: timedelta


def read_wall_clock(text: str) -> WrittenTime | None:
    """Return a date or time, None when it cannot be read. 24:00 is the next midnight, a leap second the one before."""
    match = _TIME.fullmatch(text.strip().strip('"'))
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    is_midnight = (hour, minute, second) == (24, 0, 0)
    try:
        local = datetime(year, month, day, 0 if is_midnight else hour, minute, min(second, 59))
        if is_midnight:
            local += timedelta(days=1)
        offset = match[7]
        if offset and offset.upper() != "Z":
            local -= read_offset(offset if len(offset) > 3 else f"{offset}00") or timedelta(0)
    except (ValueError, OverflowError):
        return None
    return WrittenTime(local, match[4] is not None, match[7] is not None, (match[7] or "").upper() == "Z")


def read_offset(text: str) -> timedelta | None:
    """Return a UTC offset such as +0100, None when it cannot be read."""
    match = _OFFSET.fullmatch(text.strip())
    if match is None:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    if size >= timedelta(days=1):
        return None
    return -size if match[1] == "-" else size


def read_length(text: str) -> Length | None:
    """Return a DURATION, None when it cannot be read or is longer than a time can be."""
    from icalendar import vDuration  # many modules, which zones and offsets do without

    nominal = _NOMINAL.match(text)
    if nominal is None or len(text) > 60:
        return None
    try:
        whole: timedelta = vDuration.from_ical(text.strip().upper())  # type: ignore[no-untyped-call]
        days = int(nominal[1] or 0) * 7 + int(nominal[2] or 0)
        return Length(days, abs(whole) - timedelta(days=days)) if whole >= timedelta(0) else Length(-days, whole)
    except (ValueError, OverflowError):
        return None
