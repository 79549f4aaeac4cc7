"""When an interview is, also where only its day is known: then its start is stored as midnight UTC of that day.

A day alone is the same day in every zone. Nothing says its midnight as a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.etiquette.errors import InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.records import Interview, InterviewStatus
from app.etiquette.time.dates import (
    add_days,
    add_time,
    at,
    local,
    local_day,
    say_clock,
    say_day,
    say_moment,
    zone_named,
)

_MIDNIGHT = time()
_INSTANT = timedelta(microseconds=1)


def stored_day(day: date) -> datetime:
    """Return the `starts` of an interview with only its day known."""
    return datetime.combine(day, _MIDNIGHT, UTC)


def day_of(interview: Interview, zone: tzinfo) -> date:
    """Return the day on which an interview begins, in `zone` unless only its day is known."""
    return interview.starts.date() if interview.day_only else local_day(interview.starts, zone)


def last_day_of(interview: Interview, zone: tzinfo) -> date:
    """Return the day on which an interview ends; of several whole days `ends` is the midnight after the last one."""
    if interview.ends is None:
        return day_of(interview, zone)
    return (interview.ends - _INSTANT).date() if interview.day_only else local_day(interview.ends, zone)


def starts_at(interview: Interview, policy: Policy) -> datetime:
    """Return when an interview begins: as said, else when its day opens in the user's zone."""
    if interview.day_only:
        return at(interview.starts.date(), policy.day_opens, policy.zone)
    return interview.starts


def ends_at(interview: Interview, policy: Policy) -> datetime:
    """Return when an interview ends: as said, else its start and the assumed length, or when its day closes."""
    if interview.day_only:
        return at(last_day_of(interview, policy.zone), policy.day_closes, policy.zone)
    return interview.ends or add_time(interview.starts, policy.assumed_length)


def to_come(interviews: Iterable[Interview], policy: Policy, now: datetime) -> list[Interview]:
    """Return the planned interviews that are to come or under way, the earliest first."""
    planned = [one for one in interviews if one.status is InterviewStatus.PLANNED and ends_at(one, policy) > now]
    return sorted(planned, key=lambda one: starts_at(one, policy))


def say_start(interview: Interview, now: datetime, zone: tzinfo) -> str:
    """Return when an interview begins, for a person: `Fri, Nov 27 at 2:30 PM`, or its day alone."""
    if interview.day_only:
        return say_day(interview.starts.date(), local_day(now, zone))
    return say_moment(interview.starts, now, zone)


def say_interview(interview: Interview, now: datetime, zone: tzinfo) -> str:
    """Return when an interview is, with its end: `Fri, Nov 27 at 2:30 PM to 3:30 PM`, or its days alone."""
    begins = say_start(interview, now, zone)
    if interview.ends is None:
        return begins
    if interview.day_only:
        last = last_day_of(interview, zone)
        until = f" to {say_day(last, local_day(now, zone))}" if last != interview.starts.date() else ""
        return f"{begins}{until}, time not known"
    return f"{begins} to {say_clock(local(interview.ends, zone))}"


def their_time(interview: Interview, now: datetime, zone: tzinfo) -> str:
    """Return an interview's beginning on their clocks, "" where they show the same time as the user's."""
    if not interview.timezone or interview.day_only:
        return ""
    try:
        theirs = zone_named(interview.timezone)
    except InvalidFieldError:
        return ""
    there, here = local(interview.starts, theirs), local(interview.starts, zone)
    if there.utcoffset() == here.utcoffset():
        return ""
    day = f"{say_day(there.date(), local_day(now, zone))} at " if there.date() != here.date() else ""
    city = interview.timezone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{day}{say_clock(there)} in {city}"


def whole_days(interview: Interview) -> tuple[date, date]:
    """Return the first day of an interview with only its day known, and the day after its last one."""
    return interview.starts.date(), add_days(last_day_of(interview, UTC), 1)
