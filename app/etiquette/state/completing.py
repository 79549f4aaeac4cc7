"""Complete an application of which only some facts are recorded: work out its stage and the events they imply.

ETIQUETTE 2.24: what is not recorded stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time

from app.etiquette.from_them import Reply, ReplyBy, Standing
from app.etiquette.frozen import replace
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, InterviewStatus, Letter, Outcome
from app.etiquette.stages import AFTER_THANKS, STAGE_TITLES, TRANSITIONS, WAITING_STAGES, Stage, Trigger
from app.etiquette.state.facts import (
    assumed_reply_by,
    ends_at,
    held_interviews,
    last_answer,
    reply_by_after,
    reply_by_in_force,
    waiting_stage,
)
from app.etiquette.state.settling import settle, thanks_waived, with_held
from app.etiquette.text import first_words
from app.etiquette.time.business_calendar import BusinessCalendar, calendar_of
from app.etiquette.time.dates import at, local_day
from app.etiquette.titles import OUTCOME_TITLES

_MOVING = frozenset({Trigger.INTERVIEW_HELD.value, Trigger.THEY_ANSWERED.value})
"""Events named like what moves an application on, implied by its facts and without a stage."""
_NOON = time(12)


def complete(
    application: Application, stage: Stage | None, events: Iterable[Event], policy: Policy, now: datetime
) -> tuple[Application, list[Event]]:
    """Return the application as its facts leave it at `now`, and its events, which end in its stage.

    Args:
        events: those recorded, oldest first, without what time has brought about since; if empty, made from the facts.
        stage: the one recorded; None works it out: an interview that has ended means interviewed, and so on.
    """
    calendar = calendar_of(policy)
    until = _decided_at(application, application.outcome, policy, now) if application.outcome else now
    outcome = application.outcome
    if stage is None or (outcome is not None and outcome.came_from is Stage.OUTCOME):
        application = _yet_to_be_held(application, policy, until)
    if stage is None or stage is Stage.OUTCOME:
        application, came_about = _worked_out(application, calendar, until)
    else:
        application, came_about = _in_given_stage(application, stage, calendar, until)
    if application.outcome is not None:
        came_from = application.outcome.came_from
        came_from = application.stage if came_from is Stage.OUTCOME else came_from
        outcome = replace(_with_day(application.outcome, policy), came_from=came_from)
        application = replace(application, stage=Stage.OUTCOME, outcome=outcome)
    recorded = list(events)
    if not recorded:
        return application, events_of(application, policy, now, came_about)
    return application, _with_events_since(recorded, came_about, application.stage, now)


def _with_day(outcome: Outcome, policy: Policy) -> Outcome:
    """Return an outcome with the day of its deadline, which a file that names the moment may leave out."""
    if outcome.decide_at is None or outcome.decide_by is not None:
        return outcome
    return replace(outcome, decide_by=local_day(outcome.decide_at, policy.zone))


def _decided_at(application: Application, outcome: Outcome, policy: Policy, now: datetime) -> datetime:
    """Return the moment up to which time acted: the outcome's or, if it has none, the last recorded one."""
    if outcome.at is not None:
        return min(outcome.at, now)
    past = [ends_at(interview, policy) for interview in application.interviews]
    past += [letter.sent for letter in application.letters if letter.sent is not None]
    past += [reply.at for reply in application.replies]
    return max((moment for moment in past if moment <= now), default=now)


def _answers(application: Application, until: datetime) -> list[Reply]:
    """Return their answers up to `until`, oldest first; an out-of-office note does not count as one."""
    answers = [reply for reply in application.replies if reply.is_answer and reply.at <= until]
    return sorted(answers, key=lambda reply: reply.at)


def _answered(application: Application, reply: Reply, calendar: BusinessCalendar) -> Application:
    """Return the application with the reply-by date that an answer leaves. A date learned after the answer stays,
    and so does one that lies ahead and was learned at an unknown moment."""
    reply_by = application.reply_by
    if reply_by is not None and reply_by.known is not None and reply_by.known >= reply.at:
        return application
    is_last = reply_by is not None and reply_by.known is None and reply_by.date >= calendar.day(reply.at)
    if is_last and reply.reply_by is None:
        return application
    return replace(application, reply_by=reply_by_after(application, reply, calendar))


def _worked_out(
    application: Application, calendar: BusinessCalendar, until: datetime
) -> tuple[Application, list[Event]]:
    """Return the application as time and their answers leave it, one after the other, and what time brought about."""
    policy = calendar.policy
    came_about: list[Event] = []
    for reply in _answers(application, until):
        application, events = settle(application, policy, reply.at)
        came_about += events
        application = _answered(application, reply, calendar)
    application, events = settle(application, policy, until)
    if application.stage is Stage.WAITING:
        application = replace(application, stage=waiting_stage(application, policy))
    return application, came_about + events


def _yet_to_be_held(application: Application, policy: Policy, until: datetime) -> Application:
    """Return the application with its interviews that have ended as planned, so that time holds them one after the
    other and moves the stage: "held" in a file means no more than the times alone."""
    if not application.interviews:
        return application
    interviews = tuple(
        replace(interview, status=InterviewStatus.PLANNED)
        if interview.status is InterviewStatus.HELD and ends_at(interview, policy) <= until
        else interview
        for interview in application.interviews
    )
    return replace(application, interviews=interviews)


def _in_given_stage(
    application: Application, stage: Stage, calendar: BusinessCalendar, until: datetime
) -> tuple[Application, list[Event]]:
    """Return the application in the given stage, with the facts that this stage implies, and what time has brought
    about since. A day that is not recorded stays unknown."""
    if application.stage is not stage:
        application = replace(application, stage=stage)
    for reply in _answers(application, until):
        application = _answered(application, reply, calendar)
    if stage is not Stage.APPLIED:
        application = with_held(application, calendar.policy, until)
    if stage in AFTER_THANKS:
        application = thanks_waived(application, calendar)
    if stage in WAITING_STAGES:
        application = _with_reply_by(application, calendar)
    return settle(application, calendar.policy, until)


def _with_reply_by(application: Application, calendar: BusinessCalendar) -> Application:
    """Return it with a date assumed from the last interview or answer, if there is one and it has no date yet."""
    held = held_interviews(application, calendar.policy)
    last = held[-1] if held else None
    if reply_by_in_force(application, last, calendar) is not None:
        return application
    since = [ends_at(last, calendar.policy)] if last else []
    answered_at = last_answer(application)
    since += [answered_at] if answered_at is not None else []
    if not since:
        return application
    return replace(application, reply_by=ReplyBy(assumed_reply_by(max(since), calendar), stated=False, known=None))


def added_event(application: Application, calendar: BusinessCalendar, added: datetime) -> Event:
    """Return the first event of an application: on the day of applying, else when it was added."""
    what = f"{application.role} at {application.company}"
    day = application.applied_on
    if day is None:
        return Event(added, "application_added", f"Added: {what}", after=Stage.APPLIED)
    applied = min(at(day, _NOON, calendar.policy.zone), added)
    return Event(applied, "application_added", f"Applied: {what}", after=Stage.APPLIED, is_day=True)


def events_of(application: Application, policy: Policy, now: datetime, came_about: Iterable[Event] = ()) -> list[Event]:
    """Return the events that an application's facts imply, in order of time.

    Args:
        came_about: what time alone brought about, as `settle` returns it.
    """
    calendar = calendar_of(policy)
    events: list[Event] = []
    came_about = list(came_about)
    already_held = {event.at for event in came_about if event.what == "interview_held"}
    events += [
        Event(ends_at(interview, policy), "interview_held", f"Round {interview.round}")
        for interview in held_interviews(application, policy)
        if ends_at(interview, policy) not in already_held
    ]
    events += [_letter_event(application, letter) for letter in application.letters if letter.sent is not None]
    events += [_reply_event(reply) for reply in application.replies]
    events += came_about  # at the same moment, what was done comes before what that brought about
    if application.outcome is not None:
        events.append(_outcome_event(application.outcome, now))
    added = min(
        [application.added or now, *(event.at for event in events)]
    )  # what happened to it came after it was there
    events.insert(0, added_event(application, calendar, added))
    events.sort(key=lambda event: event.at.astimezone(UTC))
    return _with_stages(events, application.stage, now)


def _with_stages(events: Iterable[Event], final: Stage, now: datetime) -> list[Event]:
    """Return the events with the stages that each led from and to; one more, at `now`, if they do not end in
    `final`."""
    stage = Stage.APPLIED
    moved = []
    for event in events:
        after = event.after
        if after is None and event.what in _MOVING:
            after = TRANSITIONS.get((stage, Trigger(event.what)))
        if after is not None:
            before = None if event.what == "application_added" else stage
            if (event.before, event.after) != (before, after):
                event = replace(event, before=before, after=after)
            stage = after
        moved.append(event)
    return moved + _closing_events(final, stage, now)


def _with_events_since(events: list[Event], came_about: Iterable[Event], final: Stage, now: datetime) -> list[Event]:
    """Return the recorded events, then what time brought about since their last stage; one more, at `now`, as in
    `_with_stages`."""
    moves = sorted(  # an application may have been added here long after its first interview
        (event for event in events if event.after is not None),
        key=lambda event: (event.what != "application_added", event.at),
    )
    since = [event for event in came_about if not moves or event.at > moves[-1].at]
    moved = [event for event in since if event.after is not None]
    if moves and moved and moved[0].before is not moves[-1].after:
        since, moved = [], []
    last = (moves + moved)[-1:]
    return events + since + _closing_events(final, last[0].after if last else None, now)


def _closing_events(final: Stage, stage: Stage | None, now: datetime) -> list[Event]:
    """Return one event that leads to `final`, which no other event does; none if the events end there already."""
    if stage is final:
        return []
    return [Event(now, "stage_told", f"Imported as {STAGE_TITLES[final]}", stage, final)]


def _letter_event(application: Application, letter: Letter) -> Event:
    assert letter.sent is not None
    text = f"{DEMANDS[letter.kind].title} to {application.addressee(letter.to)}"
    after = Stage.FOLLOWED_UP if letter.kind in FOLLOW_UPS else None
    return Event(letter.sent, "letter_sent", text, after=after)


def _outcome_event(outcome: Outcome, now: datetime) -> Event:
    text = OUTCOME_TITLES[outcome.kind] if outcome.at else f"{OUTCOME_TITLES[outcome.kind]} (date unknown)"
    return Event(outcome.at or now, "outcome_recorded", text, outcome.came_from, Stage.OUTCOME)


def _reply_event(reply: Reply) -> Event:
    if reply.standing is not Standing.ANSWER:
        return Event(reply.at, "maybe_answer", first_words(reply.text))
    what = "they_answered" if reply.away_until is None else "away"
    return Event(reply.at, what, first_words(reply.text))
