"""What an application asks for, with the moment at which time alone changes that: what is stored of `next_steps`.

`next_steps` (ETIQUETTE 2) depends on the facts of one application, on what other applications at its company hold back,
on the policy and on the clock. The first three change when something is recorded; `Agenda.holds_until` bounds the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from app.etiquette.companies import Company
from app.etiquette.frozen import dataclass
from app.etiquette.policy import APART_FROM_STEPS, Policy
from app.etiquette.records import Application, InterviewStatus
from app.etiquette.stages import Stage
from app.etiquette.state.settling import next_move_at, settle
from app.etiquette.steps.missed import closing_offered_at
from app.etiquette.steps.next_steps import NO_COMPANY, Step, settled_steps
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import NEVER, add_days, at
from app.etiquette.time.interview_times import ends_at, starts_at

RULES = 6
"""To be raised whenever the rules give other steps for the same facts: stored agendas of older rules are made anew."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What one application asks for from `made` until `holds_until`, if nothing is recorded meanwhile."""

    application_id: int
    stage: Stage
    """As time has brought it about (see `settle`)."""
    steps: tuple[Step, ...]
    """As `next_steps` returns them, in their order; none when the application is archived."""
    made: datetime
    holds_until: datetime
    """The instant from which on a step may have come, gone, or another urgency; NEVER when time changes nothing."""


def agenda_of(application: Application, policy: Policy, now: datetime, company: Company = NO_COMPANY) -> Agenda:
    """Return what `next_steps` gives at `now`, and how long it does.

    Args:
        now: an aware instant.
        company: what other applications at the same company hold back (ETIQUETTE 3.6).
    """
    if application.archived:
        return Agenda(application.id, application.stage, (), now, NEVER)
    settled = settle(application, policy, now)[0]
    steps = tuple(settled_steps(settled, policy, now, company))
    changes = (moment for moment in _changes(settled, steps, policy) if moment > now)
    return Agenda(application.id, settled.stage, steps, now, min(changes, default=NEVER))


def stamp_of(policy: Policy) -> str:
    """Return what an agenda depends on besides the facts and the clock, as text: the rules, the zone, the holidays, and
    every number of the policy but those that no step depends on."""
    names = (name for name in Policy.__match_args__ if name not in APART_FROM_STEPS)
    numbers = (f"{name}={_said(getattr(policy, name))}" for name in names)
    return f"rules={RULES} {' '.join(numbers)}"


def _said(value: object) -> str:
    return ",".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)


def _changes(settled: Application, steps: tuple[Step, ...], policy: Policy) -> Iterator[datetime]:
    """Yield every moment with which `settle`, the steps' windows and their urgency compare the clock; past ones too."""
    calendar = calendar_of(policy)
    yield next_move_at(settled, policy)
    for interview in settled.interviews:
        if interview.status is InterviewStatus.PLANNED:
            yield starts_at(interview, policy)
            yield ends_at(interview, policy)
        elif interview.status is InterviewStatus.MISSED:
            yield closing_offered_at(interview, calendar)
    for reply in settled.replies:
        yield reply.at
        if reply.away_until is not None:
            yield calendar.opens(add_days(reply.away_until, 1))
    for snooze in settled.snoozes:
        yield snooze.until
    for step in steps:
        yield step.opens
        if step.due is not None:  # due means due today, ETIQUETTE 2.20; a clock set back may show a midnight twice
            yield at(calendar.day(step.due), time.min, policy.zone)
            yield at(calendar.day(step.due), time(fold=1), policy.zone)
        for moment in (step.due, step.late, step.lapses):
            if moment is not None:
                yield moment
