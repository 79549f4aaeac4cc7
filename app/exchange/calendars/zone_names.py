"""What a calendar calls a time zone, as its IANA name: Windows names, display names, prefixes, fixed offsets."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from app.exchange.calendars.written_times import read_offset

_DISPLAYED = re.compile(r"\((?:UTC|GMT)\s*([+-]\s*\d{1,2}(?:[:.]\d\d)?)?\)\s*(.*)", re.IGNORECASE)
_FIXED = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)
_UTC = frozenset({"utc", "z", "gmt", "coordinated universal time", "tzone://microsoft/utc", "(utc)", "zulu"})
_OLD = ("Etc/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/")
"""Beginnings of names that go on with no city."""
_PLACES = {
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
    "atlantic time (canada)": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "arizona": "America/Phoenix",
    "alaska": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "indiana (east)": "America/Indiana/Indianapolis",
    "saskatchewan": "America/Regina",
    "central america": "America/Guatemala",
    "brasilia": "America/Sao_Paulo",
    "beijing": "Asia/Shanghai",
    "new delhi": "Asia/Kolkata",
    "sri jayawardenepura": "Asia/Colombo",
    "abu dhabi": "Asia/Dubai",
    "west central africa": "Africa/Lagos",
    "pretoria": "Africa/Johannesburg",
    "coordinated universal time": "Etc/UTC",
}
"""What display names of Windows call a zone where no city of its has given an IANA zone its name."""


def iana_name(written: str) -> str:
    """Return the IANA name of the zone that a calendar names, "" when it is unclear which that is."""
    name = " ".join(written.replace('"', "").split())
    if not name or len(name) > 200:
        return ""
    if name.casefold() in _UTC:
        return "UTC"
    return _iana_spelling(name) or _by_windows().get(name.casefold(), "") or _prefixed(name) or _displayed(name)


def is_iana(written: str) -> bool:
    """Return whether a calendar names a zone by its IANA name, whatever stands before it."""
    name = " ".join(written.replace('"', "").split())
    return bool(_iana_spelling(name) or _prefixed(name))


def fixed_offset(written: str) -> tzinfo | None:
    """Return the zone that a name such as GMT+0200 states in itself, None when it is no such name."""
    match = _FIXED.fullmatch(written.strip().strip('"'))
    if match is None or (offset := read_offset(f"{match[1]}{match[2]:0>2}{match[3] or '00'}")) is None:
        return None
    return timezone(offset) if abs(offset) <= timedelta(hours=14) else None


@cache
def _names() -> dict[str, str]:
    """Return the IANA names by their casefolded form."""
    left_out = ("posix", "right", "SystemV", "localtime", "Factory")
    return {name.casefold(): name for name in available_timezones() if not name.startswith(left_out)}


@cache
def _by_windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # 8 MB of modules, for a name that few type

    return {windows.casefold(): _iana_spelling(iana) or iana for windows, iana in WINDOWS_TO_OLSON.items()}


def zones_of_city(city: str) -> list[str]:
    """Return the IANA zones that a city has given its name, the likeliest first; none for another city."""
    return cities().get(city.casefold(), [])


@cache
def cities() -> dict[str, list[str]]:
    """Return the IANA zones of each city that gives one its name; those that stand for a Windows zone come first."""
    preferred = set(_by_windows().values())
    named: dict[str, list[str]] = {}
    for name in sorted(_names().values(), key=lambda name: (name not in preferred, name)):
        if "/" in name and not name.startswith(_OLD):
            named.setdefault(name.rpartition("/")[2].replace("_", " ").casefold(), []).append(name)
    return named


def _iana_spelling(name: str) -> str:
    return _names().get(name.casefold(), "") or _names().get(name.replace(" ", "_").casefold(), "")


def _prefixed(name: str) -> str:
    """Return the zone that a path ends with: /mozilla.org/20070129_1/Europe/Berlin."""
    parts = [part for part in name.split("/") if part]
    for start in range(1 if not name.startswith("/") else 0, len(parts)):
        zone = _iana_spelling("/".join(parts[start:]))
        if zone and (start < len(parts) - 1 or zone in ("UTC", "GMT")):
            return zone
    return ""


def _displayed(name: str) -> str:
    """Return the zone of a display name: (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna.

    Without the offset its cities must agree, and be more than one.
    """
    match = _DISPLAYED.fullmatch(name)
    words = (match[2].partition(":")[2] or match[2]) if match is not None else name
    places = [place.strip().casefold().replace(" and ", " & ") for place in [words, *words.split(",")][:40]]
    by_place = [zones for place in dict.fromkeys(places) if (zones := _zones_of(place))]
    candidates = [zone for zones in by_place for zone in zones]
    if places[0] in _PLACES and match is None:
        return _PLACES[places[0]]
    if match is not None:
        offset = read_offset(_padded(match[1])) if match[1] else timedelta(0)
        candidates = [zone for zone in candidates if _standard(zone) == offset]
    elif len(by_place) < 2 or len({_offsets(zone) for zone in candidates}) > 1:
        return ""
    preferred = set(_by_windows().values())
    return next((zone for zone in candidates if zone in preferred), candidates[0] if candidates else "")


def _zones_of(place: str) -> list[str]:
    return [_PLACES[place]] if place in _PLACES else cities().get(place, [])


def _padded(offset: str) -> str:
    sign, digits = offset[0], re.sub(r"\D", "", offset)
    return f"{sign}{digits:0>4}" if len(digits) > 2 else f"{sign}{digits:0>2}00"


def _standard(name: str) -> timedelta:
    """Return a zone's offset out of daylight-saving time."""
    return min(_offsets(name))


@cache
def _offsets(name: str) -> tuple[timedelta, timedelta]:
    """Return a zone's offsets in January and in July."""
    january, july = (datetime(2026, month, 1, tzinfo=ZoneInfo(name)).utcoffset() for month in (1, 7))
    return january or timedelta(0), july or timedelta(0)
