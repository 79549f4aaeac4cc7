"""The sheet of an interview: questions to tick, and what is written down while it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.etiquette.errors import InvalidFieldError, NotFoundError, RefusedError
from app.etiquette.records import Application
from app.etiquette.sheet_records import Jotting, Question, Whose, jotted_texts
from app.etiquette.text import clean, clean_lines, folded
from app.hunt.changes import Change, new_id, replaced, required, the_interview, without

LONGEST_NOTE = 20_000
"""Characters of the notes under one name."""
_MOST_QUESTIONS = 200


def question_saved(
    application: Application,
    question_id: int | None,
    *,
    text: str,
    whose: Whose,
    answer: str = "",
    interview: int | None = None,
) -> Change:
    """Return the application with a question added (`question_id` None) or changed.

    Args:
        interview: the round that a new one is meant for; None: any.

    Raises:
        InvalidFieldError: it has no text, or there are too many.
    """
    words = required(" ".join(clean(text).split()), "text", "a question")
    if question_id is None:
        if len(application.questions) >= _MOST_QUESTIONS:
            raise InvalidFieldError("text", f"There are {_MOST_QUESTIONS} questions already. Remove some first.")
        question = Question(new_id(application.questions), whose, words, clean_lines(answer).strip(), False, interview)
    else:
        question = replace(
            the_question(application, question_id), whose=whose, text=words, answer=clean_lines(answer).strip()
        )
    verb = "Added" if question_id is None else "Edited"
    after = replace(application, questions=replaced(application.questions, question))
    return Change(after, f"{verb} a question for {application.company}")


def questions_added(
    application: Application, texts: Sequence[str], whose: Whose, interview: int | None = None
) -> Change:
    """Return the application with several questions, without those that it has already."""
    after = application
    for text in texts:
        if all(folded(question.text) != folded(text) for question in after.questions):
            after = question_saved(after, None, text=text, whose=whose, interview=interview).application
    added = len(after.questions) - len(application.questions)
    what = "a question" if added == 1 else f"{added} questions"
    return Change(after, f"Added {what} for {application.company}")


def question_ticked(application: Application, question_id: int) -> Change:
    """Return the application with a question ticked, or not ticked any more."""
    question = the_question(application, question_id)
    ticked = replace(question, is_ticked=not question.is_ticked)
    verb = "Ticked" if ticked.is_ticked else "Unticked"
    return Change(
        replace(application, questions=replaced(application.questions, ticked)),
        f"{verb} a question for {application.company}",
    )


def question_removed(application: Application, question_id: int) -> Change:
    """Return the application without a question."""
    question = the_question(application, question_id)
    after = replace(application, questions=without(application.questions, question.id))
    return Change(after, f"Removed a question for {application.company}")


def the_question(application: Application, question_id: int) -> Question:
    """Return the question of that id, or raise `NotFoundError`."""
    for question in application.questions:
        if question.id == question_id:
            return question
    raise NotFoundError("That question is no longer here: it was removed or undone.")


def jotted(application: Application, interview_id: int, person_id: int | None, text: str, before: str) -> Change:
    """Return the application with what was typed into the notes of an interview, under a name or under nobody's.

    Where they were changed elsewhere meanwhile, what that added stays below what was typed here.

    Args:
        before: what was stored when they were last read or written here.

    Raises:
        RefusedError: they are longer than anybody's notes.
    """
    interview = the_interview(application, interview_id)
    person = application.person(person_id)
    number = person.id if person else None
    under = [
        jotting for jotting in application.jottings if (jotting.interview, jotting.person) == (interview_id, number)
    ]
    stored = jotted_texts(under, interview_id).get(number, before)
    typed = clean_lines(text)
    if stored not in (before, typed):
        here = set(typed.split("\n")) | set(before.split("\n"))
        added = [line for line in stored.split("\n") if line.strip() and line not in here]
        typed = "\n".join([typed, *added]) if added else typed
    if len(typed) > LONGEST_NOTE:
        raise RefusedError(
            f"These notes are longer than {LONGEST_NOTE:,} characters. What was saved before is kept; shorten them.",
            can_override=False,
        )
    others = tuple(jotting for jotting in application.jottings if jotting not in under)
    first = under[0] if under else Jotting(new_id(application.jottings), interview_id, number)
    jottings = (*others, replace(first, text=typed)) if typed.strip() else others
    return Change(
        replace(application, jottings=jottings),
        f"Wrote notes on round {interview.round} at {application.company}",
        coalesce=f"jotted {application.id} {interview_id} {person_id}",
    )
