"""Statuses of spreadsheets that were guessed, or not understood at all, with the lines that hold them."""

from __future__ import annotations

from app.etiquette.stages import STAGE_TITLES
from app.etiquette.text import clean
from app.etiquette.titles import OUTCOME_TITLES
from app.exchange.contents import FileContents, SheetStatus

_LONGEST = 60


def stands_of(status: SheetStatus) -> str:
    """Return how the applications stand whose rows hold a status, in words for a person."""
    if status.saved:
        return "saved"
    return OUTCOME_TITLES[status.outcome].casefold() if status.outcome else STAGE_TITLES[status.stage]


def unsure_statuses(file: FileContents) -> list[SheetStatus]:
    """Return the statuses of a file that are not sure, as often as they stand in it."""
    return [] if file.sheet is None else [status for status in file.sheet.statuses if not status.is_sure]


def doubt_of_status(status: SheetStatus) -> str:
    """Return the sentence about a status that is not sure: where it stands, and what it was taken for."""
    words = clean(status.words)
    words = f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
    more = status.count - len(status.lines)
    lines = f"{', '.join(map(str, status.lines))}{f' and {more} more' if more > 0 else ''}"
    where = f"{'line' if status.count == 1 else 'lines'} {lines}"
    return f"{where}: not sure what “{words}” means; imported as {stands_of(status)}."
