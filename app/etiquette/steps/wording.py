"""Steps in the few words of a list: what to do, and how soon. The screen and the command line share them."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step, Urgency
from app.etiquette.time.dates import ago, local, local_day, say_clock, say_date, say_day, say_moment
from app.etiquette.titles import STEP_TITLES

MARKS = {Urgency.LATE: "!", Urgency.DUE: "●", Urgency.OPEN: "○", Urgency.NOT_YET: "·"}
"""One character a urgency, so that colour is never the only signal."""
URGENCY_TITLES = {Urgency.LATE: "overdue", Urgency.DUE: "due today", Urgency.OPEN: "open", Urgency.NOT_YET: "coming up"}
"""What each urgency is called, everywhere: in the header, on the tabs, on the command line."""
_A_MINUTE = timedelta(minutes=1)
_NO_DAY = timedelta(days=2)
"""Longer than any day is, on which the clocks change as well."""


def say_what(step: Step, person: str | None) -> str:
    """Return what to do: `Thank Dana Lee`, `Follow up`."""
    return f"Thank {person or 'them'}" if step.name is StepName.THANK else STEP_TITLES[step.name]


def say_when(step: Step, now: datetime, zone: tzinfo, room: int | None = None) -> str:
    """Return how soon: `2 h left`, `due today`, `3 h overdue`, `from Tue, Dec 1`, "" when it never presses.

    Args:
        room: the characters there are for it, where there are few: the day alone stays, `from Dec 1`.
    """
    if step.urgency is Urgency.NOT_YET or step.snoozed_until is not None:
        return _coming(step, now, zone, room)
    if step.urgency is Urgency.LATE and step.late is not None:
        return _overdue(step.late, now)
    if step.due is None:
        return ""
    if step.due <= now:
        return _left(step.late, now) if step.late is not None and step.late > now else "due now"
    if step.name is not StepName.THANK and step.due - now < _NO_DAY:
        due = local(step.due, zone)
        if due.minute == 0 and due.date() == local_day(now, zone):
            return "due today"
    return _left(step.due, now)


def _coming(step: Step, now: datetime, zone: tzinfo, room: int | None) -> str:
    moment = step.snoozed_until or step.opens
    words = f"{'snoozed until' if step.snoozed_until else 'from'} {say_soon(moment, now, zone)}"
    if room is None or len(words) <= room:
        return words
    day, today = local_day(moment, zone), local_day(now, zone)
    word = "until" if step.snoozed_until else "from"
    soon = say_clock(local(moment, zone)) if day == today else say_date(day, today.year)
    shorter = (f"{word} {say_day(day, today)}",) if day != today else ()
    return next((shorter_words for shorter_words in (*shorter, f"{word} {soon}") if len(shorter_words) <= room), soon)


def _left(moment: datetime, now: datetime) -> str:
    return f"{ago(moment, now)} left"


def _overdue(moment: datetime, now: datetime) -> str:
    return "just overdue" if now - moment < _A_MINUTE else f"{ago(moment, now)} overdue"


def say_soon(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Return a moment to come: with its time when it is today or tomorrow, else its day alone."""
    day, today = local_day(moment, zone), local_day(now, zone)
    if day == today:
        return f"today at {say_clock(local(moment, zone))}"
    return say_moment(moment, now, zone) if (day - today).days == 1 else say_day(day, today)
