"""One file's bytes, told apart by content and read. Knows no hunt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.etiquette.errors import ImportFileError, InvalidFieldError
from app.etiquette.policy import Policy
from app.exchange.contents import SheetChoices
from app.exchange.formats import Asked, format_of
from app.exchange.source import ReadFile, Source

NO_CHOICES = SheetChoices()


def no_progress(_done: int, _all: int) -> None:
    """Report no progress."""


def read_file(
    source: Source,
    choices: SheetChoices,
    policy: Policy,
    now: datetime,
    progress: Callable[[int, int], None] = no_progress,
) -> ReadFile:
    """Return what a file holds.

    Args:
        choices: what the user corrected, for a spreadsheet.
        progress: told how much of it is read and how much there is; what it raises calls all off.

    Raises:
        ImportFileError: nothing of it can be imported; the sentence names the file and says what to do.
    """
    try:
        return format_of(source).read(source, Asked(policy, now, choices, progress))
    except (ImportFileError, InvalidFieldError) as error:
        raise ImportFileError(f"{source.name}: {error} Nothing was imported from it.") from None
