"""Which interviews that were just planned take place at the same time as others: said, never refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from app.etiquette.policy import Policy
from app.etiquette.records import Interview
from app.etiquette.time.dates import local, local_day, say_clock, say_moment
from app.etiquette.time.interview_times import ends_at
from app.storage.pipeline import PlannedInterview, planned_interviews

_MOST = 3
"""Overlaps that are named."""


def say_overlaps(before: Sequence[PlannedInterview], after: Sequence[PlannedInterview], policy: Policy) -> str:
    """Return which of the interviews planned since overlap with others, without a full stop; "" when none does:
    `It overlaps with Zebra, 2:00 PM`.

    One of which only the day is known overlaps with none.

    Args:
        before: the planned interviews as they were, the earliest first; `after` likewise, as they are.
    """
    old = set(before)
    new = [one for one in after if one not in old]
    pairs = ((one, other) for one in new for other in after if _overlap(one, other, policy))
    said = []
    for one, other in islice(pairs, _MOST):
        is_same_day = local_day(one.starts, policy.zone) == local_day(other.starts, policy.zone)
        there = local(other.starts, policy.zone)
        when = say_clock(there) if is_same_day else say_moment(other.starts, one.starts, policy.zone)
        said.append(f"{'It' if len(new) == 1 else one.company} overlaps with {other.company}, {when}")
    return ". ".join(said)


def overlaps_since(connection: sqlite3.Connection, before: Sequence[PlannedInterview] | None, policy: Policy) -> str:
    """Return what `say_overlaps` does of what is planned now; "" where `before` is None, nothing having changed."""
    return "" if before is None else say_overlaps(before, planned_interviews(connection), policy)


def _overlap(one: PlannedInterview, other: PlannedInterview, policy: Policy) -> bool:
    if one.day_only or other.day_only or one == other:
        return False
    return one.starts < _ends(other, policy) and other.starts < _ends(one, policy)


def _ends(planned: PlannedInterview, policy: Policy) -> datetime:
    return ends_at(Interview(starts=planned.starts, ends=planned.ends), policy)
