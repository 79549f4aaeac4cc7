"""The very sentence that a note becomes in a letter: the letter is composed with it, and looked through.

Costs a letter, 10 to 20 ms.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.etiquette.letter_kinds import Kind
from app.etiquette.letter_style import Style
from app.etiquette.policy import Policy
from app.etiquette.records import Application, Me
from app.letters.clauses import Preview, preview
from app.letters.composing import Beside, compose
from app.letters.highlights import own_highlight
from app.letters.merging import pieces_of


def preview_in_letter(
    application: Application,
    interview_id: int,
    person_id: int | None,
    noted: str,
    me: Me,
    policy: Policy,
    now: datetime,
    templates_folder: Path | None = None,
    style: Style | None = None,
    others: tuple[str, ...] = (),
) -> Preview:
    """Return the sentence of the thank-you to a person that holds what is noted, or what has to be asked first.

    Args:
        application: as stored, or as a form would store it; its interview's own note is left aside.
        noted: the whole note of the interview, as typed so far; of a panel's the person's own part is taken.
        others: what the user wrote elsewhere lately, which the letter is not to be alike to.

    Raises:
        TemplateFileError: the user's own template is wrong.
    """
    interviews = tuple(
        replace(interview, noted=noted) if interview.id == interview_id else interview
        for interview in application.interviews
    )
    person = application.person(person_id)
    met = [other for interview in interviews if interview.id == interview_id for other in interview.met]
    people = [other for other in map(application.person, met) if other is not None]
    clause = own_highlight(noted, person, people)
    if clause is None or clause.doubt:
        return Preview("", clause.doubt if clause else "")
    screens = any(interview.id == interview_id and "screen" in interview.kind.casefold() for interview in interviews)
    kind = Kind.PHONE_SCREEN_THANK_YOU if screens else Kind.THANK_YOU
    mine = [
        letter
        for letter in application.letters
        if (letter.kind, letter.to, letter.interview) == (kind, person_id, interview_id)
    ]
    text = compose(
        replace(
            application,
            interviews=interviews,
            letters=tuple(letter for letter in application.letters if letter not in mine),
        ),
        kind,
        person_id,
        me,
        policy,
        now,
        templates_folder,
        interview_id,
        style=style or Style(),
        beside=Beside(others, mine[-1].body if mine else ""),
    )
    wanted = [clause.text, clause.doing] if clause.doing else [clause.text]
    sentence = next((piece for piece in pieces_of(text.body) for part in wanted if part in piece), "")
    return Preview(re.sub(r"\s+", " ", sentence).strip(), "") if sentence else preview(clause.text, person, people)
