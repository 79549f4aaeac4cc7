"""The hunt as a spreadsheet: one row an application, safe to open, and read back without loss by our own import.

What has no column here, letters and events above all, is in the JSON export alone.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, tzinfo

from app.etiquette.errors import InvalidFieldError
from app.etiquette.records import Application, Interview, Person
from app.etiquette.time.dates import zone_named
from app.etiquette.time.interview_times import day_of
from app.etiquette.unset import UNSET

COLUMNS = (
    "Company",
    "Role",
    "Stage",
    "Outcome",
    "Applied on",
    "Reply by",
    "Location",
    "Link",
    "Salary",
    "Source",
    "Priority",
    "Contact",
    "Contact address",
    "Notes",
    "Decision",
    "Others",
    "Interviews",
)
PRIORITIES = ("", "low", "medium", "high")
GUARD = "'"
"""Put before a cell that a spreadsheet program would take for a formula."""
_FORMULA = frozenset("=+-@\u2212")
"""What a formula begins with, also written full-width, small or raised (Unicode's compatibility forms of these)."""
_BEFORE = ("\t", "\r", "\n", GUARD)
"""What else is guarded at the beginning of a cell: what some programs skip on their way to a formula (OWASP, "CSV
Injection"), and the guard itself, so that it comes off again exactly."""
_PERSON = re.compile(r"(?P<name>.*?) ?<(?P<address>[^<>]*)>")


def csv_document(applications: Iterable[Application]) -> str:
    """Return RFC 4180 text with a header row; archived applications are part of it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for application in applications:
        writer.writerow([guarded(cell) for cell in _cells(application)])
    return text.getvalue()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet program evaluates: an apostrophe comes before what would be a formula."""
    return f"{GUARD}{cell}" if _needs_guard(cell) else cell


def unguarded(cell: str) -> str:
    """Return what `guarded` was given."""
    return cell[1:] if cell.startswith(GUARD) and _needs_guard(cell[1:]) else cell


def _needs_guard(cell: str) -> bool:
    if cell.startswith(_BEFORE):
        return True
    first = cell.lstrip()[:1]
    return first in _FORMULA if first.isascii() else unicodedata.normalize("NFKC", first)[0] in _FORMULA


def people_of(cell: str) -> tuple[tuple[str, str], ...]:
    """Return names and addresses out of a cell of "Others"."""
    people = []
    for part in cell.split("; "):
        match = _PERSON.fullmatch(part)
        if match:
            people.append((match["name"], match["address"]))
        elif part:
            people.append((part, ""))
    return tuple(people)


def days_of(cell: str) -> tuple[date, ...]:
    """Return the days out of a cell of "Interviews"; `ValueError` when one is none."""
    return tuple(date.fromisoformat(part) for part in cell.split(", ") if part)


def _cells(application: Application) -> list[str]:
    person = application.people[0] if application.people else None
    outcome = application.outcome
    return [
        application.company,
        application.role,
        application.stage.value,
        outcome.kind.value if outcome else "",
        application.applied_on.isoformat() if application.applied_on else "",
        application.reply_by.date.isoformat() if application.reply_by else "",
        application.location,
        application.url,
        application.salary,
        application.source,
        PRIORITIES[application.priority],
        person.name if person else "",
        person.email if person else "",
        application.notes,
        outcome.decision.value if outcome and outcome.decision else "",
        "; ".join(_named(person) for person in application.people[1:]),
        ", ".join(_day(interview).isoformat() for interview in application.interviews if interview.starts != UNSET),
    ]


def _named(person: Person) -> str:
    """`Dana Lee <dana@example.org>`; a semicolon in a name would part it in two."""
    name = person.name.replace("; ", ", ")
    if not person.email:
        return name
    return f"<{person.email}>" if name == person.email else f"{name} <{person.email}>"


def _day(interview: Interview) -> date:
    """The day of an interview where it was meant."""
    zone: tzinfo = UTC
    if interview.timezone:
        try:
            zone = zone_named(interview.timezone)
        except InvalidFieldError:
            zone = UTC
    return day_of(interview, zone)
