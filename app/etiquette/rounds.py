"""Rounds are numbered by their day, as far as that can be without another number for one that took place."""

from __future__ import annotations

from app.etiquette.frozen import replace
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Interview, InterviewStatus
from app.etiquette.time.interview_times import starts_at

Renumbered = tuple[Interview, Interview]
"""An interview as it was numbered, and as it is."""


def numbered_by_day(
    application: Application, new: Interview, policy: Policy
) -> tuple[Application, Interview, list[Renumbered]]:
    """Return an application and an interview that is to be added to it, numbered by their days (ETIQUETTE 1.7).

    Interviews that are planned for later than the new one move on to make room for it. Letters, notes and skipped steps
    name an interview by its id, so that nothing else changes with its number. What took place keeps the number under
    which the timeline tells of it, and nothing is renumbered where the numbers are not those of the days already:
    somebody gave them.

    Args:
        new: numbered as the next round, whatever its day.
    """
    begins = starts_at(new, policy)
    there = sorted(application.interviews, key=lambda interview: starts_at(interview, policy))
    later = [one for one in there if one.status is InterviewStatus.PLANNED and starts_at(one, policy) > begins]
    numbers = [interview.round for interview in later]
    lowest = max(
        (one.round for one in there if one not in later and one.status is not InterviewStatus.CANCELLED), default=0
    )
    if not later or numbers != sorted(set(numbers)) or numbers[0] <= lowest:
        return application, new, []
    moved = {one.id: replace(one, round=number) for one, number in zip(later, [*numbers[1:], new.round], strict=True)}
    interviews = tuple(moved.get(interview.id, interview) for interview in application.interviews)
    renumbered = [(interview, moved[interview.id]) for interview in later]
    return replace(application, interviews=interviews), replace(new, round=numbers[0]), renumbered


def rounds_of(application: Application) -> list[Interview]:
    """Return the rounds by their numbers, without those that were canceled."""
    there = [interview for interview in application.interviews if interview.status is not InterviewStatus.CANCELLED]
    return sorted(there, key=lambda interview: (interview.round, interview.starts))
