"""Where a step stands on a list by day: today, this week, or coming up, the list being in the order of `order`."""

from __future__ import annotations

from datetime import datetime, time, tzinfo
from enum import StrEnum

from app.etiquette.steps.next_steps import Step, Urgency, comes_up
from app.etiquette.time.dates import add_days, at, local_day

_DAYS = 7


class Group(StrEnum):
    """A heading of the due list; the order is that of the list."""

    TODAY = "Today"
    THIS_WEEK = "This week"
    COMING_UP = "Coming up"


def week_ends(now: datetime, zone: tzinfo) -> datetime:
    """Return the instant at which this week is over in `zone`: weeks run from Sunday through Saturday."""
    today = local_day(now, zone)
    return at(add_days(today, _DAYS - today.isoweekday() % _DAYS), time.min, zone)


def group_of(step: Step, ends: datetime) -> Group:
    """Return the heading that a step stands under.

    What is overdue or due today is for today; what can be done at any time, and what comes up before the week is over,
    is for this week. So the steps of a heading follow one another in the order of the due list.

    Args:
        ends: when this week is over, see `week_ends`.
    """
    if step.urgency in (Urgency.LATE, Urgency.DUE):
        return Group.TODAY
    if step.urgency is Urgency.OPEN or comes_up(step) < ends:
        return Group.THIS_WEEK
    return Group.COMING_UP
