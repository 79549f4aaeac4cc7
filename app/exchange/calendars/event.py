"""One VEVENT as an invitation. Its times come from `moments`; what cannot be read is said, the rest is kept."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from app.etiquette.text import clean
from app.exchange.calendars.components import Component
from app.exchange.calendars.meeting_links import meeting_link
from app.exchange.calendars.merging import FROM_OTHERS
from app.exchange.calendars.moments import Moment, Zones
from app.exchange.calendars.people import attendees_of, declined_by, organizer_of
from app.exchange.calendars.plain_text import plain_text
from app.exchange.calendars.written_times import Length, read_length
from app.exchange.contents import Invitation

_SHORT = 1_000
"""Characters of a line of text that are kept."""
_LARGEST = 2**63 - 1
_ANSWERS = FROM_OTHERS | {"CANCEL"}
"""Methods that speak of an event sent before, and need not repeat when it is (RFC 5546)."""
_REPEATS = "It repeats: only the first date is imported."


def invitation_of(event: Component, method: str, zones: Zones) -> Invitation | str:
    """Return the invitation, or why it is none, a sentence."""
    status = clean(event.text("STATUS")[:40]).upper()
    start = _start(event, zones)
    if start is None:
        if method not in _ANSWERS and status != "CANCELLED":
            return f"{_called(event)} does not say when it starts."
        start = Moment(problem="It does not say when the event starts.")
    end = _end(event, start, zones)
    repeats = any(event.first(name) is not None for name in ("RRULE", "RDATE"))
    problems = [start.problem, end.problem if start.at is not None else "", _REPEATS if repeats else ""]
    instance = event.first("RECURRENCE-ID")
    is_unplaced = start.at is None and bool(start.zone_name)
    return Invitation(
        uid=clean(event.text("UID")[:_SHORT]),
        starts=start.at,
        ends=end.at,
        timezone=start.timezone,
        floating=start.floating,
        summary=_line(event, "SUMMARY"),
        organizer=organizer_of(event),
        attendees=attendees_of(event),
        declined_by=declined_by(event),
        method=method,
        status=status,
        sequence=_number(event.text("SEQUENCE")),
        stamped=_stamped(event, zones),
        location=_line(event, "LOCATION"),
        description=_description(event),
        url=meeting_link(_said(event)),
        all_day=start.all_day,
        problem=" ".join(problem for problem in problems if problem),
        repeats=repeats,
        instance=zones.moment(instance, start.zone_name).at if instance is not None else None,
        unknown_zone=start.zone_name if is_unplaced else "",
        wall_starts=start.local if is_unplaced else None,
        wall_ends=end.local if is_unplaced else None,
    )


def _start(event: Component, zones: Zones) -> Moment | None:
    line = event.first("DTSTART") or next(event.all("DTSTART"), None)
    return zones.moment(line) if line is not None else None


def _end(event: Component, start: Moment, zones: Zones) -> Moment:
    """Return when it ends, with no `at` when that is not said or makes no sense."""
    line, length_line = event.first("DTEND"), event.first("DURATION")
    if line is not None:
        end = zones.moment(line, start.zone_name)
    elif length_line is not None:
        length = read_length(length_line.value)
        if length is None:
            return Moment(problem=f"Its length “{clean(length_line.value[:40])}” cannot be read.")
        end = zones.later(start, length)
    elif start.all_day:
        end = zones.later(start, Length(1, timedelta(0)))
    else:
        return Moment()
    if end.at is not None and start.at is not None and end.at <= start.at:
        return Moment(problem="It would end before it starts, so its end is left out." if end.at < start.at else "")
    return end


def _stamped(event: Component, zones: Zones) -> datetime | None:
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        line = event.first(name)
        moment = zones.moment(line).at if line is not None else None
        if moment is not None:
            return moment
    return None


def _number(text: str) -> int:
    match = re.match(r"\s*(\d{1,30})", text)
    return min(int(match[1]), _LARGEST) if match is not None else 0


def _line(event: Component, name: str) -> str:
    return " ".join(clean(plain_text(event.text(name)[: 2 * _SHORT])).split())[:_SHORT]


def _called(event: Component) -> str:
    summary = _line(event, "SUMMARY")[:80]
    return f"The event “{clean(summary)}”" if summary else "An event without a title"


def _description(event: Component) -> str:
    description = plain_text(event.text("DESCRIPTION"))
    return description or plain_text(event.text("X-ALT-DESC"))


def _said(event: Component) -> list[str]:
    """Return all that may hold a link, the likeliest first."""
    places = [line.value for name in ("X-GOOGLE-CONFERENCE", "CONFERENCE") for line in event.all(name)]
    places += [line.value for line in event.properties if line.name.startswith("X-MICROSOFT-SKYPETEAMSMEETINGURL")]
    places += [event.text("LOCATION"), event.text("URL")]
    places += [line.text for line in event.properties if line.name.startswith("X-") and line.name != "X-ALT-DESC"]
    return [*places, event.text("DESCRIPTION"), event.text("X-ALT-DESC")]
