"""A company or a day that is written once over several rows: the cells below were merged with it, or left blank."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import LOGGED
from app.exchange.sheets.days import looks_like_day
from app.exchange.sheets.tables.records import Record

_FEWEST = 2
"""Rows that leave it blank from which on that is a way of writing, and no slip."""


_DITTO = frozenset(
    [
        *('"', '-"-', '- " -', "..", "↳", "⤷", "└", "└─", "|_", "⬑", "↑", "^", "^^", "〃", "″", "“", "”", "„", "同上"),
        *("ditto", "same", "same as above", "see above", "as above", "same company"),
        *("dito", "siehe oben", "gleiche firma", "idem"),
    ]
)
"""What stands for the company in the row above."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The rows of a sheet, and the lines of those that were given the company, or the day, above them."""

    records: list[Record]
    lines: tuple[int, ...] = ()


def with_companies(columns: Sequence[Column], body: Sequence[Record]) -> Filled:
    """Return the rows, each blank company filled from the row above where the sheet writes a company only once.

    It does so where several rows have a role and a blank company right below another role, and where no company is
    written out in two rows that follow each other. In any other sheet a blank company is one that is missing.
    """
    at = {column.field: column.index for column in columns if column.field in ("company", "role")}
    if len(at) < 2:
        return Filled(list(body))
    company, role = at["company"], at["role"]
    ditto = [place for place, record in enumerate(body) if place and _cell(record, company).casefold() in _DITTO]
    if ditto:
        return _from_above(body, ditto, company, lambda above: bool(_cell(above, company)))
    blank = [place for place, record in enumerate(body) if _continues(record, company, role)]
    if len(blank) < _FEWEST or blank[0] == 0 or _is_repeated(body, company):
        return Filled(list(body))
    return _from_above(body, blank, company, lambda above: bool(_cell(above, company) and _cell(above, role)))


def with_days(columns: Sequence[Column], body: Sequence[Record]) -> Filled:
    """Return the rows, each blank day filled from the row above where a sheet writes a day once, before its rows.

    It does so only where the day stands left of company and role, several rows in a row leave it blank, and no day is
    written out twice in rows that follow each other.
    """
    at = {column.field: column.index for column in columns if column.field in ("company", "role", "applied_on", LOGGED)}
    day = at.get("applied_on", at.get(LOGGED))
    if day is None or "company" not in at or day > min(at.values()):
        return Filled(list(body))
    company = at["company"]
    blank = [place for place, record in enumerate(body) if _continues(record, day, company)]
    if len(blank) < _FEWEST or blank[0] == 0 or _is_repeated(body, day):
        return Filled(list(body))
    return _from_above(body, blank, day, lambda above: looks_like_day(_cell(above, day)))


def _from_above(body: Sequence[Record], blank: Sequence[int], at: int, is_whole: Callable[[Record], bool]) -> Filled:
    """Return the rows, the cell `at` of the blank ones filled from the row above where that one is whole."""
    records = list(body)
    lines = []
    for place in blank:
        above, record = records[place - 1], records[place]
        if above.problem or record.problem or not is_whole(above):
            continue
        cells = list(record.cells)
        cells[at] = above.cells[at]
        records[place] = replace(record, cells=cells)
        lines.append(record.line)
    return Filled(records, tuple(lines))


def _continues(record: Record, company: int, role: int) -> bool:
    is_blank = company < len(record.cells) and not record.cells[company].strip()
    return not record.problem and is_blank and bool(_cell(record, role))


def _is_repeated(body: Sequence[Record], company: int) -> bool:
    names = [_cell(record, company) for record in body if not record.problem]
    return any(name and name == after for name, after in itertools.pairwise(names))


def _cell(record: Record, at: int) -> str:
    return line_of(record.cells[at]) if at < len(record.cells) else ""
