"""Rows in which company and role stand the other way round than in the rest of their sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.folding import plain
from app.exchange.sheets.merged_cells import Filled
from app.exchange.sheets.tables.records import Record
from app.exchange.sheets.words.roles import COMPANY, ROLE, has_legal_form, is_role_word

_MOST = 0.4
"""The share of rows up to which the other way round is a slip; beyond it, nothing tells which way is which."""
_LONGEST = 80
_SEVERAL, _MOSTLY = 3, 0.6


def turned_round(columns: Sequence[Column], body: Sequence[Record]) -> Filled:
    """Return the rows, company and role changed about where the one is a title and the other is none.

    It does so only where no row has two titles, or a title and a company's legal form: a sheet of employers that are
    called like jobs shows nothing.
    """
    named = {column.field: column for column in columns if column.field in ("company", "role")}
    if len(named) != 2 or not named["company"].holding.role:
        return Filled(list(body))
    company, role = named["company"].index, named["role"].index
    whole = [record for record in body if not record.problem and len(record.cells) > max(company, role)]
    turned = [record for record in whole if _is_turned(record, company, role)]
    right = sum(1 for record in whole if _is_turned(record, role, company))
    if not turned or len(turned) > (len(turned) + right) * _MOST:
        return Filled(list(body))
    lines = {record.line for record in turned}
    return Filled(
        [_changed_about(record, company, role) if record.line in lines else record for record in body],
        tuple(sorted(lines)),
    )


def _is_turned(record: Record, company: int, role: int) -> bool:
    """Whether a title stands in the one place, and something that is none in the other."""
    title, name = line_of(record.cells[company]), line_of(record.cells[role])
    return bool(name) and is_title(title) and not ROLE.search(plain(name)) and len(name) < _LONGEST


def is_title(words: str) -> bool:
    """Whether words are surely a title: they end with what somebody does, or most of them are made for titles."""
    folded = plain(words)
    if len(words) >= _LONGEST or not ROLE.search(folded) or COMPANY.search(folded) or has_legal_form(words):
        return False
    parts = folded.split()
    of_titles = sum(1 for part in parts if is_role_word(part))
    return ROLE.fullmatch(parts[-1]) is not None or (len(parts) >= _SEVERAL and of_titles >= len(parts) * _MOSTLY)


def _changed_about(record: Record, company: int, role: int) -> Record:
    cells = list(record.cells)
    cells[company], cells[role] = cells[role], cells[company]
    return replace(record, cells=cells)
