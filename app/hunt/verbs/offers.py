"""Record their offer, or the day by which they want an answer to one that was not decided on yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.etiquette.records import Application, Event, OutcomeKind
from app.etiquette.text import clean_lines
from app.etiquette.time.dates import local, local_day, say_clock, say_day
from app.hunt.changes import Change, When
from app.hunt.verbs.answers import outcome_recorded


def is_undecided(application: Application) -> bool:
    """Return whether the application ended with an offer that nothing was answered to."""
    outcome = application.outcome
    return outcome is not None and outcome.is_open_offer


def offered(
    application: Application,
    when: When,
    *,
    decide_by: date | None,
    decide_at: datetime | None = None,
    note: str = "",
) -> Change:
    """Return the application with their offer; one that is there and not decided on gets another deadline.

    Args:
        decide_by: the deadline's day; `decide_at` is its moment on that day.

    An offer of which nobody knew the day counts from now: whoever names its deadline is asked for an answer
    (ETIQUETTE 2.24).

    Raises:
        TransitionError: it has another outcome, or an offer for which no deadline was named.
    """
    outcome = application.outcome
    if outcome is None or decide_by is None or not is_undecided(application):
        return outcome_recorded(
            application, when, OutcomeKind.OFFER, decide_by=decide_by, decide_at=decide_at, note=note
        )
    day = say_day(decide_by, local_day(when.now, when.policy.zone))
    day += f" at {say_clock(local(decide_at, when.policy.zone))}" if decide_at else ""
    words = clean_lines(note).strip()
    event = Event(when.now, "note", f"Offer: they want an answer by {day}" + (f". {words}" if words else ""))
    asked = replace(outcome, at=outcome.at or when.now, decide_by=decide_by, decide_at=decide_at)
    after = replace(application, outcome=asked)
    return Change(after, f"Offer: {application.company}, decide by {day}", (event,))
