"""Calendar files (RFC 5545) as invitations: every instant exact, or not told at all."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

from app.exchange.calendars.content_lines import Component, components_of
from app.exchange.calendars.events import invitation_of
from app.exchange.calendars.zones import Zones
from app.exchange.decoding import decoded
from app.exchange.found import FoundFile, Invitation, ReportedRow

_BEGINNING = re.compile(rb"\s*BEGIN:(VCALENDAR|VEVENT)\b", re.IGNORECASE)
_QUIET = frozenset(("VTIMEZONE", "VALARM", "STANDARD", "DAYLIGHT"))
_FIRST = datetime.min.replace(tzinfo=UTC)


def looks_like_calendar(data: bytes) -> bool:
    """Return whether a file begins as a calendar does."""
    start = data[:4096]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = decoded(start).text.encode()
    return bool(_BEGINNING.match(start.removeprefix(b"\xef\xbb\xbf")))


def read_calendar(name: str, data: bytes, zone: tzinfo) -> FoundFile:
    """Return the invitations of a calendar file.

    Args:
        zone: the user's, in which floating times are meant.

    Raises:
        ImportFileError: it has more entries than are read.
    """
    invitations, reported, merged = invitations_of(data, zone)
    return FoundFile(name, "ics", merged + len(reported), (), merged, reported, invitations)


def invitations_of(
    data: bytes, zone: tzinfo, method: str = ""
) -> tuple[tuple[Invitation, ...], tuple[ReportedRow, ...], int]:
    """Return the invitations in calendar text, what of it is none, and how many repeat another one.

    Args:
        method: as the mail says that it came in, for text that does not say it itself.

    Raises:
        ImportFileError: it has more entries than are read.
    """
    found: dict[str, Invitation] = {}
    reported: list[ReportedRow] = []
    merged = 0
    for calendar in _calendars(components_of(decoded(data).text)):
        said = calendar.text("METHOD").strip().upper() or method.upper()
        zones = Zones(child for child in calendar.children if child.name == "VTIMEZONE")
        calendar_zone = calendar.text("X-WR-TIMEZONE").strip()
        for component in calendar.children:
            if component.name != "VEVENT":
                if component.name not in _QUIET:
                    reported.append(ReportedRow(component.line, f"{component.name} is no event"))
                continue
            if component.get("DTSTART") is None:
                reported.append(ReportedRow(component.line, "the event has no start"))
                continue
            invitation = invitation_of(component, zones, said, calendar_zone, zone)
            key = invitation.uid or f"line {component.line}"
            known = found.get(key)
            merged += known is not None
            if known is None or _version(invitation) > _version(known):
                found[key] = invitation
    return tuple(found.values()), tuple(reported), merged


def _calendars(components: list[Component]) -> list[Component]:
    """Return the calendars of a file; events that stand outside of any are one more."""
    loose = [component for component in components if component.name != "VCALENDAR"]
    calendars = [component for component in components if component.name == "VCALENDAR"]
    return calendars + ([Component("VCALENDAR", 1, [], loose)] if loose else [])


def _version(invitation: Invitation) -> tuple[int, datetime]:
    """Return what tells the later of two versions (RFC 5546 2.1.5)."""
    return invitation.sequence, invitation.stamped or _FIRST
