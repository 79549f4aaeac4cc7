"""What a verb did, read inside its transaction for whoever is told of it afterward. Uses sqlite3 alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from app.etiquette.records import Event
from app.storage.columns import EVENT, names_of
from app.storage.to_records import maker
from app.storage.values import listed, moment


class Touched(NamedTuple):
    """An application as a verb left it."""

    id: int
    uid: str
    company: str
    role: str
    stage: str
    archived: bool


class CommittedVerb(NamedTuple):
    """One verb, undo and redo included."""

    id: int
    name: str
    """change, add, delete, import, join, me, undo or redo."""
    summary: str
    at: datetime | None
    applications: Sequence[Touched]
    """Those that it touched and that are still there, at most as many as were asked for."""
    touched: int
    """How many it touched, those that are gone included."""
    events: Sequence[tuple[int, Event]]
    """What it added to the timelines, with the application's id; at most as many as were asked for."""


def newest_verb(connection: sqlite3.Connection) -> int:
    """Return the id of the latest verb, 0 before the first."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM verb").fetchone()[0])


def verb_since(connection: sqlite3.Connection, verb_id: int, most: int) -> CommittedVerb | None:
    """Return the latest verb if it is newer than that one. One that was continued, such as typing, is not.

    Args:
        most: how many applications and how many events to return.
    """
    query = "SELECT id, name, summary, at FROM verb WHERE id > ? ORDER BY id DESC LIMIT 1"
    row = connection.execute(query, (verb_id,)).fetchone()
    if row is None:
        return None
    new_id, name, summary, at = row
    touched = "SELECT DISTINCT row_id FROM change WHERE verb_id = ? AND table_name = 'application'"
    applications = connection.execute(
        f"SELECT id, uid, company, role, stage, archived FROM application WHERE id IN ({touched}) ORDER BY id LIMIT ?",
        (new_id, most),
    )
    events = connection.execute(
        f"SELECT {listed(names_of(EVENT))} FROM event WHERE verb_id = ? ORDER BY id LIMIT ?",
        (new_id, most),
    )
    event_of = maker(EVENT)
    return CommittedVerb(
        new_id,
        name,
        summary,
        moment(at),
        [
            Touched(row_id, uid, company, role, stage, bool(archived))
            for row_id, uid, company, role, stage, archived in applications
        ],
        connection.execute(f"SELECT count(*) FROM ({touched})", (new_id,)).fetchone()[0],
        [(row[0], event_of(row)) for row in events],
    )
