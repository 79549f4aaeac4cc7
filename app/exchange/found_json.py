"""What was found in files, as `import --json` prints it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from app.exchange.found import Attendee, FoundFile, Invitation, Message, TakenRow


def files_document(files: Iterable[FoundFile]) -> dict[str, Any]:
    """Return the document; rows = taken + merged + reported in each of its files."""
    return {"files": [_file(file) for file in files]}


def _file(file: FoundFile) -> dict[str, Any]:
    return {
        "file": file.file,
        "kind": file.kind,
        "rows": file.rows,
        "taken": [_row(row) for row in file.taken],
        "merged": file.merged,
        "reported": [{"line": row.line, "reason": row.reason} for row in file.reported],
        "interviews": [_invitation(invitation) for invitation in file.interviews],
        "messages": [_message(message) for message in file.messages],
    }


def _row(row: TakenRow) -> dict[str, Any]:
    return {
        "line": row.line,
        "company": row.company,
        "role": row.role,
        "stage": row.stage.value,
        "outcome": row.outcome.value if row.outcome else None,
        "applied_on": row.applied_on.isoformat() if row.applied_on else None,
        "url": row.url,
        "location": row.location,
        "source": row.source,
        "notes": row.notes,
        "saved": row.saved,
        "outcome_on": row.outcome_on.isoformat() if row.outcome_on else None,
        "reply_by": row.reply_by.isoformat() if row.reply_by else None,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _person(person: Attendee | None) -> str | None:
    return None if person is None else person.email or person.name


def _invitation(invitation: Invitation) -> dict[str, Any]:
    return {
        "uid": invitation.uid,
        "starts": _moment(invitation.starts),
        "ends": _moment(invitation.ends),
        "timezone": invitation.timezone or None,
        "floating": invitation.floating,
        "all_day": invitation.all_day,
        "summary": invitation.summary,
        "organizer": _person(invitation.organizer),
        "attendees": [_person(person) for person in invitation.attendees],
        "method": invitation.method or None,
        "status": invitation.status or None,
    }


def _message(message: Message) -> dict[str, Any]:
    return {
        "from": _person(message.sender),
        "to": [_person(person) for person in message.to],
        "subject": message.subject,
        "date": _moment(message.at),
        "text": message.text,
        "is_bounce": message.is_bounce,
    }
