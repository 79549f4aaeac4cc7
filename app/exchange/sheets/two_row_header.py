"""A header in two rows: `Interview` over `Date` and `With`, as sheets with merged cells have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.columns.holding import is_url
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.folding import plain
from app.exchange.sheets.tables.records import Record

_FEWEST = 2
_LONGEST = 30


def in_two_rows(above: Sequence[Record], header: Record) -> Record | None:
    """Return the header with names that the row right above it completes; None where that row names nothing.

    It does so where a column has no name below, or the same as another one.
    """
    upper = above[-1] if above else None
    if upper is None or upper.problem or not _are_groups(upper.cells):
        return None
    width = max(len(upper.cells), len(header.cells))
    own = [cell.strip() for cell in header.cells] + [""] * (width - len(header.cells))
    counts = Counter(plain(name) for name in own if name)
    groups = _spread(upper.cells, width)
    names = [_name(group, name, counts) for group, name in zip(groups, own, strict=True)]
    return replace(header, cells=names, width=max(header.width, width)) if names != own else None


def _are_groups(cells: Sequence[str]) -> bool:
    named = [cell.strip() for cell in cells if cell.strip()]
    return len(named) >= _FEWEST and not any(
        len(name) > _LONGEST or looks_like_day(name) or is_url(name) or name.isdigit() for name in named
    )


def _spread(cells: Sequence[str], width: int) -> list[str]:
    """Each group's name over all its columns, up to the next group."""
    groups: list[str] = []
    for at in range(width):
        own = cells[at].strip() if at < len(cells) else ""
        groups.append(own or (groups[-1] if groups else ""))
    return groups


def _name(group: str, name: str, counts: Counter[str]) -> str:
    if not name:
        return group
    return f"{group} {name}" if group and counts[plain(name)] > 1 else name
