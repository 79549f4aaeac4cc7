"""A spreadsheet's bytes as applications: decoded, cut into rows, its columns told, each row taken or reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.exchange.contents import (
    DateOrder,
    FileContents,
    ReportedRow,
    Sheet,
    SheetChoices,
    TakenRow,
)
from app.exchange.raw.decoding import Decoded
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.assigning import assign_fields
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.holding import Holding, held
from app.exchange.sheets.columns.naming import ADDED, DECIDED, LOGGED, SAVED_ON, UPDATED
from app.exchange.sheets.cutting import Table, cut, table_of, usual_width
from app.exchange.sheets.day_order import Decided, Evidence, decide_order
from app.exchange.sheets.days import SELDOM_SLACK, DayReader, looks_like_day
from app.exchange.sheets.describing import shown_column, statuses_of
from app.exchange.sheets.folding import plain, status_key
from app.exchange.sheets.headings import under_headings
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.legends import legend_in
from app.exchange.sheets.merged_cells import with_companies, with_days
from app.exchange.sheets.merging import merged_rows
from app.exchange.sheets.own import is_own, read_own
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.ragged import Aligner
from app.exchange.sheets.remarks import remarks, taken_from_above, turned_about
from app.exchange.sheets.rows import read_row
from app.exchange.sheets.splitting import split_of
from app.exchange.sheets.statuses.meaning import Meaning
from app.exchange.sheets.statuses.together import Context, context_of
from app.exchange.sheets.tables.dialect import Dialect
from app.exchange.sheets.tables.records import Record
from app.exchange.sheets.turned_rows import turned_round

_DAY_FIELDS = frozenset({"applied_on", "stage_date", "reply_by", ADDED, SAVED_ON, LOGGED, DECIDED, UPDATED})
_MOST_STATUSES = 500
_LOOKED_AT = 2_000
_MANY = 10_000
"""Rows of a sheet after which what was remembered of its cells is let go: it is much, and of no further use."""


def read_sheet(name: str, data: bytes, today: date, choices: SheetChoices = SheetChoices()) -> FileContents:  # noqa: B008
    """Return what a spreadsheet holds. Every row is taken, merged with one that it repeats, or reported.

    Args:
        name: the file's name, as it is shown.
        today: the day on which it is read: a day without a year lies before it.
        choices: what the user corrected for the whole file.

    Raises:
        ImportFileError: nothing of it can be read: no text, empty, or larger than a job hunt is.
    """
    return _read(name, cut(data), today, choices, "csv")


def read_records(name: str, records: Sequence[Record], today: date, choices: SheetChoices, kind: str) -> FileContents:
    """Return what the rows of a sheet hold that was no text: of a workbook, a web page, a list of objects.

    Raises:
        ImportFileError: there are none, or more than a job hunt has.
    """
    dialect = Dialect(",", usual_width(records), 1.0)
    return _read(name, table_of(records, Decoded("", "utf-8"), dialect), today, choices, kind)


def _read(name: str, table: Table, today: date, choices: SheetChoices, kind: str) -> FileContents:
    if table.header is not None and is_own(table.header.cells) and choices == SheetChoices():
        own = read_own(name, table.header, [*table.above, *table.body])
        if not own.reported:
            return replace(own, kind=kind)
    headers = table.header.cells if table.header else []
    names = [headers[at].strip() if at < len(headers) else "" for at in range(table.width)]
    columns = assign_fields(names, _holdings(table.body, table.width), dict(choices.fields))
    aligner = Aligner(columns, table.body)
    turned = turned_round(columns, [aligner.aligned(record) for record in table.body])
    filled = with_companies(columns, turned.records)
    dated = with_days(columns, filled.records)
    under = under_headings(columns, table.above, dated.records)
    columns, body = under.columns, under.body
    order = _order(columns, body, today)
    if choices.date_order is not None:
        order = Decided(choices.date_order)
    layout = Layout(
        columns,
        _day_reader(columns, body, order, today),
        _chosen(choices),
        [cell.strip() for cell in headers],
        legend=legend_in(table.above),
        split=None if choices.fields else split_of(columns, lambda at: _cells([columns[at]], body[:_LOOKED_AT])),
    )
    layout.context = _context(body, layout)
    read = [read_row(record, layout) for record in body]
    contents = replace(_contents(name, replace(table, body=tuple(body)), layout, order, read), kind=kind)
    said = [
        *([taken_from_above("company", filled.lines)] if filled.lines else ()),
        *([turned_about(turned.lines)] if turned.lines else ()),
        *([taken_from_above("date", dated.lines)] if dated.lines else ()),
    ]
    contents = replace(contents, notes=(*contents.notes, *said))
    if len(body) > _MANY:
        for remembered in (line_of, is_nothing, looks_like_day, plain):
            remembered.cache_clear()
    return contents


def _holdings(body: Sequence[Record], width: int) -> list[Holding]:
    """What each column holds, told by the rows that are as wide as the table, if there are enough of them."""
    sound = [record.cells for record in body if not record.problem]
    even = [record.cells for record in body if not record.problem and len(record.cells) <= width <= record.width]
    rows = even if len(even) * 3 > len(body) else sound
    return [held(cells[at] if at < len(cells) else "" for cells in rows) for at in range(width)]


def _chosen(choices: SheetChoices) -> dict[str, Meaning]:
    return {status_key(words): Meaning(stage, outcome) for words, stage, outcome in choices.statuses}


def _of(columns: Sequence[Column], wanted: frozenset[str]) -> list[Column]:
    return [column for column in columns if column.field in wanted and column.holding.filled]


def _cells(columns: Sequence[Column], body: Sequence[Record]) -> list[str]:
    at = [column.index for column in columns]
    return [cells[i] for i in at for record in body if i < len(cells := record.cells) and cells[i]]


def _order(columns: Sequence[Column], body: Sequence[Record], today: date) -> Decided:
    applied = (
        frozenset({"applied_on"})
        if any(column.field == "applied_on" for column in columns)
        else frozenset({ADDED, LOGGED, SAVED_ON})
    )
    others = [column for column in columns if column.holding.day > 0.5 and column.field not in applied]
    named = [column for column in columns if not column.is_guess]
    return decide_order(
        Evidence(
            _cells(_of(columns, applied), body),
            _cells(others, body),
            [column.header for column in columns if column.field in _DAY_FIELDS],
            frozenset(column.language for column in named if column.language),
            _cells(_of(columns, frozenset({"salary"})), body[:200]),
            today,
        )
    )


def _day_reader(columns: Sequence[Column], body: Sequence[Record], order: Decided, today: date) -> DayReader:
    """Return a reader that places days without a year by the newest day written with one, found in a first pass."""
    first = DayReader(order.order or DateOrder.MONTH_FIRST, today)
    some = _cells(_of(columns, _DAY_FIELDS), body[:_LOOKED_AT])
    whole = [cell for cell in some if _has_year(cell)]
    newest = max((day for cell in whole for day in first.days(cell) if day <= today), default=None)
    is_seldom = len(whole) * 2 < sum(1 for cell in some if looks_like_day(cell))
    return DayReader(first.order, today, newest, SELDOM_SLACK) if is_seldom else DayReader(first.order, today, newest)


def _has_year(cell: str) -> bool:
    digits = sum(1 for letter in cell[:40] if "0" <= letter <= "9")
    return digits >= 5


def _contents(
    name: str, table: Table, layout: Layout, order: Decided, read: Sequence[TakenRow | ReportedRow]
) -> FileContents:
    taken, repeats = merged_rows((row for row in read if isinstance(row, TakenRow)), are_mails=layout.is_inbox)
    above = [
        ReportedRow(record.line, record.problem or "It's above the header.")
        for record in table.above
        if record.problem or sum(1 for cell in record.cells if cell.strip()) > 1
    ]
    reported = [*above, *(row for row in read if isinstance(row, ReportedRow))]
    sheet = _sheet(table, layout, order)
    titles = [
        record for record in table.above if not record.problem and len([c for c in record.cells if c.strip()]) == 1
    ]
    said = remarks(sheet, layout, table.decoded, [r.line for r in table.body if r.is_mended], titles)
    return FileContents(
        name,
        "csv",
        len(table.body) + len(above),
        tuple(taken),
        len(repeats),
        tuple(sorted(reported, key=lambda row: row.line)),
        notes=said,
        sheet=sheet,
        repeats=repeats,
    )


def _sheet(table: Table, layout: Layout, order: Decided) -> Sheet:
    return Sheet(
        tuple(shown_column(column) for column in layout.columns),
        statuses_of(table.body, layout),
        order.order,
        order.is_sure,
        table.decoded.encoding,
        table.dialect.separator,
        table.header.line if table.header else None,
    )


def _context(body: Sequence[Record], layout: Layout) -> Context:
    """What the different statuses of a sheet, as many as are looked at, say together."""
    some = body[:_LOOKED_AT]
    cells = {record.cells[at] for at in layout.statuses for record in some if at < len(record.cells)}
    return context_of(
        [cell for cell in list(cells)[:_MOST_STATUSES] if not is_nothing(cell)],
        lists_postings=layout.lists_postings,
        has_day="applied_on" in layout.one,
        is_never_dated=layout.is_never_dated,
    )
