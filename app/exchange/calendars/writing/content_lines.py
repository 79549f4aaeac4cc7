"""Content lines of RFC 5545: a property each, its text escaped, folded at 75 octets.

icalendar writes the same lines at many times the cost, which a calendar of thousands of events does not bear.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_LONGEST = 74
"""Octets in a line, without the space that begins a continued one: 75 at most (RFC 5545 3.1)."""


def content_line(name: str, value: str) -> bytes:
    """Return a property (with its parameters in the name) and its value as one folded line."""
    line = f"{name}:{value}"
    octets = line.encode()
    if len(octets) <= _LONGEST:
        return octets + b"\r\n"
    lines, used = [""], 0
    for character in line:
        size = len(character.encode())
        if used + size > _LONGEST:
            lines.append("")
            used = 0
        lines[-1] += character
        used += size
    return "\r\n ".join(lines).encode() + b"\r\n"


def text(value: str) -> str:
    """Return a value of type TEXT (RFC 5545 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")


def moment_line(name: str, moment: datetime | date) -> bytes:
    """Return a property that tells a moment: by the clock of its zone, in UTC, or a day (RFC 5545 3.3.4, 3.3.5)."""
    if not isinstance(moment, datetime):
        return content_line(f"{name};VALUE=DATE", _digits(moment))
    zone = getattr(moment.tzinfo, "key", "")
    if zone and zone != "UTC":
        return content_line(f"{name};TZID={zone}", f"{_digits(moment)}T{moment:%H%M%S}")
    in_utc = moment.astimezone(UTC)
    return content_line(name, f"{_digits(in_utc)}T{in_utc:%H%M%S}Z")


def duration(length: timedelta) -> str:
    """Return a value of type DURATION of whole minutes (RFC 5545 3.3.6)."""
    minutes = int(abs(length).total_seconds()) // 60
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    time = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M")) if number)
    sign = "-" if length < timedelta(0) else ""
    if not days and not time:
        return "P0D"
    return f"{sign}P{f'{days}D' if days else ''}{f'T{time}' if time else ''}"


def _digits(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
