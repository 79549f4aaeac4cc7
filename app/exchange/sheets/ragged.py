"""A row with more cells than the header, or fewer, because somebody wrote it by hand: put right where that is plain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.columns import Column
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import is_nothing
from app.exchange.sheets.holding import emails_in, flag_of, is_url
from app.exchange.sheets.records import Record
from app.exchange.sheets.statuses import is_status

_MOST_EXTRA, _MOST_MISSING = 6, 2
_TYPICAL = 0.8


def mended_record(record: Record, columns: Sequence[Column]) -> Record:
    """Return the row with the cells joined that a separator without quotes parted, or a missing cell put in.

    A row is changed only where its links, days and statuses then stand in their columns and did not before, or where
    the space after the separator shows which cells belong together.
    """
    extra = len(record.cells) - len(columns)
    if record.problem or not record.cells:
        return record
    if 0 < extra <= _MOST_EXTRA:
        options = [_joined_at_spaces(record.cells, extra)]
        options += [_joined(record.cells, at, extra) for at in range(len(columns))]
    elif 0 < len(columns) - record.width <= _MOST_MISSING:
        missing = [""] * (len(columns) - record.width)
        places = range(len(record.cells) - 1, 0, -1)
        options = [[*record.cells[:at], *missing, *record.cells[at:]] for at in places]
    else:
        return record
    checks = [_check(column) for column in columns]
    best, most = record.cells, (_fit(record.cells, checks), 0)
    for cells in options:
        worth = (_fit(cells, checks), _apart(record.cells) - _apart(cells)) if cells else (-1, 0)
        if worth > most:
            best, most = cells, worth
    return record if best is record.cells else replace(record, cells=best)


def _joined(cells: list[str], start: int, extra: int) -> list[str]:
    return [*cells[:start], ",".join(cells[start : start + extra + 1]), *cells[start + extra + 1 :]]


def _joined_at_spaces(cells: list[str], extra: int) -> list[str]:
    """Each cell that begins with a space joined to the one before, if there are just so many; nothing otherwise."""
    if _apart(cells) != extra:
        return []
    joined: list[str] = []
    for cell in cells:
        if _is_continued(cell) and joined:
            joined[-1] += f",{cell}"
        else:
            joined.append(cell)
    return joined


def _is_continued(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == " " and cell[1] not in " \n"


def _apart(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells[1:] if _is_continued(cell))


def _check(column: Column) -> str:
    """What nearly all cells of the column are."""
    holding = column.holding
    for kind in ("url", "day", "email", "flag", "status"):
        if getattr(holding, kind) >= _TYPICAL:
            return kind
    return ""


def _fit(cells: Sequence[str], checks: Sequence[str]) -> int:
    return sum(1 for cell, check in zip(cells, checks, strict=False) if check and _is(cell, check))


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
