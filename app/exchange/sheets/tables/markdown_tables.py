"""The tables of a Markdown document as the rows of one sheet, with what its headings say of them.

A document has prose, legends and counts beside its applications, and often a table for each status. Tables that name
no application's columns are reported; prose is none of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.exchange.sheets.cells import excerpt_of, line_of
from app.exchange.sheets.columns.naming import field_named
from app.exchange.sheets.statuses.reading import is_status
from app.exchange.sheets.tables.common_header import places_in
from app.exchange.sheets.tables.records import MOST_CELLS, Record

_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*)")
_BAR = re.compile(r"(?<!\\)\|(?![^\[\]|]*\]\])")
"""What parts two cells: no bar behind a backslash, nor one inside a link of a notebook."""
_LABELLED = re.compile(r"\[\[[^\[\]|]+\|([^\[\]|]+)\]\]")
"""A link of a notebook with a label of its own: `[[Northwind GmbH|Northwind]]`."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LONGEST_LINE = 20_000
_FEWEST_CELLS = 2
_STANDS = frozenset({"status", "decision", "applied_on"})
_CORE = frozenset({"company", "role", "status", "applied_on"})


@dataclass(slots=True)
class _Table:
    """One table, and the heading that it stands under."""

    line: int
    header: list[str]
    heading: str
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that its columns are surely named after."""
        return frozenset(map(_field_of, self.header))

    @property
    def is_of_applications(self) -> bool:
        """Whether it names what an application has: the company and one thing more, or the role and how it stands."""
        fields = self.fields
        if "company" in fields:
            return bool(fields & (_STANDS | {"role"}))
        return "role" in fields and bool(fields & _STANDS)


@dataclass(frozen=True, slots=True)
class Document:
    """The applications of a document."""

    records: list[Record]
    """The header first."""
    others: list[Record]
    """Rows of tables that are none of applications, each with the problem that says so."""


def applications_in(text: str) -> Document | None:
    """Return the applications of a document, None for a text that has no table of any."""
    if "|" not in text or "-|" not in text.replace(" ", "").replace(":", ""):
        return None
    tables = list(_tables(text))
    chosen = [table for table in tables if table.is_of_applications]
    if not chosen:
        return None
    others = [record for table in tables if not table.is_of_applications for record in _reported(table)]
    return Document(_as_one(chosen), others)


def _tables(text: str) -> Iterator[_Table]:
    """Yield the tables of a text: a header over a rule, which by hand may have other cells, and the rows below them."""
    above, heading, fence = "", "", ""
    table: _Table | None = None
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if mark or fence:
            if mark and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1][:3]
            above, table = "", None
            continue
        title = _HEADING.match(line)
        if title:
            heading, above, table = title[2].strip(" #*_:"), "", None
        elif "|" not in line or len(line) > _LONGEST_LINE:
            above, table = "", None
        elif table is not None:
            table.rows.append((number, _cells(line)))
        elif above and _RULE.fullmatch(line) and min(len(_cells(above)), len(_cells(line))) >= _FEWEST_CELLS:
            table = _Table(number - 1, _cells(above), heading)
            yield table
        else:
            above = line


def _cells(line: str) -> list[str]:
    bare = line.strip()
    bare = bare.removeprefix("|")
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    cells = _BAR.split(bare)[: MOST_CELLS + 1]
    return [_LABELLED.sub(r"\1", _BREAK.sub("; ", cell.replace("\\|", "|"))).strip() for cell in cells]


def _field_of(name: str) -> str:
    return field_named(line_of(name))


def _reported(table: _Table) -> Iterator[Record]:
    names = excerpt_of(map(line_of, table.header))
    for line, cells in table.rows:
        if any(cells):
            yield Record(line, cells, f"It's in a table that lists no applications: {names}", len(cells))


def _as_one(tables: Sequence[_Table]) -> list[Record]:
    """The rows of several tables below one header; a heading is the status, or the company, of rows that have none."""
    header = list(tables[0].header)
    places = [list(range(len(header))), *(places_in(header, table.header, _core_of) for table in tables[1:])]
    status = _column_of(header, "status", [is_status(table.heading) for table in tables])
    is_named = any("company" in table.fields for table in tables)
    company = -1 if is_named else _column_of(header, "company", [bool(table.heading) for table in tables])
    records = [Record(tables[0].line, header, width=len(header))]
    for table, order in zip(tables, places, strict=True):
        for line, cells in table.rows:
            if not any(cells):
                continue
            row = [""] * len(header)
            for place, cell in zip(order, cells, strict=False):
                row[place] = cell
            if status >= 0 and not row[status] and is_status(table.heading):
                row[status] = table.heading
            if company >= 0 and not is_status(table.heading):
                row[company] = table.heading
            records.append(Record(line, [*row, *cells[len(order) :]], width=max(len(header), len(cells))))
    return records


def _core_of(name: str) -> str:
    wanted = _field_of(name)
    return wanted if wanted in _CORE else ""


def _column_of(header: list[str], wanted: str, are_told: Sequence[bool]) -> int:
    """The column that headings fill in, -1 for none: the one of that field, or a new one where headings tell it."""
    if not any(are_told):
        return -1
    for at, name in enumerate(header):
        if _field_of(name) == wanted:
            return at
    header.append(wanted.capitalize())
    return len(header) - 1
