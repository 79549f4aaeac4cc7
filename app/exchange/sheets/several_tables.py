"""Several tables in one sheet: the rows below a header that names other columns, put into the order of the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.columns.naming import field_named
from app.exchange.sheets.folding import plain
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
            order = [_place_of(cell, at, cells) for at, cell in enumerate(record.cells)]
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
    return field_named(cell, least=_SURE)


def _place_of(cell: str, at: int, cells: list[str]) -> int:
    """Return the place of a column among those of the first header; one that it lacks is put behind them."""
    same = [place for place, other in enumerate(cells) if plain(other) == plain(cell)]
    if not same and (field := _field_of(cell)):
        same = [place for place, other in enumerate(cells) if _field_of(other) == field]
    if same:
        return at if at in same else same[0]
    cells.append(cell)
    return len(cells) - 1


def _in_order(record: Record, order: Sequence[int]) -> Record:
    cells = [""] * (max(order, default=0) + 1)
    for place, cell in zip(order, record.cells, strict=False):
        cells[place] = cell
    return replace(record, cells=[*cells, *record.cells[len(order) :]])
