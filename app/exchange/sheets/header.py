"""Which row of a spreadsheet names its columns, if any does. Knows what headers are called, nothing beyond."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.holding import emails_in, flag_of, held, is_url
from app.exchange.sheets.naming import OTHER, PROSE, SKIPPED, names_of
from app.exchange.sheets.records import Record

LOOKED_AT = 12
"""Rows at the top among which the header is looked for."""
_BODY = 40
_LONGEST_NAME = 60
_COMMENT = re.compile(r"\s*(#+|//)\s*\S")
_TELLING = frozenset({"company", "role"})
_VAGUE = frozenset({OTHER, SKIPPED, PROSE, "stage_date", "decision"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a row would be as a header."""

    at: int
    known: int
    is_header: bool


def header_at(records: Sequence[Record]) -> int | None:
    """Return the index of the header row among the file's first, None when every row is one of data."""
    seen = [_seen(at, record) for at, record in enumerate(records[:LOOKED_AT]) if not record.problem]
    fitting = [row for row in seen if row.is_header]
    if fitting:
        best = fitting[0]
        for row in fitting[1:]:
            if row.known > best.known * 1.5:
                best = row
        return best.at
    return _by_contrast(records)


def _seen(at: int, record: Record) -> _Seen:
    cells = [cell.strip() for cell in record.cells if cell.strip()]
    if _COMMENT.match(record.cells[0]):
        return _Seen(at, 0, False)
    fields: list[str] = []
    for cell in cells:
        names = names_of(cell) if len(cell) <= _LONGEST_NAME else ()
        if names:
            fields.append(names[0].field)
    firm = {field for field in fields if field not in _VAGUE}
    data = sum(1 for cell in cells if _is_data(cell))
    if len(cells) == 1:
        return _Seen(
            at, len(fields), bool(names_of(cells[0])) and fields == ["company"] and names_of(cells[0])[0].weight >= 0.9
        )
    enough = len(firm) >= 2 if firm & _TELLING else len(firm) >= 3
    if firm & _TELLING and len(fields) >= 3:
        enough = True
    return _Seen(at, len(fields), enough and data * 4 <= len(fields) and len(fields) * 3 >= len(cells))


def _is_data(cell: str) -> bool:
    return is_url(cell) or bool(emails_in(cell)) or looks_like_day(cell) or cell.replace(".", "").isdigit()


def _by_contrast(records: Sequence[Record]) -> int | None:
    """A first row of short and different words over columns of links, days, numbers or yes and no: unknown names."""
    body = [record for record in records[1 : _BODY + 1] if not record.problem]
    if len(body) < 2 or records[0].problem:
        return None
    cells = [cell.strip() for cell in records[0].cells]
    named = [cell for cell in cells if cell]
    if len(named) < 2 or len({plain(cell) for cell in named}) < len(named):
        return None
    if any(_is_data(cell) or len(cell) > _LONGEST_NAME or flag_of(cell) is not None for cell in named):
        return None
    for at, cell in enumerate(cells):
        under = held([record.cells[at] for record in body if at < len(record.cells)])
        typed = max(under.url, under.day, under.number, under.flag, under.email)
        if cell and under.filled > 1 and typed > 0.7:
            return 0
    return None
