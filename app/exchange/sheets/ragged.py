"""A row with more cells than the header, or fewer, because a separator was not quoted or left out.

It is put right where what the other rows hold shows how, reported where that may be done in several ways, and never
read with its cells under the wrong columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from app.exchange.sheets.cell_fits import MISFIT, CellFits
from app.exchange.sheets.cells import excerpt_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.tables.records import Record
from app.exchange.sheets.words.roles import has_legal_form

_MOST_EXTRA, _MOST_MISSING, _MOST_BLANK = 6, 3, 6
_MOST_TRIED = 500
"""Rows of a file in which blank cells too many are looked for: it takes long."""
_SURE = frozenset({"company", "role", "status", "decision", "applied_on", "url"})
"""Fields that may not be guessed: where two ways to mend a row differ in one of them, it is reported."""
_JOINED, _SPACED, _EXTRA, _BLANK = -6, 2, -2, -1
"""What a cell adds to the worth of a way: joined without a space after the comma in a name; joined with one; left over;
a blank one left out."""
_NEVER_BLANK = {"company": -6, "role": -4}
"""What it costs a way to leave a field blank."""
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read a row."""

    worth: int
    cells: Callable[[], list[str]]
    is_plain: bool = False
    """As it stands."""


class Aligner:
    """Puts ragged rows of one file right by what its even rows hold."""

    def __init__(self, columns: Sequence[Column], body: Sequence[Record]):
        self._columns = columns
        self._fits = CellFits(columns, body)
        self._tried = 0
        self._sure = [at for at, column in enumerate(columns) if column.field in _SURE]

    def aligned(self, record: Record) -> Record:
        """Return the row as the table has its columns, or with the problem that it cannot be."""
        width = len(self._columns)
        if record.problem or not record.cells or record.width == width:
            return record
        if record.width in self._fits.unlike:
            return replace(record, problem=self._problem(record))
        extra, missing = record.width - width, width - record.width
        if 0 < extra <= _MOST_EXTRA:
            cells = [*record.cells, *[""] * (record.width - len(record.cells))]
            ways = [*self._joinings(cells, extra)]
            if self._tried < _MOST_TRIED:
                self._tried += 1
                ways += self._without_blanks(cells, extra)
        elif 0 < missing <= _MOST_MISSING:
            ways = [*self._gaps(record.cells, missing)]
        else:
            return record
        return self._best(record, ways)

    def _best(self, record: Record, ways: Sequence[_Way]) -> Record:
        best = max(ways, key=lambda way: (way.worth, way.is_plain))
        plainly = next(way for way in ways if way.is_plain)
        if best.worth < plainly.worth + _MARGIN:
            best = plainly
        cells = best.cells()
        rivals = [way.cells() for way in ways if way is not best and way.worth > best.worth - _MARGIN]
        if not best.is_plain and (self._fits.is_unplaced(cells) or any(self._differ(cells, other) for other in rivals)):
            return replace(record, problem=self._problem(record))
        if best.is_plain and any(self._is_misplaced(cell, at) for at, cell in enumerate(cells[: len(self._columns)])):
            return replace(record, problem=self._problem(record))
        return record if best.is_plain else replace(record, cells=cells)

    def _problem(self, record: Record) -> str:
        return (
            f"It has {record.width} cells where the columns are {len(self._columns)}, and nothing tells which belong"
            f" together: {excerpt_of(record.cells)}"
        )

    def _differ(self, cells: Sequence[str], other: Sequence[str]) -> bool:
        def at(row: Sequence[str], index: int) -> str:
            return row[index].strip() if index < len(row) else ""

        return any(at(cells, index) != at(other, index) for index in self._sure)

    def _is_misplaced(self, cell: str, at: int) -> bool:
        return at in self._sure and self._fits.fit(cell, at) == MISFIT

    def _joinings(self, cells: list[str], extra: int) -> Iterator[_Way]:
        """Yield each way to join cells; their worth is told from sums, since a row may have hundreds of cells."""
        before, behind = self._fits.sums(cells, 0), self._fits.sums(cells[extra:], 0)
        left_over = sum(1 for cell in cells[len(self._columns) :] if cell.strip())
        yield _Way(before[len(self._columns)] + _EXTRA * left_over, partial(list, cells), is_plain=True)
        at_spaces = _joined_at_spaces(cells, extra)
        if at_spaces:
            yield _Way(self._fits.sums(at_spaces, 0)[-1] + _SPACED * extra, partial(list, at_spaces))
        for at in range(len(self._columns)):
            joined = _as_one(cells[at : at + extra + 1])
            worth = before[at] + self._fits.fit(joined, at) + behind[-1] - behind[at + 1]
            worth += sum(self._joint(part, at, joined) for part in cells[at + 1 : at + extra + 1])
            yield _Way(worth, partial(_joined, cells, at, extra))

    def _without_blanks(self, cells: list[str], extra: int) -> Iterator[_Way]:
        """Yield the ways to read a row whose writer miscounted the blank cells, in one place or in two."""
        runs = [at for at in range(1, len(cells)) if not cells[at].strip() and cells[at - 1].strip()][:_MOST_BLANK]
        if extra > 1:
            for at in runs:
                ways = self._joinings([*cells[:at], *cells[at + 1 :]], extra - 1)
                yield from (replace(way, worth=way.worth + _BLANK) for way in ways if not way.is_plain)
            return
        before, moved, behind = self._fits.sums(cells, 0), self._fits.sums(cells, -1), self._fits.sums(cells, -2)
        for at, other in combinations(runs, 2):
            worth = before[at] + moved[other] - moved[at + 1] + behind[-1] - behind[other + 1] + 2 * _BLANK
            yield _Way(worth, partial(_left_out, cells, at, other))

    def _joint(self, part: str, at: int, joined: str) -> int:
        """What it is worth that a cell belongs to the one before it, or is blank and one too many."""
        if not part.strip() or part == joined:
            return _BLANK
        if _is_continued(part):
            return _SPACED
        return 0 if self._fits.is_free[at] or has_legal_form(joined) or self._fits.checks[at] == "url" else _JOINED

    def _gaps(self, cells: list[str], missing: int) -> Iterator[_Way]:
        """Yield each place at which cells may be missing; at the end they are left out by many programs."""
        before, behind = self._fits.sums(cells, 0), self._fits.sums(cells, missing)
        yield _Way(before[-1], partial(list, cells), is_plain=True)
        for at in range(len(cells) - 1, -1, -1):
            blank = sum(_NEVER_BLANK.get(column.field, 0) for column in self._columns[at : at + missing])
            yield _Way(before[at] + behind[-1] - behind[at] + blank, partial(_widened, cells, at, missing))


def _left_out(cells: list[str], first: int, second: int) -> list[str]:
    return [*cells[:first], *cells[first + 1 : second], *cells[second + 1 :]]


def _widened(cells: list[str], at: int, missing: int) -> list[str]:
    return [*cells[:at], *[""] * missing, *cells[at:]]


def _joined(cells: list[str], start: int, extra: int) -> list[str]:
    return [*cells[:start], _as_one(cells[start : start + extra + 1]), *cells[start + extra + 1 :]]


def _as_one(parts: Sequence[str]) -> str:
    """Return several cells as one; beside a blank one, which is one too many, the other is the cell."""
    filled = [part for part in parts if part.strip()]
    return ",".join(parts) if len(filled) > 1 else "".join(filled)


def _joined_at_spaces(cells: list[str], extra: int) -> list[str]:
    """Each cell that begins with a space joined to the one before, if there are just so many; nothing otherwise."""
    if sum(1 for cell in cells[1:] if _is_continued(cell)) != extra:
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
