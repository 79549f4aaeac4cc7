"""What the dashboard shows: due list, pipeline, one application, who the user is. Read without SQLModel."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from app.etiquette.frozen import dataclass, field
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, LetterStatus, Me
from app.etiquette.stages import Stage
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import Step, Urgency, settled_steps
from app.etiquette.steps.restraints import restraint
from app.etiquette.steps.timeline import Entry, timeline
from app.etiquette.text import folded
from app.etiquette.time.dates import add_days, add_time, at, local_day
from app.etiquette.time.interview_times import day_of, ends_at
from app.hunt.due import Due, company_of, due_list, has_much_to_work_out, others_of, stages_by_now
from app.storage import reading
from app.storage.pipeline import (
    PipelineRow,
    all_names,
    begun_interviews,
    pipeline_rows,
    pipeline_size,
    planned_interviews,
)

__all__ = ["Detail", "Names", "PipelineRow", "Snapshot", "read_detail", "read_names", "read_pipeline", "read_snapshot"]

NO_ONE = Me()


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An interview that is taking place."""

    application_id: int
    interview_id: int
    company: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot of the whole hunt at one instant."""

    due: tuple[Due, ...] = ()
    """The first steps, most urgent first, those not yet open included, as many as were asked for."""
    total: int = 0
    """How many applications there are, the archived ones left out."""
    me: Me = NO_ONE
    changes_at: datetime | None = None
    """When time alone will change what is shown; None: never."""
    counts: Mapping[Urgency, int] = field(default_factory=dict)
    """How many steps of each urgency there are, those that are not in `due` counted as well."""
    stamp: int = 0
    """Tells whether something has been stored since: see `reading.stamp`."""
    is_read: bool = True
    """False: what is due is still being worked out."""
    under_way: UnderWay | None = None
    """The interview that is taking place, as far as that was read yet."""

    def count(self, urgency: Urgency) -> int:
        """Return how many steps have this urgency."""
        return self.counts.get(urgency, 0)

    @property
    def to_do(self) -> int:
        """The number of steps that can be done now."""
        return sum(self.counts.values()) - self.count(Urgency.NOT_YET)

    @property
    def pressing(self) -> int:
        """How many steps are overdue or due today."""
        return self.count(Urgency.LATE) + self.count(Urgency.DUE)

    @property
    def is_whole(self) -> bool:
        """Whether `due` holds every step."""
        return len(self.due) == sum(self.counts.values())


PAGE = 100
"""Steps read at first: three screenfuls, so that reading them anew after each key takes next to no time."""
_MUCH = 2_000
"""Applications that are worked out before the first frame at most: a tenth of a second. More are stored behind it."""


_LONGEST = timedelta(days=3)
"""How long ago an interview may have begun that is still under way."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One application with its timeline, settled."""

    application: Application
    entries: tuple[Entry, ...]
    steps: tuple[Step, ...] = ()
    """What it asks for, most urgent first."""
    held_back: Mapping[int, str] = field(default_factory=dict)
    """By the id of a letter that was not sent: why it should not go yet."""


def read_snapshot(
    connection: sqlite3.Connection | None, policy: Policy, now: datetime, most: int = PAGE, *, is_patient: bool = False
) -> Snapshot:
    """Return the snapshot at `now`; an empty one when there is no database yet.

    Args:
        most: how many steps of the due list; a negative number for all.
        is_patient: work everything out that the stored agenda does not hold any more, however long it takes. False:
            when that is much, return a snapshot that says so (`is_read`).
    """
    if connection is None:
        return Snapshot()
    with reading.snapshot(connection):
        total, me, stamp = pipeline_size(connection), reading.me(connection), reading.stamp(connection)
        if not is_patient and has_much_to_work_out(connection, policy, now, _MUCH):
            return Snapshot(total=total, me=me, stamp=stamp, is_read=False)
        due = due_list(connection, policy, now, most)
    midnight = at(add_days(local_day(now, policy.zone), 1), policy.day_opens.min, policy.zone)
    changes_at = midnight if due.holds_until is None else min(midnight, due.holds_until)
    return Snapshot(due.steps, total, me, changes_at, due.counts, stamp)


def read_under_way(connection: sqlite3.Connection, policy: Policy, now: datetime) -> UnderWay | None:
    """Return the interview that is taking place, of several the one that began last; None without one."""
    for begun in begun_interviews(connection, add_time(now, -_LONGEST), now):
        ends = ends_at(Interview(starts=begun.starts, ends=begun.ends), policy)
        if ends > now:
            return UnderWay(begun.application_id, begun.interview_id, begun.company, ends)
    return None


def read_pipeline(
    connection: sqlite3.Connection, policy: Policy, now: datetime, *, archived: bool | None = False
) -> list[PipelineRow]:
    """Return a row for every application in the stage that time has brought it to.

    Args:
        archived: whether the archived ones are wanted instead; None: both.
    """
    with reading.snapshot(connection):
        rows = pipeline_rows(connection, archived=archived)
        moved = {} if archived else stages_by_now(connection, policy, now)
        ahead = {} if archived else _days_ahead(connection, policy, now)
    if not moved and not ahead:
        return rows
    return [_by_now(row, moved.get(row.id, row.stage), ahead.get(row.id)) for row in rows]


def _by_now(row: PipelineRow, stage: Stage, interview: date | None) -> PipelineRow:
    is_ahead = interview is not None and stage is not Stage.OUTCOME
    if row.stage == stage and not is_ahead:
        return row
    return row._replace(stage=stage, interview=interview if is_ahead else None)


def _days_ahead(connection: sqlite3.Connection, policy: Policy, now: datetime) -> dict[int, date]:
    """Return by application the day of the next interview that is still to come."""
    days: dict[int, date] = {}
    for planned in planned_interviews(connection):
        interview = Interview(starts=planned.starts, ends=planned.ends, day_only=planned.day_only)
        if ends_at(interview, policy) > now:
            days.setdefault(planned.application_id, day_of(interview, policy.zone))
    return days


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
        company = company_of(application, others_of(connection, [application.company]))
    steps = () if application.archived else tuple(settled_steps(application, policy, now, company))
    held_back = {
        letter.id: str(refused)
        for letter in application.letters
        if letter.status is not LetterStatus.SENT
        and (refused := restraint(application, letter.kind, policy, now, company)) is not None
    }
    return Detail(application, tuple(timeline(application, events, policy, now, company)), steps, held_back)


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
