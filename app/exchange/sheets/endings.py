"""When an application ended, or was answered: by the days of decisions and changes in its row, or beside its status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from app.etiquette.stages import Stage
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import DECIDED, UPDATED, tells_answer
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.notes import note_line
from app.exchange.sheets.statuses.meaning import Meaning

_DIGITS_WITH_YEAR = 5
"""Of a day; with fewer, its year is missing."""


class Ending(NamedTuple):
    """What the days of a row tell of its end."""

    outcome_on: date | None = None
    replied_on: date | None = None
    """The day of an answer that decided nothing."""
    dated: tuple[tuple[str, Stage, date], ...] = ()
    """The column that gives the day of the outcome, where that is none of a stage's."""
    lines: tuple[str, ...] = ()
    """Of other such days, for the notes."""


def ending(
    cells: Sequence[str],
    layout: Layout,
    meaning: Meaning,
    applied_on: date | None,
    dated: Iterable[tuple[str, Stage, date]],
) -> Ending:
    """Return when a row's application ended, or was answered.

    Args:
        meaning: how it stands.
        dated: the days in columns of stages, which come before all others.
    """
    is_over, today = meaning.outcome is not None, layout.days.today
    ends = [day for _, stage, day in dated if stage is Stage.OUTCOME]
    if is_over and ends:
        return Ending(max(ends))
    days: list[tuple[Column, date]] = []
    lines: list[str] = []
    for column in _columns_of_ends(layout):
        cell = cells[column.index]
        written = layout.days.days(cell)
        days += [(column, day) for day in written[-1:]]
        if column.field == DECIDED and not written and cell.strip():
            lines.append(note_line(column.header, cell))
    late = [(column, day) for column, day in days if applied_on is None or day >= applied_on]
    ended = late[0] if is_over and late and late[0][1] <= today else None
    if is_over and ended is None:
        ended = _beside_outcome(cells, layout, applied_on)
    lines += [
        f"{line_of(column.header)}: {day.isoformat()}"
        for column, day in days
        if column.field == DECIDED and (column, day) != ended
    ]
    outcome = ((line_of(ended[0].header), Stage.OUTCOME, ended[1]),) if ended is not None else ()
    answers = [day for column, day in late if column.field == DECIDED and tells_answer(column.header)]
    replied_on = max(answers) if answers and not is_over and not meaning.is_wish else None
    return Ending(ended[1] if ended is not None else None, replied_on, outcome, tuple(lines))


def _columns_of_ends(layout: Layout) -> list[Column]:
    """The columns whose days may be that of an end, the surest first; of a mail, the day it came is."""
    fields = (DECIDED, UPDATED, *(("applied_on",) if layout.is_inbox else ()))
    return [layout.columns[at] for field in fields for at in layout.many.get(field, ())]


def _beside_outcome(cells: Sequence[str], layout: Layout, applied_on: date | None) -> tuple[Column, date] | None:
    """Return the day, with its year, that a status names beside its outcome, as in `Rejected on 3/20/2026`."""
    for at in layout.statuses:
        cell = cells[at]
        if sum("0" <= letter <= "9" for letter in cell[:60]) < _DIGITS_WITH_YEAR:
            continue
        days = [day for day in layout.days.days(cell) if (applied_on or day) <= day <= layout.days.today]
        if days and layout.meaning(line_of(cell)).outcome is not None:
            return layout.columns[at], days[-1]
    return None
