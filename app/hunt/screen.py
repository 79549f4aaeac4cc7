"""What the dashboard shows: due list, pipeline, one application, who the user is. Read without SQLModel."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.etiquette.dates import at, local_day
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Me
from app.etiquette.settling import settle
from app.etiquette.stages import Stage
from app.etiquette.steps import Urgency
from app.etiquette.timeline import Entry, timeline
from app.hunt.due import Due, due_list
from app.storage import reading
from app.storage.pipeline import PipelineRow, pipeline_rows, pipeline_size

__all__ = ["Detail", "PipelineRow", "Screen", "read_detail", "read_pipeline", "read_screen"]

_A_DAY = timedelta(days=1)
NO_ONE = Me()


@dataclass(frozen=True, slots=True)
class Screen:
    """A snapshot of the whole hunt at one instant."""

    due: tuple[Due, ...] = ()
    """Every step, those not yet open included, most urgent first."""
    total: int = 0
    """How many applications there are, the archived ones left out."""
    me: Me = NO_ONE
    changes_at: datetime | None = None
    """When time alone will change what is shown; None: never."""

    def count(self, urgency: Urgency) -> int:
        """Return how many steps press this much."""
        return sum(due.step.urgency is urgency for due in self.due)


@dataclass(frozen=True, slots=True)
class Detail:
    """One application with its timeline, settled."""

    application: Application
    entries: tuple[Entry, ...]


def read_screen(connection: sqlite3.Connection | None, policy: Policy, now: datetime) -> Screen:
    """Return the snapshot at `now`; an empty one when there is no database yet."""
    if connection is None:
        return Screen()
    due = tuple(due_list(connection, policy, now))
    return Screen(due, pipeline_size(connection), reading.me(connection), _next_change(due, policy, now))


def read_pipeline(connection: sqlite3.Connection, due: Iterable[Due], *, archived: bool = False) -> list[PipelineRow]:
    """Return a row for every application, in the stages that settling has brought the live ones to."""
    stages = {item.step.application_id: item.stage for item in due}
    return [_as_settled(row, stages.get(row.id)) for row in pipeline_rows(connection, archived=archived)]


def _as_settled(row: PipelineRow, stage: Stage | None) -> PipelineRow:
    return row if stage is None or row.stage == stage else row._replace(stage=stage)


def _next_change(due: tuple[Due, ...], policy: Policy, now: datetime) -> datetime:
    tomorrow = at(local_day(now, policy.zone) + _A_DAY, policy.day_opens.min, policy.zone)
    moments = [tomorrow]
    for item in due:
        step = item.step
        moments += [
            moment
            for moment in (step.opens, step.due, step.late, step.lapses, step.snoozed_until)
            if moment is not None and moment > now
        ]
    return min(moments)


def read_detail(connection: sqlite3.Connection, application_id: int, policy: Policy, now: datetime) -> Detail:
    """Return one application with its letters' text and its timeline.

    Raises:
        NotFoundError: it was deleted.
    """
    application, settled_events = settle(reading.application(connection, application_id), policy, now)
    events = [*reading.events(connection, application_id), *settled_events]
    return Detail(application, tuple(timeline(application, events, policy, now)))
