"""Which column holds company and role at once, and how its cells are parted (`parting`).

That is told from all of its cells, as most of them agree; a cell that does not follow is left whole. Knows no files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import OTHER, SUBJECT
from app.exchange.sheets.columns.naming_both import is_company_first, names_both
from app.exchange.sheets.folding import plain
from app.exchange.sheets.parting import Halves, RuleWay, Way, at_joint, by_rules, in_brackets, is_clear, run_together
from app.exchange.sheets.words.roles import COMPANY, ROLE, has_legal_form, may_be_role

_SAMPLE = 200
_AGREED, _TELLING = 0.6, 0.5
"""The share of cells that have to follow a way of writing, and of those whose one side has to look like a role."""
_NEARLY_ALL, _SHORT = 0.8, 100
_SOME = 0.3
"""The share of cells that are statuses, from which on a column is one of statuses."""


@dataclass(frozen=True, slots=True)
class Split:
    """How the cells of a column are parted."""

    index: int
    halves: Way


def split_of(columns: Sequence[Column], cells: Callable[[int], Iterable[str]]) -> Split | None:
    """Return how a column is to be parted into company and role, None where each has a column of its own.

    Args:
        cells: the cells of the column with an index.
    """
    named = {column.field: column for column in columns if column.holding.filled}
    both = next((column for column in columns if names_both(column.header)), None)
    if both is not None and ("role" not in named or "company" not in named or both in named.values()):
        ways = by_rules(is_company_first(both.header))
        return _agreed(both.index, cells, ways, least=0.3) or _agreed(both.index, cells, _ways(), least=_AGREED)
    if "role" in named and "company" in named:
        return None
    if "company" in named or "role" in named:
        column = named["company"] if "company" in named else named["role"]
        ways = _ways()
        several: list[list[Way]] = [
            ways,
            [_by_any_way(ways, cells(column.index))],
            [run_together] if "company" in named else [],
        ]
        return next((split for some in several if (split := _agreed(column.index, cells, some, least=_AGREED))), None)
    for column in columns:
        if _may_hold_both(column):
            ways = _ways()
            split = _agreed(column.index, cells, [*ways, _by_any_way(ways, cells(column.index))], least=_AGREED)
            if split is not None:
                return split
    return None


def _may_hold_both(column: Column) -> bool:
    """Whether a column that is neither the company nor the role may hold both: "Application", and what is no status."""
    holding = column.holding
    is_free = column.field in (OTHER, SUBJECT) or (column.field == "status" and holding.status < _SOME)
    return is_free and holding.url < _TELLING and holding.day < _TELLING


def are_roles_at_companies(cells: Iterable[str]) -> bool:
    """Return whether nearly every line is a role, "at" and a company: a list of applications without any columns."""
    lines = [cell.strip() for cell in cells if cell.strip()][:_SAMPLE]
    halves = [parted for line in lines if (parted := at_joint(line)) is not None and len(line) < _SHORT]
    return (
        len(halves) >= len(lines) * _NEARLY_ALL
        and sum(1 for one in halves if ROLE.search(plain(one.role))) >= len(lines) * _NEARLY_ALL
    )


def _agreed(index: int, cells: Callable[[int], Iterable[str]], ways: Sequence[Way], least: float) -> Split | None:
    filled = [cell.strip() for cell in cells(index) if cell.strip()][:_SAMPLE]
    for way in ways:
        halves = [parted for cell in filled if (parted := way(cell)) is not None]
        if filled and len(halves) >= max(len(filled) * least, 1) and _tells_roles(halves, way):
            return Split(index, _or_at_joint(way))
    return None


def _or_at_joint(way: Way) -> Way:
    """The way of most cells, and for one that does not follow it another where that is clear: first a role, "at" and a
    company, then what stands between the two in other cells."""
    others = [at_joint, *by_rules(_has_company_first(way, otherwise=True))]

    def parted(cell: str) -> Halves | None:
        halves = way(cell)
        return halves or next((clear for other in others if is_clear(clear := other(cell))), None)

    return parted


def _tells_roles(halves: Sequence[Halves], way: Way) -> bool:
    """Whether what would be roles looks like roles, more than what would be companies does."""
    if isinstance(way, RuleWay) and way.is_said:
        return True
    roles = sum(1 for one in halves if may_be_role(plain(one.role)))
    companies = sum(1 for one in halves if may_be_role(plain(one.company)) and not _looks_like_company(one.company))
    return roles >= len(halves) * _TELLING and roles > companies


def _looks_like_company(name: str) -> bool:
    return has_legal_form(name) or COMPANY.search(plain(name)) is not None


def _has_company_first(way: Way, *, otherwise: bool) -> bool:
    """Return whether a way takes the company to stand first; `otherwise` for one that tells the order by the words."""
    return way.company_first if isinstance(way, RuleWay) else otherwise


def _ways() -> list[Way]:
    return [at_joint, *by_rules(True, is_said=False), *by_rules(False, is_said=False), in_brackets]


def _by_any_way(ways: Sequence[Way], cells: Iterable[str]) -> Way:
    """One way made of several, for cells that were written now like this and now like that.

    A cell is parted by the first way that leaves a role on the one side and none on the other; where none does, by the
    first whose order of the two is that of most other cells.
    """
    followed = Counter(
        _has_company_first(way, otherwise=False)
        for cell in list(cells)[:_SAMPLE]
        if (way := next((way for way in ways if is_clear(way(cell))), None)) is not None
    )
    likely = [way for way in ways if _has_company_first(way, otherwise=False) is (followed[True] >= followed[False])]

    def parted(cell: str) -> Halves | None:
        clear = next((halves for way in ways if is_clear(halves := way(cell))), None)
        return clear or at_joint(cell) or next((halves for way in likely if (halves := way(cell)) is not None), None)

    return parted
