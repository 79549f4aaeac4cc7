"""Workbooks of Excel and LibreOffice (.xlsx, .ods) as rows of text: every sheet, formulas as their values.

python-calamine reads them. It trusts a file, and holds a sheet as one block from its first to its last cell, so what a
file would unpack to and how far its cells reach is measured before it is handed over.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.etiquette.errors import ImportFileError
from app.exchange.raw.archives import Archive, TooLargeError
from app.exchange.sheets.cell_links import Links, SheetLinks
from app.exchange.sheets.records import MOST_CELLS, Record, record_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_SHEET, MOST_PART = 96 * 1024 * 1024, 24 * 1024 * 1024
"""Bytes of a sheet, and of any other part of a workbook, unpacked."""
MOST_AREA = 4_000_000
"""Cells from the first to the last of a sheet, blank ones among them."""
MOST_FILLED = 2_000_000
"""Cells of a workbook that hold something."""
MOST_TEXT = 60_000_000
"""Characters of all cells of a workbook."""
MOST_SHEETS = 50
_XLSX_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_OVERLAP = 4096
_CELL = re.compile(rb"<(?:\w{1,9}:)?c(?=[\s>])(?:[^<>]*?\sr=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'])?[^<>]*(?<!/)>")
"""A cell that holds something, and its place where it says it."""
_WIDEST = 16_384
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\s(?:[^<>]*?\s)?r=[\"'](\d{1,7})[\"'][^<>]*(?<!/)>")
_SHARED_CELL = re.compile(rb"\st=[\"']s[\"'][^<>]*>\s*<(?:\w{1,9}:)?v>(\d{1,7})<")
_SHARED_TEXT = re.compile(rb"<(?:\w{1,9}:)?si\b[^>]*>(.*?)</(?:\w{1,9}:)?si>", re.DOTALL)
_ODS_TOKEN = re.compile(
    rb"<table:table-row\b([^<>]*)>|<table:(?:covered-)?table-cell\b([^<>]*?)(/?)>|(</table:table-row>)|(<table:table\b)"
)
_ODS_COLUMNS = re.compile(rb"number-columns-repeated=[\"'](\d{1,12})[\"']")
_ODS_ROWS = re.compile(rb"number-rows-repeated=[\"'](\d{1,12})[\"']")
_SCATTERED = "Its cells are scattered too far apart to be read. Copy the rows into a new sheet and import that."
_SWOLLEN = "It unpacks to more than a job search holds. Save the sheet as CSV and import that."


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
    _refuse_swollen(archive, links)
    try:
        return list(_read(data, links.by_sheet()))
    except ImportFileError:
        raise
    except MemoryError:
        raise ImportFileError(_SWOLLEN) from None
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


def _refuse_swollen(archive: Archive, links: SheetLinks) -> None:
    """Measure each part that will be read as it unpacks, without keeping it but for the links.

    Raises:
        ImportFileError: a part unpacks to too much, or the cells reach or repeat too far.
    """
    shared: list[int] = []
    asked: Counter[int] = Counter()
    try:
        for name in archive.members():
            lowered = name.lower()
            if lowered == "content.xml":
                measure = _OpenDocument()
                for chunk in archive.chunks(name, MOST_SHEET):
                    measure.take(chunk)
            elif lowered == "xl/sharedstrings.xml":
                shared = [len(match[1]) for match in _SHARED_TEXT.finditer(archive.read(name, MOST_PART))]
            elif _XLSX_SHEET.fullmatch(lowered):
                asked += _measure_xlsx(links.watched(name, archive.chunks(name, MOST_SHEET)))
            elif lowered.endswith((".xml", ".rels")):
                for _ in archive.chunks(name, MOST_PART):
                    pass
    except TooLargeError:
        raise ImportFileError(_SWOLLEN) from None
    if sum(shared[index] * count for index, count in asked.items() if index < len(shared)) > MOST_TEXT:
        raise ImportFileError(_SWOLLEN)


def _measure_xlsx(chunks: Iterator[bytes]) -> Counter[int]:
    """Refuse a sheet whose cells reach too far; return how often each shared text stands in it."""
    columns: set[bytes] = set()
    last = filled = placed = 0
    shared: Counter[int] = Counter()
    before = b""
    for chunk in chunks:
        text = before + chunk
        end = text.rfind(b"<", max(0, len(text) - _OVERLAP))
        text, before = (text[:end], text[end:]) if end > 0 else (text, b"")
        cells = _CELL.findall(text)
        filled += len(cells)
        placed += sum(1 for column, _ in cells if column)
        columns.update({column for column, _ in cells if column})
        last = max([last, *map(int, {row for _, row in cells if row}.union(_ROW.findall(text)))])
        if filled > MOST_FILLED:
            raise ImportFileError(_SWOLLEN)
        width = max([1, *map(_column_number, columns), min(filled - placed, _WIDEST)])
        if last * width > MOST_AREA:
            raise ImportFileError(_SCATTERED)
        shared.update(map(int, _SHARED_CELL.findall(text + before)))
    return shared


def _column_number(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _OpenDocument:
    """Refuses a table whose cells reach, or repeat, too far; fed with the content of an .ods piece by piece."""

    def __init__(self) -> None:
        self._before = b""
        self._rows = self._widest = self._text = 0
        self._blank_rows = 0
        self._column = self._width = 0
        self._row_repeat = self._cell_repeat = 1

    def take(self, chunk: bytes) -> None:
        """Measure the next piece.

        Raises:
            ImportFileError: it reaches too far.
        """
        text = self._before + chunk
        end = text.rfind(b"<", max(0, len(text) - _OVERLAP))
        text, self._before = (text[:end], text[end:]) if end > 0 else (text, b"")
        at = 0
        for match in _ODS_TOKEN.finditer(text):
            self._text += (match.start() - at) * self._cell_repeat
            at = match.end()
            self._token(match)
            if (self._rows + self._row_repeat) * max(self._widest, self._width) > MOST_AREA or self._text > MOST_TEXT:
                raise ImportFileError(_SCATTERED)
        self._text += (len(text) - at) * self._cell_repeat

    def _token(self, match: re.Match[bytes]) -> None:
        if match[1] is not None:
            self._row_repeat, self._cell_repeat = _repeated(_ODS_ROWS, match[1]), 1
            self._column = self._width = 0
            if match[1].endswith(b"/"):
                self._blank_rows += self._row_repeat
                self._row_repeat = 1
        elif match[2] is not None:
            times = _repeated(_ODS_COLUMNS, match[2])
            self._column += times
            self._cell_repeat = 1
            if not match[3]:
                self._width, self._cell_repeat = self._column, times * self._row_repeat
        elif match[4] is not None:
            if self._width:
                self._rows += self._blank_rows + self._row_repeat
                self._blank_rows = 0
                self._widest = max(self._widest, self._width)
            else:
                self._blank_rows += self._row_repeat
            self._row_repeat = self._cell_repeat = 1
            self._width = 0
        else:
            self._rows = self._widest = self._blank_rows = 0


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match[1]) if match else 1
