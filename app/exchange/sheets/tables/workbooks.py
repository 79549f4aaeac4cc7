"""Workbooks of Excel and LibreOffice (.xlsx, .ods) as rows of text: every sheet, formulas as their values.

python-calamine reads them. It trusts a file, which is therefore measured first (`workbook_sizes`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.etiquette.errors import ImportFileError
from app.exchange.raw.archives import Archive
from app.exchange.sheets.tables.cell_links import Links, SheetLinks
from app.exchange.sheets.tables.records import MOST_CELLS, Record, record_of
from app.exchange.sheets.tables.workbook_sizes import SWOLLEN, refuse_swollen

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_SHEETS = 50


@dataclass(frozen=True, slots=True)
class NamedRows:
    """One sheet of a workbook."""

    name: str
    records: tuple[Record, ...]


def kind_of_workbook(members: Sequence[str]) -> str:
    """Return `xlsx` or `ods` for the files of a zip, "" when they are no workbook."""
    names = {member.lower() for member in members}
    if "xl/workbook.xml" in names:
        return "xlsx"
    is_open_document = "content.xml" in names and "mimetype" in names
    return "ods" if is_open_document and "word/document.xml" not in names else ""


def sheets_of(data: bytes, archive: Archive) -> list[NamedRows]:
    """Return every sheet that holds something, as rows of text.

    Raises:
        ImportFileError: it cannot be read, or unpacks to more than a job hunt holds.
    """
    links = SheetLinks(archive)
    refuse_swollen(archive, links)
    try:
        return list(_read(data, links.by_sheet()))
    except ImportFileError:
        raise
    except MemoryError:
        raise ImportFileError(SWOLLEN) from None
    except BaseException as error:  # a panic of the library in Rust is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        raise ImportFileError("The workbook can't be read. Save the sheet as CSV and import that.") from None


def _read(data: bytes, links: dict[str, Links]) -> Iterator[NamedRows]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for index, sheet in enumerate(book.sheets_metadata):
            if index >= MOST_SHEETS:
                raise ImportFileError(f"It has more than {MOST_SHEETS} sheets. Import the ones you need on their own.")
            if sheet.typ is not SheetTypeEnum.WorkSheet:
                continue
            rows = book.get_sheet_by_index(index)
            records = tuple(_records(rows.iter_rows(), links.get(sheet.name, {}), _merged(rows)))
            if records:
                yield NamedRows(sheet.name, records)


def _merged(sheet: CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """Return the cells that were merged over several rows: column, from 1 -> first and last row, from 1, in order."""
    merged: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if top < bottom and left == right:
            merged.setdefault(left + 1, []).append((top + 1, bottom + 1))
    return {column: sorted(ranges) for column, ranges in merged.items()}


def _records(
    rows: Iterator[Sequence[object]], links: Links, merged: dict[int, list[tuple[int, int]]]
) -> Iterator[Record]:
    same: dict[str, str] = {}  # a workbook repeats its texts; one of each is kept
    reaching: dict[int, tuple[int, str]] = {}
    for line, row in enumerate(rows, 1):
        cells = [same.setdefault(text, text) for text in map(_text, row[: MOST_CELLS + 1])]
        if merged and any(cells):
            _fill(line, cells, merged, reaching)
        if links:
            cells = [_linked(text, links.get((line, place), "")) for place, text in enumerate(cells, 1)]
        record = record_of(line, cells)
        if record is not None:
            yield record


def _fill(
    line: int, cells: list[str], merged: dict[int, list[tuple[int, int]]], reaching: dict[int, tuple[int, str]]
) -> None:
    """Put into a row what a merged cell that begins above it holds.

    Args:
        merged: what begins further down; what begins here is taken out of it.
        reaching: column -> the last row that a cell above reaches, and its text.
    """
    for column, ranges in merged.items():
        if column > len(cells):
            continue
        last, text = reaching.get(column, (0, ""))
        if line <= last and not cells[column - 1]:
            cells[column - 1] = text
        while ranges and ranges[0][0] <= line:
            _, bottom = ranges.pop(0)
            reaching[column] = (bottom, cells[column - 1])


def _linked(text: str, link: str) -> str:
    """Return a cell with the link behind it, as a web page's cells have it; the link of an empty one stands alone."""
    if not link or link in text:
        return text
    return f"[{text.strip()}]({link})" if text.strip() else link


def _text(value: object) -> str:
    """A cell's value as somebody would type it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)
