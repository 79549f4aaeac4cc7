"""Offering what was noted at an interview to the letter about it: shown as its sentence, and taken only by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.etiquette.letter_kinds import THANKS, Kind
from app.etiquette.noted import said_by
from app.etiquette.records import Application
from app.hunt.verbs import debriefing
from app.letters.debrief_notes import offered_notes
from app.ui.acts.note_previews import DoubtError, NotePreviews
from app.ui.dialogs.choice import ChoiceDialog

if TYPE_CHECKING:
    from app.ui.work import Work

_AT_MOST = 5
"""Sentences to choose from: composing each takes some hundredths of a second."""


async def offer_notes(
    work: Work, application: Application, kind: Kind, person_id: int | None, round_: int | None
) -> bool:
    """Let the user choose what a thank-you mentions of the notes that they took, where no debrief has said it yet;
    return whether something was taken."""
    interview, person = application.interview(round_), application.person(person_id)
    if kind not in THANKS or interview is None or person is None:
        return False
    said, rest = said_by(interview.noted, application.people)
    if rest or said.get(person.id):
        return False
    offered = offered_notes(application, interview)
    free = [note for note in offered.to_anybody if note not in interview.noted]  # of a panel, each hears another one
    notes = [*offered.to.get(person.id, []), *free][:_AT_MOST]
    previews = await NotePreviews.of(work, application, interview)
    choices: list[tuple[str, str, str]] = []
    for note in notes:
        try:
            sentence = previews.said(person, note)
        except DoubtError:
            continue
        choices.append((str(len(choices) + 1), sentence, note))
    if not choices:
        return False
    text = "You wrote this down at the interview. What you choose becomes the letter's sentence."
    title = f"Mention one of your notes to {person.given or person.name}?"
    chosen = await work.ask(ChoiceDialog(title, [*choices, ("n", "None of them", "")], text))
    if not chosen:
        return False
    number, meant = interview.id, person.id
    await work.perform(application.id, lambda a, when: debriefing.highlight_taken(a, when, number, meant, chosen))
    return True
