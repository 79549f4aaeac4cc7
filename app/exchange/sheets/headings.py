"""Rows that stand alone and tell how the rows below them stand: REJECTED, and under it all that were. Knows no fields
but the status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.etiquette.text import clean
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.column import Column
from app.exchange.sheets.holding import held
from app.exchange.sheets.records import Record
from app.exchange.sheets.statuses import is_status, meaning_of

_FEWEST = 2
_NARROWEST = 3
"""Columns of a sheet in which a row with one cell is no ordinary row."""
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class UnderHeadings:
    """A sheet, its headings reported; one that has no status of its own has a column more."""

    columns: list[Column]
    body: list[Record]


def stands_alone(cells: Sequence[str]) -> str:
    """Return the status that is all a row holds, "" for any other row."""
    filled = [cell for cell in cells if cell.strip()]
    words = line_of(filled[0]) if len(filled) == 1 else ""
    return words if words and is_status(words) and meaning_of(words).is_sure else ""


def under_headings(columns: Sequence[Column], body: Sequence[Record]) -> UnderHeadings:
    """Return the columns and rows of a sheet; under headings, each row with the heading's words as its status.

    A heading is a row with nothing but a status in a sheet of three columns or more that has several of the kind.
    """
    headings = {place: words for place, record in enumerate(body) if (words := _heading(record, len(columns)))}
    if len(headings) < _FEWEST or any(column.field in ("status", "decision", "stage_date") for column in columns):
        return UnderHeadings(list(columns), list(body))
    width = len(columns)
    above = ""
    records = []
    for place, record in enumerate(body):
        above = headings.get(place, above)
        if place in headings:
            problem = f"It's a heading, not an application: {clean(above)[:_EXCERPT]}"
            records.append(replace(record, problem=problem))
        else:
            cells = record.cells + [""] * (width - len(record.cells))
            records.append(replace(record, cells=[*cells[:width], above, *cells[width:]], width=record.width + 1))
    holding = held(record.cells[width] for record in records if not record.problem)
    return UnderHeadings([*columns, Column(width, "", holding, "status", is_guess=True)], records)


def _heading(record: Record, width: int) -> str:
    return "" if record.problem or width < _NARROWEST else stands_alone(record.cells)
