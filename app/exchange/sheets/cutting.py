"""A spreadsheet's text, or the rows of one, cut into a header and the rows below it. Knows the names of columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from app.etiquette.errors import ImportFileError
from app.exchange.raw.decoding import Decoded, decoded
from app.exchange.sheets.header import LOOKED_AT, as_comment, header_at, named_in_comment, names_count
from app.exchange.sheets.own import is_own
from app.exchange.sheets.several_tables import as_one_table
from app.exchange.sheets.shifted_header import put_over_its_columns
from app.exchange.sheets.tables.blocks import in_blocks, side_by_side
from app.exchange.sheets.tables.bullets import listed
from app.exchange.sheets.tables.dialect import Dialect, recognize_dialect
from app.exchange.sheets.tables.markdown_tables import applications_in
from app.exchange.sheets.tables.records import MOST_CELLS, MOST_LINES, Record, rows_of
from app.exchange.sheets.two_row_header import in_two_rows

MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Table:
    """A file cut into rows."""

    decoded: Decoded
    dialect: Dialect
    above: tuple[Record, ...]
    """What stands above the header."""
    header: Record | None
    body: tuple[Record, ...]
    width: int


def cut(data: bytes) -> Table:
    """Return the rows of a spreadsheet's bytes.

    Raises:
        ImportFileError: no text, nothing in it, or more than a job hunt has.
    """
    decoded_file = decoded(data)
    text = decoded_file.text.rstrip("\n")
    if not text.strip("\n\t ,;|"):
        raise ImportFileError("The file is empty.")
    if text.count("\n") >= MOST_LINES:
        raise ImportFileError("The file has more than 1,000,000 lines. Split it and try again.")
    document = applications_in(text)
    if document is not None:
        width = len(document.records[0].cells)
        table = table_of(document.records, decoded_file, Dialect("", width, 1.0))
        return replace(table, above=(*table.above, *document.others))
    blocks = in_blocks(text)
    if blocks is not None:
        return table_of(blocks, decoded_file, Dialect("", len(blocks[0].cells), 1.0))
    lines = listed(text)
    if lines is not None:
        return table_of(lines, decoded_file, Dialect("", usual_width(lines), 1.0))
    dialect = recognize_dialect(text)
    records = list(islice(rows_of(text, dialect), MOST_ROWS + 14))
    return table_of(records, decoded_file, dialect)


def usual_width(records: Iterable[Record]) -> int:
    """Return how many cells most rows have, of several numbers the largest; 1 without rows."""
    widths = Counter(len(record.cells) for record in records if not record.problem)
    return max(widths, key=lambda width: (widths[width], width), default=1)


def table_of(records: Sequence[Record], decoded_file: Decoded, dialect: Dialect) -> Table:
    """Return the rows with their header; comments are told apart, and may hold the header where nothing else does.

    Raises:
        ImportFileError: there are none, or more than a job hunt has.
    """
    if not records:
        raise ImportFileError("The file is empty.")
    records = side_by_side(records) or records
    is_ours = any(is_own(record.cells) for record in records[:LOOKED_AT])
    named = None if is_ours else named_in_comment(records)
    records = [record if is_ours else as_comment(record) for record in records]
    at = header_at(records)
    header = None if at is None else records[at]
    if named is not None and (header is None or names_count(header) < names_count(named)):
        at, header = None, named
    above = records[: at or 0]
    if header is not None and at and (completed := in_two_rows(above, header)) is not None:
        header, above = completed, above[:-1]
    body = tuple(records if at is None else records[at + 1 :])
    if header is not None:
        header, body = as_one_table(put_over_its_columns(header, body), body)
    if len(body) > MOST_ROWS:
        raise ImportFileError("The file has more than 50,000 rows. Split it and try again.")
    usual = usual_width(body)
    width = max(len(header.cells), 1) if header else usual
    if header is None or usual > width * 2:
        width = max(width, usual)
    elif header.width >= usual > width:
        width = usual
    return Table(decoded_file, dialect, tuple(above), header, body, min(width, MOST_CELLS))
