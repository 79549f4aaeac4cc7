"""Several tables in one sheet: the rows below a header that names other columns, put into the order of the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.columns.naming import field_named
from app.exchange.sheets.tables.common_header import places_in
from app.exchange.sheets.tables.records import Record

_SURE = 0.9
"""The weight of a name that is that of a column and nothing else."""
_FEWEST = 3
_DATA = re.compile(r"\d|@|://")
"""What hardly any header has, and hardly any row lacks."""


def as_one_table(header: Record, body: Sequence[Record]) -> tuple[Record, tuple[Record, ...]]:
    """Return a sheet's header, with the columns behind it that only other tables have, and its rows in that order.

    Each other header among the rows has a problem that says so.
    """
    cells = list(header.cells)
    first_order = list(range(len(cells)))
    order: list[int] | None = None
    records: list[Record] = []
    for record in body:
        if not record.problem and _is_header(record):
            order = places_in(cells, record.cells, _field_of)
            is_same = order == first_order[: len(order)]
            problem = "It repeats the header." if is_same else "It's the header of another table in the same sheet."
            order = None if is_same else order
            record = replace(record, problem=problem)
        elif order is not None and not record.problem:
            record = _in_order(record, order)
        records.append(record)
    return replace(header, cells=cells), tuple(records)


def _is_header(record: Record) -> bool:
    if _DATA.search("".join(record.cells)):
        return False
    filled = [cell for cell in record.cells if cell.strip()]
    fields = {_field_of(cell) for cell in filled}
    return len(filled) >= _FEWEST and "" not in fields and bool(fields & {"company", "role"})


def _field_of(cell: str) -> str:
    """The field that a cell is surely the name of, "" for any other cell."""
    return field_named(cell, least=_SURE)


def _in_order(record: Record, order: Sequence[int]) -> Record:
    cells = [""] * (max(order, default=0) + 1)
    for place, cell in zip(order, record.cells, strict=False):
        cells[place] = cell
    return replace(record, cells=[*cells, *record.cells[len(order) :]])
