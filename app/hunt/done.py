"""What a verb did, as whoever asked for it is told."""

from __future__ import annotations

from dataclasses import dataclass

from app.etiquette.records import Application, Letter
from app.hunt.changes import Change


@dataclass(frozen=True, slots=True)
class Done:
    """What a verb did: what to tell, and the application as stored; None when it is gone or several were touched."""

    summary: str
    application: Application | None = None
    application_id: int | None = None
    left_out: tuple[str, ...] = ()
    """What of an import was refused when it came to it, a sentence each."""
    letter: Letter | None = None
    """The letter that was written or sent, as stored; None: none."""
    remark: str = ""
    """What to say besides, a sentence without its full stop: that a planned interview overlaps with another."""


def letter_of(change: Change, after: Application, stored: Application) -> Letter | None:
    """Return the letter that a change wrote, as stored: its place among the others is what a new one is known by."""
    for letter, as_stored in zip(after.letters, stored.letters, strict=False):
        if letter.id == change.letter_id:
            return as_stored
    return None
