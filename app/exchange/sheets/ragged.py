"""A row with more cells than the header, because a separator stood in a cell without quotes: put together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.columns import Column
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import is_nothing
from app.exchange.sheets.holding import emails_in, flag_of, is_url
from app.exchange.sheets.records import Record
from app.exchange.sheets.statuses import is_status

_MOST_EXTRA = 6
_TYPICAL = 0.8


def mended_record(record: Record, columns: Sequence[Column]) -> Record:
    """Return the row with the cells joined that belong together, where only one place for it makes the row fit.

    A row that fits nowhere better than it stands is returned as it is.
    """
    extra = len(record.cells) - len(columns)
    if record.problem or not 0 < extra <= _MOST_EXTRA:
        return record
    checks = [_check(column) for column in columns]
    if not any(checks):
        return record
    as_it_stands = _fit(record.cells[: len(columns)], checks)
    best: list[list[str]] = []
    most = as_it_stands
    for start in range(len(columns)):
        cells = _joined(record.cells, start, extra)
        fit = _fit(cells, checks)
        if fit > most:
            best, most = [cells], fit
        elif fit == most and best:
            best.append(cells)
    return replace(record, cells=best[0]) if best else record


def _joined(cells: list[str], start: int, extra: int) -> list[str]:
    return [
        *cells[:start],
        ", ".join(cell.strip() for cell in cells[start : start + extra + 1]),
        *cells[start + extra + 1 :],
    ]


def _check(column: Column) -> str:
    """What nearly all cells of the column are."""
    holding = column.holding
    for kind in ("url", "day", "email", "flag", "status"):
        if getattr(holding, kind) >= _TYPICAL:
            return kind
    return ""


def _fit(cells: Sequence[str], checks: Sequence[str]) -> int:
    return sum(1 for cell, check in zip(cells, checks, strict=True) if check and _is(cell, check))


def _is(cell: str, check: str) -> bool:
    if is_nothing(cell):
        return False
    if check == "url":
        return is_url(cell)
    if check == "day":
        return looks_like_day(cell)
    if check == "email":
        return bool(emails_in(cell))
    return flag_of(cell) is not None if check == "flag" else is_status(cell)
