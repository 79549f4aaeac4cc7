"""What of the hunt belongs in a calendar: interviews, steps, their windows, reply-by dates. Knows no file format.

An entry follows from the records and hardly from the present moment, so that a calendar written again says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.facts import ends_at
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import Step, settled_steps
from app.etiquette.steps.wording import say_what
from app.etiquette.text import clean, clean_lines
from app.etiquette.time.dates import add_days, add_time, local_day
from app.etiquette.time.interview_times import whole_days
from app.exchange.calendars.own_uids import REPLY_BY, STEP, WINDOW, own_uid

_CALLED_OFF = (InterviewStatus.CANCELLED, InterviewStatus.MISSED)
_STEP_TAKES = timedelta(minutes=30)
_LAST_YEAR = 9000
"""A step that falls due after it never does."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One event of the calendar. All texts are clean."""

    uid: str
    """The same whenever the same thing is written: a subscriber updates what it has."""
    application_id: int
    starts: datetime | date
    """A UTC instant, or a day for an event of whole days."""
    ends: datetime | date
    summary: str
    description: str = ""
    timezone: str = ""
    """The IANA zone that it is meant in, "" for UTC."""
    location: str = ""
    status: str = "CONFIRMED"
    is_busy: bool = False
    """Whether the user cannot do anything else meanwhile."""
    alarms: tuple[timedelta, ...] = ()
    """When to remind, counted from the start."""
    least_sequence: int = 0
    """The SEQUENCE that it came with."""


def entries_of(application: Application, policy: Policy, now: datetime) -> Iterator[CalendarEntry]:
    """Yield the events of one application: its interviews, and what is still to be done or waited for."""
    seen: set[str] = set()
    for interview in application.interviews:
        own = own_uid(interview.uid)
        uid = clean(interview.calendar_uid)
        yield _interview(application, interview, policy, uid if uid and uid not in seen else own)
        seen.add(uid)
    if not application.archived:
        settled = settle(application, policy, now)[0]
        yield from _reply_by(settled, policy)
        for step in settled_steps(settled, policy, now):
            yield from _step(application, step, policy)


def _interview(application: Application, interview: Interview, policy: Policy, uid: str) -> CalendarEntry:
    starts: datetime | date
    ends: datetime | date
    names = [person.name for person in map(application.person, interview.met) if person is not None]
    parts = (application.role, interview.kind, ", ".join(names))
    called_off = interview.status in _CALLED_OFF
    if interview.day_only:
        starts, ends = whole_days(interview)
        alarm = _since_midnight(policy)
    else:
        starts, ends = interview.starts, max(ends_at(interview, policy), interview.starts)
        alarm = timedelta(hours=-1)
    return CalendarEntry(
        uid=uid,
        application_id=application.id,
        starts=starts,
        ends=ends,
        timezone=interview.timezone,
        summary=clean(f"{application.company}: interview, round {interview.round}"),
        description=clean_lines("\n".join(part for part in parts if part)),
        location=clean(interview.location),
        status="CANCELLED" if called_off else "CONFIRMED",
        is_busy=not called_off and not interview.day_only,
        alarms=() if called_off else (alarm,),
        least_sequence=max(interview.sequence, 0),
    )


def _reply_by(application: Application, policy: Policy) -> Iterator[CalendarEntry]:
    if application.reply_by is None or application.stage is Stage.OUTCOME:
        return
    day = application.reply_by.date
    said = "they said they would decide" if application.reply_by.stated else "decision expected (usual wait)"
    yield CalendarEntry(
        uid=own_uid(f"{REPLY_BY}{application.uid}"),
        application_id=application.id,
        starts=day,
        ends=add_days(day, 1),
        summary=clean(f"{application.company}: {said}"),
        description=clean_lines(application.role),
        alarms=(_since_midnight(policy),),
    )


def _since_midnight(policy: Policy) -> timedelta:
    """Return when the day opens, counted from the start of an event of whole days."""
    return timedelta(hours=policy.day_opens.hour, minutes=policy.day_opens.minute)


def _step(application: Application, step: Step, policy: Policy) -> Iterator[CalendarEntry]:
    """Yield when a step falls due, or is put off to, and the window in which it is right."""
    person = application.person(step.person)
    what = clean(f"{application.company}: {say_what(step, person.name if person else None)}")
    interview_uid = next((interview.uid for interview in application.interviews if interview.id == step.interview), "")
    which = "-".join(filter(None, (application.uid, step.name, person.uid if person else "", interview_uid)))
    has_window = step.due is not None and step.opens < step.due and step.name is not StepName.PREPARE
    moment = _put_off(application, step) or (step.due if step.due is not None and has_window else step.opens)
    reason = clean_lines(step.reason_on(local_day(moment, policy.zone)))
    if moment.year < _LAST_YEAR:
        yield CalendarEntry(
            uid=own_uid(f"{STEP}{which}"),
            application_id=application.id,
            starts=moment,
            ends=add_time(moment, _STEP_TAKES),
            summary=what,
            description=reason,
            alarms=(timedelta(0),),
        )
    closes = step.late or step.due
    if has_window and closes is not None and closes.year < _LAST_YEAR:
        yield CalendarEntry(
            uid=own_uid(f"{WINDOW}{which}"),
            application_id=application.id,
            starts=step.opens,
            ends=closes,
            summary=f"{what} (open)",
            description=reason,
            alarms=(timedelta(0),),
        )


def _put_off(application: Application, step: Step) -> datetime | None:
    """Return until when a step was snoozed, also once that has passed, so that time alone moves no event."""
    snoozes = (snooze for snooze in application.snoozes if snooze.step is step.name and snooze.person == step.person)
    return max((snooze.until for snooze in snoozes if snooze.until >= step.opens), default=None)
