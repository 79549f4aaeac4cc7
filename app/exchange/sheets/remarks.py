"""What was decided for a whole spreadsheet, in sentences for the preview."""

from __future__ import annotations

from collections.abc import Sequence

from app.etiquette.time.lengths import first_of
from app.exchange.contents import SHEET_FIELDS, DateOrder, Sheet
from app.exchange.raw.decoding import Decoded
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.naming import OTHER, PROSE
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.notes import LONGEST, is_left_out
from app.exchange.sheets.tables.records import Record

_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_EXAMPLES = {
    DateOrder.DAY_FIRST: "3/4 is April 3",
    DateOrder.MONTH_FIRST: "3/4 is March 4",
    DateOrder.YEAR_FIRST: "24/3/4 is March 4, 2024",
}
_MOST_NAMED = 8


def remarks(
    sheet: Sheet, layout: Layout, text: Decoded, mended: Sequence[int], titles: Sequence[Record]
) -> tuple[str, ...]:
    """Return a sentence for everything that was not as in a plain file, or was a guess."""
    said: list[str] = []
    if text.encoding not in ("utf-8", "ascii"):
        said.append(f"Read as {text.encoding}.")
    if text.mended:
        said.append(f"{text.mended} characters couldn't be read and were replaced with �.")
    if sheet.separator in _SEPARATORS:
        said.append(f"Its cells are separated by {_SEPARATORS[sheet.separator]}.")
    if sheet.header_line is None:
        said.append("It has no header row; the columns were recognized by their contents.")
    elif sheet.header_line > 1:
        said.append(f"The header is line {sheet.header_line}.")
    said += [
        f"Line {record.line} is a title: {line_of(next(c for c in record.cells if c.strip()))[:80]}"
        for record in titles
    ]
    if sheet.date_order is not None and not sheet.date_order_is_sure:
        said.append(
            "It isn't certain how its dates are written; they were read"
            f" {sheet.date_order.value}: {_EXAMPLES[sheet.date_order]}."
        )
    if layout.is_told_in_notes:
        said.append("There's no status column; how far each application got was taken from the notes, where they say.")
    if layout.presumed:
        said.append(f"No date in {_named(layout.presumed)}, and nothing says it was sent; imported as saved.")
    if layout.is_wish_list:
        said.append("It lists jobs, and nothing in it says that you applied; they were saved.")
    said += _guesses(sheet, layout)
    said += [f"Line {line}: a quote is opened but never closed; the line was read as is." for line in mended[:20]]
    said += _left_out(layout)
    return tuple(said)


def taken_from_above(what: str, lines: Sequence[int]) -> str:
    """Return the sentence about rows whose company, or date, is written in a row above them."""
    return f"The {what} is blank in {_named(lines)}; it was taken from the row above."


def turned_about(lines: Sequence[int]) -> str:
    """Return the sentence about rows that have company and role in each other's place."""
    return f"Company and role were the other way around in {_named(lines)}; they were switched."


def _named(lines: Sequence[int]) -> str:
    return f"line{'' if len(lines) == 1 else 's'} {first_of([str(line) for line in lines], _MOST_NAMED)}"


def _guesses(sheet: Sheet, layout: Layout) -> list[str]:
    if sheet.header_line is None:
        return []
    last = len(layout.header)
    return [
        f"{SHEET_FIELDS[column.field]}: the column {line_of(column.header) or column.index + 1}, by its contents."
        if column.index < last
        else f"{SHEET_FIELDS[column.field]}: the headings above the rows."
        for column in layout.columns
        if column.is_guess and column.field in SHEET_FIELDS
    ]


def _left_out(layout: Layout) -> list[str]:
    said = []
    names = [line_of(column.header) or f"column {column.index + 1}" for column in layout.columns if is_left_out(column)]
    if names:
        prose = any(column.field == PROSE for column in layout.columns)
        why = "ids, a program's own times, the same in every row" + (", or long texts" if prose else "")
        said.append(f"Left out: {first_of(names, _MOST_NAMED)} ({why}).")
    long = [line_of(column.header) for column in layout.columns if column.field == OTHER and column.holding.long > 0]
    if long:
        said.append(f"Left out where a cell is longer than {LONGEST} characters: {', '.join(long[:_MOST_NAMED])}.")
    return said
