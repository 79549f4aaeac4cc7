"""The steps of the wait: find the date, ask for theirs, follow up once and again, close."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.companies import Company
from app.etiquette.from_them import ReplyBy
from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Interview, Part, StepName
from app.etiquette.stages import WAITING_STAGES, Stage
from app.etiquette.state.facts import (
    away_until,
    follow_ups_counted,
    is_follow_up_undated,
    is_undated,
    last_status_mail,
    planned_ahead,
    reply_by_in_force,
    unread_answer,
)
from app.etiquette.state.settling import thanked_at
from app.etiquette.steps.window import Window
from app.etiquette.time.business_calendar import BusinessCalendar
from app.etiquette.time.dates import add_days, add_time
from app.etiquette.unset import UNSET

_APPLIED, _THANKED = Stage.APPLIED, Stage.THANKED
_RECRUITER, _COORDINATOR = Part.RECRUITER, Part.COORDINATOR


def steps_of(
    application: Application,
    held: list[Interview],
    calendar: BusinessCalendar,
    now: datetime,
    company: Company,
) -> list[Window]:
    """Return the windows of an application between its first interview and its outcome, settled already.

    ETIQUETTE 3.10: nothing while a mail that may be an answer is unread.
    ETIQUETTE 2.22: nothing while another interview is planned.
    ETIQUETTE 3.3: a wish not to be followed up leaves only closing.

    Args:
        held: as `held_interviews` returns it.
    """
    if application.stage is _APPLIED or unread_answer(application) is not None:
        return []
    last_held = held[-1] if held else None
    reply_by = reply_by_in_force(application, last_held, calendar)
    if is_undated(application) and (reply_by is None or application.stage not in WAITING_STAGES):
        return [_find_date(application)]
    if reply_by is None:
        return [_ask(application, calendar)] if application.stage is _THANKED else []
    if planned_ahead(application, calendar.policy, now):
        return []
    sent = follow_ups_counted(application, last_held)
    windows = []
    if not application.no_follow_ups and len(sent) < calendar.policy.follow_ups_per_date:
        windows.append(follow_up_window(application, reply_by, sent, calendar, now, company))
    if application.stage in WAITING_STAGES:
        windows.append(close_window(reply_by, sent, calendar))
        return windows
    return [window for window in windows if now < window.opens]


def recipient(application: Application) -> int | None:
    """Return whom a status mail goes to: the recruiter, else the coordinator, else the last one met, else nobody."""
    people = application.people
    coordinator = None
    for person in people:
        if person.part is _RECRUITER:
            return person.id
        if coordinator is None and person.part is _COORDINATOR:
            coordinator = person
    if coordinator is not None:
        return coordinator.id
    for interview in reversed(application.interviews):
        if interview.met:
            return interview.met[0]
    return people[0].id if people else None


def _ask(application: Application, calendar: BusinessCalendar) -> Window:
    """Return the step to note their decision date (ETIQUETTE 2.7)."""
    thanked, wait = thanked_at(application, calendar), calendar.policy.ask_reply_by_due
    due = add_time(thanked, wait)
    return Window(StepName.SET_REPLY_BY, thanked, due, None, due, ("set_reply_by", (wait,)), asked=thanked)


def _find_date(application: Application) -> Window:
    """Return the step to find out the day of an interview that a sheet mentions without it (ETIQUETTE 2.5)."""
    since = application.added or UNSET
    return Window(StepName.FIND_DATE, since, None, None, None, ("find_date", ()), asked=since)


def unread_windows(application: Application, calendar: BusinessCalendar) -> list[Window]:
    """Return the step to read a mail that may be an answer, one at a time (ETIQUETTE 2.27)."""
    reply = unread_answer(application)
    if reply is None:
        return []
    due = add_time(reply.at, calendar.policy.read_answer_due)
    why = ("read_answer", ())
    return [Window(StepName.READ_ANSWER, reply.at, due, None, None, why, person=reply.person, asked=reply.at)]


def follow_up_window(
    application: Application,
    reply_by: ReplyBy,
    sent: list[datetime],
    calendar: BusinessCalendar,
    now: datetime,
    company: Company,
) -> Window:
    """Return the window of the next follow-up: the first (ETIQUETTE 2.8), or, when `sent` holds one, the second."""
    if sent:
        return _second_follow_up(application, reply_by, sent, calendar, now, company)
    policy = calendar.policy
    wait = policy.follow_up_opens_business_days if reply_by.stated else 0
    opens, held_by = _held_back(
        calendar.opens(calendar.after(reply_by.date, wait)), application, calendar, now, company
    )
    day = calendar.day(opens)
    due = calendar.closes(calendar.after(day, policy.follow_up_due_business_days))
    late = calendar.closes(calendar.after(day, policy.follow_up_late_business_days))
    why = ("follow_up", (reply_by.date, reply_by.stated, wait, day, held_by, now >= opens))
    asked = reply_by.known or UNSET
    to = recipient(application)
    return Window(StepName.FOLLOW_UP, opens, due, late, None, why, kind=Kind.FOLLOW_UP, person=to, asked=asked)


def _second_follow_up(
    application: Application,
    reply_by: ReplyBy,
    sent: list[datetime],
    calendar: BusinessCalendar,
    now: datetime,
    company: Company,
) -> Window:
    """Return the window of a second follow-up (ETIQUETTE 2.9)."""
    policy = calendar.policy
    opens = max(
        calendar.opens(add_days(reply_by.date, policy.follow_up_again_days + 1)),
        calendar.opens(calendar.after(calendar.day(sent[-1]), policy.follow_up_again_business_days)),
    )
    opens, held_by = _held_back(opens, application, calendar, now, company)
    lapses = close_window(reply_by, sent, calendar).opens
    first = None if is_follow_up_undated(application) else calendar.day(sent[-1])
    distances = (policy.follow_up_again_days, policy.follow_up_again_business_days)
    why = ("follow_up_again", (reply_by.date, first, *distances, calendar.day(opens), held_by, now >= opens))
    return Window(
        StepName.FOLLOW_UP_AGAIN,
        opens,
        None,
        None,
        max(opens, lapses),
        why,
        kind=Kind.SECOND_FOLLOW_UP,
        person=recipient(application),
        asked=sent[-1],
    )


def _held_back(
    opens: datetime, application: Application, calendar: BusinessCalendar, now: datetime, company: Company
) -> tuple[datetime, str]:
    """Return `opens` moved behind other status mail to the company and behind an absence, and what still holds it
    back at `now`: "" once that is over.

    ETIQUETTE 3.2 and ETIQUETTE 3.6: other status mail. ETIQUETTE 3.5: an absence.
    """
    held_by = ""
    last, elsewhere = last_status_mail(application), company.last_status_mail
    if last is None or (elsewhere is not None and elsewhere > last):
        last = elsewhere
    if last is not None:
        clear = calendar.opens(add_days(calendar.day(last), calendar.policy.status_mail_gap_days))
        if clear > opens:
            opens, held_by = clear, "company"
    returns = away_until(application, now)
    if returns is not None:
        back = calendar.opens(add_days(returns, 1))
        if back > opens:
            opens, held_by = back, "away"
    return opens, held_by if now < opens else ""


def close_window(reply_by: ReplyBy, sent: list[datetime], calendar: BusinessCalendar) -> Window:
    """Return when to assume that no answer will come (ETIQUETTE 2.10)."""
    policy = calendar.policy
    day = add_days(reply_by.date, policy.close_reply_by_days)
    if sent:
        day = max(day, add_days(calendar.day(sent[-1]), policy.close_follow_up_days))
    why = ("close", (reply_by.date, policy.close_reply_by_days, policy.close_follow_up_days if sent else None))
    return Window(StepName.CLOSE, calendar.opens(day), None, None, None, why, asked=reply_by.known or UNSET)
