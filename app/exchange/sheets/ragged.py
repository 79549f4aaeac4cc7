"""A row with more cells than the header, or fewer, because a separator was not quoted or left out.

It is put right where what the other rows hold shows how, reported where that may be done in several ways, and never
read with its cells under the wrong columns.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import accumulate

from app.etiquette.text import clean
from app.exchange.sheets.column import Column
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.holding import Holding, emails_in, flag_of, held, is_url
from app.exchange.sheets.naming import OTHER
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.records import Record
from app.exchange.sheets.statuses import is_status
from app.exchange.sheets.words.roles import ROLE, has_legal_form

_MOST_EXTRA, _MOST_MISSING, _MOST_BLANK = 6, 3, 6
_TYPICAL = 0.8
_SURE = frozenset({"company", "role", "status", "decision", "applied_on", "url"})
"""Fields that may not be guessed: where two ways to mend a row differ in one of them, it is reported."""
_FREE = frozenset({"location", "notes", "other", "prose", "salary"})
"""Fields whose texts have commas of their own."""
_FITS, _MISFIT, _ODD, _NAMED = 4, -4, -2, 1
_JOINED, _SPACED, _EXTRA, _BLANK = -6, 2, -2, -1
"""What a cell adds to the worth of a way: as its column has them; as another column has them; not as the others here;
a name that is there already; joined without a space after the comma in a name; joined with one; left over;
a blank one left out."""
_NEVER_BLANK = {"company": -6, "role": -4}
"""What it costs a way to leave a field blank."""
_MARGIN = 2
_FEWEST_CELLS, _SEVERAL = 1, 2
_EXCERPT = 60
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read a row."""

    worth: int
    cells: Callable[[], list[str]]
    is_plain: bool = False
    """As it stands."""


def _check_of(holding: Holding) -> str:
    """Return what nearly all cells of a column are, "" when they are of no kind that can be told."""
    for kind in ("url", "day", "email", "flag", "status"):
        if getattr(holding, kind) >= _TYPICAL:
            return kind
    return ""


class Aligner:
    """Puts ragged rows of one file right by what its even rows hold."""

    def __init__(self, columns: Sequence[Column], body: Sequence[Record]):
        self._columns = columns
        self._body = body
        self._free = [column.field in _FREE for column in columns]
        self._sure = [at for at, column in enumerate(columns) if column.field in _SURE]

    @cached_property
    def _even(self) -> list[list[str]]:
        """The rows as wide as the table."""
        width = len(self._columns)
        return [record.cells for record in self._body if not record.problem and record.width == width]

    @cached_property
    def _checks(self) -> list[str]:
        if not self._even:
            return [_check_of(column.holding) for column in self._columns]
        return [_check_of(held(row[at] for row in self._even if at < len(row))) for at in range(len(self._columns))]

    @cached_property
    def _usual(self) -> list[frozenset[str]]:
        """The values that a column has in an even row and the file once more, or that are statuses."""
        counts = Counter(
            plain(cell) for record in self._body for cell in record.cells if 0 < len(cell) <= _LONGEST_VALUE
        )
        usual = []
        for at, check in enumerate(self._checks):
            values = {plain(row[at]) for row in self._even if at < len(row) and 0 < len(row[at]) <= _LONGEST_VALUE}
            usual.append(frozenset(word for word in values if word and (counts[word] > 1 or check == "status")))
        return usual

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        return frozenset(value for values in self._usual for value in values)

    @cached_property
    def _unlike(self) -> frozenset[int]:
        """The widths of rows that a program wrote with fewer columns: most end with a status, far before its column."""
        status = next((column.index for column in self._columns if column.field == "status"), 0)
        ends: dict[int, list[bool]] = defaultdict(list)
        for record in self._body:
            if not record.problem and _FEWEST_CELLS < record.width <= status and len(record.cells) == record.width:
                last = record.cells[-1]
                is_role = self._columns[record.width - 1].field == "role" and ROLE.search(plain(last)) is not None
                ends[record.width].append(is_status(last) and not is_role)
        return frozenset(width for width, are in ends.items() if len(are) >= _SEVERAL and sum(are) * 2 >= len(are))

    def aligned(self, record: Record) -> Record:
        """Return the row as the table has its columns, or with the problem that it cannot be."""
        width = len(self._columns)
        if record.problem or not record.cells or record.width == width:
            return record
        if record.width in self._unlike:
            return replace(record, problem=self._problem(record))
        extra, missing = record.width - width, width - record.width
        if 0 < extra <= _MOST_EXTRA:
            cells = [*record.cells, *[""] * (record.width - len(record.cells))]
            ways = [*self._joinings(cells, extra)]
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
        if not best.is_plain and (self._is_unplaced(cells) or any(self._differ(cells, other) for other in rivals)):
            return replace(record, problem=self._problem(record))
        if best.is_plain and any(self._is_misplaced(cell, at) for at, cell in enumerate(cells[: len(self._columns)])):
            return replace(record, problem=self._problem(record))
        return record if best.is_plain else replace(record, cells=cells)

    def _problem(self, record: Record) -> str:
        words = clean(", ".join(cell.strip() for cell in record.cells if cell.strip()))
        excerpt = f"{words[:_EXCERPT]}…" if len(words) > _EXCERPT else words
        return (
            f"It has {record.width} cells where the columns are {len(self._columns)}, and nothing tells which belong"
            f" together: {excerpt}"
        )

    def _is_stray_status(self, cell: str, at: int) -> bool:
        """Whether a cell is a status where another column holds them, and this one no free text."""
        is_text = self._free[at] and self._columns[at].field != OTHER
        return not is_text and self._checks[at] != "status" and "status" in self._checks and _is(cell, "status")

    def _is_unplaced(self, cells: Sequence[str]) -> bool:
        """Whether a row has its status anywhere but where all others have it."""
        if any(check == "status" and not is_nothing(cell) for check, cell in zip(self._checks, cells, strict=False)):
            return False
        return any(self._is_stray_status(cell, at) for at, cell in enumerate(cells[: len(self._columns)]))

    def _differ(self, cells: Sequence[str], other: Sequence[str]) -> bool:
        def at(row: Sequence[str], index: int) -> str:
            return row[index].strip() if index < len(row) else ""

        return any(at(cells, index) != at(other, index) for index in self._sure)

    def _is_misplaced(self, cell: str, at: int) -> bool:
        return at in self._sure and self._fit(cell, at) == _MISFIT

    def _joinings(self, cells: list[str], extra: int) -> Iterator[_Way]:
        """Yield each way to join cells; their worth is told from sums, since a row may have hundreds of cells."""
        before, behind = self._sums(cells, 0), self._sums(cells[extra:], 0)
        left_over = sum(1 for cell in cells[len(self._columns) :] if cell.strip())
        yield _Way(before[len(self._columns)] + _EXTRA * left_over, partial(list, cells), is_plain=True)
        at_spaces = _joined_at_spaces(cells, extra)
        if at_spaces:
            yield _Way(self._sums(at_spaces, 0)[-1] + _SPACED * extra, partial(list, at_spaces))
        for at in range(len(self._columns)):
            joined = _as_one(cells[at : at + extra + 1])
            worth = before[at] + self._fit(joined, at) + behind[-1] - behind[at + 1]
            worth += sum(self._joint(part, at, joined) for part in cells[at + 1 : at + extra + 1])
            yield _Way(worth, partial(_joined, cells, at, extra))
        yield from self._joinings_without_blanks(cells, extra)

    def _joinings_without_blanks(self, cells: list[str], extra: int) -> Iterator[_Way]:
        """Yield the ways to read a row whose writer miscounted the blank cells, in one place or in two."""
        runs = [at for at in range(1, len(cells)) if not cells[at].strip() and cells[at - 1].strip()][:_MOST_BLANK]
        for at in runs:
            fewer = [*cells[:at], *cells[at + 1 :]]
            if extra > 1:
                ways = self._joinings(fewer, extra - 1)
                yield from (replace(way, worth=way.worth + _BLANK) for way in ways if not way.is_plain)
                continue
            for other in (one for one in runs if one > at):
                least = [*fewer[: other - 1], *fewer[other:]]
                yield _Way(self._sums(least, 0)[-1] + 2 * _BLANK, partial(list, least))

    def _joint(self, part: str, at: int, joined: str) -> int:
        """What it is worth that a cell belongs to the one before it, or is blank and one too many."""
        if not part.strip() or part == joined:
            return _BLANK
        if _is_continued(part):
            return _SPACED
        return 0 if self._free[at] or has_legal_form(joined) or self._checks[at] == "url" else _JOINED

    def _gaps(self, cells: list[str], missing: int) -> Iterator[_Way]:
        """Yield each place at which cells may be missing; at the end they are left out by many programs."""
        before, behind = self._sums(cells, 0), self._sums(cells, missing)
        yield _Way(before[-1], partial(list, cells), is_plain=True)
        for at in range(len(cells) - 1, -1, -1):
            blank = sum(_NEVER_BLANK.get(column.field, 0) for column in self._columns[at : at + missing])
            yield _Way(before[at] + behind[-1] - behind[at] + blank, partial(_widened, cells, at, missing))

    def _sums(self, cells: Sequence[str], offset: int) -> list[int]:
        """Return what the first 0, 1, 2 ... cells are worth when they stand `offset` columns further right."""
        width = len(self._columns)
        fits = (self._fit(cell, at + offset) if at + offset < width else 0 for at, cell in enumerate(cells))
        return [0, *accumulate(fits)]

    def _fit(self, cell: str, at: int) -> int:
        if is_nothing(cell):
            return 0
        check = self._checks[at]
        words = plain(cell)
        if (check and _is(cell, check)) or words in self._usual[at]:
            return _NAMED if self._columns[at].field in _NEVER_BLANK else _FITS
        is_typed = any(_is(cell, kind) for kind in ("url", "day", "email"))
        if words in self._everywhere or (is_typed and check):
            return _MISFIT
        if check in ("url", "day", "email") or self._is_stray_status(cell, at):
            return _ODD
        return _ODD if is_typed and not self._free[at] else _ODD // 2 if is_typed else 0


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
