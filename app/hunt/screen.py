"""What the dashboard shows: due list, pipeline, one application, who the user is. Read without SQLModel."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from app.etiquette.dates import add_days, at, local_day
from app.etiquette.frozen import dataclass, field
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Me
from app.etiquette.settling import settle
from app.etiquette.stages import Stage
from app.etiquette.steps import Urgency
from app.etiquette.text import folded
from app.etiquette.timeline import Entry, timeline
from app.hunt.due import Due, company_of, due_list, read_waits
from app.storage import reading
from app.storage.pipeline import PipelineRow, all_names, pipeline_rows, pipeline_size

__all__ = ["Detail", "Names", "PipelineRow", "Screen", "read_detail", "read_names", "read_pipeline", "read_screen"]

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
    counts: Mapping[Urgency, int] = field(default_factory=dict)
    """How many steps press how much, counted once: it is said again with every key."""
    stamp: int = 0
    """Tells whether something has been stored since: see `reading.stamp`."""
    is_read: bool = True
    """False: nothing is known yet, what is there is still being read."""

    def count(self, urgency: Urgency) -> int:
        """Return how many steps press this much."""
        return self.counts.get(urgency, 0)

    @property
    def to_do(self) -> int:
        """How many steps can be done now."""
        return len(self.due) - self.count(Urgency.NOT_YET)


NOT_READ = Screen(is_read=False)


@dataclass(frozen=True, slots=True)
class Detail:
    """One application with its timeline, settled."""

    application: Application
    entries: tuple[Entry, ...]


def read_screen(connection: sqlite3.Connection | None, policy: Policy, now: datetime) -> Screen:
    """Return the snapshot at `now`; an empty one when there is no database yet."""
    if connection is None:
        return Screen()
    with reading.snapshot(connection):
        due = tuple(due_list(connection, policy, now))
        counts = Counter(item.step.urgency for item in due)
        changes_at, stamp = _next_change(due, policy, now), reading.stamp(connection)
        return Screen(due, pipeline_size(connection), reading.me(connection), changes_at, counts, stamp)


def read_pipeline(
    connection: sqlite3.Connection, due: Iterable[Due], *, archived: bool | None = False
) -> list[PipelineRow]:
    """Return a row for every application, in the stages that settling has brought the live ones to.

    Args:
        archived: whether the archived ones are wanted instead; None: both.
    """
    stages = {item.step.application_id: item.stage for item in due}
    return [_as_settled(row, stages.get(row.id)) for row in pipeline_rows(connection, archived=archived)]


def _as_settled(row: PipelineRow, stage: Stage | None) -> PipelineRow:
    return row if stage is None or row.stage == stage else row._replace(stage=stage)


def _next_change(due: tuple[Due, ...], policy: Policy, now: datetime) -> datetime:
    first = at(add_days(local_day(now, policy.zone), 1), policy.day_opens.min, policy.zone)
    for item in due:
        step = item.step
        for moment in (step.opens, step.due, step.late, step.lapses, step.snoozed_until):
            if moment is not None and now < moment < first:
                first = moment
    return first


def read_names(connection: sqlite3.Connection) -> Names:
    """Return the names of the whole pipeline."""
    return Names(all_names(connection))


def read_detail(connection: sqlite3.Connection, application_id: int, policy: Policy, now: datetime) -> Detail:
    """Return one application with its letters' text and its timeline.

    Raises:
        NotFoundError: it was deleted.
    """
    with reading.snapshot(connection):
        application, settled_events = settle(reading.application(connection, application_id), policy, now)
        events = [*reading.events(connection, application_id), *settled_events]
        company = company_of(application, read_waits(connection, policy, now))
    return Detail(application, tuple(timeline(application, events, policy, now, company)))


class Names:
    """The companies and people of the whole pipeline, found by the first word of their names."""

    def __init__(self, rows: Iterable[tuple[int, str, bool]] = ()):
        self._by_word: dict[str, list[tuple[int, str, bool]]] = {}
        for row in rows:
            first = folded(row[1]).split()[:1]
            if first:
                self._by_word.setdefault(first[0], []).append(row)

    def elsewhere(self, application_id: int, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the companies and the people of other applications that a text may name."""
        words = dict.fromkeys(re.findall(r"[^\W_][\w'.&-]*", folded(text)))
        near = [
            row
            for word in words
            for key in {word, word.rstrip(".'"), word.removesuffix("'s")}
            for row in self._by_word.get(key, ())
        ]
        others = [(name, is_company) for owner, name, is_company in near if owner != application_id]
        return (
            tuple(dict.fromkeys(name for name, is_company in others if is_company)),
            tuple(dict.fromkeys(name for name, is_company in others if not is_company)),
        )
