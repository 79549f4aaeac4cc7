"""Which step of an application a command is about: the one that is open, or the one that --to and --step name."""

from __future__ import annotations

from app import settings
from app.cli.meant import person_meant, step_meant
from app.cli.recording import Search
from app.etiquette.errors import RefusedError
from app.etiquette.records import Application
from app.etiquette.steps.next_steps import Step
from app.etiquette.steps.wording import say_what
from app.etiquette.time.dates import say_moment


def step_of(search: Search, application: Application) -> Step:
    """Return the step that is meant; one that is coming up only where nothing is open.

    Raises:
        RefusedError: there is none, or it may be several and nobody can be asked.
    """
    options = search.options
    all_steps = search.standing(application).steps
    steps = [step for step in all_steps if step.snoozed_until is None]
    if options.to:
        person = person_meant(application, options.to)
        steps = [step for step in steps if step.person == person.id]
    if options.step:
        steps = [step for step in steps if step.name == options.step]
    if not steps:
        raise RefusedError(_why_none(search, application, all_steps), can_override=False)
    left = [name for name, given in (("--to", options.to), ("--step", options.step)) if not given]
    steps = [step for step in steps if step.is_now] or steps
    return step_meant(application, steps, " or ".join(left), asks=search.asks)


def _why_none(search: Search, application: Application, steps: list[Step]) -> str:
    if not steps:
        return f"Nothing is open or coming up at {application.company}."
    now, zone = settings.clock_now(), search.reader.zone
    there = []
    for step in steps:
        snoozed = f", snoozed until {say_moment(step.snoozed_until, now, zone)}" if step.snoozed_until else ""
        there.append(f"{say_what(step, application.addressee(step.person))} ({step.name}{snoozed})")
    return f"No such step is open or coming up at {application.company}. There is: {'; '.join(there)}."
