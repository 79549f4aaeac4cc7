"""What an import leaves open: interviews of which a sheet tells without their day. The words are the same anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from app.etiquette.records import StepName
from app.etiquette.time.lengths import count
from app.hunt.due import Due


def without_dates(steps: Iterable[Due]) -> list[Due]:
    """Return the steps that ask for the day of an interview."""
    return [due for due in steps if due.step.name is StepName.FIND_DATE and due.step.is_now and due.step.application_id]


def said(closed: int, undated: int) -> str:
    """Return what an import left open.

    Args:
        closed: how many applications it brought that have their outcome.
        undated: how many interviews have no day.
    """
    past = f"{count(closed, 'outcome')} from the past {'was' if closed == 1 else 'were'} closed. " if closed else ""
    has = "has" if undated == 1 else "have"
    return f"{past}{count(undated, 'interview')} {has} no date yet. Without one, nothing can come due."
