"""Which letter of an application to show."""

from __future__ import annotations

from app.etiquette.records import Application, Letter, LetterStatus
from app.hunt.due import Due


def letters_in_order(application: Application) -> list[Letter]:
    """Return an application's letters as they are leafed through: drafts first, then what was sent last."""

    def order(letter: Letter) -> tuple[bool, float]:
        moment = letter.sent or letter.written
        return letter.status is LetterStatus.SENT, -(moment.timestamp() if moment else 0.0)

    return sorted(application.letters, key=order)


def fitting_letter(application: Application | None, due: Due | None, chosen: int | None) -> Letter | None:
    """Return the letter to show: the chosen one, else the draft that the step calls for, else any draft.

    What was sent is shown only when it is chosen; without a letter the card is shown.
    """
    if application is None:
        return None
    letters = letters_in_order(application)
    for letter in letters:
        if letter.id == chosen:
            return letter
    if due is not None and due.step.kind is not None:
        step = due.step
        return next(
            (
                letter
                for letter in letters
                if letter.status is not LetterStatus.SENT and (letter.kind, letter.to) == (step.kind, step.person)
            ),
            None,
        )
    return next((letter for letter in letters if letter.status is not LetterStatus.SENT), None)
