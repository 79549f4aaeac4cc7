"""A reminder's title and lines: with names where only the user reads it, without where others could."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from app.etiquette.steps.next_steps import Urgency
from app.etiquette.steps.wording import URGENCY_TITLES, say_what, say_when
from app.etiquette.time.dates import local_day
from app.etiquette.time.lengths import count
from app.hunt.due import Due

_MOST = 6
"""Lines of a notification; a desktop cuts what is longer."""


class Reminder(NamedTuple):
    """What is said at once to one address."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


def title_of(steps: Sequence[Due], *, all_press: bool) -> str:
    """Return what a reminder is about: `3 steps due`, `1 step nearly overdue`, `2 steps due, 1 overdue`."""
    late = sum(item.step.urgency is Urgency.LATE for item in steps)
    if late == len(steps):
        return f"{count(late, 'step')} overdue"
    if all_press:
        return f"{count(len(steps) - late, 'step')} nearly overdue{f', {late} overdue' if late else ''}"
    return f"{count(len(steps) - late, 'step')} due{f', {late} overdue' if late else ''}"


def notification(steps: Sequence[Due], title: str, now: datetime, zone: tzinfo, *, names: bool) -> Reminder:
    """Return a reminder for a desktop or a phone: short, and by default without a company's or a person's name."""
    lines: dict[str, int] = {}
    for item in steps:
        line = _line(item, now, zone, names=names)
        lines[line] = lines.get(line, 0) + 1
    said = [line if number == 1 else f"{number} × {line}" for line, number in lines.items()]
    if len(said) > _MOST:
        said = [*said[: _MOST - 1], f"and {len(said) - _MOST + 1} more"]
    return Reminder(f"Afterword: {title}", tuple(said))


def mail(steps: Sequence[Due], title: str, now: datetime, zone: tzinfo) -> Reminder:
    """Return a reminder for the user's own mailbox: every step, with its reason."""
    today = local_day(now, zone)
    lines = [f"{_line(item, now, zone, names=True)}\n    {item.step.reason_on(today)}" for item in steps]
    return Reminder(title, (*lines, "", "Open Afterword to draft, snooze, or skip."))


def _line(item: Due, now: datetime, zone: tzinfo, *, names: bool) -> str:
    what = item.what if names else say_what(item.step, None)
    when = say_when(item.step, now, zone) or URGENCY_TITLES[item.step.urgency]
    return f"{what} ({when})"
