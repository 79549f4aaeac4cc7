"""The steps after an interview that they missed: ask for a new time, once more, then close (ETIQUETTE 2.23)."""

from __future__ import annotations

from datetime import datetime

from app.etiquette.letter_kinds import Kind
from app.etiquette.records import Application, Interview, StepName
from app.etiquette.state.facts import last_answer
from app.etiquette.steps.window import Window
from app.etiquette.time.business_calendar import BusinessCalendar
from app.etiquette.time.dates import add_time
from app.etiquette.time.interview_times import starts_at

_LETTERS = 2
"""How often one asks: once, and once more."""


def steps_of(application: Application, missed: Interview, calendar: BusinessCalendar, now: datetime) -> list[Window]:
    """Return the windows of an application whose last interview they missed.

    Args:
        missed: as `missed_lately` returns it.
    """
    asked = sorted(
        letter.sent
        for letter in application.letters
        if letter.kind is Kind.MISSED_CALL and letter.sent is not None and letter.sent >= missed.starts
    )
    answered_at = last_answer(application)
    since = max(
        [*asked[:1], *([answered_at] if answered_at is not None and answered_at >= missed.starts else [])], default=None
    )
    if since is not None:
        close = _close(calendar, since, was_asked=True)
        return [_again(missed, calendar, since, close.opens), close] if len(asked) < _LETTERS else [close]
    close = _close(calendar, starts_at(missed, calendar.policy), was_asked=False)
    first = _first(missed, calendar)
    return [first] if now < close.opens else [first, close]


def closing_offered_at(missed: Interview, calendar: BusinessCalendar) -> datetime:
    """Return from when on closing is offered if nobody wrote about an interview that they missed."""
    return _close(calendar, starts_at(missed, calendar.policy), was_asked=False).opens


def _first(missed: Interview, calendar: BusinessCalendar) -> Window:
    """Return the window in which to ask for a new time (ETIQUETTE 2.2)."""
    policy = calendar.policy
    opens = add_time(starts_at(missed, policy), policy.missed_opens)
    day = calendar.day(opens)
    return Window(
        StepName.MISSED,
        opens,
        max(opens, calendar.closes(day)),
        calendar.closes(calendar.after(day, policy.missed_late_business_days)),
        calendar.closes(calendar.after(day, policy.missed_lapses_business_days)),
        ("missed", (missed.round,)),
        kind=Kind.MISSED_CALL,
        person=_whom(missed),
        interview=missed.id,
        asked=missed.starts,
    )


def _again(missed: Interview, calendar: BusinessCalendar, since: datetime, closes: datetime) -> Window:
    """Return the window in which to ask once more (ETIQUETTE 2.3)."""
    policy = calendar.policy
    opens = calendar.opens(calendar.after(calendar.day(since), policy.missed_again_opens_business_days))
    return Window(
        StepName.MISSED,
        opens,
        calendar.closes(calendar.after(calendar.day(opens), policy.missed_again_due_business_days)),
        None,
        max(opens, closes),
        ("missed_again", (calendar.day(since),)),
        kind=Kind.MISSED_CALL,
        person=_whom(missed),
        interview=missed.id,
        asked=since,
    )


def _close(calendar: BusinessCalendar, since: datetime, *, was_asked: bool) -> Window:
    """Return from when on to close after an interview that they missed (ETIQUETTE 2.4)."""
    business_days, day = calendar.policy.missed_close_business_days, calendar.day(since)
    opens = calendar.opens(calendar.after(day, business_days))
    return Window(
        StepName.CLOSE, opens, None, None, None, ("missed_close", (business_days, day, was_asked)), asked=since
    )


def _whom(missed: Interview) -> int | None:
    return missed.met[0] if missed.met else None
