"""What the doctor says of reminders: whether a timer is put in, and whether it runs."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.etiquette.errors import AfterwordError
from app.etiquette.reminder_addresses import DESKTOP
from app.etiquette.time.dates import ago, say_moment
from app.hunt.reminders.delivering import desktop_problem
from app.hunt.reminders.memory import remembered
from app.hunt.reminders.timers import EVERY_MINUTES, installed_timers
from app.settings import Settings

_OVERDUE = timedelta(minutes=3 * EVERY_MINUTES)
"""A timer that has not run for so long does not run, or the computer was off."""


def reminder_lines(prefs: Settings, now: datetime) -> list[tuple[bool, str]]:
    """Return what there is to say of reminders, a line each, with whether that is well."""
    try:
        timers = installed_timers()
    except AfterwordError as error:
        return [(False, f"reminders: {error}")]
    memory = remembered()
    if not timers:
        return [(True, "reminders: no timer is installed; `afterword remind --install` sets one up")]
    by = f"reminders: {timers[0].name} is installed"
    if memory.ran is None:
        lines = [(False, f"{by}, but hasn't run yet. Look again in {EVERY_MINUTES} minutes")]
    elif now - memory.ran > _OVERDUE:
        ran = say_moment(memory.ran, now, prefs.policy.zone)
        lines = [(False, f"{by}, but last ran {ran}. Unless this computer was off, it doesn't run")]
    else:
        lines = [(True, f"{by}, and last ran {_ago(memory.ran, now)}")]
    if DESKTOP in prefs.remind.to and (problem := desktop_problem()):
        lines.append((False, f"reminders: {problem}"))
    return lines + [(False, f"reminders: {problem}") for problem in memory.problems]


def _ago(ran: datetime, now: datetime) -> str:
    distance = ago(ran, now)
    return "just now" if distance == "now" else f"{distance} ago"
