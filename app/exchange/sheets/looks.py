"""Whether a file is a spreadsheet, by what it holds; cautious, since prose has commas as well."""

from __future__ import annotations

from collections.abc import Sequence

from app.etiquette.errors import ImportFileError
from app.exchange.raw.decoding import decoded
from app.exchange.sheets.columns.holding import held
from app.exchange.sheets.header import as_comment, header_at, named_in_comment, names_count
from app.exchange.sheets.splitting import are_roles_at_companies
from app.exchange.sheets.statuses.reading import is_status
from app.exchange.sheets.tables.blocks import in_blocks
from app.exchange.sheets.tables.bullets import listed
from app.exchange.sheets.tables.dialect import Dialect, recognize_dialect
from app.exchange.sheets.tables.markdown_tables import applications_in
from app.exchange.sheets.tables.records import Record, rows_of

_SAMPLE = 64 * 1024
_ROWS = 60
_EVEN, _VERY_EVEN = 0.6, 0.85
_FEWEST_NAMES = 2


def looks_like_sheet(data: bytes) -> bool:
    """Return whether the bytes are rows of cells: with a header that names a job hunt's columns, or very even."""
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE and b"\0" not in sample:
        sample = sample.rpartition(b"\n")[0] or sample
    try:
        text = decoded(sample).text
    except ImportFileError:
        return False
    if not text.strip():
        return False
    if applications_in(text) is not None or in_blocks(text) is not None:
        return True
    lines = listed(text)
    if lines is not None:
        return _are_applications(lines)
    dialect = recognize_dialect(text)
    records = [record for record, _ in zip(rows_of(text, dialect), range(_ROWS), strict=False)]
    return are_like_sheet(records, dialect)


def are_like_sheet(records: Sequence[Record], dialect: Dialect | None = None) -> bool:
    """Return whether rows are those of a list of applications.

    Args:
        dialect: how they were cut out of a text; None when they came as cells, which are even without saying so.
    """
    if not records:
        return False
    named = named_in_comment(records)
    records = [as_comment(record) for record in records[:_ROWS]]
    at = header_at(records)
    if at is not None and len(records[at].cells) > 1 and names_count(records[at]) >= _FEWEST_NAMES:
        return True
    if named is not None and names_count(named) >= _FEWEST_NAMES:
        return True
    sound = [record for record in records if not record.problem]
    width = dialect.width if dialect else max((len(record.cells) for record in sound), default=0)
    return _is_even(sound, width, dialect)


def _are_applications(lines: Sequence[Record]) -> bool:
    """Whether a list, of whatever, is one of applications: a third of its lines, headings too, tell how one stands."""
    telling = sum(1 for line in lines if any(is_status(cell.lstrip("#*= ")) for cell in line.cells))
    return telling * 3 >= len(lines)


def _is_even(records: list[Record], width: int, dialect: Dialect | None) -> bool:
    """Rows of one width, at least three, of which a column holds links, days, mail addresses, statuses or titles."""
    if len(records) < 3:
        return False
    if width < 2:
        return are_roles_at_companies(record.cells[0] for record in records)
    columns = [held([record.cells[at] for record in records if at < len(record.cells)]) for at in range(width)]
    if dialect is not None and width < 3 and dialect.separator == ",":
        typed = any(column.url > _VERY_EVEN or column.role > _EVEN for column in columns)
        return dialect.evenness >= _VERY_EVEN and typed and all(column.long < _EVEN for column in columns)
    if dialect is not None and dialect.evenness < _VERY_EVEN:
        return False
    return any(max(column.url, column.day, column.email, column.status) > _EVEN for column in columns)
