"""What of a row goes into the notes: what a person would want to keep and no field of ours holds."""

from __future__ import annotations

from collections.abc import Sequence

from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.naming import (
    ADDED,
    CONNECTED,
    FIRST_NAME,
    LAST_NAME,
    OTHER,
    PROSE,
    REFERENCE,
    SAVED_ON,
    SKIPPED,
    SUBJECT,
    TEAM,
)
from app.exchange.sheets.folding import plain
from app.exchange.sheets.words.flags import NO

LONGEST = 500
"""Characters of a cell of a column that is none of ours; a longer one describes the job, and the link leads to it."""
_FEW_ROWS = 5


def belongs_in_notes(column: Column) -> bool:
    """Return whether a column that is none of ours is worth keeping: no id, and not the same in every row."""
    holding = column.holding
    if column.field in (REFERENCE, ADDED, SAVED_ON, SUBJECT) and holding.filled:
        return True
    if column.field not in (OTHER, TEAM, FIRST_NAME, LAST_NAME, CONNECTED) or not holding.filled:
        return False
    if holding.counts_up or (holding.tag > 0.9 and holding.distinct == holding.filled > 2 and holding.day < 0.5):
        return False
    return not (holding.is_constant and holding.looked_at >= _FEW_ROWS)


def is_left_out(column: Column) -> bool:
    """Return whether a column that holds something goes nowhere."""
    if not column.holding.filled:
        return False
    return column.field in (SKIPPED, PROSE) or (column.field == OTHER and not belongs_in_notes(column))


def note_line(header: str, cell: str) -> str:
    """Return `Header: value`, "" for what is not worth a line: nothing, a no, a text that describes the job."""
    if len(cell) > LONGEST:
        return ""
    words = line_of(cell)
    if not words or plain(words) in NO:
        return ""
    name = line_of(header).rstrip(":?")
    return f"{name}: {words}" if name else words


def joined(own: Sequence[str], lines: Sequence[str]) -> str:
    """Return the notes of a row: what stood in its own notes first, then a line for each other thing, none twice."""
    kept: list[str] = [text for text in own if text]
    there = set(kept)
    kept += [line for line in dict.fromkeys(lines) if line and line not in there]
    return "\n".join(kept)
