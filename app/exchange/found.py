"""What was found in files from outside, before anything is stored: the preview that `import --json` prints."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from app.etiquette.records import OutcomeKind
from app.etiquette.stages import Stage


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One spreadsheet row understood as an application."""

    line: int
    company: str
    role: str
    stage: Stage = Stage.APPLIED
    outcome: OutcomeKind | None = None
    applied_on: date | None = None
    url: str = ""
    location: str = ""
    source: str = ""
    notes: str = ""
    salary: str = ""
    priority: int = 0
    contact: str = ""
    """A person named in the row."""
    contact_email: str = ""
    dated: tuple[tuple[str, date], ...] = ()
    """Stage columns that held a date: the column's name and the day."""


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A row that was not taken, its first line in the file (from 1), and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody named in an invitation or a mail."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """One calendar component (RFC 5545 VEVENT) that concerns an interview."""

    uid: str
    starts: datetime | None
    """UTC; None when it could not be told, `problem` then says why."""
    ends: datetime | None
    timezone: str
    """IANA name; "" when it is not known."""
    floating: bool
    """Without a zone: meant in the user's (RFC 5545 3.3.5, form 1)."""
    summary: str
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    method: str = ""
    """REQUEST, PUBLISH, CANCEL, REPLY ... in capitals, "" when not said."""
    status: str = ""
    """TENTATIVE, CONFIRMED, CANCELLED, "" when not said."""
    sequence: int = 0
    stamped: datetime | None = None
    location: str = ""
    description: str = ""
    url: str = ""
    all_day: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, the new text without the quotes."""

    sender: Attendee
    to: tuple[Attendee, ...]
    subject: str
    at: datetime | None
    text: str
    is_bounce: bool = False
    away_until: date | None = None
    is_auto_reply: bool = False
    message_id: str = ""
    in_reply_to: str = ""
    invitations: tuple[Invitation, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file's content. rows = taken + merged + reported, always."""

    file: str
    kind: str
    """csv, ics, eml, mbox, json or unknown."""
    rows: int = 0
    taken: tuple[TakenRow, ...] = ()
    merged: int = 0
    """Rows that repeat another row of the same file, or (once compared) one of the hunt."""
    reported: tuple[ReportedRow, ...] = ()
    interviews: tuple[Invitation, ...] = ()
    messages: tuple[Message, ...] = ()
    notes: tuple[str, ...] = ()
    """What was decided for the whole file: encoding, separator, date order."""
    columns: dict[str, str] = field(default_factory=dict)
    """Column header -> field, as understood."""
