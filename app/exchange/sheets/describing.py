"""How a spreadsheet was read, for the user to look at and to correct: its columns, and what its statuses mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.etiquette.text import clean
from app.exchange.contents import SHEET_FIELDS, SheetColumn, SheetStatus
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import APPLIED_FLAG, DECIDED, LOGGED, UPDATED
from app.exchange.sheets.folding import status_key
from app.exchange.sheets.inboxes import is_other_mail
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.tables.records import Record

_MOST_STATUSES, _MOST_LINES = 500, 5


def shown_column(column: Column) -> SheetColumn:
    """Return a column as the user sees it."""
    field = {LOGGED: "applied_on", APPLIED_FLAG: "status", UPDATED: DECIDED}.get(column.field, column.field)
    if field not in SHEET_FIELDS:
        field = ""
    return SheetColumn(column.index, clean(column.header), field, clean(column.holding.sample)[:200])


def statuses_of(body: Sequence[Record], layout: Layout) -> tuple[SheetStatus, ...]:
    """Return the statuses in a sheet's own words, the commonest first, and what each was taken for."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    lines: dict[str, list[int]] = {}
    for record in body:
        for index in layout.statuses:
            if record.problem or index >= len(record.cells) or is_nothing(record.cells[index]):
                continue
            words = line_of(record.cells[index])
            if is_other_mail(words, in_inbox=layout.is_inbox):
                continue
            key = status_key(words)
            counts[key] += 1
            if counts[key] == 1:
                first[key], lines[key] = words, [record.line]
            elif counts[key] <= _MOST_LINES:
                lines[key].append(record.line)
    statuses = []
    for key, count in counts.most_common(_MOST_STATUSES):
        meaning = layout.chosen.get(key) or layout.meaning(first[key])
        statuses.append(
            SheetStatus(
                first[key], count, meaning.stage, meaning.outcome, meaning.is_sure, meaning.is_wish, tuple(lines[key])
            )
        )
    return tuple(statuses)
