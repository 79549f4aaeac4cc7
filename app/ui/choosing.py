"""Which letter of an application to show."""

from __future__ import annotations

from app.etiquette.records import Application, Letter, LetterStatus
from app.etiquette.steps.overtaken import AFTER_AN_OUTCOME
from app.hunt.due import Due


def letters_in_order(application: Application) -> list[Letter]:
    """Return an application's letters as they are leafed through: drafts first, then what was sent last, in the end
    drafts that its outcome has left behind."""

    def order(letter: Letter) -> tuple[bool, bool, float]:
        moment = letter.sent or letter.written
        is_sent = letter.status is LetterStatus.SENT
        return _is_left_behind(application, letter), is_sent, -(moment.timestamp() if moment else 0.0)

    return sorted(application.letters, key=order)


def _is_left_behind(application: Application, letter: Letter) -> bool:
    """Return whether a letter never went and nobody would send it now, since the application has ended."""
    is_over = application.outcome is not None and letter.kind not in AFTER_AN_OUTCOME
    return is_over and letter.status is not LetterStatus.SENT


def fitting_letter(application: Application | None, due: Due | None, chosen: int | None) -> Letter | None:
    """Return the letter to show: the chosen one, else the draft that the step calls for, else any draft that
    could still go.

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
    return next(
        (
            letter
            for letter in letters
            if letter.status is not LetterStatus.SENT and not _is_left_behind(application, letter)
        ),
        None,
    )
