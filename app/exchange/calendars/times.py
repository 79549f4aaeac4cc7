"""Moments of a calendar's event: when it starts and ends, in which zone, and what cannot be told of that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.etiquette.dates import at
from app.exchange.calendars.content_lines import Component, Property
from app.exchange.calendars.zones import Zones

_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE
)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One DTSTART or DTEND. `moment` None: it could not be told, and `problem` says why."""

    moment: datetime | None = None
    zone: str = ""
    """IANA name, "" when not known."""
    is_floating: bool = False
    is_day: bool = False
    problem: str = ""
    unknown_zone: str = ""
    wall: datetime | None = None


def moment_of(property_: Property, zones: Zones, calendar_zone: str, user: tzinfo) -> Moment:
    """Return what a property says.

    Args:
        calendar_zone: X-WR-TIMEZONE, which floating times are meant in; "" for the user's zone.
    """
    text = property_.value.strip()
    day = _DAY.fullmatch(text)
    if day:
        try:
            whole = date(int(day[1]), int(day[2]), int(day[3]))
        except ValueError:
            return Moment(problem=f"its time {text[:40]!r} is none that a calendar has")
        return Moment(at(whole, time(0), user), "", is_floating=True, is_day=True)
    found = _MOMENT.fullmatch(text)
    wall = _wall_of(found) if found else None
    if wall is None or found is None:
        return Moment(problem=f"its time {text[:40]!r} cannot be read")
    if found[7]:
        return _offset_given(wall, found[7])
    tzid = property_.parameters.get("TZID", "")
    if not tzid and calendar_zone:
        told = zones.instant(wall, calendar_zone)
        if told is not None:
            return Moment(told.moment, told.name)
    if not tzid:
        moment = at(wall.date(), wall.time(), user)
        return Moment(moment, "", is_floating=True)
    instant = zones.instant(wall, tzid)
    if instant is None:
        problem = f"its time zone {tzid!r} is none that is known, and the file does not say what it is"
        return Moment(problem=problem, unknown_zone=tzid, wall=wall)
    return Moment(instant.moment, instant.name)


def _wall_of(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        return datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - a wall clock has no zone
    except ValueError:
        return None


def _offset_given(wall: datetime, text: str) -> Moment:
    if text in "Zz":
        return Moment(wall.replace(tzinfo=UTC), "UTC")
    hours, minutes = int(text[:3]), int(text[-2:])
    offset = timedelta(hours=hours, minutes=-minutes if text[0] == "-" else minutes)
    try:
        return Moment(wall.replace(tzinfo=UTC) - offset, "")
    except OverflowError:
        return Moment(problem="its time lies outside the years that a calendar has")


def end_of(event: Component, starts: Moment, zones: Zones, calendar_zone: str, user: tzinfo) -> Moment:
    """Return when an event ends: DTEND, else DURATION, else a day's end; without any, not told."""
    told = event.get("DTEND")
    if told is not None:
        return moment_of(told, zones, calendar_zone, user)
    length = _length(event.text("DURATION"))
    base = starts.moment or starts.wall
    if length is None and starts.is_day:
        length = timedelta(days=1)
    if length is None or base is None:
        return Moment()
    try:
        ends = base + length
    except OverflowError:
        return Moment()
    return Moment(ends, starts.zone) if starts.moment else Moment(wall=ends)


def _length(text: str) -> timedelta | None:
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    try:
        length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return None
    return -length if found[1] == "-" else length
