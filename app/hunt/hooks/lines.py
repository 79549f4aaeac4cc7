"""What a hook reads on its standard input: one JSON document a verb, on one line, in UTF-8.

afterword     1: the version of this form, which only ever grows
verb          change, add, delete, import, join, me, undo or redo; typing in one text is one change
id            the number of the verb in this database
at            when, ISO 8601 with the user's offset
summary       what was done, as the dashboard says it; of undo and redo, what was taken back or done again
touched       how many applications it touched
applications  those of them that are still there, 100 at most: id, uid, company, role, stage, archived
events        what it added to their timelines, 100 at most: application (the id), at, what, text, before, after
"""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, tzinfo

from app.etiquette.time.dates import local
from app.storage.committed import CommittedVerb, verb_since

MOST = 100
"""Applications and events of a verb that are listed: an import can touch ten thousand."""
FORM = 1


def line_since(connection: sqlite3.Connection, verb_id: int, zone: tzinfo) -> bytes | None:
    """Return the latest verb as hooks read it if it is newer than that one, else None."""
    verb = verb_since(connection, verb_id, MOST)
    return None if verb is None else line_of(verb, zone)


def line_of(verb: CommittedVerb, zone: tzinfo) -> bytes:
    """Return a verb as hooks read it."""

    def said(moment: datetime | None) -> str | None:
        return None if moment is None else local(moment, zone).isoformat(timespec="seconds")

    document = {
        "afterword": FORM,
        "verb": verb.name,
        "id": verb.id,
        "at": said(verb.at),
        "summary": verb.summary,
        "touched": verb.touched,
        "applications": [application._asdict() for application in verb.applications],
        "events": [
            {
                "application": owner,
                "at": said(event.at),
                "what": event.what,
                "text": event.text,
                "before": event.before and event.before.value,
                "after": event.after and event.after.value,
            }
            for owner, event in verb.events
        ],
    }
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"
