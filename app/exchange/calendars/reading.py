"""A calendar file from its bytes to invitations, and an account of everything in it that is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean
from app.exchange.calendars.components import Component, calendars_of
from app.exchange.calendars.event import invitation_of
from app.exchange.calendars.file_zones import Effort, FileZone
from app.exchange.calendars.lines import content_lines
from app.exchange.calendars.merging import merged
from app.exchange.calendars.moments import Zones, file_zones
from app.exchange.contents import FileContents, Invitation, ReportedRow

_WANTED = frozenset(
    """ATTENDEE BEGIN CONFERENCE DESCRIPTION DTEND DTSTAMP DTSTART DURATION END LAST-MODIFIED LOCATION METHOD ORGANIZER
    RDATE RECURRENCE-ID RRULE SEQUENCE STATUS SUMMARY TZID TZOFFSETFROM TZOFFSETTO UID URL X-ALT-DESC
    X-LIC-LOCATION X-TZINFO X-WR-TIMEZONE""".split()
)
_OTHERS = {
    "VTODO": "a task, not an event",
    "VJOURNAL": "a journal entry, not an event",
    "VFREEBUSY": "busy times, not an event",
    "VAVAILABILITY": "free times, not an event",
}


def read(name: str, data: bytes, zone: tzinfo) -> FileContents:
    """Return what a calendar file holds. See `read_calendar`."""
    calendars = _calendars(data)
    if not calendars:
        raise ImportFileError("It isn't a calendar: it has no BEGIN:VCALENDAR.")
    invitations, reported, count = _understood(calendars, zone)
    return FileContents(
        name,
        "ics",
        rows=count + len(reported),
        merged=count,
        reported=reported,
        interviews=invitations,
        notes=tuple(_notes(invitations, reported)),
    )


def understood(data: bytes, zone: tzinfo, method: str) -> tuple[tuple[Invitation, ...], tuple[ReportedRow, ...], int]:
    """Return invitations, components not taken, and how many merged. See `invitations_of`."""
    return _understood(_calendars(data), zone, method)


def _calendars(data: bytes) -> list[Component]:
    return calendars_of(content_lines(data, _WANTED))


def _understood(
    calendars: list[Component], zone: tzinfo, said: str = ""
) -> tuple[tuple[Invitation, ...], tuple[ReportedRow, ...], int]:
    unmerged: list[Invitation] = []
    reported: list[ReportedRow] = []
    effort = Effort()
    defined = [file_zones(calendar, effort) for calendar in calendars]
    for calendar, own in zip(calendars, defined, strict=True):
        zones = Zones(calendar, own if calendar.name else _all_of(defined), zone)
        method = clean((calendar.text("METHOD").strip() or said)[:40]).upper()
        for component in calendar.components:
            if component.name == "VTIMEZONE":
                continue
            understood = invitation_of(component, method, zones) if component.name == "VEVENT" else _no_event(component)
            if isinstance(understood, str):
                reported.append(ReportedRow(component.line, understood))
            else:
                unmerged.append(understood)
    invitations, count = merged(unmerged)
    return invitations, tuple(reported), count


def _all_of(defined: list[dict[str, FileZone]]) -> dict[str, FileZone]:
    """Return the zones of all calendars, for events that stand outside of any."""
    return {name: file_zone for zones in reversed(defined) for name, file_zone in zones.items()}


def _no_event(component: Component) -> str:
    summary = clean(component.text("SUMMARY")[:80])
    about = f" ({summary})" if summary else ""
    return f"{_OTHERS.get(component.name, f'{clean(component.name[:40])}, not an event')}{about}: not imported."


def _notes(invitations: tuple[Invitation, ...], reported: tuple[ReportedRow, ...]) -> Iterator[str]:
    if not invitations and not reported:
        yield "The calendar is empty: it has no events."
    floating = sum(invitation.floating and not invitation.all_day for invitation in invitations)
    if floating:
        yield f"{_count(floating)} without a time zone: yours is assumed."
    for name in sorted({invitation.unknown_zone for invitation in invitations if invitation.unknown_zone}):
        yield f"The time zone “{name}” isn't recognized. You'll be asked which one it means."
    repeating = sum(invitation.repeats for invitation in invitations)
    if repeating:
        all_of_them = f"{repeating} events repeat: only the first date of each"
        which = "1 event repeats: only its first date" if repeating == 1 else all_of_them
        yield f"{which} is imported."


def _count(number: int) -> str:
    return "1 event" if number == 1 else f"{number} events"
