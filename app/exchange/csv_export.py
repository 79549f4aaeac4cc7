"""The hunt as a spreadsheet: one row an application, safe to open, and read back without loss by our own import."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from app.etiquette.records import Application

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
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""What makes a spreadsheet program take a cell for a formula, and the mark that we put before it."""


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
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """Return what `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _cells(application: Application) -> list[str]:
    person = application.people[0] if application.people else None
    return [
        application.company,
        application.role,
        application.stage.value,
        application.outcome.kind.value if application.outcome else "",
        application.applied_on.isoformat() if application.applied_on else "",
        application.reply_by.date.isoformat() if application.reply_by else "",
        application.location,
        application.url,
        application.salary,
        application.source,
        ("", "low", "medium", "high")[application.priority],
        person.name if person else "",
        person.email if person else "",
        application.notes,
    ]
