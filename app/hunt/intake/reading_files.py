"""One file's bytes, told apart by content and read. Knows which reader reads what, and no hunt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.etiquette.errors import ImportFileError, InvalidFieldError
from app.etiquette.policy import Policy
from app.etiquette.time.dates import local_day
from app.exchange.found import FoundFile, SheetChoices
from app.exchange.json_.reading import Whole, read_whole
from app.exchange.kinds import FileKind, kind_of
from app.hunt.gathering import Source

NO_CHOICES = SheetChoices()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file holds: an export of ours as a whole hunt, anything else as found."""

    name: str
    whole: Whole | None = None
    found: FoundFile | None = None


def read_file(
    source: Source, choices: SheetChoices, policy: Policy, now: datetime, progress: Callable[[int, int], None]
) -> ReadFile:
    """Return what a file holds.

    Args:
        choices: what the user corrected, for a spreadsheet.
        progress: told how much of it is read and how much there is; what it raises calls all off.

    Raises:
        ImportFileError: nothing of it can be taken in; the sentence names the file and says what to do.
    """
    try:
        return _read(source, choices, policy, now, progress)
    except (ImportFileError, InvalidFieldError) as error:
        raise ImportFileError(f"{source.name}: {error} Nothing of it was taken in.") from None


def _read(
    source: Source, choices: SheetChoices, policy: Policy, now: datetime, progress: Callable[[int, int], None]
) -> ReadFile:
    name, data, zone = source.name, source.data, policy.zone
    kind = kind_of(data)
    if kind is FileKind.JSON:
        return ReadFile(name, whole=read_whole(data, zone, progress))
    if kind is FileKind.ICS:
        from app.exchange.calendars import read_calendar

        return ReadFile(name, found=read_calendar(name, data, zone))
    if kind is FileKind.EML:
        from app.exchange.mails import read_mail

        return ReadFile(name, found=read_mail(name, data, zone))
    if kind is FileKind.MBOX:
        from app.exchange.mails import read_mbox

        return ReadFile(name, found=read_mbox(name, data, zone))
    from app.exchange.sheets import read_sheet

    found = read_sheet(name, data, local_day(now, zone), choices)
    if not found.rows:
        raise ImportFileError("It has no rows.")
    return ReadFile(name, found=replace(found, kind=FileKind.CSV))
