"""Completes an application that was told in part: works out its stage and the events that its facts imply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from app.etiquette.business_calendar import BusinessCalendar, calendar_of
from app.etiquette.dates import at
from app.etiquette.letter_kinds import DEMANDS, FOLLOW_UPS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import (
    Application,
    Event,
    InterviewStatus,
    Letter,
    LetterStatus,
    Reply,
    ReplyBy,
    StepName,
    Waiver,
)
from app.etiquette.settling import settle, with_held
from app.etiquette.stages import STAGE_TITLES, TRANSITIONS, Stage, Trigger
from app.etiquette.standing import (
    assumed_reply_by,
    ends_at,
    follow_ups_since,
    held_interviews,
    reply_by_in_force,
    thanks_of,
)

_AFTER_THANKS = (Stage.THANKED, Stage.WAITING, Stage.FOLLOWED_UP)
_MOVING = frozenset({Trigger.INTERVIEW_HELD.value, Trigger.THEY_ANSWERED.value})
"""Events named like what moves an application on, told by its facts without a stage."""
_NOON = time(12)


def complete(
    application: Application, stage: Stage | None, events: Iterable[Event], policy: Policy, now: datetime
) -> tuple[Application, list[Event]]:
    """Return the application as its facts leave it at `now`, and its events, which end in its stage.

    Args:
        events: as told, in order of time, without what time brought about since; none: they are made from the facts.
        stage: as told; None works it out: an interview that has ended means interviewed, and so on.
    """
    calendar = calendar_of(policy)
    until = min(application.outcome.at, now) if application.outcome else now
    outcome = application.outcome
    if stage is None or (outcome is not None and outcome.came_from is Stage.OUTCOME):
        application = _yet_to_be_held(application, policy, until)
    if stage is None or stage is Stage.OUTCOME:
        application, came_about = _worked_out(application, calendar, until)
    else:
        application, came_about = _as_told(application, stage, calendar, until)
    if application.outcome is not None:
        came_from = application.outcome.came_from
        came_from = application.stage if came_from is Stage.OUTCOME else came_from
        application = replace(
            application, stage=Stage.OUTCOME, outcome=replace(application.outcome, came_from=came_from)
        )
    told = list(events)
    if not told:
        return application, events_of(application, policy, now, came_about)
    return application, _told_on(told, came_about, application.stage, now)


def _answers(application: Application, until: datetime) -> list[Reply]:
    """Return their answers in order of time; an out-of-office note is none."""
    answers = [reply for reply in application.replies if reply.away_until is None and reply.at <= until]
    return sorted(answers, key=lambda reply: reply.at)


def _answered(application: Application, reply: Reply, waits: bool, calendar: BusinessCalendar) -> Application:
    """Return the application with the reply-by date that an answer leaves: a new one replaces the old (section 3)."""
    known = application.reply_by
    if known is not None and known.known is not None and known.known >= reply.at:
        return application
    if reply.reply_by is not None:
        return replace(application, reply_by=ReplyBy(reply.reply_by, stated=True, known=reply.at))
    is_told = known is not None and (known.stated or known.known is None)
    if not waits or (known is not None and is_told and known.date >= calendar.day(reply.at)):
        return application
    assumed = assumed_reply_by(reply.at, calendar)
    return replace(application, reply_by=ReplyBy(assumed, stated=False, known=reply.at))


def _worked_out(
    application: Application, calendar: BusinessCalendar, until: datetime
) -> tuple[Application, list[Event]]:
    """Return the application as time and their answers leave it, one after the other, and what time brought about."""
    policy = calendar.policy
    came_about: list[Event] = []
    for reply in _answers(application, until):
        application, events = settle(application, policy, reply.at)
        came_about += events
        application = _answered(application, reply, application.stage is Stage.WAITING, calendar)
    application, events = settle(application, policy, until)
    if application.stage is Stage.WAITING:
        application = replace(application, stage=_waiting_or_followed_up(application, policy))
    return application, came_about + events


def _yet_to_be_held(application: Application, policy: Policy, until: datetime) -> Application:
    """Return the application with its interviews that have ended as planned, so that time holds them one after the
    other and moves the stage: one that is told as held means the same as one of which only the times are told."""
    interviews = tuple(
        replace(interview, status=InterviewStatus.PLANNED)
        if interview.status is InterviewStatus.HELD and ends_at(interview, policy) <= until
        else interview
        for interview in application.interviews
    )
    return replace(application, interviews=interviews)


def _waiting_or_followed_up(application: Application, policy: Policy) -> Stage:
    held = held_interviews(application, policy)
    sent = follow_ups_since(application, held[-1].starts if held else None)
    answers = [reply.at for reply in application.replies if reply.away_until is None]
    return Stage.FOLLOWED_UP if sent and sent[-1] >= max(answers, default=sent[-1]) else Stage.WAITING


def _as_told(
    application: Application, stage: Stage, calendar: BusinessCalendar, until: datetime
) -> tuple[Application, list[Event]]:
    """Return the application in the stage told, with the facts that this stage implies and nobody told, and what
    time brought about since."""
    waits = stage in (Stage.WAITING, Stage.FOLLOWED_UP)
    for reply in _answers(application, until):
        application = _answered(application, reply, waits, calendar)
    if stage is Stage.APPLIED:
        return settle(application, calendar.policy, until)
    application = with_held(application, calendar.policy, until)
    if stage in _AFTER_THANKS:
        application = _thanks_waived(application, calendar)
    if waits:
        application = _with_reply_by(application, calendar, until)
    if stage is Stage.FOLLOWED_UP:
        application = _with_follow_up(application, calendar.policy, until)
    return settle(replace(application, stage=stage), calendar.policy, until)


def _thanks_waived(application: Application, calendar: BusinessCalendar) -> Application:
    held = held_interviews(application, calendar.policy)
    waivers = list(application.waivers)
    for thanks in thanks_of(application, held):
        if thanks.done is None:
            ended = ends_at(thanks.interview, calendar.policy)
            reason = "dealt with before it was taken in here"
            waivers.append(Waiver(-len(waivers) - 1, StepName.THANK, thanks.person, thanks.interview.id, reason, ended))
    return replace(application, waivers=tuple(waivers))


def _with_reply_by(application: Application, calendar: BusinessCalendar, until: datetime) -> Application:
    held = held_interviews(application, calendar.policy)
    last = held[-1] if held else None
    if reply_by_in_force(application, last, calendar) is not None:
        return application
    since = ends_at(last, calendar.policy) if last else _applied(application, calendar) or until
    since = max([since, *(reply.at for reply in application.replies if reply.away_until is None)])
    assumed = assumed_reply_by(since, calendar)
    return replace(application, reply_by=ReplyBy(assumed, stated=False, known=None))


def _with_follow_up(application: Application, policy: Policy, until: datetime) -> Application:
    """Return it with a follow-up sent: one whose day nobody told counts as sent now, which holds back longest."""
    held = held_interviews(application, policy)
    if follow_ups_since(application, held[-1].starts if held else None):
        return application
    sent = Letter(
        min([0, *(letter.id for letter in application.letters)]) - 1,
        Kind.FOLLOW_UP,
        status=LetterStatus.SENT,
        sent=until,
        how="elsewhere",
    )
    return replace(application, letters=(*application.letters, sent))


def _applied(application: Application, calendar: BusinessCalendar) -> datetime | None:
    day = application.applied_on
    return None if day is None else at(day, _NOON, calendar.policy.zone)


def events_of(application: Application, policy: Policy, now: datetime, came_about: Iterable[Event] = ()) -> list[Event]:
    """Return the events that an application's facts imply, in order of time.

    Args:
        came_about: what time alone brought about, as `settle` tells it.
    """
    calendar = calendar_of(policy)
    events: list[Event] = []
    came_about = list(came_about)
    told = {event.at for event in came_about if event.what == "interview_held"}
    events += [
        Event(ends_at(interview, policy), "interview_held", f"Round {interview.round}")
        for interview in held_interviews(application, policy)
        if ends_at(interview, policy) not in told
    ]
    events += [_letter_event(application, letter) for letter in application.letters if letter.sent is not None]
    events += [_reply_event(reply) for reply in application.replies]
    events += came_about  # at the same moment, what was done comes before what that brought about
    if application.outcome is not None:
        text = application.outcome.kind.value.replace("_", " ")
        events.append(
            Event(application.outcome.at, "outcome_recorded", text, application.outcome.came_from, Stage.OUTCOME)
        )
    added = _applied(application, calendar) or application.added or now
    added = min([added, *(event.at for event in events)])  # what happened to it came after it was there
    text = f"{application.role} at {application.company}"
    events.insert(0, Event(added, "application_added", text, after=Stage.APPLIED))
    events.sort(key=lambda event: event.at.astimezone(UTC))
    return _with_stages(events, application.stage, now)


def _with_stages(events: Iterable[Event], told: Stage, now: datetime) -> list[Event]:
    """Return the events with the stages that each led from and to; one more, at `now`, where they end elsewhere than
    `told`."""
    stage = Stage.APPLIED
    moved = []
    for event in events:
        after = event.after
        if after is None and event.what in _MOVING:
            after = TRANSITIONS.get((stage, Trigger(event.what)))
        if after is not None:
            event = replace(event, before=None if event.what == "application_added" else stage, after=after)
            stage = after
        moved.append(event)
    return moved + _ending_in(told, stage, now)


def _told_on(events: list[Event], came_about: Iterable[Event], told: Stage, now: datetime) -> list[Event]:
    """Return the events told, then what time brought about since their last stage; one more, at `now`, as in
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
    return events + since + _ending_in(told, last[0].after if last else None, now)


def _ending_in(told: Stage, stage: Stage | None, now: datetime) -> list[Event]:
    """Return the event by which a stage was told that no other event leads to, none where one does."""
    if stage is told:
        return []
    return [Event(now, "stage_told", f"It was {STAGE_TITLES[told]} when it was taken in", stage, told)]


def _letter_event(application: Application, letter: Letter) -> Event:
    person = application.person(letter.to)
    assert letter.sent is not None
    text = f"{DEMANDS[letter.kind].title} to {person.name if person else 'the hiring team'}"
    after = Stage.FOLLOWED_UP if letter.kind in FOLLOW_UPS else None
    return Event(letter.sent, "letter_sent", text, after=after)


def _reply_event(reply: Reply) -> Event:
    what = "they_answered" if reply.away_until is None else "away"
    return Event(reply.at, what, reply.text.split("\n", 1)[0][:120])
