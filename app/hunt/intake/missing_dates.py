"""What an import leaves open: interviews of which a sheet tells without their day, and offers. The words are the same
anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from app.etiquette.records import Application, StepName
from app.etiquette.stages import Stage
from app.etiquette.time.lengths import count
from app.hunt.due import Due
from app.hunt.verbs.offers import is_undecided


def without_dates(steps: Iterable[Due]) -> list[Due]:
    """Return the steps that ask for the day of an interview."""
    return [due for due in steps if due.step.name is StepName.FIND_DATE and due.step.is_now and due.step.application_id]


def closed_among(added: Iterable[Application]) -> int:
    """Return how many have their outcome; an offer that nothing was answered to is none that is past."""
    return sum(application.stage is Stage.OUTCOME and not is_undecided(application) for application in added)


def offers_said(added: Iterable[Application], how: str) -> str:
    """Return what to do about the offers that a sheet tells of, which ask for nothing (ETIQUETTE 2.24); "" for none.

    Args:
        how: a deadline is added, such as `press o on the application`.
    """
    companies = [
        application.company
        for application in added
        if is_undecided(application) and application.outcome and application.outcome.at is None
    ]
    if not companies:
        return ""
    first = f"{companies[0]} made you an offer" if len(companies) == 1 else f"{len(companies)} offers came with it"
    waits = "it still waits" if len(companies) == 1 else "one still waits"
    return f"{first}. If {waits} for your answer, {how} to add the day they want it by."


def said(closed: int, undated: int) -> str:
    """Return what an import left open.

    Args:
        closed: how many applications it brought that have their outcome.
        undated: how many interviews have no day.
    """
    past = f"{count(closed, 'outcome')} from the past {'was' if closed == 1 else 'were'} closed. " if closed else ""
    has = "has" if undated == 1 else "have"
    return f"{past}{count(undated, 'interview')} {has} no date yet. Without one, nothing can come due."
