"""Calendars for tests, as text."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.exchange.calendars import invitations_of
from app.exchange.contents import Invitation

BERLIN = ZoneInfo("Europe/Berlin")

EASTERN = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
"""New York's zone as Exchange writes it, under any name."""


def event(*lines: str, uid: str = "1@x.example") -> str:
    """Return an event with these lines."""
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", ""])


def calendar(*parts: str) -> bytes:
    """Return a calendar of properties, zones and events."""
    text = "".join(part if part.endswith("\n") else f"{part}\n" for part in parts)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{text}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def only(data: bytes) -> Invitation:
    """Return the one invitation that a calendar holds."""
    invitations, reported, merged = invitations_of(data, BERLIN)
    assert (len(invitations), reported, merged) == (1, (), 0)
    return invitations[0]


def starting(start: str, *around: str) -> Invitation:
    """Return the invitation of an event that starts so, in a calendar with other parts around it."""
    return only(calendar(*around, event(start)))


def utc(text: str) -> datetime:
    """Return the instant of an ISO text without an offset."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
