"""How far one application came: what counts as applied, as a round, as an answer. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus, OutcomeKind
from app.etiquette.stages import Stage
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.interview_times import ends_at, starts_at

_PLANNED, _HELD = InterviewStatus.PLANNED, InterviewStatus.HELD
_ANSWERS = frozenset({OutcomeKind.OFFER, OutcomeKind.REJECTED})
"""Outcomes that come from them."""


class Answered(StrEnum):
    """How a wait for their answer ended, or has not."""

    YES = "answered"
    NO_REPLY = "no_reply"
    """It was closed without one."""
    WAITING = "waiting"


class Wait(NamedTuple):
    """The wait for an answer after applying, or after a round."""

    after: int
    """0: after applying; 1: after the first round, and so on."""
    answered: Answered
    days: int | None = None
    """Calendar days until the answer; None: there is none, or one of the two days is not known."""


def has_applied(application: Application, today: date) -> bool:
    """Return whether it was applied for, and not only saved (ETIQUETTE 2.24).

    It was when its day of applying has come, or when something happened that comes of applying: an interview that was
    not called off, a stage, an outcome.
    """
    if application.applied_on is not None and application.applied_on <= today:
        return True
    if application.stage is not Stage.APPLIED or application.outcome is not None:
        return True
    return any(interview.status is not InterviewStatus.CANCELLED for interview in application.interviews)


def rounds_of(application: Application, policy: Policy, now: datetime) -> list[Interview]:
    """Return the interviews that count as rounds, the earliest end first: those held, and those planned that have ended
    by `now` (ETIQUETTE 1.2). Missed and canceled ones are none (ETIQUETTE 2.23)."""
    held = [
        interview
        for interview in application.interviews
        if interview.status is _HELD or (interview.status is _PLANNED and ends_at(interview, policy) <= now)
    ]
    if len(held) > 1:
        held.sort(key=lambda interview: ends_at(interview, policy))
    return held


def rounds_reached(application: Application, rounds: Sequence[Interview]) -> int:
    """Return how many rounds it came to. A stage past applied means one at least, also where a sheet told of the
    interview without its day (ETIQUETTE 2.5).

    Args:
        rounds: as `rounds_of` returns them.
    """
    return max(len(rounds), _is_past_applied(application))


def waits_of(
    application: Application, rounds: Sequence[Interview], planned: Sequence[datetime], policy: Policy
) -> Iterator[Wait]:
    """Yield the waits for an answer, the one after applying first.

    An answer is their first sign after applying or after a round: a reply, the next interview being planned, an offer,
    a rejection. An out-of-office note is none (ETIQUETTE 3.5), and a receipt is never recorded as a reply. Where they
    went on and nobody recorded when they said so, it was answered on a day that is not known. A wait that the user
    ended by withdrawing is left out.

    Args:
        rounds: as `rounds_of` returns them.
        planned: when interviews of this application were put down as planned.
    """
    calendar = calendar_of(policy)
    signs = [reply.at for reply in application.replies if reply.away_until is None]
    signs += planned
    signs.sort()
    asked: list[tuple[date | None, datetime | None]] = [(application.applied_on, None)]
    asked += [(calendar.day(ends_at(interview, policy)), ends_at(interview, policy)) for interview in rounds]
    if not rounds and _is_past_applied(application):
        asked.append((None, None))
    last = len(asked) - 1
    for after, (day, moment) in enumerate(asked):
        if after == last:
            sign = _first(signs, moment, None)
            sign = _earlier(sign, _decided_at(application))
        else:
            sign = _first(signs, moment, starts_at(rounds[after], policy) if rounds else None)
        if sign is not None:
            days = None if day is None else (calendar.day(sign) - day).days
            yield Wait(after, Answered.YES, days if days is not None and days >= 0 else None)
        elif after < last or _went_on(application, moment):
            yield Wait(after, Answered.YES)
        elif application.outcome is None:
            yield Wait(after, Answered.WAITING)
        elif application.outcome.kind is OutcomeKind.NO_RESPONSE:
            yield Wait(after, Answered.NO_REPLY)


def _is_past_applied(application: Application) -> bool:
    outcome = application.outcome
    return (outcome.came_from if outcome is not None else application.stage) not in (Stage.APPLIED, Stage.OUTCOME)


def _first(signs: Sequence[datetime], since: datetime | None, before: datetime | None) -> datetime | None:
    """Return the first sign in a span of time; None for `since` or `before` leaves that end open."""
    for sign in signs:
        if (since is None or sign >= since) and (before is None or sign < before):
            return sign
    return None


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)


def _decided_at(application: Application) -> datetime | None:
    """Return when they decided, None when they have not or nobody knows when."""
    outcome = application.outcome
    return outcome.at if outcome is not None and outcome.kind in _ANSWERS else None


def _went_on(application: Application, since: datetime | None) -> bool:
    """Return whether they decided, or there is an interview after a moment that is no round: to come, missed or called
    off, it was arranged with them all the same."""
    if application.outcome is not None and application.outcome.kind in _ANSWERS:
        return True
    return any(
        interview.status is not _HELD and (since is None or interview.starts > since)
        for interview in application.interviews
    )
