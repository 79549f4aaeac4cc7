"""Steps in the few words of a list: what to do, and how soon. The screen and the command line share them."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from app.etiquette.records import StepName
from app.etiquette.steps.next_steps import Step, Urgency, comes_up
from app.etiquette.time.dates import ago, local, local_day, say_clock, say_date, say_day, say_moment
from app.etiquette.titles import STEP_TITLES

MARKS = {Urgency.LATE: "!", Urgency.DUE: "●", Urgency.OPEN: "○", Urgency.NOT_YET: "·"}
"""One character a urgency, so that colour is never the only signal."""
URGENCY_TITLES = {Urgency.LATE: "overdue", Urgency.DUE: "due today", Urgency.OPEN: "open", Urgency.NOT_YET: "coming up"}
"""What each urgency is called, everywhere: in the header, on the tabs, on the command line."""
_A_MINUTE = timedelta(minutes=1)
_DAY_ALONE = "prepare_day"
"""The reason to prepare for an interview of which only the day is known."""
_HOURS_COUNT = timedelta(days=1)
"""What is left is said in hours from here on; before that, a day is enough."""
_NAMED_DAYS = 6
"""The days ahead that their weekday alone names."""


def say_what(step: Step, person: str | None) -> str:
    """Return what to do: `Thank Dana Lee`, `Follow up`, `Prepare for round 2`."""
    if step.name is StepName.THANK:
        return f"Thank {person or 'them'}"
    title, number = STEP_TITLES[step.name], round_of(step)
    return title if number is None else f"{title} for round {number}"


def round_of(step: Step) -> int | None:
    """Return the number of the interview that a step prepares for, None for any other step."""
    name, values = step.why
    return values[0] if name in ("prepare", _DAY_ALONE) and values and isinstance(values[0], int) else None


def is_day_alone(step: Step) -> bool:
    """Return whether a step prepares for an interview of which only the day is known."""
    return step.why[0] == _DAY_ALONE


def is_interview_ahead(step: Step) -> bool:
    """Return whether a list shows an interview to come in a step's place: there is nothing to do about it yet."""
    return step.urgency is Urgency.NOT_YET and step.name is StepName.PREPARE and step.snoozed_until is None


def say_when(step: Step, now: datetime, zone: tzinfo, room: int | None = None, *, is_brief: bool = False) -> str:
    """Return how soon: `9 h left` before it is overdue, `due today`, `due now` once its due day is past,
    `3 h overdue`, `due Fri, Nov 27`, `from Tue, Dec 1`; when an interview begins; "" for what is open at any time.

    Args:
        room: the characters there are for it, where there are few: the shortest form stays, `Dec 1`, `overdue`.
        is_brief: for a narrow list, say a day of the next six by its weekday alone, `due Fri`, others without it.
    """
    if step.urgency is Urgency.NOT_YET or step.snoozed_until is not None:
        word = "until" if step.snoozed_until else "from"
        is_day = is_day_alone(step) and is_interview_ahead(step)
        forms = _moment("" if is_interview_ahead(step) else word, comes_up(step), now, zone, is_day, is_brief)
    elif step.urgency is Urgency.LATE and step.late is not None:
        forms = [_overdue(step.late, now), "overdue"]
    elif step.name is StepName.PREPARE and step.due is not None:
        forms = _moment("", step.due, now, zone, is_day_alone(step), is_brief)
    elif step.urgency is Urgency.DUE:
        forms = _due(step, now, zone)
    else:
        forms = _moment("due", step.due, now, zone, True, is_brief) if step.due is not None else [""]
    return next((form for form in forms if room is None or len(form) <= room), forms[-1])


def say_left(step: Step, now: datetime, zone: tzinfo) -> str:
    """Return what is left of a step's window, beside its gauge: `4 h left, then overdue`, and where it is due before
    that, both moments, the first as `say_when` has it: `due Wed, Dec 2, overdue in 7 days`."""
    when = say_when(step, now, zone)
    if step.snoozed_until is not None:
        return when
    if step.late is not None and step.urgency in (Urgency.DUE, Urgency.OPEN) and now < step.late:
        left = ago(step.late, now)
        if not when or (step.urgency is Urgency.DUE and step.late - now < _HOURS_COUNT):
            return f"{left} left, then overdue"
        is_both = step.due is not None and step.due >= step.late
        return f"{when}, then overdue" if is_both else f"{when}, overdue in {left}"
    if step.name is StepName.PREPARE and when:
        return f"begins {when}" if when.startswith(("today", "tomorrow")) else f"on {when}"
    return f"coming up {when}" if step.urgency is Urgency.NOT_YET else when or URGENCY_TITLES[step.urgency]


def _due(step: Step, now: datetime, zone: tzinfo) -> list[str]:
    """Return what is said of a step that is due, in forms that get shorter."""
    if step.late is not None and now < step.late and step.late - now < _HOURS_COUNT:
        return [f"{ago(step.late, now)} left"]
    is_past = step.due is not None and local_day(step.due, zone) < local_day(now, zone)
    return ["due now"] if is_past else ["due today", "today"]


def _moment(word: str, moment: datetime, now: datetime, zone: tzinfo, is_day: bool, is_brief: bool) -> list[str]:
    """Return a moment to come after a word, in forms that get shorter.

    Args:
        is_day: say the day alone.
        is_brief: as for `say_when`.
    """
    day, today = local_day(moment, zone), local_day(now, zone)
    days, clock, date_alone = (day - today).days, say_clock(local(moment, zone)), say_date(day, today.year)
    near = f"{day:%a}" if 0 < days <= _NAMED_DAYS else date_alone
    if days == 0:
        forms = ["today"] if is_day else [f"today at {clock}", clock]
    elif days == 1:
        forms = ["tomorrow"] if is_day else [f"tomorrow at {clock}", "tomorrow"]
    elif is_brief:
        forms = [near] if is_day or word else [f"{near} at {clock}", near]
    elif is_day or word:
        forms = [say_day(day, today), date_alone]
    else:
        forms = [
            say_moment(moment, now, zone),
            f"{date_alone}, {clock}",
            say_day(day, today),
            date_alone,
        ]
    snoozed = [f"snoozed {word} {forms[0]}"] if word == "until" else []
    return [*snoozed, *(f"{word} {form}".lstrip() for form in forms), forms[-1]]


def _overdue(moment: datetime, now: datetime) -> str:
    return "just overdue" if now - moment < _A_MINUTE else f"{ago(moment, now)} overdue"


def say_soon(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Return a moment to come: with its time when it is today or tomorrow, else its day alone."""
    day, today = local_day(moment, zone), local_day(now, zone)
    if day == today:
        return f"today at {say_clock(local(moment, zone))}"
    return f"tomorrow at {say_clock(local(moment, zone))}" if (day - today).days == 1 else say_day(day, today)
