"""What time alone brings about: an interview is over, thanks lapse, a date is assumed. Pure: readers apply it in
memory, the hunt records it with the events that it returns."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.from_them import ReplyBy
from app.etiquette.frozen import replace
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, InterviewStatus, StepName, Waiver
from app.etiquette.stages import AFTER_THANKS, WAITING_STAGES, Stage, Trigger, advance
from app.etiquette.state.facts import (
    LAPSED,
    assumed_reply_by,
    ends_at,
    held_interviews,
    reply_by_in_force,
    thanks_of,
    waiting_stage,
)
from app.etiquette.time.business_calendar import BusinessCalendar, calendar_of
from app.etiquette.time.dates import NEVER, add_time, say_day
from app.etiquette.time.lengths import count, length

_PLANNED = InterviewStatus.PLANNED
_INTERVIEWED, _THANKED = _MOVED_BY_TIME = (Stage.INTERVIEWED, Stage.THANKED)


def settle(application: Application, policy: Policy, now: datetime) -> tuple[Application, list[Event]]:
    """Return the application as it stands at `now`, and the events that brought it there, in order of time."""
    planned = [
        interview for interview in application.interviews if interview.status is _PLANNED and interview.starts <= now
    ]
    if not planned and application.stage not in _MOVED_BY_TIME:
        return application, []
    calendar = calendar_of(policy)
    events: list[Event] = []
    while (moved := _next_move(application, calendar, now)) is not None:
        application = moved[0]
        events += moved[1]
    return application, events


def next_move_at(application: Application, policy: Policy) -> datetime:
    """Return when time alone will next change an application that is settled: see `settle`. NEVER: it will not."""
    move = _next_move(application, calendar_of(policy), NEVER)
    return NEVER if move is None else move[1][0].at


def _next_move(
    application: Application, calendar: BusinessCalendar, now: datetime
) -> tuple[Application, list[Event]] | None:
    """Return the earliest change that time has brought about by `now`, or None."""
    policy = calendar.policy
    first_over = min(
        (
            (ends_at(interview, policy), interview)
            for interview in application.interviews
            if interview.status is _PLANNED and ends_at(interview, policy) <= now
        ),
        key=lambda pair: pair[0],
        default=None,
    )
    before = first_over[0] if first_over else NEVER
    if application.stage is _INTERVIEWED:
        thanked = _thanks_complete_at(application, calendar)
        if thanked is not None and thanked <= now and thanked <= before:
            return _complete_thanks(application, thanked, calendar)
    elif application.stage is _THANKED:
        wait = _wait_start(application, calendar)
        if wait is not None and wait[0] <= now and wait[0] <= before:
            return _start_waiting(application, wait[0], wait[1], calendar)
    return hold(application, first_over[1], calendar) if first_over else None


def hold(application: Application, interview: Interview, calendar: BusinessCalendar) -> tuple[Application, list[Event]]:
    """Return the application with one of its interviews held, at the moment that it ended (ETIQUETTE 1.2).

    If a sheet gave a stage after the thank-yous without the day of the interview, an interview that had ended by then
    is the one meant: the stage stays, and its thank-yous are dealt with.
    """
    ended_at = ends_at(interview, calendar.policy)
    held = replace(interview, status=InterviewStatus.HELD)
    is_implied_by_stage = (
        application.stage in AFTER_THANKS
        and application.added is not None
        and ended_at <= application.added
        and not held_interviews(application, calendar.policy)
    )
    application = replace(application, interviews=_with(application, held))
    stage = application.stage
    if is_implied_by_stage:
        application, after = thanks_waived(application, calendar), stage
    else:
        after = stage if stage is Stage.OUTCOME else advance(stage, Trigger.INTERVIEW_HELD)
    names = ", ".join(person.name for person in application.people if person.id in interview.met)
    text = (
        f"Round {interview.round}" + (f", {interview.kind}" if interview.kind else "") + (f": {names}" if names else "")
    )
    event = Event(ended_at, "interview_held", text, stage, after, "an interview that has ended counts as held")
    return replace(application, stage=after, reply_by=_stated(application.reply_by)), [event]


def _with(application: Application, interview: Interview) -> tuple[Interview, ...]:
    return tuple(interview if other.id == interview.id else other for other in application.interviews)


def _stated(reply_by: ReplyBy | None) -> ReplyBy | None:
    return reply_by if reply_by is not None and reply_by.stated else None


def not_held(
    application: Application,
    interview: Interview,
    policy: Policy,
    now: datetime,
    status: InterviewStatus = InterviewStatus.MISSED,
) -> Application:
    """Return the application with an interview that they missed, or called off. It was not held: the stage that time
    had made of it is taken back, and with it what was assumed since (ETIQUETTE 2.23)."""
    after = replace(application, interviews=_with(application, replace(interview, status=status)))
    if interview.status is not InterviewStatus.HELD or application.stage is Stage.OUTCOME:
        return after
    stage = Stage.INTERVIEWED if held_interviews(after, policy) else Stage.APPLIED
    after = settle(replace(after, stage=stage, reply_by=_stated(after.reply_by)), policy, now)[0]
    return replace(after, stage=waiting_stage(after, policy)) if after.stage in WAITING_STAGES else after


def thanks_waived(application: Application, calendar: BusinessCalendar) -> Application:
    """Return the application with the thanks of every interview held dealt with, as what was imported implies."""
    waivers = list(application.waivers)
    for thanks in thanks_of(application, held_interviews(application, calendar.policy)):
        if thanks.done is None:
            ended_at = ends_at(thanks.interview, calendar.policy)
            reason = "taken care of before it was imported"
            waivers.append(
                Waiver(-len(waivers) - 1, StepName.THANK, thanks.person, thanks.interview.id, reason, ended_at)
            )
    return replace(application, waivers=tuple(waivers))


def with_held(application: Application, policy: Policy, until: datetime) -> Application:
    """Return the application with every planned interview held that ends by `until`; nothing else is moved."""
    interviews = tuple(
        replace(interview, status=InterviewStatus.HELD)
        if interview.status is _PLANNED and ends_at(interview, policy) <= until
        else interview
        for interview in application.interviews
    )
    return replace(application, interviews=interviews)


def thanked_at(application: Application, calendar: BusinessCalendar) -> datetime:
    """Return when the last round's thanks were complete: the last of them sent, waived or lapsed (ETIQUETTE 1.3)."""
    return _thanks_complete_at(application, calendar) or calendar.opens(calendar.day(application.added or NEVER))


def _thanks_complete_at(application: Application, calendar: BusinessCalendar) -> datetime | None:
    """Return when everyone met in the last round was dealt with, a moment to come included; None without a round."""
    held = held_interviews(application, calendar.policy)
    if not held:
        return None
    last = held[-1]
    lapse = calendar.days_later(ends_at(last, calendar.policy), calendar.policy.thank_lapses_days)
    return max(
        min(thanks.done, lapse) if thanks.done else lapse
        for thanks in thanks_of(application, held)
        if thanks.interview.id == last.id
    )


def _complete_thanks(
    application: Application, moment: datetime, calendar: BusinessCalendar
) -> tuple[Application, list[Event]]:
    """Return the application thanked; what lapsed unsent counts as skipped (ETIQUETTE 2.18)."""
    after = advance(application.stage, Trigger.THANKS_COMPLETE)
    held = held_interviews(application, calendar.policy)
    lapsed = [
        thanks for thanks in thanks_of(application, held) if thanks.done is None and thanks.interview.id == held[-1].id
    ]
    events = []
    waivers = list(application.waivers)
    for thanks in lapsed:
        person = application.person(thanks.person)
        text = f"Too late to thank {person.name if person else 'them'}; thank them in the follow-up"
        rule = f"a thank-you lapses {count(calendar.policy.thank_lapses_days, 'day')} after the interview"
        events.append(Event(moment, "thanks_lapsed", text, rule=rule))
        waivers.append(Waiver(-len(waivers) - 1, StepName.THANK, thanks.person, thanks.interview.id, LAPSED, moment))
    text = "The time for thank-you notes is over" if lapsed else "Everyone you met has been thanked"
    rule = "everyone you met was thanked or skipped"
    events.append(Event(moment, "thanks_complete", text, application.stage, after, rule))
    return replace(application, stage=after, waivers=tuple(waivers)), events


def _wait_start(application: Application, calendar: BusinessCalendar) -> tuple[datetime, ReplyBy] | None:
    """Return when the wait starts and its date: at the thanks for a date already stated, else a day later.

    ETIQUETTE 1.4: a date of theirs. ETIQUETTE 2.19: an assumed one.
    """
    held = held_interviews(application, calendar.policy)
    last = held[-1] if held else None
    thanked = thanked_at(application, calendar)
    reply_by = reply_by_in_force(application, last, calendar)
    if reply_by is not None:
        return max(thanked, reply_by.known or thanked), reply_by
    if last is None:
        return None
    moment = add_time(thanked, calendar.policy.ask_reply_by_due)
    return moment, ReplyBy(assumed_reply_by(ends_at(last, calendar.policy), calendar), stated=False, known=moment)


def _start_waiting(
    application: Application, moment: datetime, reply_by: ReplyBy, calendar: BusinessCalendar
) -> tuple[Application, list[Event]]:
    after = advance(application.stage, Trigger.REPLY_BY_KNOWN)
    day = say_day(reply_by.date, calendar.day(moment))
    if reply_by.stated:
        text = f"Waiting: they said they would decide by {day}"
        rule = "they gave a decision date"
    else:
        text = f"Waiting: expected by {day} (usual wait)"
        rule = f"they gave no date within {length(calendar.policy.ask_reply_by_due)} of the thank-yous"
    event = Event(moment, "reply_by_known", text, application.stage, after, rule)
    return replace(application, stage=after, reply_by=reply_by), [event]
