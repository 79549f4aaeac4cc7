"""Our own spreadsheet, read back as it was written: every cell is taken literally, nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from app.etiquette.records import Decision, OutcomeKind
from app.etiquette.stages import Stage
from app.etiquette.text import clean, clean_lines
from app.exchange.contents import FileContents, ReportedRow, Sheet, SheetColumn, SheetStatus, TakenRow
from app.exchange.csv_export import COLUMNS, PRIORITIES, days_of, people_of, unguarded
from app.exchange.sheets.merging import merged_rows
from app.exchange.sheets.tables.records import Record

_FIRST_COLUMNS = 14
"""The columns that every version of ours has had."""
_FIELDS = (
    *("company", "role", "status", "decision", "applied_on", "reply_by", "location", "url", "salary", "source"),
    *("priority", "contact", "contact_email", "notes"),
)
T = TypeVar("T")


def is_own(header: Sequence[str]) -> bool:
    """Return whether a header is one that our own export writes."""
    names = tuple(header)
    return names[:_FIRST_COLUMNS] == COLUMNS[:_FIRST_COLUMNS] and set(names) <= set(COLUMNS)


def read_own(name: str, header: Record, body: Sequence[Record]) -> FileContents:
    """Return what our own export holds; a row that is not as we write it is reported."""
    rows = [_read(header.cells, record) for record in body]
    taken, repeats = merged_rows(row for row in rows if isinstance(row, TakenRow))
    reported = tuple(row for row in rows if isinstance(row, ReportedRow))
    columns = tuple(
        SheetColumn(at, head, _FIELDS[at] if at < len(_FIELDS) else "", _sample(body, at))
        for at, head in enumerate(header.cells)
    )
    sheet = Sheet(columns, _statuses(taken), None, header_line=header.line)
    return FileContents(name, "csv", len(body), tuple(taken), len(repeats), reported, sheet=sheet, repeats=repeats)


def _sample(body: Sequence[Record], at: int) -> str:
    cells = (record.cells[at] for record in body if at < len(record.cells))
    return clean(unguarded(next((cell for cell in cells if cell), "")))[:200]


def _statuses(taken: Sequence[TakenRow]) -> tuple[SheetStatus, ...]:
    counts: dict[tuple[Stage, OutcomeKind | None], int] = {}
    for row in taken:
        counts[row.stage, row.outcome] = counts.get((row.stage, row.outcome), 0) + 1
    return tuple(
        SheetStatus((outcome or stage).value, count, stage, outcome) for (stage, outcome), count in counts.items()
    )


def _read(header: Sequence[str], record: Record) -> TakenRow | ReportedRow:
    if record.problem:
        return ReportedRow(record.line, record.problem)
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(header, map(unguarded, record.cells), strict=False))
    if len(record.cells) > len(header):
        return ReportedRow(record.line, "It has more cells than the header.")
    company = clean(cells["Company"])
    if not company:
        return ReportedRow(record.line, "It names no company.")
    try:
        return _taken(record.line, company, cells)
    except ValueError as error:
        return ReportedRow(record.line, str(error))


def _taken(line: int, company: str, cells: dict[str, str]) -> TakenRow:
    outcome = _read_cell(OutcomeKind, cells, "Outcome")
    row = TakenRow(
        line,
        company,
        clean(cells["Role"]),
        _read_cell(Stage, cells, "Stage") or (Stage.OUTCOME if outcome else Stage.APPLIED),
        outcome,
        _read_cell(date.fromisoformat, cells, "Applied on"),
        clean(cells["Link"]),
        clean(cells["Location"]),
        clean(cells["Source"]),
        clean_lines(cells["Notes"]),
        clean(cells["Salary"]),
        PRIORITIES.index(cells["Priority"]) if cells["Priority"] in PRIORITIES else 0,
        clean(cells["Contact"]),
        clean(cells["Contact address"]),
        _read_cell(date.fromisoformat, cells, "Reply by"),
    )
    days = _read_cell(days_of, cells, "Interviews") or ()
    return replace(
        row,
        decision=_read_cell(Decision, cells, "Decision"),
        others=people_of(clean(cells["Others"])),
        dated=tuple(("Interviews", Stage.INTERVIEWED, day) for day in days),
    )


def _read_cell(read: Callable[[str], T], cells: dict[str, str], column: str) -> T | None:
    text = cells[column].strip()
    if not text:
        return None
    try:
        return read(text)
    except ValueError:
        raise ValueError(f"Its {column.lower()} is “{clean(text)[:40]}”, which our export does not write.") from None
