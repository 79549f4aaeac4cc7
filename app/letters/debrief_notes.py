"""The debrief of an interview filled from the notes that were taken during it: nothing is typed twice, and nothing goes
into it that a thank-you cannot hold."""

from __future__ import annotations

from typing import NamedTuple

from app.etiquette.noted import said_by
from app.etiquette.records import Application, Interview, StepName
from app.etiquette.sheet_records import jotted_texts
from app.letters.from_notes import fitting_notes, left_over
from app.letters.highlights import names_person


class Filled(NamedTuple):
    """What the debrief's fields hold at first."""

    said: dict[int, str]
    """By the id of each person what they said; nothing of note is left out."""
    noted: str
    """What else stood out."""
    is_from_notes: bool
    """Whether any of it is offered from the notes, and not what a debrief before has stored."""
    left: tuple[str, ...]
    """The notes that no field holds: they stay on the sheet."""


class Offered(NamedTuple):
    """What the notes of an interview offer to its letters."""

    to: dict[int, list[str]]
    """By the id of each person what was written under their name, or about them alone."""
    to_anybody: list[str]
    left: list[str]
    """What is offered to nobody."""


def offered_notes(application: Application, interview: Interview) -> Offered:
    """Return what the notes that were taken during an interview offer."""
    people = application.people
    texts = jotted_texts(application.jottings, interview.id)
    to = {person.id: fitting_notes(texts[person.id], person, people) for person in people if person.id in texts}
    to_anybody: list[str] = []
    for note in fitting_notes(texts.get(None, ""), None, people):
        named = [person.id for person in people if names_person(note, person)]
        (to.setdefault(named[0], []) if named else to_anybody).append(note)
    left = [note for number, text in texts.items() for note in left_over(text, application.person(number), people)]
    return Offered(to, to_anybody, left)


def filled_debrief(application: Application, interview: Interview) -> Filled:
    """Return what the debrief of an interview begins with: what is stored of it, and what its notes offer to those of
    whom nothing is. Once it was debriefed, what is stored is all."""
    said, rest = said_by(interview.noted, application.people)
    if _is_debriefed(application, interview):
        return Filled(said, rest, False, ())
    offered = offered_notes(application, interview)
    from_notes = {
        person_id: _sentences(notes) for person_id, notes in offered.to.items() if notes and not said.get(person_id)
    }
    noted = rest or "\n".join(note for note in offered.to_anybody if note not in interview.noted)
    return Filled(from_notes | said, noted, bool(from_notes) or noted != rest, tuple(offered.left))


def _is_debriefed(application: Application, interview: Interview) -> bool:
    return any(waiver.step is StepName.DEBRIEF and waiver.interview == interview.id for waiver in application.waivers)


def _sentences(notes: list[str]) -> str:
    """Return notes on one line, each a sentence, so that the debrief tells them apart again."""
    if len(notes) == 1:
        return notes[0]
    return " ".join(f"{note[0].upper()}{note[1:]}." for note in notes)
