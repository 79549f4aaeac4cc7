"""How large a workbook is before it is read: what it unpacks to, how far its cells reach, how often they repeat.

The reader of workbooks holds a sheet as one block from its first to its last cell, so that a small file may take all
memory there is. Here it is unpacked piece by piece, and nothing of it is kept but its links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from app.etiquette.errors import ImportFileError
from app.exchange.raw.archives import Archive, TooLargeError
from app.exchange.sheets.tables.cell_links import MOST_PART, SheetLinks

MOST_SHEET = 96 * 1024 * 1024
"""Bytes of a sheet, unpacked."""
MOST_AREA = 4_000_000
"""Cells from the first to the last of a sheet, blank ones among them."""
MOST_FILLED = 2_000_000
"""Cells of a workbook that hold something."""
MOST_TEXT = 60_000_000
"""Characters of all cells of a workbook."""
_XLSX_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_OVERLAP = 4096
# In all of these no tag is searched twice: some are written to be searched for hours.
_CELL = re.compile(rb"<(?:\w{1,9}:)?c(?=[\s>])(?:[^<>]*?\sr=[\"']([A-Za-z]{1,3})(\d{1,7})[\"'])?+[^<>]*+(?<!/)>")
"""A cell that holds something, and its place where it says it."""
_WIDEST = 16_384
_ROW = re.compile(rb"<(?:\w{1,9}:)?row\s(?>(?:[^<>]*?\s)?r=[\"'](\d{1,7})[\"'])[^<>]*+(?<!/)>")
_SHARED_CELL = re.compile(rb"<(?:\w{1,9}:)?c(?>[^<>]*?\st=[\"']s[\"'])[^<>]*+>\s*+<(?:\w{1,9}:)?v>(\d{1,7})<")
_SHARED_TEXT = re.compile(rb"<(/?)(?:\w{1,9}:)?si\b[^<>]*+>")
"""Where a shared text begins or ends."""
_ODS_TOKEN = re.compile(
    rb"<table:table-row\b([^<>]*)>|<table:(?:covered-)?table-cell\b([^<>]*?)(/?)>|(</table:table-row>)|(<table:table\b)"
)
_ODS_COLUMNS = re.compile(rb"number-columns-repeated=[\"'](\d{1,12})[\"']")
_ODS_ROWS = re.compile(rb"number-rows-repeated=[\"'](\d{1,12})[\"']")
_SCATTERED = "Its cells are scattered too far apart to be read. Copy the rows into a new sheet and import that."
SWOLLEN = "It unpacks to more than a job search holds. Save the sheet as CSV and import that."


def refuse_swollen(archive: Archive, links: SheetLinks) -> None:
    """Measure each part that will be read as it unpacks, and let `links` note those in it.

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
                shared = _shared_lengths(archive.read(name, MOST_PART))
            elif _XLSX_SHEET.fullmatch(lowered):
                asked += _measure_xlsx(links.watched(name, archive.chunks(name, MOST_SHEET)))
            elif lowered.endswith((".xml", ".rels")):
                for _ in archive.chunks(name, MOST_PART):
                    pass
    except TooLargeError:
        raise ImportFileError(SWOLLEN) from None
    if sum(shared[index] * count for index, count in asked.items() if index < len(shared)) > MOST_TEXT:
        raise ImportFileError(SWOLLEN)


def _shared_lengths(part: bytes) -> list[int]:
    """Return how many bytes each shared text takes, its markup included."""
    lengths: list[int] = []
    begun: int | None = None
    for match in _SHARED_TEXT.finditer(part):
        if match[0].endswith(b"/>"):
            lengths.append(0)
        elif not match[1]:
            begun = match.end() if begun is None else begun
        elif begun is not None:
            lengths.append(match.start() - begun)
            begun = None
    return lengths


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
            raise ImportFileError(SWOLLEN)
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
