"""Questions that are worth asking at an interview, for whoever cannot think of one. Offered, never put in."""

from __future__ import annotations

from collections.abc import Iterable

from app.etiquette.records import Part, Person
from app.etiquette.sheet_records import Question, Whose
from app.etiquette.text import folded

_OF_INTERVIEWERS = (
    "What would a good first three months look like?",
    "What is the hardest part of this role?",
    "How does the team decide what to work on?",
    "What has changed on the team in the last year?",
    "What do you like about working here?",
)
_OF_RECRUITERS = (
    "What does the rest of the process look like?",
    "When do you expect to decide?",
    "Why is the role open?",
    "Who would I be working with?",
)
_LIKELY = (
    "Tell me about yourself.",
    "Why this company?",
    "Why are you leaving your job?",
    "Tell me about a time when something went wrong.",
    "When could you start?",
)


def suggested(whose: Whose, people: Iterable[Person], questions: Iterable[Question] = ()) -> list[str]:
    """Return questions to choose from, without those that are on the sheet already.

    Args:
        whose: of the user to them, or what they are likely to ask.
        people: those who are expected: recruiters are asked other things than the team.
    """
    taken = {folded(question.text) for question in questions}
    parts = {person.part for person in people}
    arranges = bool(parts) and Part.INTERVIEWER not in parts
    mine = [*_OF_RECRUITERS, *_OF_INTERVIEWERS] if arranges else [*_OF_INTERVIEWERS, *_OF_RECRUITERS]
    return [text for text in (_LIKELY if whose is Whose.THEIRS else mine) if folded(text) not in taken]
