"""Your search at a glance, read from storage: the numbers in portions, what comes, the lines of the chart."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from app.etiquette.frozen import dataclass
from app.etiquette.glance import coming
from app.etiquette.glance.coming import Coming
from app.etiquette.glance.counting import Counting
from app.etiquette.glance.lanes import Lane, lane_of
from app.etiquette.glance.numbers import Numbers
from app.etiquette.policy import Policy
from app.etiquette.time.dates import add_days, add_time, at, local_day
from app.hunt.due import coming_steps
from app.hunt.gc_pause import with_gc_paused
from app.storage import glance as rows
from app.storage import reading

MOST_COMING = 200
"""More than a screen has lines."""
_A_DAY = timedelta(days=1)
"""How far an interview of which only the day is known may be from where its day is in the user's zone."""

__all__ = ["Ahead", "Counting", "count_some", "numbers_of", "read_ahead", "read_lanes", "read_order"]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the coming days bring: the first things, the earliest first, and how many there are in all."""

    things: tuple[Coming, ...] = ()
    total: int = 0


def count_some(connection: sqlite3.Connection, counting: Counting, after: int) -> int | None:
    """Count some thousands of applications, those with the next ids after one.

    Returns:
        After which id to go on, None when all are counted.
    """
    applications, planned = with_gc_paused(lambda: rows.portion(connection, after))
    for application in applications:
        counting.add(application, planned.get(application.id, ()))
    following = after + rows.AT_A_TIME
    return following if following < rows.last_id(connection) else None


def numbers_of(connection: sqlite3.Connection, policy: Policy, now: datetime) -> Numbers:
    """Return the numbers of the whole search, of one state of the file."""
    counting = Counting(policy, now)
    after: int | None = 0
    with reading.snapshot(connection):
        while after is not None:
            after = count_some(connection, counting, after)
    return counting.numbers()


def read_ahead(connection: sqlite3.Connection, policy: Policy, now: datetime) -> Ahead:
    """Return what the coming two weeks bring, today included."""
    today = local_day(now, policy.zone)
    last = add_days(today, coming.DAYS)
    span = at(today, time.min, policy.zone), at(last, time.min, policy.zone)
    with reading.snapshot(connection):
        steps, stored = coming_steps(connection, policy, now, span, MOST_COMING)
        of_steps = (coming.of_step(due.step, due.company, due.person, span[0]) for due in steps)
        things = [thing for thing in of_steps if thing is not None]
        interviews = rows.interviews_ahead(connection, add_time(span[0], -_A_DAY), add_time(span[1], _A_DAY))
        things += [_interview(row, policy) for row in interviews]
        things += [_decision(row, policy) for row in rows.decisions_ahead(connection, today, last)]
    begins = add_time(now, -policy.assumed_length)
    within = [thing for thing in things if (span[0] if thing.is_day else begins) <= thing.at < span[1]]
    left_out = max(0, stored - MOST_COMING)
    ordered = [thing for _, of_day in coming.by_day(within, policy.zone) for thing in of_day]
    return Ahead(tuple(ordered[:MOST_COMING]), len(ordered) + left_out)


def _interview(row: rows.InterviewAhead, policy: Policy) -> Coming:
    starts = at(row.starts.date(), policy.day_opens, policy.zone) if row.day_only else row.starts
    return coming.of_interview(row.application_id, row.company, row.round, row.kind, starts, is_day=row.day_only)


def _decision(row: rows.DecisionAhead, policy: Policy) -> Coming:
    return coming.of_decision(row.application_id, row.company, row.day, policy.zone, stated=row.stated)


def read_order(connection: sqlite3.Connection) -> list[int]:
    """Return the applications of the chart from top to bottom."""
    return rows.lanes(connection)


def read_lanes(connection: sqlite3.Connection, ids: Sequence[int], policy: Policy, now: datetime) -> dict[int, Lane]:
    """Return the lines of some applications by id; one that is gone has none."""
    with reading.snapshot(connection):
        windows = {
            window.application_id: (window.opens, window.until) for window in rows.follow_up_windows(connection, ids)
        }
        applications = rows.some(connection, ids)
    return {
        application.id: lane_of(application, windows.get(application.id), policy, now) for application in applications
    }
