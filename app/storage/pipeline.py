"""Read across the whole pipeline: rows for the long list, search, and every name. No SQLModel."""

from __future__ import annotations

import sqlite3
import sys
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from app.etiquette.stages import Stage
from app.etiquette.text import searchable
from app.storage.reading import snapshot
from app.storage.values import day, moment

PIPELINE = """
    SELECT application.id, application.company, role, {stage}, reply_by_date, outcome_kind, priority, folded, version,
        archived, decision
    FROM application {joined}{which}ORDER BY application.id"""
_OF_AGENDA = {
    "stage": "coalesce(agenda_state.stage, application.stage)",
    "joined": "LEFT JOIN agenda_state ON agenda_state.application_id = application.id ",
}
LIVE = PIPELINE.format(**_OF_AGENDA, which="WHERE archived = 0 ")
ARCHIVED = PIPELINE.format(stage="stage", joined="", which="WHERE archived = 1 ")
BOTH = PIPELINE.format(**_OF_AGENDA, which="")
SIZE = "SELECT count(*) - (SELECT count(*) FROM application WHERE archived = 1) FROM application"
"""Sooner than counting those that are not archived: SQLite counts a whole table without looking into its rows."""


class PipelineRow(NamedTuple):
    """What a line of the pipeline shows, sorts and filters by. `searchable` is the text that a search looks in."""

    id: int
    company: str
    role: str
    stage: Stage
    reply_by: date | None
    outcome_kind: str | None
    priority: int
    searchable: str
    touched: int
    """Larger than that of every application that was changed before this one was."""
    is_archived: bool = False
    decision: str | None = None
    """What the user decided on an offer."""
    interview: date | None = None
    """The day of the next interview, once one is planned."""


def pipeline_rows(connection: sqlite3.Connection, *, archived: bool | None = False) -> list[PipelineRow]:
    """Return a row for each application in the stage of its agenda, or for each archived one, by id.

    Few roles, days and outcomes stand in many rows: each is in memory once.

    Args:
        archived: whether the archived ones are wanted; None: those and the others.
    """
    one_day = lru_cache(maxsize=1000)(day)
    query = BOTH if archived is None else ARCHIVED if archived else LIVE
    with snapshot(connection):
        stages = {stage.value: stage for stage in Stage}
        return [
            PipelineRow(
                row[0],
                row[1],
                sys.intern(row[2]),
                stages[row[3]],
                one_day(row[4]),
                row[5] and sys.intern(row[5]),
                row[6],
                searchable(row[7]),
                row[8],
                bool(row[9]),
                row[10],
            )
            for row in connection.execute(query)
        ]


def pipeline_size(connection: sqlite3.Connection) -> int:
    """Return how many applications there are, not counting archived ones."""
    with snapshot(connection):
        size: int = connection.execute(SIZE).fetchone()[0]
        return size


class Named(NamedTuple):
    """What an application is called."""

    id: int
    company: str
    role: str
    archived: bool


def named(connection: sqlite3.Connection) -> list[Named]:
    """Return what every application is called, archived ones included, by id."""
    with snapshot(connection):
        rows = connection.execute("SELECT id, company, role, archived FROM application ORDER BY id")
        return [Named(row[0], row[1], row[2], bool(row[3])) for row in rows]


class StageRow(NamedTuple):
    """Where an application stands."""

    id: int
    company: str
    stage: Stage


def stages(connection: sqlite3.Connection) -> list[StageRow]:
    """Return the recorded stage of every application, archived ones included, by id."""
    by_value = {stage.value: stage for stage in Stage}
    with snapshot(connection):
        rows = connection.execute("SELECT id, company, stage FROM application ORDER BY id")
        return [StageRow(row[0], row[1], by_value[row[2]]) for row in rows]


def all_names(connection: sqlite3.Connection) -> list[tuple[int, str, bool]]:
    """Return every company and every person's full name with the application's id; True for a company."""
    people = "SELECT application_id, trim(given || ' ' || family), 0 FROM person WHERE given != '' AND family != ''"
    with snapshot(connection):
        rows = connection.execute(f"SELECT id, company, 1 FROM application UNION ALL {people}").fetchall()
        return [(row[0], row[1], bool(row[2])) for row in rows]


class PlannedInterview(NamedTuple):
    """When an interview that is planned takes place."""

    application_id: int
    starts: datetime
    ends: datetime | None
    day_only: bool
    company: str


def planned_interviews(connection: sqlite3.Connection) -> list[PlannedInterview]:
    """Return the planned interviews of applications that are not archived, the earliest first."""
    with snapshot(connection):
        rows = connection.execute(
            "SELECT interview.application_id, starts, ends, day_only, company FROM interview"
            " JOIN application ON application.id = interview.application_id"
            " WHERE interview.status = 'planned' AND archived = 0 ORDER BY starts"
        )
        return [
            PlannedInterview(row[0], datetime.fromisoformat(row[1]), moment(row[2]), bool(row[3]), row[4])
            for row in rows
        ]


class BegunInterview(NamedTuple):
    """A planned interview that has begun, and may be over."""

    application_id: int
    interview_id: int
    company: str
    starts: datetime
    ends: datetime | None


def begun_interviews(connection: sqlite3.Connection, since: datetime, now: datetime) -> list[BegunInterview]:
    """Return the planned interviews that began between two instants, the last one first: of applications that are not
    archived and have no outcome, and without those of which only the day is known."""
    with snapshot(connection):
        rows = connection.execute(
            "SELECT interview.application_id, interview.id, company, starts, ends FROM interview"
            " JOIN application ON application.id = interview.application_id"
            " WHERE interview.status = 'planned' AND day_only = 0 AND starts > ? AND starts <= ?"
            " AND archived = 0 AND stage != 'outcome' ORDER BY starts DESC",
            [instant.astimezone(UTC).isoformat(timespec="microseconds") for instant in (since, now)],
        )
        return [BegunInterview(row[0], row[1], row[2], datetime.fromisoformat(row[3]), moment(row[4])) for row in rows]
