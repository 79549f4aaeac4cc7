"""The end of `afterword import`: on a terminal, the days of interviews that a sheet left out are asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app import settings
from app.cli.main import answer_to, complain, say
from app.etiquette.errors import AfterwordError, UnreadableDateError
from app.etiquette.records import Application
from app.etiquette.time.dates import local_day
from app.etiquette.time.interview_times import stored_day
from app.etiquette.time.plain_dates import understand_day
from app.hunt.changes import Change, When
from app.hunt.due import Due, due_list
from app.hunt.hunt import Hunt
from app.hunt.intake.missing_dates import said, without_dates
from app.hunt.verbs.interviews import planned
from app.settings import Settings
from app.storage.readers import opened_reader

_YES = frozenset({"y", "yes"})


def offer(path: Path, hunt: Hunt, prefs: Settings, closed: int, *, can_ask: bool) -> None:
    """Say how many interviews have no day, and ask for each if the user wants to add them now.

    Args:
        closed: how many applications the import brought that have their outcome.
        can_ask: whether somebody is there to answer; otherwise it is said where the days can be added.
    """
    with opened_reader(path) as connection:
        steps = [] if connection is None else due_list(connection, prefs.policy, settings.clock_now()).steps
    undated = without_dates(steps)
    if not undated:
        return
    if not can_ask:
        say(f"{said(closed, len(undated))} Add the dates in the dashboard: they're on the due list.")
        return
    say(said(closed, len(undated)))
    if answer_to("Add the dates now? [y/N] ").casefold() not in _YES:
        say("They're on the due list.")
        return
    for place, due in enumerate(undated, 1):
        day = _day_of(f"Interview {place} of {len(undated)}: {due.company}, {due.role}", prefs)
        if day is not None:
            _store(hunt, due, day)


def _day_of(interview: str, prefs: Settings) -> date | None:
    """Return the day of an interview, None when the user leaves it for later."""
    today = local_day(settings.clock_now(), prefs.policy.zone)
    say(interview)
    while text := answer_to("When was it? (Mar 14, last Tuesday; Enter to skip) "):
        try:
            understood = understand_day(text, today, prefs.policy.holidays, "past", prefs.month_first)
        except UnreadableDateError as error:
            complain(str(error))
            continue
        say(f"  {understood.words}")
        return understood.day
    return None


def _store(hunt: Hunt, due: Due, day: date) -> None:
    def verb(application: Application, when: When) -> Change:
        return planned(application, when, starts=stored_day(day), day_only=True)

    assert due.step.application_id is not None
    try:
        hunt.do(due.step.application_id, verb)
    except AfterwordError as error:
        complain(f"{due.company}: {error}")
