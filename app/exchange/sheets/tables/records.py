"""The rows of a spreadsheet's text with the line each begins in. Knows nothing of what cells hold.

Quoted cells may have many lines. A quote that is opened and never closed would take the rest of the file into one
cell: such a row is read line by line instead, and says so.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.exchange.sheets.tables.dialect import Dialect

MOST_LINES = 1_000_000
MOST_CELLS = 500
LONGEST_CELL = 1024 * 1024
"""Characters of a cell."""
_LONGEST_ROW_LINES = 500
_LONG_LINE = 100_000
_MOST_MENDED = 100
"""So many unclosed quotes; after that, quotes mean nothing in the rest of the file."""
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$")
_SAMPLE_LINES = 12


@dataclass(frozen=True, slots=True)
class Record:
    """One row."""

    line: int
    """The first of its lines in the file, from 1."""
    cells: list[str]
    problem: str = ""
    """Why it cannot be taken, "" when it can."""
    width: int = 0
    """Cells before blank ones at the end were dropped."""
    is_mended: bool = False
    """A quote in it is never closed; it was read as it stands."""


class _RunawayError(Exception):
    """A row goes on for longer than a row does."""


class _Feed:
    """Hands lines to the reader, and knows where it is."""

    def __init__(self, text: str, separator: str):
        self.text = text
        self.separator = separator
        self.at = 0
        self.line = 1
        self.begun_at = 0
        self.begun_line = 1

    def begin(self) -> None:
        """A new row begins here."""
        self.begun_at, self.begun_line = self.at, self.line

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.at >= len(self.text):
            raise StopIteration
        if self.line - self.begun_line >= _LONGEST_ROW_LINES or self.at - self.begun_at > LONGEST_CELL:
            raise _RunawayError
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end + 1
        line = self.text[self.at : end]
        self.at = end
        self.line += 1
        if len(line) > _LONG_LINE and line.count(self.separator) > _LONG_LINE:
            raise _RunawayError
        return line

    @property
    def taken(self) -> str:
        """The text of the row so far."""
        return self.text[self.begun_at : self.at]

    def back_to_second_line(self) -> str:
        """Go back to the end of the row's first line, and return that line."""
        end = self.text.find("\n", self.begun_at)
        self.at = len(self.text) if end < 0 else end + 1
        self.line = self.begun_line + 1
        return self.taken


def rows_of(text: str, dialect: Dialect) -> Iterator[Record]:
    """Return the rows that hold something, blank ones left out."""
    csv.field_size_limit(LONGEST_CELL * 4)
    feed = _Feed(text, dialect.separator)
    for _ in range(dialect.skip):
        next(feed, "")
    reader = dialect.reader(feed)
    mended = 0
    while mended < _MOST_MENDED:
        feed.begin()
        try:
            cells = next(reader)
            is_whole = feed.line - feed.begun_line < 2 or not _runs_away(feed, cells, dialect)
        except StopIteration:
            return
        except (_RunawayError, csv.Error):
            is_whole, cells = False, []
        if is_whole:
            if len(cells) > dialect.width and f'{dialect.separator} "' in feed.taken:
                cells = _spaced(feed.taken, cells, dialect)
            record = record_of(feed.begun_line, _without_frame(cells, dialect), dialect.width)
        else:
            mended += 1
            record = _literal(feed, dialect)
            reader = dialect.reader(feed)
        if record is not None:
            yield record
    yield from _all_literal(feed, dialect)


def _spaced(taken: str, cells: list[str], dialect: Dialect) -> list[str]:
    """Return the cells of a row that was typed with a blank before its quotes, `Clerk, "Oslo, Norway"`, if it fits."""
    read = next(csv.reader(taken.splitlines(keepends=True), delimiter=dialect.separator, skipinitialspace=True), cells)
    return read if len(read) == dialect.width else cells


def _without_frame(cells: list[str], dialect: Dialect) -> list[str]:
    """Return cells without the blank one behind the stroke at the end of a table of Markdown or Org."""
    is_framed = dialect.separator == "|" and len(cells) > 2 and not cells[0].strip() and not cells[-1].strip()
    return cells[:-1] if is_framed else cells


def _all_literal(feed: _Feed, dialect: Dialect) -> Iterator[Record]:
    while feed.at < len(feed.text):
        feed.begin()
        next(feed)
        record = _literal(feed, dialect)
        if record is not None:
            yield record


def record_of(line: int, cells: list[str], width: int = 0) -> Record | None:
    """Return a row, None when it holds nothing; the mark of a conflict, or a row beyond all bounds, has a problem.

    Args:
        width: cells that most rows have.
    """
    if not any(cells) or not any(cell.strip() for cell in cells):
        return None
    if (len(cells) < width or not any(cells[1:])) and _CONFLICT.match(cells[0].rstrip()):
        return Record(line, cells, "It is a mark that version control left in a conflict, no application.")
    count = len(cells)
    while len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return Record(line, cells, _excess(cells), count)


def _excess(cells: list[str]) -> str:
    if len(cells) > MOST_CELLS:
        return f"It has more than {MOST_CELLS} cells."
    if max(map(len, cells)) > LONGEST_CELL:
        return "One of its cells is longer than 1 MB."
    return ""


def _literal(feed: _Feed, dialect: Dialect) -> Record | None:
    """The row's first line alone, its quotes taken for letters where they do not enclose a cell."""
    line = feed.back_to_second_line().rstrip("\n")
    if line.count(dialect.separator) > MOST_CELLS * 4:
        return Record(feed.begun_line, [line[:80]], f"It has more than {MOST_CELLS} cells.")
    cells = _without_frame([_unquoted(cell) for cell in line.split(dialect.separator)], dialect)
    record = record_of(feed.begun_line, cells, dialect.width)
    if record is None or record.problem:
        return record
    return replace(record, is_mended=True)


def _unquoted(cell: str) -> str:
    bare = cell.strip()
    if len(bare) > 1 and bare.startswith('"') and bare.endswith('"'):
        return bare[1:-1].replace('""', '"')
    return bare.removeprefix('"')


def _runs_away(feed: _Feed, cells: list[str], dialect: Dialect) -> bool:
    """Whether a row of several lines swallowed others: what follows its first line looks like rows of its own."""
    taken = feed.taken
    try:
        strict = list(dialect.reader((f"{line}\n" for line in taken.rstrip("\n").split("\n")), strict=True))
        is_sound = len(strict) == 1
    except csv.Error:
        is_sound = False
    if not is_sound and feed.at >= len(feed.text) and taken.count('"') % 2:
        return True
    if len(cells) == dialect.width and is_sound and dialect.width < 4:
        return False
    inner = [line for line in taken.split("\n")[1:] if line.strip() and _is_whole(line, dialect)][:_SAMPLE_LINES]
    if is_sound:
        inner = inner[:-1]
    alike = sum(1 for line in inner if _width(line, dialect) == dialect.width)
    return dialect.width > 1 and bool(inner) and alike * 2 >= len(inner)


def _is_whole(line: str, dialect: Dialect) -> bool:
    """Whether every quote in a line opens or closes a cell of that line."""
    if '"' not in line:
        return True
    between = re.escape(dialect.separator)
    return '"' not in re.sub(rf'(^|{between})\s?"(?:[^"]|"")*"(?={between}|\s*$)', r"\1", line)


def _width(line: str, dialect: Dialect) -> int:
    try:
        return len(next(iter(dialect.reader([line])), []))
    except csv.Error:
        return 0
