"""What files contain, as `import --json` prints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from app.exchange.contents import Advertised, Attendee, FileContents, Invitation, Message, SheetStatus, TakenRow
from app.exchange.meanings.meant import Meant

Meanings = Mapping[tuple[str, int], tuple[Meant, dict[str, Any] | None]]
"""By a file's name and a message's place in it: what it means, and the application that it concerns."""


def files_document(files: Iterable[FileContents], meanings: Meanings | None = None) -> dict[str, Any]:
    """Return the document; rows = taken + merged + reported in each of its files.

    Args:
        meanings: of messages; one that is not in it is printed without a meaning.
    """
    return {"files": [_file(file, meanings or {}) for file in files]}


def _file(file: FileContents, meanings: Meanings) -> dict[str, Any]:
    return {
        "file": file.file,
        "kind": file.kind,
        "rows": file.rows,
        "taken": [_row(row) for row in file.taken],
        "merged": file.merged,
        "reported": [{"line": row.line, "reason": row.reason} for row in file.reported],
        "unsure": [_unsure(status) for status in file.sheet.statuses if not status.is_sure] if file.sheet else [],
        "interviews": [_invitation(invitation) for invitation in file.interviews],
        "messages": [
            _message(message) | _meaning(meanings.get((file.file, place)))
            for place, message in enumerate(file.messages)
        ],
        "postings": [posting_document(posting) for posting in file.postings],
    }


def _unsure(status: SheetStatus) -> dict[str, Any]:
    """Return a status that was guessed, or not understood: its words, its first lines, what it was taken for."""
    return {
        "status": status.words,
        "rows": status.count,
        "lines": list(status.lines),
        "stage": status.stage.value,
        "outcome": status.outcome.value if status.outcome else None,
        "saved": status.saved,
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


def posting_document(posting: Advertised) -> dict[str, Any]:
    """Return a posting as scripts read it."""
    return {
        "company": posting.company,
        "role": posting.role,
        "location": posting.location,
        "salary": posting.salary,
        "closes": posting.closes.isoformat() if posting.closes else None,
        "address": posting.address,
        "title": posting.title,
        "text": posting.text,
        "sure": posting.is_sure,
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


def _meaning(judged: tuple[Meant, dict[str, Any] | None] | None) -> dict[str, Any]:
    if judged is None:
        return {}
    meant, application = judged
    return {
        "meaning": meant.meaning.value,
        "sure": meant.sure,
        "says": meant.says,
        "day": meant.day.isoformat() if meant.day else None,
        "application": application,
    }
