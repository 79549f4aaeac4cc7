"""When a reminder may come, and which steps it is about (ETIQUETTE 7). Pure: what was said before is a parameter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.time.dates import add_days, add_time, at, is_business_day, local, local_day

_PRESSING = (Urgency.LATE, Urgency.DUE)
_DAYS_AHEAD = 366
"""Days in which another moment to speak is looked for: holidays can be any."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one address was told so far."""

    digest_on: date | None = None
    """The day of the last digest; None: there was none."""
    due: frozenset[str] = frozenset()
    """The steps that were said to be due, by `key_of`."""
    late: frozenset[str] = frozenset()
    """The steps that were said to be overdue, or nearly."""


class Chosen(NamedTuple):
    """What one reminder is about."""

    steps: tuple[Step, ...]
    """Most urgent first."""
    all_press: bool
    """Whether all of them are overdue, or nearly."""
    mentions: Mentions
    """What was said once it is said."""


def is_quiet(now: datetime, policy: Policy) -> bool:
    """Return whether no reminder may come now (ETIQUETTE 7.3)."""
    moment = local(now, policy.zone)
    return not _has_reminders(moment.date(), policy) or not policy.remind_from <= moment.time() < policy.remind_until


def next_chance(now: datetime, policy: Policy) -> datetime:
    """Return the first moment after now at which the quiet ends."""
    day = local_day(now, policy.zone)
    for ahead in range(_DAYS_AHEAD):
        later_day = add_days(day, ahead)
        begins = at(later_day, policy.remind_from, policy.zone)
        if begins > now and _has_reminders(later_day, policy):
            return begins
    return at(add_days(day, _DAYS_AHEAD), policy.remind_from, policy.zone)


def key_of(step: Step) -> str:
    """Return what a step is known by from one reminder to the next; a new date makes it another (ETIQUETTE 7.4)."""
    return f"{step.application_id}/{step.name}/{step.person}/{step.interview}/{step.opens.isoformat()}"


def chosen_steps(steps: Sequence[Step], mentions: Mentions, policy: Policy, now: datetime) -> Chosen | None:
    """Return what is to be said now, None for nothing (ETIQUETTE 7.1, ETIQUETTE 7.2).

    Args:
        steps: of the whole due list, in its order.
    """
    if is_quiet(now, policy):
        return None
    today, horizon = local_day(now, policy.zone), _horizon(now, policy)
    due = {key_of(step) for step in steps if step.urgency in _PRESSING}
    late = {key_of(step): step.late for step in steps if step.is_now and step.late is not None and step.late <= horizon}
    new_due = due - mentions.due
    new_late = {key: moment for key, moment in late.items() if key not in mentions.late}
    day = mentions.digest_on
    is_news = bool(new_due) or any(moment <= now for moment in new_late.values())
    if day != today and is_news:
        said, day = new_due | new_late.keys(), today
    elif any(moment > now for moment in new_late.values()):  # a word between two digests
        said = set(new_late)
    else:
        return None
    mentioned = Mentions(day, mentions.due | said, mentions.late | (late.keys() & said))
    return Chosen(tuple(step for step in steps if key_of(step) in said), said <= late.keys(), mentioned)


def still_there(mentions: Mentions, steps: Sequence[Step]) -> Mentions:
    """Return what was said of the steps that are on the list now: one that comes back to it is new (ETIQUETTE 7.4)."""
    keys = {key_of(step) for step in steps if step.is_now}
    return Mentions(mentions.digest_on, mentions.due & keys, mentions.late & keys)


def _has_reminders(day: date, policy: Policy) -> bool:
    return policy.remind_on_days_off or is_business_day(day, policy.holidays)


def _horizon(now: datetime, policy: Policy) -> datetime:
    """Return until when what turns overdue is said now: some hours on, and where quiet begins before, until it ends."""
    soon = add_time(now, policy.remind_before_late)
    closes = at(local_day(now, policy.zone), policy.remind_until, policy.zone)
    return soon if soon < closes else max(soon, next_chance(now, policy))
