"""A step skipped for a reason, snoozed until a moment, or taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.etiquette.errors import InvalidFieldError
from app.etiquette.records import Application, Event, Snooze, StepName, Waiver
from app.etiquette.text import clean
from app.etiquette.time.dates import say_moment
from app.etiquette.titles import STEP_TITLES
from app.hunt.changes import Change, When, new_id, required
from app.hunt.verbs.drafting import reader_of

DONE = "done"
"""The reason of a step that was not skipped, but done outside the program."""


def step_waived(
    application: Application, when: When, step: StepName, person: int | None, interview: int | None, reason: str
) -> Change:
    """Return the application with a step skipped for a reason, which the timeline keeps.

    Raises:
        InvalidFieldError: no reason was given.
    """
    words = required(clean(reason), "reason", "a reason")
    waiver = Waiver(new_id(application.waivers), step, person, interview, words, when.now)
    step_words = _what(application, step, person)
    text = f"Done: {step_words}" if words == DONE else f"Skipped: {step_words} ({words})"
    after = replace(application, waivers=(*application.waivers, waiver))
    return Change(after, text, (Event(when.now, "step_waived", text, rule="" if words == DONE else words),))


def step_snoozed(application: Application, when: When, step: StepName, person: int | None, until: datetime) -> Change:
    """Return the application with a step out of sight until a moment.

    Raises:
        InvalidFieldError: that moment is past.
    """
    if until <= when.now:
        raise InvalidFieldError("until", "That time has passed. Choose a later one.")
    other_snoozes = tuple(
        snooze
        for snooze in application.snoozes
        if (snooze.step, snooze.person) != (step, person) and snooze.until > when.now
    )
    snooze = Snooze(new_id(application.snoozes), step, person, until)
    text = f"Snoozed until {say_moment(until, when.now, when.policy.zone)}: {_what(application, step, person)}"
    return Change(
        replace(application, snoozes=(*other_snoozes, snooze)), text, (Event(when.now, "step_snoozed", text),)
    )


def step_woken(application: Application, when: When, step: StepName, person: int | None) -> Change:
    """Return the application with a snoozed step back in sight."""
    other_snoozes = tuple(snooze for snooze in application.snoozes if (snooze.step, snooze.person) != (step, person))
    text = f"No longer snoozed: {_what(application, step, person)}"
    return Change(replace(application, snoozes=other_snoozes), text, (Event(when.now, "step_woken", text),))


def _what(application: Application, step: StepName, person: int | None) -> str:
    return f"Thank {reader_of(application, person)}" if step is StepName.THANK else STEP_TITLES[step]
