"""What files from outside contain, read but not stored yet; `import --json` prints it as a preview."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from app.etiquette.frozen import dataclass
from app.etiquette.records import Decision, OutcomeKind
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
    reply_by: date | None = None
    dated: tuple[tuple[str, Stage, date], ...] = ()
    """Stage columns that held a date: the column's name, the stage that it speaks of and the day."""
    decision: Decision | None = None
    """What the user answered to an offer, where the row says so."""
    others: tuple[tuple[str, str], ...] = ()
    """People named in the row beyond the contact: name and address, one of them may be ""."""
    saved: bool = False
    """Only saved to a list, not applied for: it has no day applied on, and its stage says nothing yet."""
    outcome_on: date | None = None
    """The day of the outcome, where the row gives one."""
    replied_on: date | None = None
    """The day on which they answered without deciding, where the row gives one."""
    ids: tuple[str, ...] = ()
    """What tells two applications of one role apart, as it stands in the notes: `Req ID: 87249`, `Team: Core`."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a spreadsheet, as understood."""

    index: int
    """From 0."""
    header: str
    """As it stands in the file, "" when there is none."""
    field: str
    """One of `SHEET_FIELDS`; "" when the column goes into the notes or nowhere."""
    sample: str = ""
    """The first cell that holds something."""


@dataclass(frozen=True, slots=True)
class SheetStatus:
    """One status in the sheet's own words, and what it was taken for."""

    words: str
    """As first written in the file."""
    count: int
    """Rows that hold it."""
    stage: Stage
    outcome: OutcomeKind | None = None
    is_sure: bool = True
    """False: nothing was recognized in the words, and the stage is a guess to be checked."""
    saved: bool = False
    """It says that nothing was sent: the stage says nothing."""
    lines: tuple[int, ...] = ()
    """The first rows that hold it."""


class DateOrder(StrEnum):
    """The order of a day's numbers in a sheet; decided for the whole file."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What the user corrected for the whole file; anything not listed is worked out."""

    fields: tuple[tuple[int, str], ...] = ()
    """Column index -> one of `SHEET_FIELDS`, "" to leave the column out."""
    statuses: tuple[tuple[str, Stage, OutcomeKind | None], ...] = ()
    """Words of a status, compared folded -> what they mean."""
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a spreadsheet was read, which a user may correct."""

    columns: tuple[SheetColumn, ...]
    statuses: tuple[SheetStatus, ...]
    date_order: DateOrder | None
    """None: no day in it is written in numbers alone."""
    date_order_is_sure: bool = True
    """False: every day could be read either way."""
    encoding: str = "utf-8"
    separator: str = ","
    header_line: int | None = 1
    """None: there is no header row."""


SHEET_FIELDS: dict[str, str] = {
    "company": "Company",
    "role": "Role",
    "status": "Status",
    "decision": "Decision",
    "applied_on": "Applied on",
    "url": "Link",
    "location": "Location",
    "source": "Source",
    "salary": "Salary",
    "priority": "Priority",
    "contact": "Contact",
    "contact_email": "Contact email",
    "reply_by": "Decision date",
    "stage_date": "A stage, with its day",
    "decided": "Date of the outcome",
    "reference": "Application id",
    "notes": "Notes",
}
"""What a column of a spreadsheet can hold, with the title that a form shows."""


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """A row that was not taken, its first line in the file (from 1), and why."""

    line: int
    reason: str


class Repeat(NamedTuple):
    """A row that repeats another one of its file: their first lines, from 1."""

    line: int
    of: int


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
    """UTC; None when it could not be determined, and `problem` then says why."""
    ends: datetime | None
    timezone: str
    """IANA name; "" when unknown."""
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
    declined_by: tuple[str, ...] = ()
    """Addresses, in lower case, of those invited who said that they will not come (PARTSTAT=DECLINED)."""
    all_day: bool = False
    """A day, or days, without a time: it starts as the day does in the user's zone, and `floating` is set."""
    problem: str = ""
    """Sentences about it for the user, or questions; "" when there are none."""
    unknown_zone: str = ""
    """The zone's name in the file when nobody knows such a zone: the moments are None then, and the user is asked."""
    wall_starts: datetime | None = None
    """The start as the clock in that zone shows it, without a zone; None unless `unknown_zone` is set."""
    wall_ends: datetime | None = None
    repeats: bool = False
    """Whether more dates follow, which are not imported."""
    instance: datetime | None = None
    """The date of a repeating event that this one replaces (RECURRENCE-ID), with which `uid` then ends; else None."""


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, the new text without the quotes."""

    sender: Attendee
    to: tuple[Attendee, ...]
    """To first, then Cc; each address once."""
    subject: str
    at: datetime | None
    """UTC; None when neither a Date nor a Received could be read."""
    text: str
    is_bounce: bool = False
    """It says that a mail did not arrive and never will."""
    away_until: date | None = None
    """Of an automatic answer: the first day on which they are back; None when it does not say."""
    is_auto_reply: bool = False
    """No person wrote it: out of office, a receipt, a notice of delay. Never an answer."""
    message_id: str = ""
    """With its brackets, as the two below."""
    in_reply_to: str = ""
    invitations: tuple[Invitation, ...] = ()
    references: tuple[str, ...] = ()
    """The mails of its thread, oldest first."""
    is_delayed: bool = False
    """It says that a mail has not arrived yet and is still being tried: no bounce, and no answer."""
    failed_for: tuple[str, ...] = ()
    """Of a bounce or notice of delay: whom the mail did not reach, in lower case."""
    failed_message_id: str = ""
    """Of a bounce or notice of delay: the Message-ID of the mail it is about, "" when it does not say."""
    failed_checks: tuple[str, ...] = ()
    """How the receiving server could not confirm the sender: SPF, DKIM, DMARC. Empty: nothing is said against it."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was in one winmail.dat, in which Outlook packs what is in a message."""

    is_readable: bool = True
    """False: it is empty, something else, or damaged where an invitation may have been."""
    invitations: tuple[Invitation, ...] = ()
    reported: tuple[str, ...] = ()
    """Sentences about what was not taken."""
    merged: int = 0
    files: tuple[str, ...] = ()
    """Names of what else is in it, without pictures: nearly all of those are a signature's."""


LONGEST_POSTING = 100_000
"""Characters of a posting's text that are kept: ten times the longest that people write."""


@dataclass(frozen=True, slots=True)
class Advertised:
    """A role as one posting of it shows it."""

    text: str
    """What a person reads, in lines."""
    title: str = ""
    company: str = ""
    role: str = ""
    location: str = ""
    salary: str = ""
    closes: date | None = None
    """The last day on which one can apply."""
    address: str = ""
    """Where it was."""
    is_sure: bool = False
    """Whether the page states company and role; False: they are guessed from its title, or not known."""


@dataclass(frozen=True, slots=True)
class FileContents:
    """One file's content. rows = taken + merged + reported, always."""

    file: str
    kind: str
    """csv, ics, tnef, eml, mbox, json, html, mhtml, pdf, txt or unknown."""
    rows: int = 0
    """Of a calendar or mail: how many are not in `interviews` or `messages`, since they were merged or reported."""
    taken: tuple[TakenRow, ...] = ()
    merged: int = 0
    """Rows that repeat another row of the same file, or (once compared) one of the hunt."""
    reported: tuple[ReportedRow, ...] = ()
    interviews: tuple[Invitation, ...] = ()
    messages: tuple[Message, ...] = ()
    postings: tuple[Advertised, ...] = ()
    notes: tuple[str, ...] = ()
    """What was decided for the whole file: encoding, separator, date order."""
    sheet: Sheet | None = None
    """How it was read, for a spreadsheet."""
    repeats: Sequence[Repeat] = ()
    """Which rows repeat which; all of them are in `merged`."""
