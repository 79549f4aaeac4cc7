"""Which row of a spreadsheet names its columns, if any does. Knows what headers are called, nothing beyond."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.exchange.sheets.cells import excerpt_of
from app.exchange.sheets.columns.holding import emails_in, flag_of, held, is_url
from app.exchange.sheets.columns.naming import OTHER, PROSE, SKIPPED, names_of
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.tables.records import Record

LOOKED_AT = 12
"""Rows at the top among which the header is looked for."""
_BODY = 40
_LONGEST_NAME = 60
_COMMENT = re.compile(r"\s*(?:#+|//+|;+|--+|%+|rem\b)\s*(?=[^\W\d])", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:fields?|columns?|cols|headers?|format|spalten|felder|champs|colonnes|campos|columnas|colunas|colonne|kolommen"
    r"|csv|schema|字段|列|項目)\s*[:=]\s*",
    re.IGNORECASE,
)
_TELLING = frozenset({"company", "role"})
_VAGUE = frozenset({OTHER, SKIPPED, PROSE, "stage_date", "decision"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a row would be as a header."""

    at: int
    names: int
    is_header: bool


def as_comment(record: Record) -> Record:
    """Return a row that begins with the mark of a comment with the problem that it is one; any other as it is."""
    if record.problem or not _is_comment(record):
        return record
    return replace(record, problem=f"It's a comment, not an application: {excerpt_of(record.cells)}")


def _is_comment(record: Record) -> bool:
    first = record.cells[0]
    mark = _COMMENT.match(first)
    return mark is not None and (first.lstrip()[:1] in "#/" or len(record.cells) == 1)


def named_in_comment(records: Sequence[Record]) -> Record | None:
    """Return the columns that a comment above the rows names, None when none does."""
    for record in records[:LOOKED_AT]:
        if record.problem or not _is_comment(record):
            continue
        first = _LABEL.sub("", _COMMENT.sub("", record.cells[0], count=1), count=1)
        named = replace(record, cells=[first, *(cell.strip() for cell in record.cells[1:])])
        if _seen(0, named).is_header:
            return named
    return None


def names_count(record: Record) -> int:
    """Return how many cells of a row are names of columns."""
    return sum(1 for cell in record.cells if names_of(cell))


def header_at(records: Sequence[Record]) -> int | None:
    """Return the index of the header row among the file's first, None when every row is one of data."""
    seen = [_seen(at, record) for at, record in enumerate(records[:LOOKED_AT]) if not record.problem]
    fitting = [row for row in seen if row.is_header]
    if fitting:
        best = fitting[0]
        for row in fitting[1:]:
            if row.names > best.names * 1.5:
                best = row
        return best.at
    return _by_contrast(records)


def _seen(at: int, record: Record) -> _Seen:
    cells = [cell.strip() for cell in record.cells if cell.strip()]
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
    sound = [(at, record) for at, record in enumerate(records[: _BODY + LOOKED_AT]) if not record.problem]
    if len(sound) < 3:
        return None
    first, body = sound[0], [record for _, record in sound[1:]]
    cells = [cell.strip() for cell in first[1].cells]
    named = [cell for cell in cells if cell]
    if len(named) < 2 or len({plain(cell) for cell in named}) < len(named):
        return None
    if any(_is_data(cell) or len(cell) > _LONGEST_NAME or flag_of(cell) is not None for cell in named):
        return None
    for at, cell in enumerate(cells):
        under = held([record.cells[at] for record in body if at < len(record.cells)])
        typed = max(under.url, under.day, under.number, under.flag, under.email)
        if cell and under.filled > 1 and typed > 0.7:
            return first[0]
    return None
