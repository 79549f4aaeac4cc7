"""One application as a line through time: what happened and when, until when it goes on, when to follow up. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from app.etiquette.frozen import dataclass
from app.etiquette.policy import Policy
from app.etiquette.records import Application, InterviewStatus, LetterStatus, OutcomeKind
from app.etiquette.time.business_calendar import calendar_of
from app.etiquette.time.interview_times import day_of, ends_at
from app.etiquette.titles import OUTCOME_TITLES


class Mark(StrEnum):
    """What stands on a line; of several on one day, the first here is shown."""

    OFFER = "offer"
    ENDED = "ended"
    INTERVIEW = "interview"
    PLANNED = "planned"
    MISSED = "missed"
    REPLY = "reply"
    DECISION = "decision"
    LETTER = "letter"
    APPLIED = "applied"


_RANKS = {mark: rank for rank, mark in enumerate(Mark)}


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one application."""

    application_id: int
    company: str
    role: str
    marks: tuple[tuple[date, Mark], ...]
    """A mark a day at most, in order of time."""
    begins: date | None
    """None: no day of it is known."""
    ends: date | None
    """The day of its outcome; None: it goes on."""
    window: tuple[date, date | None] | None = None
    """The days on which one can follow up; None for the second: from then on."""
    ending: str = ""
    """How it ended, "" when it goes on."""


def lane_of(
    application: Application, window: tuple[datetime, datetime | None] | None, policy: Policy, now: datetime
) -> Lane:
    """Return the line of an application.

    Args:
        window: when the step to follow up opens, and when it is overdue or lapses, if either.
    """
    day = calendar_of(policy).day
    marks: dict[date, Mark] = {}
    for when, mark in _marks(application, policy, now):
        if when not in marks or _RANKS[mark] < _RANKS[marks[when]]:
            marks[when] = mark
    outcome = application.outcome
    ends = day(outcome.at) if outcome is not None and outcome.at is not None else None
    if outcome is not None and ends is None:
        ends = max(marks, default=None)
    span = None if window is None else (day(window[0]), None if window[1] is None else day(window[1]))
    return Lane(
        application.id,
        application.company,
        application.role,
        tuple(sorted(marks.items())),
        min(marks, default=None),
        ends,
        span if outcome is None else None,
        _ending(application),
    )


def _marks(application: Application, policy: Policy, now: datetime) -> Iterator[tuple[date, Mark]]:
    day = calendar_of(policy).day
    if application.applied_on is not None:
        yield application.applied_on, Mark.APPLIED
    for interview in application.interviews:
        if interview.status is InterviewStatus.MISSED:
            yield day_of(interview, policy.zone), Mark.MISSED
        elif interview.status is not InterviewStatus.CANCELLED:
            is_ahead = interview.status is InterviewStatus.PLANNED and ends_at(interview, policy) > now
            yield day_of(interview, policy.zone), Mark.PLANNED if is_ahead else Mark.INTERVIEW
    for letter in application.letters:
        if letter.status is LetterStatus.SENT and letter.sent is not None:
            yield day(letter.sent), Mark.LETTER
    for reply in application.replies:
        if reply.away_until is None:
            yield day(reply.at), Mark.REPLY
    outcome = application.outcome
    if outcome is None:
        if application.reply_by is not None:
            yield application.reply_by.date, Mark.DECISION
        return
    if outcome.at is not None:
        yield day(outcome.at), Mark.OFFER if outcome.kind is OutcomeKind.OFFER else Mark.ENDED
    if outcome.decide_by is not None and outcome.decision is None:
        yield outcome.decide_by, Mark.DECISION


def _ending(application: Application) -> str:
    outcome = application.outcome
    if outcome is None:
        return ""
    if outcome.decision is not None:
        return f"Offer {outcome.decision.value}"
    return OUTCOME_TITLES[outcome.kind]
