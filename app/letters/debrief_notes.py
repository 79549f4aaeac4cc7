"""The debrief of an interview filled from the notes that were taken during it: nothing is typed twice, and nothing goes
into it that a thank-you cannot hold."""

from __future__ import annotations

from typing import NamedTuple

from app.etiquette.noted import said_by
from app.etiquette.records import Application, Interview
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


def filled_debrief(application: Application, interview: Interview) -> Filled:
    """Return what the debrief of an interview begins with: what is stored of it, else what its notes offer."""
    said, rest = said_by(interview.noted, application.people)
    texts = {jotting.person: jotting.text for jotting in application.jottings if jotting.interview == interview.id}
    if interview.noted.strip() or not texts:
        return Filled(said, rest, False, ())
    people = application.people
    offered = {person.id: fitting_notes(texts[person.id], person, people) for person in people if person.id in texts}
    general: list[str] = []
    for note in fitting_notes(texts.get(None, ""), None, people):
        named = [person.id for person in people if names_person(note, person)]
        (offered.setdefault(named[0], []) if named else general).append(note)
    left = [
        note for person_id, text in texts.items() for note in left_over(text, application.person(person_id), people)
    ]
    said = {person_id: _sentences(notes) for person_id, notes in offered.items() if notes}
    return Filled(said, "\n".join(general), bool(said or general), tuple(left))


def _sentences(notes: list[str]) -> str:
    """Return notes on one line, each a sentence, so that the debrief tells them apart again."""
    if len(notes) == 1:
        return notes[0]
    return " ".join(f"{note[0].upper()}{note[1:]}." for note in notes)
