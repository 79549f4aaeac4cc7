"""What is said of a sheet's row before it is imported: how it stands, its day, and what it repeats. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date

from app.etiquette.records import Application
from app.etiquette.text import clean
from app.etiquette.time.dates import say_day
from app.etiquette.time.plain_dates import quoted
from app.exchange.contents import FileContents, TakenRow
from app.exchange.sheets.notes import note_line
from app.hunt.intake.plan import Fate, Line

_DAY = "applied_on"


def stands_of(row: TakenRow, application: Application, file: FileContents, today: date) -> str:
    """Return how a new application stands, and since when: `no response; applied Thu, Nov 12`."""
    if row.saved:
        return "saved"
    stands = (application.outcome.kind if application.outcome else application.stage).replace("_", " ")
    if row.applied_on is not None:
        day = f"applied {say_day(row.applied_on, today)}"
        return day if stands == "applied" else f"{stands}; {day}"
    unread = next(_unread(row, file), "")
    return (
        f"{stands}; {quoted(unread)} can't be read as the day you applied; it goes into the notes" if unread else stands
    )


def _unread(row: TakenRow, file: FileContents) -> Iterator[str]:
    """Yield what stands in a row for its day and was kept in the notes, since it cannot be that."""
    for column in file.sheet.columns if file.sheet else ():
        head = note_line(column.header, "x")[:-1]
        if column.field == _DAY and head:
            yield from (clean(line.removeprefix(head)) for line in row.notes.split("\n") if line.startswith(head))


def repeats_of(file: FileContents) -> list[Line]:
    """Return a line for each row that repeats another one of its file."""
    names = {row.line: f"{row.company}, {row.role}" for row in file.taken}
    return [
        Line(file.file, repeat.line, Fate.REPEATED, f"{names.get(repeat.of, 'a row')}: the same as line {repeat.of}")
        for repeat in file.repeats
    ]


def row_key(file: str, line: int) -> str:
    """Return the key under which a row of a sheet is left out."""
    return f"row {line} {file}"


def without_rows(file: FileContents, without: Container[str]) -> tuple[FileContents, list[Line]]:
    """Return a file without the rows that the user left out, and a line for each of those.

    Args:
        without: the keys of what was left out.
    """
    left = [row for row in file.taken if row_key(file.file, row.line) in without]
    if not left:
        return file, []
    kept = tuple(row for row in file.taken if row not in left)
    lines = [
        Line(file.file, row.line, Fate.LEFT, f"{', '.join(filter(None, (row.company, row.role)))}: left out")
        for row in left
    ]
    return replace(file, taken=kept, rows=file.rows - len(left)), lines
