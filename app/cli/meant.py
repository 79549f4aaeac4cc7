"""Which application, person or step is meant: asked on a terminal where it may be several, listed otherwise."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Generic, NamedTuple, TypeVar

from app.cli.main import answer_to, complain, say
from app.etiquette.errors import RefusedError
from app.etiquette.records import Application, Person
from app.etiquette.steps.next_steps import Step
from app.etiquette.steps.wording import say_what
from app.etiquette.text import clean
from app.hunt.matching import matching, people_matching
from app.storage import reading
from app.storage.pipeline import Named, named

T = TypeVar("T")
_NUMBER = re.compile(r"id:(\d{1,18})", re.ASCII)
"""An application by its number, which scripts have from JSON: `id:12`."""


class Candidate(NamedTuple, Generic[T]):
    """One of several that may be meant."""

    value: T
    label: str
    """As a person reads it, on one line."""
    document: dict[str, object]
    """As a script reads it."""


class NotOneError(RefusedError):
    """More than one thing may be meant, or none of those there are. The candidates are listed below the sentence."""

    def __init__(self, sentence: str, candidates: Sequence[Candidate[T]]):
        super().__init__(sentence, can_override=False)
        self.labels = [candidate.label for candidate in candidates]
        self.documents = [candidate.document for candidate in candidates]


def can_ask(options: SimpleNamespace) -> bool:
    """Return whether somebody is at the terminal to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty() and not options.json


def complain_of(error: Exception) -> None:
    """Write what was wrong to standard error, with the candidates where there are any."""
    complain(str(error))
    if isinstance(error, NotOneError):
        for label in error.labels:
            print(f"  {clean(label)}", file=sys.stderr)


def application_meant(connection: sqlite3.Connection, words: str, *, asks: bool) -> Application:
    """Return the application that some words mean: a part of its company or role, or `id:` and its number.

    Raises:
        RefusedError: none matches, or several do and nobody can be asked.
    """
    everything = named(connection)
    number = _NUMBER.fullmatch(words.strip())
    hits = [one for one in everything if one.id == int(number[1])] if number else matching(everything, words)
    if not hits:
        nothing = f"No application has the number {number[1]}." if number else f"No company or role matches “{words}”."
        raise RefusedError(nothing, can_override=False)
    candidates = _applications(hits)
    how = ", or use its id:" if any(candidate.label.endswith(")") for candidate in candidates) else ":"
    sentence = f"“{words}” matches {len(hits)} applications. Add a word of the one you mean{how}"
    chosen = hits[0] if len(hits) == 1 else _one_of(sentence, candidates, asks=asks)
    return reading.application(connection, chosen.id)


def _applications(hits: Sequence[Named]) -> list[Candidate[Named]]:
    """Return the applications to choose from; those that are called the same are told apart by their numbers."""
    often = Counter((hit.company, hit.role) for hit in hits)
    return [
        Candidate(
            hit,
            f"{hit.company}, {hit.role}" + (f" (id:{hit.id})" if often[hit.company, hit.role] > 1 else ""),
            {"application_id": hit.id, "company": hit.company, "role": hit.role},
        )
        for hit in hits
    ]


def person_meant(application: Application, words: str) -> Person:
    """Return the person at a company whose name or address some words mean.

    Raises:
        RefusedError: nobody is, or several are.
    """
    hits = people_matching(application.people, words)
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise NotOneError(f"--to: “{words}” matches {len(hits)} people:", _people(hits))
    if not application.people:
        raise RefusedError(f"--to: nobody is recorded at {application.company}.", can_override=False)
    sentence = f"--to: nobody at {application.company} is called “{words}”. There are:"
    raise NotOneError(sentence, _people(application.people))


def _people(people: Iterable[Person]) -> list[Candidate[Person]]:
    return [Candidate(person, person.name, {"person": person.name}) for person in people]


def step_meant(application: Application, steps: Sequence[Step], options: str, *, asks: bool) -> Step:
    """Return the one of several steps of an application that is meant.

    Args:
        options: those that name a step.

    Raises:
        RefusedError: it may be several, and nobody can be asked.
    """
    if len(steps) == 1:
        return steps[0]
    candidates = [_step(application, step) for step in steps]
    sentence = f"{application.company} has {len(steps)} steps open. Say which with {options}:"
    return _one_of(sentence, candidates, asks=asks)


def _step(application: Application, step: Step) -> Candidate[Step]:
    person = application.person(step.person)
    name = person.name if person else None
    return Candidate(step, f"{say_what(step, name)} ({step.name})", {"step": step.name.value, "person": name})


def _one_of(sentence: str, candidates: Sequence[Candidate[T]], *, asks: bool) -> T:
    """Return the value of the candidate that is chosen on the terminal.

    Raises:
        RefusedError: nobody can be asked, or none was chosen.
    """
    if not asks:
        raise NotOneError(sentence, candidates)
    lines = [f"  {number}. {clean(candidate.label)}" for number, candidate in enumerate(candidates, 1)]
    say("\n".join(["Which one do you mean?", *lines]))
    while answer := answer_to(f"1 to {len(candidates)}, or enter for none: "):
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(candidates):
            return candidates[int(answer) - 1].value
    raise RefusedError("None was chosen, so nothing was changed.", can_override=False)


def agree(question: str, *, asks: bool, is_agreed: bool) -> None:
    """Go on if the user agrees, or has agreed beforehand by --yes.

    Raises:
        RefusedError: they do not, or nobody can be asked; it says the same sentence.
    """
    if is_agreed:
        return
    if not asks:
        raise RefusedError(f"{question} Add --yes to record it anyway.", can_override=False)
    say(question)
    if answer_to("Record it anyway? [y/N] ").casefold() not in ("y", "yes"):
        raise RefusedError("Nothing was recorded.", can_override=False)
