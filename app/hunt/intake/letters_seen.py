"""Which letter a mail of the user's own is: the thank-you or follow-up written elsewhere. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.etiquette.letter_kinds import FOLLOW_UPS, THANKS, Kind
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Letter, LetterStatus, Person
from app.etiquette.steps.next_steps import Step, next_steps

_SAME = timedelta(hours=12)
"""A letter recorded by hand and a mail to the same person within this time are one."""


def step_answered(application: Application, person: Person | None, at: datetime, policy: Policy) -> Step | None:
    """Return the step that a mail sent at `at` deals with, None if it deals with no step.

    A thank-you counts from the interview's end on, before its window opens; a follow-up also before it is allowed,
    since it is a fact.
    """
    steps = [step for step in next_steps(application, policy, at) if step.kind is not None]
    steps_for_person = [step for step in steps if person is not None and step.person == person.id]
    nobody = [step for step in steps if step.person is None]
    for step in (*steps_for_person, *nobody):
        if step.kind in THANKS or step.is_now or step.kind in FOLLOW_UPS:
            return step
    return None


def already_recorded(application: Application, kind: Kind, to: int | None, at: datetime) -> bool:
    """Return whether a similar letter of about that time is on record."""
    return any(_is_same(letter, kind, to, at) for letter in application.letters)


def _is_same(letter: Letter, kind: Kind, to: int | None, at: datetime) -> bool:
    if letter.status is not LetterStatus.SENT or letter.sent is None or letter.message_id:
        return False
    return letter.kind is kind and letter.to == to and abs(letter.sent - at) <= _SAME
