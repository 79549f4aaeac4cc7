"""Which step of an application a command is about: the one that is open, or the one that --to and --step name."""

from __future__ import annotations

from app.cli.meant import person_meant, step_meant
from app.cli.recording import Search
from app.etiquette.errors import RefusedError
from app.etiquette.records import Application
from app.etiquette.steps.next_steps import Step


def step_of(search: Search, application: Application) -> Step:
    """Return the step that is meant; one that is coming up only where nothing is open.

    Raises:
        RefusedError: there is none, or it may be several and nobody can be asked.
    """
    options = search.options
    steps = [step for step in search.standing(application).steps if step.snoozed_until is None]
    if options.to:
        person = person_meant(application, options.to)
        steps = [step for step in steps if step.person == person.id]
    if options.step:
        steps = [step for step in steps if step.name == options.step]
    if not steps:
        raise RefusedError(f"Nothing like that is open or coming up at {application.company}.", can_override=False)
    return step_meant(application, [step for step in steps if step.is_now] or steps, "--to or --step", asks=search.asks)
