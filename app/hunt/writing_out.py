"""The hunt written out: csv, ics or json, read through sqlite3 alone."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.etiquette.policy import Policy
from app.etiquette.records import Application
from app.etiquette.unset import UNSET
from app.storage import reading
from app.storage.marks import marks

if TYPE_CHECKING:
    from app.exchange.calendars.writing.document import Rendered

FORMS = ("csv", "ics", "json", "zip")
"""The last is JSON with all files: see `bundling`."""


def render(connection: sqlite3.Connection, form: str, policy: Policy, now: datetime) -> bytes:
    """Return the hunt in one of the forms csv, ics, json."""
    if form == "ics":
        return render_calendar(connection, policy, now)
    if form == "json":
        return (json.dumps(document_of(connection), ensure_ascii=False, indent=1) + "\n").encode()
    from app.exchange.csv_export import csv_document

    applications = reading.all_applications(connection)
    return csv_document(applications).encode("utf-8-sig")  # without its mark Excel takes UTF-8 for the local code page


def document_of(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the hunt as the document that reads back whole, all of it at one instant: what is known of changes, and
    what was changed, have to fit together when another copy is joined with it."""
    from app.exchange.json_.writing import whole_document

    with reading.snapshot(connection):
        me, uid, changes = reading.me(connection), reading.hunt_uid(connection), marks(connection)
        hunt = reading.whole_hunt(connection)
    return whole_document(me, hunt, uid, changes)


def render_calendar(
    connection: sqlite3.Connection,
    policy: Policy,
    now: datetime,
    before: bytes = b"",
    rendered: Rendered | None = None,
) -> bytes:
    """Return the hunt as a calendar. See `ics_document`."""
    from app.exchange.calendars.writing.document import ics_document
    from app.exchange.calendars.writing.revisions import Revision

    with reading.snapshot(connection):
        applications = reading.all_applications(connection, bodies=False)
        changed = reading.revisions(connection)
    revisions = {
        application.id: Revision(*changed[application.id])
        if application.id in changed
        else Revision(0, application.added or UNSET)
        for application in applications
    }
    return ics_document(_leaving_room(applications), policy, now, revisions, before, rendered)


def _leaving_room(applications: Iterable[Application]) -> Iterator[Application]:
    """Yield applications one by one, pausing for other threads: keys are pressed while a calendar is written."""
    for application in applications:
        yield application
        time.sleep(0)
