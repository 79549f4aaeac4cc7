"""Spreadsheets (csv and its kin) as rows of applications: whoever wrote them, in whatever words, none of them lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.etiquette.errors import ImportFileError
from app.etiquette.text import clean, folded
from app.exchange.csv_export import COLUMNS
from app.exchange.decoding import decode
from app.exchange.found import (
    SHEET_FIELDS,
    FoundFile,
    ReportedRow,
    Sheet,
    SheetChoices,
    SheetColumn,
    SheetStatus,
    TakenRow,
)
from app.exchange.sheets.columns import Column, columns_of, is_known_name, is_name_nearly, language_of
from app.exchange.sheets.day_cells import around, looks_dated, order_of
from app.exchange.sheets.header_words import STAGE_OF
from app.exchange.sheets.looks import holds_serials
from app.exchange.sheets.rows import Reading, row_of
from app.exchange.sheets.splitting import Row, rows_of, separator_of
from app.exchange.sheets.status_words import Meaning, meaning_of, plain

MOST_ROWS = 50_000
MOST_COLUMNS = 500
MOST_LINES = 400_000
_LOOKED_FOR_HEADER = 12
"""Rows from the top among which the header is looked for."""
_DATED = ("applied_on", "reply_by", "stage_date")
NO_CHOICES = SheetChoices()


def looks_like_sheet(data: bytes) -> bool:
    """Return whether bytes are a table: text, and either two columns or a name that a column has."""
    text = decode(data[:100_000]).text
    if text.count("\0") > 2 or sum(not sign.isprintable() and sign not in "\t\r\n\f" for sign in text[:4000]) > 20:
        return False
    lines = _lines(text)[:200]
    separator = separator_of(lines)
    rows = [row.cells for row, _ in zip(rows_of(lines, separator), range(60), strict=False) if row.cells]
    if not rows:
        return False
    if any(is_known_name(cell) for cells in rows[:_LOOKED_FOR_HEADER] for cell in cells):
        return True
    widths = Counter(len(cells) for cells in rows)
    width, count = widths.most_common(1)[0]
    return width > (2 if separator == "," else 1) and count >= 0.7 * len(rows)


def read_sheet(name: str, data: bytes, today: date, choices: SheetChoices = NO_CHOICES) -> FoundFile:
    """Return what a spreadsheet holds: each row is taken, merged with one like it, or reported.

    Args:
        today: for days without a year, and for the order of day and month.
        choices: what the user corrected, for the whole file.

    Raises:
        ImportFileError: it holds no rows, or more than are read.
    """
    decoded = decode(data)
    lines = _lines(decoded.text)
    separator = separator_of(lines[:400])
    rows: list[Row] = []
    for row in rows_of(lines, separator):
        rows.append(row)
        if len(rows) > MOST_ROWS + _LOOKED_FOR_HEADER:
            raise ImportFileError(f"It has more than {MOST_ROWS} rows. Split it, and take the parts in one by one.")
    if rows and rows[0].cells[:1] and rows[0].cells[0].strip('" ').startswith("sep="):
        rows.pop(0)
    if max((len(row.cells) for row in rows), default=0) > MOST_COLUMNS:
        raise ImportFileError(f"It has more than {MOST_COLUMNS} columns. Leave out those that are of no use here.")
    header_at = _header_at(rows)
    headers = rows[header_at].cells if header_at is not None else []
    body = rows[header_at + 1 :] if header_at is not None else rows
    if not body:
        raise ImportFileError("It has a header and no rows." if headers else "It has no rows.")
    table = [row.cells for row in body if row.cells]
    width = max([len(headers), *(len(cells) for cells in table[:200])])
    headers = [clean(cell) for cell in headers] + [""] * (width - len(headers))
    columns = _chosen(columns_of(headers, table), choices)
    days = _date_cells(columns, table)
    order, is_sure = order_of(days, language_of(headers), today)
    if choices.date_order is not None:
        order, is_sure = choices.date_order, True
    meanings = {folded(words): Meaning(stage, outcome) for words, stage, outcome in choices.statuses}
    is_own = tuple(headers[: len(COLUMNS)]) == COLUMNS
    reading = Reading(columns, order, today, around(days, order, today), meanings, is_own)
    before = rows[:header_at] if header_at else []
    taken, merged, reported = _sorted_out(before, body, reading)
    return FoundFile(
        name,
        "csv",
        len(taken) + merged + len(reported),
        taken,
        merged,
        reported,
        notes=_notes(decoded.encoding, separator, header_at, rows),
        sheet=Sheet(
            tuple(_shown(column, table) for column in columns),
            _statuses(columns, table, reading),
            order,
            is_sure,
            decoded.encoding,
            separator,
            rows[header_at].line if header_at is not None else None,
        ),
    )


def _lines(text: str) -> list[str]:
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise ImportFileError(f"It has more than {MOST_LINES} lines. Split it, and take the parts in one by one.")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").split("\n")


def _header_at(rows: Sequence[Row]) -> int | None:
    """Return which row names the columns, None when none does."""
    best, best_score = None, 0.0
    for place, row in enumerate(rows[:_LOOKED_FOR_HEADER]):
        cells = [cell for cell in row.cells if cell.strip()]
        known = sum(map(is_name_nearly, cells))
        odd = sum(looks_dated(cell) or "://" in cell or "@" in cell for cell in cells)
        score = known - odd - place * 0.01
        if known and not odd and score > best_score and (known >= 2 or len(cells) <= 3):
            best, best_score = place, score
    if best is not None:
        return best
    return 0 if rows and _is_unlike(rows) else None


def _is_unlike(rows: Sequence[Row]) -> bool:
    """Return whether the first row, of whose names none is known, differs from those below as names do."""
    if len(rows) < 3 or not rows[0].cells:
        return False
    first = [cell.strip() for cell in rows[0].cells]
    if any(looks_dated(cell) or "://" in cell or cell.isdigit() for cell in first) or len(set(first)) < len(first):
        return False
    below = rows[1:40]
    return any(
        sum(looks_dated(row.cells[i]) or "://" in row.cells[i] for row in below if i < len(row.cells)) >= len(below) / 2
        for i in range(len(first))
    )


def _chosen(columns: list[Column], choices: SheetChoices) -> list[Column]:
    """Return the columns with the fields that the user gave them, each taken from the column that had it."""
    for index, field in choices.fields:
        if not 0 <= index < len(columns) or (field and field not in SHEET_FIELDS):
            continue
        if field not in ("", "notes", "stage_date"):
            columns = [
                Column(column.index, column.header, "") if column.field == field else column for column in columns
            ]
        header = columns[index].header
        stage, outcome = STAGE_OF.get(plain(header), meaning_of(header)[:2]) if field == "stage_date" else (None, None)
        columns[index] = Column(index, header, field, stage, outcome, is_left_out=not field)
    return columns


def _date_cells(columns: Sequence[Column], table: Sequence[Sequence[str]]) -> list[str]:
    dated = [column.index for column in columns if column.field in _DATED]
    dated = [index for index in dated if not holds_serials(index, table[:5])]
    return [cells[index] for index in dated for cells in table if index < len(cells)]


def _sorted_out(
    before: Sequence[Row], body: Sequence[Row], reading: Reading
) -> tuple[tuple[TakenRow, ...], int, tuple[ReportedRow, ...]]:
    taken: dict[tuple[object, ...], TakenRow] = {}
    merged = 0
    reported = [ReportedRow(row.line, row.problem or "it stands above the header") for row in before]
    for row in body:
        if row.problem:
            reported.append(ReportedRow(row.line, row.problem))
            continue
        found = row_of(row.line, row.cells, reading)
        if isinstance(found, ReportedRow):
            reported.append(found)
            continue
        key = (folded(found.company), folded(found.role), found.applied_on, found.url, folded(found.location))
        if key in taken:
            merged += 1
            taken[key] = _together(taken[key], found)
        else:
            taken[key] = found
    return tuple(taken.values()), merged, tuple(sorted(reported, key=lambda each: each.line))


def _together(first: TakenRow, later: TakenRow) -> TakenRow:
    """Return two rows for one application as one: the later status counts, no line of the notes is lost."""
    lines = dict.fromkeys((*first.notes.split("\n"), *later.notes.split("\n")))
    is_later = later.outcome is not None or (first.outcome is None and later.stage is not first.stage)
    counts = later if is_later else first
    return replace(
        first,
        stage=counts.stage,
        outcome=counts.outcome,
        notes="\n".join(line for line in lines if line),
        source=first.source or later.source,
        salary=first.salary or later.salary,
        contact=first.contact or later.contact,
        contact_email=first.contact_email or later.contact_email,
        dated=tuple(dict.fromkeys((*first.dated, *later.dated))),
    )


def _shown(column: Column, table: Sequence[Sequence[str]]) -> SheetColumn:
    held = (cells[column.index] for cells in table if column.index < len(cells) and cells[column.index].strip())
    field = column.field if column.field in SHEET_FIELDS else "status" if column.field == "answered" else ""
    return SheetColumn(column.index, column.header, field, clean(next(held, ""))[:80])


def _statuses(columns: Sequence[Column], table: Sequence[Sequence[str]], reading: Reading) -> tuple[SheetStatus, ...]:
    counted: Counter[str] = Counter()
    written: dict[str, str] = {}
    for column in columns:
        if column.field != "status":
            continue
        for cells in table:
            words = clean(cells[column.index]) if column.index < len(cells) else ""
            if words:
                counted[folded(words)] += 1
                written.setdefault(folded(words), words)
    listed = []
    for words, count in counted.most_common(500):
        meaning = reading.meanings.get(words) or meaning_of(written[words])
        listed.append(SheetStatus(written[words], count, meaning.stage, meaning.outcome, meaning.is_sure))
    return tuple(sorted(listed, key=lambda status: status.is_sure))


def _notes(encoding: str, separator: str, header_at: int | None, rows: Sequence[Row]) -> tuple[str, ...]:
    names = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
    notes = [f"{encoding}, cells parted by {names.get(separator, separator)}"]
    if header_at is None:
        notes.append("no header row: the columns were told by what they hold")
    elif header_at:
        notes.append(f"the header is in line {rows[header_at].line}")
    return tuple(notes)
