"""One VEVENT as an invitation: who, when, where, and what of it could not be told."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from urllib.parse import urlsplit

from app.etiquette.text import clean, clean_lines
from app.exchange.calendars.content_lines import Component, Property, unescaped
from app.exchange.calendars.times import Moment, end_of, moment_of
from app.exchange.calendars.zones import Zones
from app.exchange.found import Attendee, Invitation

_MOST_PEOPLE = 200
_LONGEST = 10_000
_LINK = re.compile(r"https?://[^\s<>\"'\\)\]]+", re.IGNORECASE)
_HOSTS = """
zoom.us zoom.com teams.microsoft.com teams.live.com meet.google.com webex.com whereby.com gotomeeting.com gotomeet.me
bluejeans.com chime.aws meet.jit.si skype.com join.me around.co riverside.fm coderpad.io
"""
_MEETING_HOSTS = tuple(_HOSTS.split())
_LINK_PROPERTIES = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "CONFERENCE",
    "URL",
)


def invitation_of(event: Component, zones: Zones, method: str, calendar_zone: str, user: tzinfo) -> Invitation:
    """Return what an event tells; its start may be missing, `problem` then says why."""
    told = event.get("DTSTART")
    starts = moment_of(told, zones, calendar_zone, user) if told else Moment(problem="it has no start")
    ends = end_of(event, starts, zones, calendar_zone, user)
    description = _description(event)
    location = clean(event.text("LOCATION"))[:1000]
    problems = [starts.problem]
    if event.get("RRULE") is not None:
        problems.append("it repeats; the first time is taken")
    recurrence = clean(event.text("RECURRENCE-ID"))
    uid = clean(event.text("UID"))[:400]
    return Invitation(
        f"{uid}/{recurrence}" if recurrence else uid,
        starts.moment,
        ends.moment,
        starts.zone,
        starts.is_floating,
        clean(event.text("SUMMARY"))[:1000],
        _person(event.get("ORGANIZER")),
        _attendees(event),
        method,
        clean(event.text("STATUS")).upper(),
        _number(event.text("SEQUENCE")),
        _stamp(event, zones, user),
        location,
        description,
        _link(event, location, description),
        starts.is_day,
        "; ".join(problem for problem in problems if problem),
        starts.unknown_zone,
        starts.wall,
        ends.wall,
    )


def _number(text: str) -> int:
    """Return a whole number of any size, 0 where there is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 100 else 0


def _stamp(event: Component, zones: Zones, user: tzinfo) -> datetime | None:
    for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
        found = event.get(name)
        moment = moment_of(found, zones, "UTC", user).moment if found else None
        if moment is not None:
            return moment.astimezone(UTC)
    return None


def _person(property_: Property | None) -> Attendee | None:
    if property_ is None:
        return None
    value = property_.value.strip()
    scheme, colon, rest = value.partition(":")
    address = rest if colon and scheme.casefold() == "mailto" else value if "@" in value and not colon else ""
    address = clean(address or property_.parameters.get("EMAIL", "")).removeprefix("mailto:").strip(" <>\"'")
    name = clean(unescaped(property_.parameters.get("CN", ""))).strip("\"' ")
    return Attendee("" if name.casefold() == address.casefold() else name, address) if name or address else None


def _attendees(event: Component) -> tuple[Attendee, ...]:
    people = [
        _person(each)
        for each in event.all("ATTENDEE")[:_MOST_PEOPLE]
        if each.parameters.get("CUTYPE", "").upper() not in ("ROOM", "RESOURCE")
    ]
    return tuple(dict.fromkeys(person for person in people if person is not None))


def _description(event: Component) -> str:
    text = event.text("DESCRIPTION")
    if not text.strip():
        text = event.text("X-ALT-DESC") or event.text("STYLED-DESCRIPTION")
    if re.search(r"<(html|body|p|br|div|table)\b", text[:2000], re.IGNORECASE):
        text = _without_tags(text)
    return clean_lines(text).strip()[:_LONGEST]


def _without_tags(text: str) -> str:
    import html

    text = re.sub(r"<(script|style|head)\b.*?</\1\s*>", " ", text, flags=re.IGNORECASE | re.DOTALL)
    text = re.sub(r"<(br|/p|/div|/tr|/li|/h\d)\b[^<>]*>", "\n", text, flags=re.IGNORECASE)
    return re.sub(r"[ \t]+\n|\n{3,}", "\n", html.unescape(re.sub(r"<[^<>]*>", "", text)))


def _link(event: Component, location: str, description: str) -> str:
    """Return where the meeting takes place: a meeting's own link first, then any that the event names."""
    texts = [event.text(name) for name in _LINK_PROPERTIES] + [location, description]
    links = [clean(link.rstrip(".,;")) for text in texts for link in _LINK.findall(text[:20_000])]
    meeting = next((link for link in links if _is_meeting(link)), "")
    named = next((clean(text) for text in texts[:5] if text.strip().startswith("http")), "")
    return (meeting or named or next(iter(_LINK.findall(location)), ""))[:1000]


def _is_meeting(link: str) -> bool:
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return False
    return any(host == known or host.endswith(f".{known}") for known in _MEETING_HOSTS)
