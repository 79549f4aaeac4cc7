"""Whether a file is a spreadsheet, by what it holds; cautious, since prose has commas as well."""

from __future__ import annotations

import re

from app.etiquette.errors import ImportFileError
from app.exchange.raw.decoding import decoded
from app.exchange.sheets.dialect import Dialect, told_dialect
from app.exchange.sheets.header import header_at
from app.exchange.sheets.holding import held
from app.exchange.sheets.naming import names_of
from app.exchange.sheets.records import Record, rows_of

_SAMPLE = 64 * 1024
_ROWS = 60
_OTHER_KIND = re.compile(
    r"\s*(BEGIN:V|[{\[<]|From \S+@?\S* |(Return-Path|Received|Delivered-To|MIME-Version|Subject|From):)"
)
_EVEN, _VERY_EVEN = 0.6, 0.85


def looks_like_sheet(data: bytes) -> bool:
    """Return whether the bytes are rows of cells: with a header that names a job hunt's columns, or very even."""
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and b"\0" not in sample:
        sample = sample.rpartition(b"\n")[0] or sample
    try:
        text = decoded(sample).text
    except ImportFileError:
        return False
    if _OTHER_KIND.match(text) or not text.strip():
        return False
    dialect = told_dialect(text)
    records = [record for record, _ in zip(rows_of(text, dialect), range(_ROWS), strict=False)]
    if not records:
        return False
    at = header_at(records)
    if at is not None and len(records[at].cells) > 1:
        known = sum(1 for cell in records[at].cells if names_of(cell))
        if known >= 2:
            return True
    return _is_even(records, dialect)


def _is_even(records: list[Record], dialect: Dialect) -> bool:
    """Rows of one width, at least three, of which a column holds links, days, mail addresses or statuses."""
    if len(records) < 3 or dialect.width < 2:
        return False
    wide = dialect.width >= 3 or dialect.separator != ","
    if not wide or dialect.evenness < _VERY_EVEN:
        return False
    for at in range(dialect.width):
        column = held([record.cells[at] for record in records if at < len(record.cells)])
        if max(column.url, column.day, column.email, column.status) > _EVEN:
            return True
    return False
