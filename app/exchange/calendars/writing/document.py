"""The hunt as a calendar (RFC 5545): one that is subscribed to updates what it has, since UIDs stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from app.etiquette.errors import InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.time.dates import zone_named
from app.exchange.calendars.writing.content_lines import content_line, duration, moment_line, text
from app.exchange.calendars.writing.entries import CalendarEntry, entries_of
from app.exchange.calendars.writing.revisions import Revision, Revisions
from app.exchange.calendars.writing.zones import FIRST_YEAR, LAST_YEAR, years_of, zone_definition

PRODID = "-//Afterword//Afterword//EN"
NAME = "Afterword"
_REFRESH = timedelta(hours=1)
"""How often a subscriber should look again."""
_NEVER = Revision(0, datetime(2000, 1, 1, tzinfo=UTC))

Rendered = dict[CalendarEntry, bytes]
"""Events as they were rendered before, each without its revision."""


def ics_document(
    applications: Iterable[Application],
    policy: Policy,
    now: datetime,
    revisions: Mapping[int, Revision] | None = None,
    before: bytes = b"",
    rendered: Rendered | None = None,
) -> bytes:
    """Return a calendar of every interview, every step that is still to be done with its window, and reply-by dates.

    It has no METHOD: it is a calendar to import or subscribe to, and no message.

    Args:
        revisions: of each application, by its id.
        before: the calendar that this one takes the place of: what has not changed since stays as it is there.
        rendered: what was rendered before; it holds what this calendar needs after.
    """
    earlier = rendered if rendered is not None else {}
    fresh: Rendered = {}
    for application in applications:
        for entry in entries_of(application, policy, now):
            fresh[entry] = earlier.get(entry) or _event(entry)
    if rendered is not None:
        rendered.clear()
        rendered.update(fresh)
    revised = Revisions(before, now)
    revisions_by_id = revisions or {}
    events = [
        revised.revised(event, revisions_by_id.get(entry.application_id, _NEVER), entry.least_sequence)
        for entry, event in fresh.items()
    ]
    return b"".join([_head(), *_zones(fresh), *events, b"END:VCALENDAR\r\n"])


def _head() -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    lines: bytes = calendar.to_ical()
    return lines.removesuffix(b"END:VCALENDAR\r\n")


def _zones(entries: Iterable[CalendarEntry]) -> list[bytes]:
    """Return the definitions of the zones that events are written in."""
    used: dict[str, list[datetime]] = {}
    for entry in entries:
        for moment in (entry.starts, entry.ends):
            if isinstance(moment, datetime) and (local := _local(moment, entry.timezone)) is not None:
                used.setdefault(entry.timezone, []).append(local)
    return [zone_definition(name, *years_of(moments)) for name, moments in sorted(used.items())]


def _local(moment: datetime, timezone: str) -> datetime | None:
    """Return a moment by the clock of its zone, None when the zone is not known or its clock shows that time twice.

    Of a time that occurs twice RFC 5545 3.3.5 means the first; ical.js and node-ical take the second.
    """
    if not timezone or not FIRST_YEAR < moment.year < LAST_YEAR:
        return None
    try:
        zone = zone_named(timezone)
    except InvalidFieldError:
        return None
    if not isinstance(zone, ZoneInfo) or timezone in ("UTC", "Etc/UTC"):
        return None
    local = moment.astimezone(zone)
    return local if local.utcoffset() == local.replace(fold=1 - local.fold).utcoffset() else None


def _event(entry: CalendarEntry) -> bytes:
    """Return a VEVENT without its revision, which is put after its first line."""
    lines = [b"BEGIN:VEVENT\r\n", content_line("SUMMARY", text(entry.summary))]
    for name, moment in (("DTSTART", entry.starts), ("DTEND", entry.ends)):
        local = _local(moment, entry.timezone) if isinstance(moment, datetime) else None
        lines.append(moment_line(name, local or moment))
    lines.append(content_line("UID", text(entry.uid)))
    lines += [
        content_line(name, text(value))
        for name, value in (("DESCRIPTION", entry.description), ("LOCATION", entry.location))
        if value
    ]
    lines.append(content_line("STATUS", entry.status))
    lines.append(content_line("TRANSP", "OPAQUE" if entry.is_busy else "TRANSPARENT"))
    for trigger in entry.alarms:
        lines += [
            b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n",
            content_line("DESCRIPTION", text(entry.summary)),
            content_line("TRIGGER", duration(trigger)),
            b"END:VALARM\r\n",
        ]
    return b"".join([*lines, b"END:VEVENT\r\n"])
