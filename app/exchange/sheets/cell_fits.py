"""How well a cell fits under a column, by what the even rows of its file hold there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.holding import Holding, emails_in, flag_of, held, is_url
from app.exchange.sheets.columns.naming import OTHER
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.statuses.reading import is_status
from app.exchange.sheets.tables.records import Record
from app.exchange.sheets.words.roles import ROLE

_TYPICAL = 0.8
FREE = frozenset({"location", "notes", "other", "prose", "salary"})
"""Fields whose texts have commas of their own."""
NAMED = frozenset({"company", "role"})
"""Fields of names: one that is there already says less than a value of a kind."""
_FITS, MISFIT, _ODD, _KNOWN = 4, -4, -2, 1
"""What a cell adds to the worth of a way: as its column has them; as another column has them; not as the others here;
a name that is there already."""
_LONGEST_VALUE = 60
_FEWEST_CELLS, _SEVERAL = 1, 2
_MOST_REMEMBERED = 20_000


def _check_of(holding: Holding) -> str:
    """Return what nearly all cells of a column are, "" when they are of no kind that can be told."""
    for kind in ("url", "day", "email", "flag", "status"):
        if getattr(holding, kind) >= _TYPICAL:
            return kind
    return ""


class CellFits:
    """Tells how well cells fit under the columns of one file."""

    def __init__(self, columns: Sequence[Column], body: Sequence[Record]):
        self._columns = columns
        self._body = body
        self._remembered: dict[tuple[str, int], int] = {}
        self.is_free = [column.field in FREE for column in columns]

    @cached_property
    def _even(self) -> list[list[str]]:
        """The rows as wide as the table."""
        width = len(self._columns)
        return [record.cells for record in self._body if not record.problem and record.width == width]

    @cached_property
    def checks(self) -> list[str]:
        """What nearly all cells of each column are, "" where that cannot be told."""
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
        for at, check in enumerate(self.checks):
            values = {plain(row[at]) for row in self._even if at < len(row) and 0 < len(row[at]) <= _LONGEST_VALUE}
            usual.append(frozenset(word for word in values if word and (counts[word] > 1 or check == "status")))
        return usual

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        return frozenset(value for values in self._usual for value in values)

    @cached_property
    def unlike(self) -> frozenset[int]:
        """The widths of rows that a program wrote with fewer columns: most end with a status, far before its column."""
        status = next((column.index for column in self._columns if column.field == "status"), 0)
        ends: dict[int, list[bool]] = defaultdict(list)
        for record in self._body:
            if not record.problem and _FEWEST_CELLS < record.width <= status and len(record.cells) == record.width:
                last = record.cells[-1]
                is_role = self._columns[record.width - 1].field == "role" and ROLE.search(plain(last)) is not None
                ends[record.width].append(is_status(last) and not is_role)
        return frozenset(width for width, are in ends.items() if len(are) >= _SEVERAL and sum(are) * 2 >= len(are))

    def is_stray_status(self, cell: str, at: int) -> bool:
        """Return whether a cell is a status where another column holds them, and this one no free text."""
        is_text = self.is_free[at] and self._columns[at].field != OTHER
        return not is_text and self.checks[at] != "status" and "status" in self.checks and _is(cell, "status")

    def is_unplaced(self, cells: Sequence[str]) -> bool:
        """Return whether a row has its status anywhere but where all others have it."""
        if any(check == "status" and not is_nothing(cell) for check, cell in zip(self.checks, cells, strict=False)):
            return False
        return any(self.is_stray_status(cell, at) for at, cell in enumerate(cells[: len(self._columns)]))

    def sums(self, cells: Sequence[str], offset: int) -> list[int]:
        """Return what the first 0, 1, 2 ... cells are worth when they stand `offset` columns further right."""
        width = len(self._columns)
        fits = (self.fit(cell, at + offset) if 0 <= at + offset < width else 0 for at, cell in enumerate(cells))
        return [0, *accumulate(fits)]

    def fit(self, cell: str, at: int) -> int:
        """Return what it is worth that a cell stands in a column."""
        if is_nothing(cell):
            return 0
        fit = self._remembered.get((cell, at))
        if fit is None:
            if len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.clear()
            fit = self._remembered[cell, at] = self._measured(cell, at)
        return fit

    def _measured(self, cell: str, at: int) -> int:
        check = self.checks[at]
        words = plain(cell)
        if (check and _is(cell, check)) or words in self._usual[at]:
            return _KNOWN if self._columns[at].field in NAMED else _FITS
        is_typed = any(_is(cell, kind) for kind in ("url", "day", "email"))
        if words in self._everywhere or (is_typed and check):
            return MISFIT
        if check in ("url", "day", "email") or self.is_stray_status(cell, at):
            return _ODD
        return _ODD if is_typed and not self.is_free[at] else _ODD // 2 if is_typed else 0


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
