"""Text as rows of cells: which sign parts them, which lines make a row, and what a quote that is never closed holds.

Rows keep the number of their first line, so that each can be named. RFC 4180, read with patience.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 1_000_000
"""Characters of one cell, and of one line."""
MOST_LINES = 400
"""Lines that one quoted cell may run over; a quote that is open for longer was never meant to be one."""
_TRIED = 60
"""Rows that the separator is told by."""
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$")


class Row(NamedTuple):
    """A row's cells, or why it has none."""

    line: int
    """Its first line, from 1."""
    cells: list[str]
    problem: str = ""


def separator_of(lines: list[str]) -> str:
    """Return the sign that parts the cells most evenly."""
    named = re.fullmatch(r'"?sep=(.)"?', lines[0].strip()) if lines else None
    if named:
        return named[1]
    sample = [line for line in lines[: 4 * _TRIED] if line.strip()]
    scored = [(_evenness(sample, sign), -place, sign) for place, sign in enumerate(SEPARATORS)]
    return max(scored)[2]


def _evenness(lines: list[str], sign: str) -> float:
    """Return how evenly a sign parts the lines: the share of rows of the commonest width, wider counting a little."""
    widths = Counter(len(row.cells) for row, _ in zip(rows_of(lines, sign), range(_TRIED), strict=False))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, _ = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    near = sum(count for other, count in wide.items() if abs(other - width) <= 1)
    return near / sum(widths.values()) * (1 + math.log(width) / 4)


def rows_of(lines: list[str], separator: str) -> Iterator[Row]:
    """Yield every row, blank ones left out; what cannot be a row has a problem instead of cells."""
    place = 0
    while place < len(lines):
        line = lines[place]
        number = place + 1
        if len(line) > LONGEST_CELL:
            yield Row(number, [], f"the line is {len(line)} characters long; at most {LONGEST_CELL} are read")
            place += 1
            continue
        if _CONFLICT.match(line):
            yield Row(number, [], "it is a mark of a version-control conflict: settle that in the file")
            place += 1
            continue
        last = _last_line(lines, place, separator)
        if last is None:
            cells = [cell.strip().strip('"') for cell in line.split(separator)]
            place += 1
        else:
            cells = _cells(lines[place : last + 1], separator)
            place = last + 1
        if any(cell.strip() for cell in cells):
            yield Row(number, cells)


def _cells(lines: list[str], separator: str) -> list[str]:
    text = "\n".join(lines)
    if '"' not in text:
        return text.split(separator)
    csv.field_size_limit(2 * LONGEST_CELL)
    found = list(csv.reader([f"{line}\n" for line in lines], delimiter=separator, skipinitialspace=True))
    return [cell for row in found for cell in row] if len(found) != 1 else found[0]


def _last_line(lines: list[str], place: int, separator: str) -> int | None:
    """Return the line on which the row that begins here ends; None: a quote opens that nothing closes."""
    if not _opens(lines[place], separator):
        return place
    length = len(lines[place])
    starts_cell = re.compile(rf'(?:^|{re.escape(separator)})"(?![",\s]|{re.escape(separator)}|$)')
    for later in range(place + 1, min(len(lines), place + MOST_LINES)):
        line = lines[later]
        length += len(line)
        if length > LONGEST_CELL or _CONFLICT.match(line):
            return None
        closes = _closing(line, 0, separator)
        starts = starts_cell.search(line)
        if starts and (closes is None or starts.start() < closes):
            return None
        if closes is not None and not _opens(line, separator, _past_blanks(line, closes + 1) + 1):
            return later
    return None


def _opens(line: str, separator: str, place: int = 0) -> bool:
    """Return whether a quoted cell begins on a line, from a place on, and does not end there.

    A quote opens only at a cell's beginning.
    """
    is_well_closed = True
    while line.find('"', place) >= 0:
        start = _past_blanks(line, place)
        if line[start : start + 1] == '"':
            closes = _closing(line, start + 1, separator) if is_well_closed else None
            if closes is None:
                is_well_closed = False
                closes = line.find('"', start + 1)
            if closes < 0:
                return True
            place = closes + 1
        following = line.find(separator, place)
        if following < 0:
            return False
        place = following + 1
    return False


def _closing(line: str, place: int, separator: str) -> int | None:
    """Return where a quoted cell ends: at a quote with the cell's end behind it; two in a row stand for one."""
    while (found := line.find('"', place)) >= 0:
        if line[found + 1 : found + 2] == '"':
            place = found + 2
            continue
        behind = _past_blanks(line, found + 1)
        if behind >= len(line) or line[behind] == separator:
            return found
        place = found + 1
    return None


def _past_blanks(line: str, place: int) -> int:
    while place < len(line) and line[place] == " ":
        place += 1
    return place
