"""Rows that stand alone and tell of the rows below them: REJECTED over all that were, a company over its roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.exchange.sheets.cells import excerpt_of, line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.holding import held
from app.exchange.sheets.folding import plain
from app.exchange.sheets.statuses.reading import is_status, meaning_of
from app.exchange.sheets.tables.records import Record

_FEWEST = 2
_NARROWEST = 3
"""Columns of a sheet in which a row with one cell is no ordinary row."""
_LONGEST_IN_LIST = 3
"""Words of a heading in a sheet of a column or two, where any row may stand alone."""
_MARKED = re.compile(r"(?:#{1,6}|\*{1,6}|={2,6})\s+(?=\S)")
"""What a heading of Markdown, Org or a wiki begins with."""
_TELLS_STATUS = frozenset({"status", "decision", "stage_date"})


@dataclass(frozen=True, slots=True)
class UnderHeadings:
    """A sheet, its headings reported; one that has no status, or no company, of its own has a column more."""

    columns: list[Column]
    body: list[Record]


def stands_alone(cells: Sequence[str]) -> str:
    """Return the status that is all a row holds, "" for any other row."""
    words = _alone(cells)
    return words if words and is_status(words) and meaning_of(words).is_sure else ""


def under_headings(columns: Sequence[Column], above: Sequence[Record], body: Sequence[Record]) -> UnderHeadings:
    """Return the columns and rows of a sheet; under headings, each row with the heading's words in a column more.

    A heading is a row with nothing but a status in a sheet of three columns or more that has several of the kind, one
    of few words in a list, or one marked as such, as Markdown and Org do. Marked ones that are no statuses name the
    company, where no column does.

    Args:
        above: the rows above the sheet's header, where its first heading may stand.
    """
    marked = {place: words for place, record in enumerate(body) if (words := _marked(record))}
    first = next((words for record in reversed(above) if (words := _marked(record))), "")
    fields = {column.field for column in columns}
    statuses = {place: words for place, words in marked.items() if is_status(words)}
    if not fields & _TELLS_STATUS:
        plain_ones = _plain_headings(columns, body)
        headings = {**statuses, **plain_ones}
        if len(headings) + is_status(first) >= _FEWEST:
            begun = first if is_status(first) else ""
            return _with_column(columns, body, headings, begun, "status", marked.keys())
    is_named = any(column.field == "company" and not column.is_guess for column in columns)
    companies = {place: words for place, words in marked.items() if place not in statuses}
    if not is_named and "role" in fields and len(companies) + bool(first) >= _FEWEST:
        guessed = [replace(c, field="notes") if c.field == "company" else c for c in columns]
        return _with_column(guessed, body, companies, first, "company", marked.keys())
    return UnderHeadings(list(columns), list(body))


def _with_column(
    columns: Sequence[Column],
    body: Sequence[Record],
    headings: dict[int, str],
    above: str,
    field: str,
    marked: Iterable[int],
) -> UnderHeadings:
    width = len(columns)
    apart = {*headings, *marked}
    records = []
    for place, record in enumerate(body):
        above = headings.get(place, above)
        if place in apart:
            words = above if place in headings else line_of(record.cells[0])
            records.append(replace(record, problem=f"It's a heading, not an application: {excerpt_of([words])}"))
        elif record.problem:
            records.append(record)
        else:
            cells = record.cells + [""] * (width - len(record.cells))
            records.append(replace(record, cells=[*cells[:width], above, *cells[width:]], width=record.width + 1))
    holding = held(record.cells[width] for record in records if not record.problem)
    return UnderHeadings([*columns, Column(width, "", holding, field, is_guess=True)], records)


def _plain_headings(columns: Sequence[Column], body: Sequence[Record]) -> dict[int, str]:
    """The rows with nothing but a status; in a list of one or two columns only short ones with others between them."""
    alone = {
        place: words
        for place, record in enumerate(body)
        if not record.problem and (words := stands_alone(record.cells))
    }
    if len(columns) >= _NARROWEST:
        return alone if len(alone) >= _FEWEST else {}
    short = {place: words.rstrip(": ") for place, words in alone.items() if len(words.split()) <= _LONGEST_IN_LIST}
    is_list = len(short) >= _FEWEST and 0 in short and len({plain(words) for words in short.values()}) == len(short)
    return short if is_list and len(short) * 2 <= len(body) else {}


def _alone(cells: Sequence[str]) -> str:
    filled = [cell for cell in cells if cell.strip()]
    return line_of(filled[0]) if len(filled) == 1 else ""


def _marked(record: Record) -> str:
    """The words of a heading that is marked as one, "" for any other row."""
    words = _alone(record.cells)
    mark = _MARKED.match(words)
    return words[mark.end() :].strip(" #*=:") if mark else ""
