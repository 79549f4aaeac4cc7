"""Past events and future windows of one application in one order, around a line for now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from app.etiquette.companies import Company
from app.etiquette.frozen import dataclass, replace
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, InterviewStatus, StepName
from app.etiquette.stages import Stage
from app.etiquette.state.settling import settle
from app.etiquette.steps.next_steps import NO_COMPANY, Step, next_steps
from app.etiquette.steps.wording import say_what
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.dates import at
from app.etiquette.time.interview_times import ends_at, starts_at


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
    title: str = ""
    """What there is to do, of a step."""
    then: tuple[tuple[str, datetime], ...] = ()
    """What becomes of the step after that, and when: `due`, `overdue`, `too late`."""


_OPENS = {
    StepName.FOLLOW_UP: "You can follow up from here",
    StepName.FOLLOW_UP_AGAIN: "You can follow up once more from here",
    StepName.CLOSE: "Assume no reply from here on",
    StepName.STAY_IN_TOUCH: "Time to stay in touch",
}
_LAPSES = {StepName.SET_REPLY_BY: "The usual wait counts from here on"}
_LAPSES_THEN = {StepName.SET_REPLY_BY: "the usual wait counts from"}
_GIVEN_IN_DAYS = frozenset({*_OPENS, StepName.MISSED, StepName.DECIDE_OFFER, StepName.WITHDRAW})
"""Steps whose windows are days: the hours at which they open and close are nobody's appointment."""


_ADDED = "application_added"
_OF_INTERVIEW = ("interview_held", "stood_out")
"""Events that stand at the end of an interview, which is no time that anybody said where only its day is known."""


def timeline(
    application: Application, events: Iterable[Event], policy: Policy, now: datetime, company: Company = NO_COMPANY
) -> list[Entry]:
    """Return what happened (by its moment, then as recorded) and what may come, in one order.

    Args:
        events: those recorded, and those that settling has just brought about.
        company: as for `next_steps`.
    """
    settled = settle(application, policy, now)[0]
    coming = _coming(settled, policy, now, company)
    return past_entries(settled, events, policy) + sorted(coming, key=lambda entry: entry.at)


def past_entries(settled: Application, events: Iterable[Event], policy: Policy) -> list[Entry]:
    """Return what happened to an application that was settled, as `timeline` does. One that was merged with another
    was applied for once."""
    recorded = list(events)
    applied = next((event for event in recorded if event.what == _ADDED), None)
    past = [
        (entry, event.id if event.id > 0 else 1 << 62)
        for event in recorded
        if event.what != _ADDED or event is applied
        if (entry := _past(settled, event, policy)) is not None
    ]
    past.sort(key=lambda pair: (pair[0].at, pair[1]))
    return [entry for entry, _ in past]


def _past(application: Application, event: Event, policy: Policy) -> Entry | None:
    """Return an event where it belongs: applying on its day, an interview when it began; None for an interview that
    time took to be held and that they missed.

    What was recorded has happened: it is nothing to come, even if the clock of the machine that did it is ahead.
    """
    moment, is_day = event.at, event.is_day
    if event.what == _ADDED and application.applied_on is not None:
        moment, is_day = at(application.applied_on, time.min, policy.zone), True
    elif event.what in _OF_INTERVIEW:
        interview = _interview_of(application, event, policy)
        is_held = event.what == "interview_held"
        if is_held and interview is not None and interview.status is InterviewStatus.MISSED:
            return None
        if interview is not None:
            moment = starts_at(interview, policy) if is_held else moment
            is_day = is_day or interview.day_only
    return Entry(moment, event.text, event.what, event.rule, is_day=is_day)


def _interview_of(application: Application, event: Event, policy: Policy) -> Interview | None:
    """Return the interview that an event is about: the one that ended then, else the held one of its round."""
    for interview in application.interviews:
        if ends_at(interview, policy) == event.at:
            return interview
    for interview in application.interviews:
        named = f"Round {interview.round}"
        if interview.status is InterviewStatus.HELD and event.text[: len(named) + 1].rstrip(",: ") == named:
            return interview
    return None


def _coming(application: Application, policy: Policy, now: datetime, company: Company) -> list[Entry]:
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
            text = "They said they would decide" if reply_by.stated else "Decision expected by now (usual wait)"
            entries.append(Entry(closes, text, "reply_by", is_future=True, is_day=True))
    for steps in _alike(next_steps(application, policy, now, company)):
        entries += _ahead_of(application, steps, now, steps[0].reason_on(calendar.day(now)))
    return entries


def _alike(steps: Iterable[Step]) -> Iterable[list[Step]]:
    """Return the steps, those of one line together: whoever is thanked for one interview has the same moments."""
    groups: dict[object, list[Step]] = {}
    for step in steps:
        groups.setdefault(replace(step, person=None), []).append(step)
    return groups.values()


def _state(what: str, state: str) -> str:
    """Return what becomes of a step, with the sign that its title has no other use for."""
    return f"{what} ({state})" if ":" in what else f"{what}: {state}"


def _ahead_of(application: Application, steps: list[Step], now: datetime, reason: str) -> list[Entry]:
    """Return what is ahead of a step, or of several that differ only in whom they go to: one line at the next of its
    moments, which says the later ones as well; none where nothing is to come.

    One that is overdue as soon as it is due is said to be due.
    """
    step = steps[0]
    people = [person.name if (person := application.person(one.person)) else None for one in steps]
    what = say_what(step, people[0] if len(people) == 1 else f"{len(people)} people")
    names = "\n" + ", ".join(name for name in people if name) if len(people) > 1 else ""
    moments = (
        (step.opens, "opens", "open", _OPENS.get(step.name, "")),
        (step.due, "due", "due", ""),
        (step.late if step.late != step.due else None, "late", "overdue", ""),
        (step.lapses, "lapses", _LAPSES_THEN.get(step.name, "too late"), _LAPSES.get(step.name, "")),
        (step.snoozed_until, "snooze", "no longer snoozed", ""),
    )
    coming = sorted(
        (moment, name, state, text or _state(what, state))
        for moment, name, state, text in moments
        if moment is not None and moment > now and not (step.name is StepName.PREPARE and name in ("due", "lapses"))
    )
    if not coming:
        return []
    (moment, name, _, text), *later = coming
    then = tuple((state, at_last) for at_last, _, state, _ in later)
    outcome = application.outcome
    has_hour = step.name is StepName.DECIDE_OFFER and outcome is not None and outcome.decide_at is not None
    by_day = step.name in _GIVEN_IN_DAYS and not has_hour
    text = f"{text}{names}"
    return [
        Entry(moment, text, name, reason, is_future=True, is_day=by_day, step=step.name, title=what, then=then),
    ]
