"""A row with more cells than the header, or fewer, because somebody wrote it by hand: put right where that is plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import TypeAlias

from app.exchange.sheets.columns import Column
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.holding import emails_in, flag_of, is_url
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.records import Record
from app.exchange.sheets.statuses import is_status

_MOST_EXTRA, _MOST_MISSING = 6, 2
_TYPICAL = 0.8

_Option: TypeAlias = tuple[tuple[int, int], Callable[[], list[str]]]
"""What a way to mend a row is worth, and the cells that it gives."""


def mended_record(record: Record, checks: Sequence[str]) -> Record:
    """Return the row with the cells joined that a separator without quotes parted, or a missing cell put in.

    A row is changed only where its links, days and statuses then stand in their columns and did not before, or where
    the space after the separator shows which cells belong together.

    Args:
        checks: what each column holds: `check_of`.
    """
    if record.problem or not record.cells:
        return record
    extra, missing = len(record.cells) - len(checks), len(checks) - record.width
    if 0 < extra <= _MOST_EXTRA:
        options = _joinings(record.cells, checks, extra)
    elif 0 < missing <= _MOST_MISSING:
        options = _gaps(record.cells, checks, missing)
    else:
        return record
    best, most = None, (_fit(record.cells, checks), 0)
    for worth, cells in options:
        if worth > most:
            best, most = cells, worth
    return record if best is None else replace(record, cells=best())


def _joinings(cells: list[str], checks: Sequence[str], extra: int) -> Iterator[_Option]:
    """Yield each way to join cells; their worth is told from sums, since a row may have hundreds of cells."""
    at_spaces = _joined_at_spaces(cells, extra)
    if at_spaces:
        yield (_fit(at_spaces, checks), _apart(cells) - _apart(at_spaces)), lambda: at_spaces
    before, behind = _sums(cells, checks), _sums(cells[extra:], checks)
    for at, check in enumerate(checks):
        joined = ",".join(cells[at : at + extra + 1])
        fit = before[at] + (1 if check and _is(joined, check) else 0) + behind[-1] - behind[at + 1]
        apart = _apart(cells[at : at + extra + 1])
        if at > 0:
            apart += _is_continued(cells[at]) - _is_continued(joined)
        yield (fit, apart), partial(_joined, cells, at, extra)


def _gaps(cells: list[str], checks: Sequence[str], missing: int) -> Iterator[_Option]:
    """Yield each place at which cells may be missing, the last one first."""
    before, behind = _sums(cells, checks), _sums(cells, checks[missing:])
    for at in range(len(cells) - 1, 0, -1):
        fit = before[min(at, len(before) - 1)] + behind[-1] - behind[min(at, len(behind) - 1)]
        yield (fit, 0), partial(_widened, cells, at, missing)


def _sums(cells: Sequence[str], checks: Sequence[str]) -> list[int]:
    """Return how many of the first 0, 1, 2 ... cells are what their columns hold."""
    fitting = (1 if check and _is(cell, check) else 0 for cell, check in zip(cells, checks, strict=False))
    return [0, *accumulate(fitting)]


def _widened(cells: list[str], at: int, missing: int) -> list[str]:
    return [*cells[:at], *[""] * missing, *cells[at:]]


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


def check_of(column: Column) -> str:
    """Return what nearly all cells of a column are, "" when they are of no kind that can be told."""
    holding = column.holding
    for kind in ("url", "day", "email", "flag", "status"):
        if getattr(holding, kind) >= _TYPICAL:
            return kind
    return ""


def _fit(cells: Sequence[str], checks: Sequence[str]) -> int:
    return _sums(cells, checks)[-1]


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
