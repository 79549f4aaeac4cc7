"""This copy of the hunt as another machine gets it, our JSON, and the copy of another machine joined with this one."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime

from app.etiquette.errors import ImportFileError, InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event
from app.etiquette.state.completing import complete
from app.etiquette.time.lengths import count
from app.exchange.json_.reading import ExportedApplication, Whole, read_whole, with_added
from app.exchange.json_.writing import whole_document
from app.hunt.hunt import Done, Hunt
from app.hunt.joining.copies import Copy, copy_of
from app.hunt.joining.storing import Work
from app.storage import reading
from app.storage.marks import marks
from app.storage.numbering import named, new_uid


@dataclass(frozen=True, slots=True)
class JoinDone:
    """What joining another copy of the hunt did."""

    summary: str
    changes: int
    """Applications that are new, changed or gone."""
    done: Done | None
    """None: nothing was new."""


def document(connection: sqlite3.Connection) -> bytes:
    """Return this copy of the hunt as the bytes that another machine joins."""
    with reading.snapshot(connection):
        events = reading.all_events(connection)
        hunt = [(application, events.get(application.id, [])) for application in reading.all_applications(connection)]
        whole = whole_document(reading.me(connection), hunt, reading.hunt_uid(connection), marks(connection))
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def their_copy(whole: Whole, policy: Policy, now: datetime) -> Copy:
    """Return the copy that a document tells of."""
    return copy_of([_completed(entry, policy, now) for entry in whole.applications], whole.marks)


def _completed(entry: ExportedApplication, policy: Policy, now: datetime) -> tuple[Application, list[Event]]:
    entry = with_added(entry, now)
    application, events = complete(entry.application, entry.stage, entry.events, policy, now)
    if entry.stage is not None and entry.events:  # it was whole: what time has brought about since is nobody's word
        application, events = replace(entry.application, stage=entry.stage), list(entry.events)
    return named(application), [event if event.uid else replace(event, uid=new_uid()) for event in events]


def join_document(hunt: Hunt, data: bytes, name: str, policy: Policy, now: datetime) -> JoinDone:
    """Join another copy of the hunt with this one as one verb: all that only it has, and of two changes the later.

    Args:
        name: of the machine that it comes from.

    Raises:
        ImportFileError: it is no copy of a hunt, or a newer program wrote it. Nothing is changed then.
        StorageError: it could not be stored; nothing was.
    """
    try:
        whole = read_whole(data, policy.zone)
    except InvalidFieldError as error:
        raise ImportFileError(f"{name}: {error}") from error
    if not whole.marks.machine:
        raise ImportFileError(f"{name} is an export of an older Afterword, which can be imported, not joined.")
    changes = 0

    def summary(number: int) -> str:
        nonlocal changes
        changes = number
        return f"Joined {count(number, 'change')} from {name}"

    done = hunt.join(Work(name, their_copy(whole, policy, now)), summary, whole.uid)
    return JoinDone(f"{count(changes, 'change')} from {name}" if changes else "", changes, done)
