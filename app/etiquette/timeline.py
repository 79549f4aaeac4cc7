"""Past events and future windows of one application in one order, around a line for now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.etiquette.business_calendar import calendar_of
from app.etiquette.frozen import dataclass
from app.etiquette.interview_times import ends_at, starts_at
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, InterviewStatus, StepName
from app.etiquette.settling import settle
from app.etiquette.stages import Stage
from app.etiquette.steps import Step, next_steps
from app.etiquette.wording import say_what


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    at: datetime
    text: str
    what: str = ""
    """The event's kind; for what is to come, the window's moment: opens, due, late, lapses, interview, reply_by."""
    rule: str = ""
    is_future: bool = False
    is_day: bool = False
    """Whether only the day is meant, not a time."""
    step: StepName | None = None


_OPENS = {
    StepName.FOLLOW_UP: "follow-up allowed from here",
    StepName.FOLLOW_UP_AGAIN: "a second follow-up allowed from here",
    StepName.CLOSE: "from here presume that no answer comes",
    StepName.STAY_IN_TOUCH: "time to stay in touch",
}


_OF_INTERVIEW = ("interview_held", "stood_out")
"""Events that stand at the end of an interview, which is no time that anybody said where only its day is known."""


def timeline(application: Application, events: Iterable[Event], policy: Policy, now: datetime) -> list[Entry]:
    """Return what happened (by its moment, then as recorded) and what may come, in one order.

    Args:
        events: those recorded, and those that settling has just brought about.
    """
    settled = settle(application, policy, now)[0]
    by_day = {ends_at(interview, policy) for interview in settled.interviews if interview.day_only}
    past = [
        Entry(
            event.at,
            event.text,
            event.what,
            event.rule,
            is_future=event.at > now,
            is_day=event.what in _OF_INTERVIEW and event.at in by_day,
        )
        for event in sorted(events, key=lambda event: (event.at, event.id if event.id > 0 else 1 << 62))
    ]
    coming = _coming(settled, policy, now)
    return past + sorted(coming, key=lambda entry: entry.at)


def _coming(application: Application, policy: Policy, now: datetime) -> list[Entry]:
    entries = []
    calendar = calendar_of(policy)
    for interview in application.interviews:
        starts = starts_at(interview, policy)
        if interview.status is InterviewStatus.PLANNED and (starts > now or interview.day_only):
            text = f"Round {interview.round}" + (f", {interview.kind}" if interview.kind else "")
            text += ", time not known" if interview.day_only else ""
            entries.append(Entry(max(starts, now), text, "interview", is_future=True, is_day=interview.day_only))
    reply_by = application.reply_by
    if reply_by is not None and application.stage is not Stage.OUTCOME:
        closes = calendar.closes(reply_by.date)
        if closes > now:
            text = "they said they would decide" if reply_by.stated else "assumed as their reply-by date"
            entries.append(Entry(closes, text, "reply_by", is_future=True, is_day=True))
    for step in next_steps(application, policy, now):
        entries += _windows(application, step, now)
    return entries


def _windows(application: Application, step: Step, now: datetime) -> list[Entry]:
    person = application.person(step.person)
    what = say_what(step, person.name if person else None)
    moments = (
        (step.opens, "opens", _OPENS.get(step.name, f"{what}: from here")),
        (step.due, "due", f"{what}: due"),
        (step.late, "late", f"{what}: late after this"),
        (step.lapses, "lapses", f"{what}: lapses"),
        (step.snoozed_until, "snooze", f"{what}: back in sight"),
    )
    by_day = step.name in _OPENS
    return [
        Entry(moment, text, name, step.reason, is_future=True, is_day=by_day, step=step.name)
        for moment, name, text in moments
        if moment is not None and moment > now and not (step.name is StepName.PREPARE and name in ("due", "lapses"))
    ]
