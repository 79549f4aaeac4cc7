"""What a verb takes and returns. Verbs are pure: they change records, never rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar

from app.etiquette.companies import Company
from app.etiquette.errors import AfterwordError, InvalidFieldError, NotFoundError
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Event, Interview, Letter, Person
from app.etiquette.stages import Stage
from app.etiquette.state.settling import settle


class When(NamedTuple):
    """The circumstances of a verb: the user's policy, the present instant, and what the company's other
    applications hold back."""

    policy: Policy
    now: datetime
    company: Company = Company()


@dataclass(frozen=True, slots=True)
class Change:
    """The application after a verb, what to append to its timeline, and how the verb is called in undo."""

    application: Application
    summary: str
    """What was done, in the past tense, for a person: shown, and shown again when it is undone."""
    events: tuple[Event, ...] = ()
    coalesce: str = ""
    """Consecutive verbs with the same key, typing in one letter, are undone together."""
    is_final: bool = False
    """Whether it left the house and cannot be undone."""
    letter_id: int | None = None
    """The letter that was written or sent; None: none. Temporary (0 or less) for a new one."""


class Verb(Protocol):
    """A verb with its arguments bound: from the application as it stands to the change."""

    def __call__(self, application: Application, when: When, /) -> Change:
        """Return the change, or raise `RefusedError` or `InvalidFieldError`; nothing is stored then."""


def in_turn(application: Application, verbs: Iterable[Verb], when: When) -> tuple[Application, list[Event], list[str]]:
    """Run an import's verbs on one application, settling it before each.

    Returns the application, what to append to its timeline, and a sentence for each verb that was refused: it is left
    out, the others go on.
    """
    events: list[Event] = []
    refused: list[str] = []
    for verb in verbs:
        application, came_about = settle(application, when.policy, when.now)
        events += came_about
        try:
            change = verb(application, when)
        except AfterwordError as error:
            refused.append(f"{application.company}: {error}")
            continue
        application = change.application
        events += change.events
    return application, events, refused


class _Stored(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Stored)


def new_id(records: tuple[R, ...]) -> int:
    """Return a temporary id, below 1 and unlike those in use; storage gives the real one."""
    return min([0, *(record.id for record in records)]) - 1


def replaced(records: tuple[R, ...], changed: R) -> tuple[R, ...]:
    """Return the records with the one of the same id replaced, or with the new one at the end."""
    if any(record.id == changed.id for record in records):
        return tuple(changed if record.id == changed.id else record for record in records)
    return (*records, changed)


def without(records: tuple[R, ...], record_id: int) -> tuple[R, ...]:
    """Return the records without the one of that id."""
    return tuple(record for record in records if record.id != record_id)


def the_interview(application: Application, interview_id: int | None) -> Interview:
    """Return the interview of that id, or raise `NotFoundError`."""
    interview = application.interview(interview_id)
    if interview is None:
        raise NotFoundError("That interview is no longer here: it was deleted or undone.")
    return interview


def the_letter(application: Application, letter_id: int) -> Letter:
    """Return the letter of that id, or raise `NotFoundError`."""
    for letter in application.letters:
        if letter.id == letter_id:
            return letter
    raise NotFoundError("That letter is no longer here: it was deleted or undone.")


def the_person(application: Application, person_id: int) -> Person:
    """Return the person of that id, or raise `NotFoundError`."""
    person = application.person(person_id)
    if person is None:
        raise NotFoundError("That person is no longer here: they were removed or undone.")
    return person


def required(text: str, field: str, label: str) -> str:
    """Return the text, or raise `InvalidFieldError` when there is none."""
    if not text.strip():
        raise InvalidFieldError(field, f"Enter {label}.")
    return text


def moved(application: Application, stage: Stage, **fields: object) -> Application:
    """Return the application in another stage, with other fields changed as well."""
    return replace(application, stage=stage, **fields)  # type: ignore[arg-type]
