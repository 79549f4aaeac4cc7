"""Which letter a command is about: the one that the next step calls for, or one of a kind that was named."""

from __future__ import annotations

from typing import NamedTuple

from app import settings
from app.cli.meant import person_meant, step_meant
from app.cli.recording import Search, Standing
from app.etiquette.errors import RefusedError
from app.etiquette.letter_kinds import OFFER_ANSWERS, THANKS, Kind
from app.etiquette.records import Application, InterviewStatus, Letter, Person, StepName
from app.etiquette.steps.next_steps import Step
from app.etiquette.steps.wording import say_what
from app.etiquette.time.dates import local_day, say_moment
from app.hunt.verbs import letters


class LetterMeant(NamedTuple):
    """A letter, by what it is for."""

    kind: Kind
    to: int | None
    """The person's id; None: nobody by name."""
    interview: int | None

    def draft_in(self, application: Application) -> Letter | None:
        """Return the draft that there is of it, None for none."""
        drafts = letters.drafts_of(application, self.kind, self.to, self.interview)
        return drafts[-1] if drafts else None


def kind_problem(kind: str | None) -> str:
    """Return why --kind names no kind of letter, "" where it does or was not given."""
    if kind is None or kind in set(Kind):
        return ""
    return f"--kind: {kind} isn't a kind of letter. Choose one of: {', '.join(Kind)}."


def letter_meant(search: Search, standing: Standing, *, asks_which: bool) -> LetterMeant:
    """Return the letter that --kind and --to name, or that a step calls for.

    Args:
        asks_which: whether it is asked which of several steps is meant; else it is the most urgent.

    Raises:
        RefusedError: no letter is called for yet, or several are and nobody can be asked; or an offer waits for an
            answer that only the user knows.
    """
    options, application = search.options, standing.application
    person = person_meant(application, options.to) if options.to else None
    if options.kind:
        to = person.id if person else _usual_reader(application)
        return LetterMeant(Kind(options.kind), to, _thanked_for(application, Kind(options.kind)))
    steps = _open_steps(standing, person, search)
    step = (
        step_meant(application, steps, "--kind" if person else "--to or --kind", asks=search.asks)
        if asks_which
        else steps[0]
    )
    if step.name is StepName.DECIDE_OFFER:
        answers = ", ".join(sorted(OFFER_ANSWERS - {Kind.OFFER_THANKS}))
        raise RefusedError(f"The offer waits for your answer. Say which with --kind: {answers}.", can_override=False)
    assert step.kind is not None
    return LetterMeant(step.kind, step.person if person is None else person.id, step.interview)


def _usual_reader(application: Application) -> int | None:
    """Return who was met last, else the first person there is."""
    met = [person for interview in application.interviews for person in interview.met]
    return met[-1] if met else application.people[0].id if application.people else None


def _thanked_for(application: Application, kind: Kind) -> int | None:
    """Return the interview that thanks are for: the last that was held."""
    held = [interview for interview in application.interviews if interview.status is InterviewStatus.HELD]
    return held[-1].id if held and kind in THANKS else None


def _open_steps(standing: Standing, person: Person | None, search: Search) -> list[Step]:
    """Return the steps that call for a letter now, the most urgent first.

    Raises:
        RefusedError: there is none yet, or none at all.
    """
    zone, now, application = search.reader.zone, settings.clock_now(), standing.application
    calling = [step for step in standing.steps if step.kind and (person is None or step.person in (None, person.id))]
    if person is not None:
        calling = [step for step in calling if step.person == person.id] or calling
    open_now = [step for step in calling if step.is_now and step.snoozed_until is None]
    if open_now:
        return open_now
    whom = person.name if person else application.company
    if not calling:
        raise RefusedError(f"Nothing to write to {whom}: no step calls for a letter.", can_override=False)
    first = min(calling, key=lambda step: step.snoozed_until or step.opens)
    opens = first.snoozed_until or first.opens
    what = say_what(first, application.addressee(first.person))
    raise RefusedError(
        f"Nothing to write to {whom} yet. {what}: from {say_moment(opens, now, zone)}."
        f" {first.reason_on(local_day(now, zone))}",
        until=opens,
        can_override=False,
    )
