"""What the coming days bring: interviews, decision dates, steps that open or fall due, in one order. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.steps.wording import say_what
from app.etiquette.time.dates import at, local_day

DAYS = 14
"""How many days are looked ahead, today included."""


class Kind(StrEnum):
    """What comes; of several at one moment, the first here goes first."""

    INTERVIEW = "interview"
    DECISION = "decision"
    DUE = "due"
    OPENS = "opens"


_ORDER = list(Kind)


class Coming(NamedTuple):
    """One thing that comes."""

    at: datetime
    kind: Kind
    application_id: int | None
    company: str
    what: str
    is_day: bool = True
    """Whether its day is meant, not its time."""


def of_interview(
    application_id: int, company: str, number: int, kind: str, starts: datetime, *, is_day: bool
) -> Coming:
    """Return a planned interview as something that comes."""
    what = f"Round {number}" + (f", {kind}" if kind else "")
    return Coming(starts, Kind.INTERVIEW, application_id, company, what, is_day)


def of_decision(application_id: int, company: str, day: date, zone: tzinfo, *, stated: bool) -> Coming:
    """Return a decision date as something that comes."""
    what = "Decision date" if stated else "Decision expected"
    return Coming(at(day, time.min, zone), Kind.DECISION, application_id, company, what)


def of_step(step: Step, company: str, person: str | None, today: datetime) -> Coming | None:
    """Return a step as something that comes: when it opens, else when it is due. None for one that is overdue, that is
    never due, or that prepares an interview, which comes by itself.

    Args:
        today: the moment at which the day begins, for what is due since an earlier day.
    """
    if step.name is StepName.PREPARE or step.urgency is Urgency.LATE:
        return None
    what = say_what(step, person)
    if step.urgency is Urgency.NOT_YET:
        return Coming(step.snoozed_until or step.opens, Kind.OPENS, step.application_id, company, what)
    if step.due is None:
        return None
    return Coming(max(step.due, today), Kind.DUE, step.application_id, company, what)


def by_day(things: Iterable[Coming], zone: tzinfo) -> list[tuple[date, list[Coming]]]:
    """Return what comes by the user's days, in order of time within each."""

    def day(thing: Coming) -> date:
        return local_day(thing.at, zone)

    def order(thing: Coming) -> tuple[date, bool, datetime, int, str]:
        return day(thing), thing.is_day, thing.at, _ORDER.index(thing.kind), thing.company

    return [(when, list(group)) for when, group in groupby(sorted(things, key=order), key=day)]
