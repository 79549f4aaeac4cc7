"""How a spreadsheet's text is cut into cells: its separator and its quotes. Knows nothing of what cells hold.

The standard library's Sniffer takes letters for separators and fails on files of one column, so the choice is made
by what a separator is for: as many cells in one row as in the next.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t", "|")
_SAMPLE = 64 * 1024
_ROWS = 200
_SAID = re.compile(r'^"?sep=(.)"?$', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """A separator, and how many cells most rows have with it."""

    separator: str
    width: int
    """1: nothing separates."""
    evenness: float
    """The share of the rows looked at that have just so many cells."""
    escape: str | None = None
    """The character that stands before a quote inside a quoted cell, None where quotes are doubled."""
    skip: int = 0
    """Lines at the top that only say the separator: `sep=;`."""

    def reader(self, lines: Iterable[str], *, strict: bool = False) -> Iterator[list[str]]:
        """Return the standard library's reader over lines."""
        return csv.reader(lines, delimiter=self.separator, escapechar=self.escape, strict=strict)


def recognize_dialect(text: str) -> Dialect:
    """Return the dialect of a text: the one that cuts most rows into the same number of cells, more than one."""
    first, _, rest = text.partition("\n")
    said = _SAID.match(first.strip(" \r\ufeff"))
    sample = (rest if said else text)[:_SAMPLE]
    escape = "\\" if '\\"' in sample and '""' not in sample else None
    if said:
        return _measured(sample, said[1], escape, skip=1)
    return max((_measured(sample, separator, escape) for separator in SEPARATORS), key=_worth)


def _measured(sample: str, separator: str, escape: str | None, skip: int = 0) -> Dialect:
    lines = sample.split("\n")
    if len(lines) > 1 and len(sample) >= _SAMPLE:
        lines.pop()
    bare = Dialect(separator, 1, 0.0, escape, skip)
    widths: Counter[int] = Counter()
    reader = bare.reader(f"{line}\n" for line in lines)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                widths[len(row)] += 1
            if widths.total() >= _ROWS:
                break
    except csv.Error:
        pass
    several = [(count, width) for width, count in widths.items() if width > 1]
    if not several:
        return bare
    count, width = max(several)
    return Dialect(separator, width, count / widths.total(), escape, skip)


def _worth(dialect: Dialect) -> float:
    if dialect.width < 2:
        return 0.0
    return dialect.evenness * (1 + min(dialect.width, 12) / 12)
