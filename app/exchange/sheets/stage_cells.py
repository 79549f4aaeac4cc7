"""What a cell in a column of a stage says: a day, a yes, a number above 0, words. Knows no other cells of its row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.etiquette.records import OutcomeKind
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.columns.holding import flag_of
from app.exchange.sheets.days import DayReader
from app.exchange.sheets.folding import plain
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.stage_results import is_pass, names_last
from app.exchange.sheets.statuses.meaning import Meaning
from app.exchange.sheets.statuses.reading import is_status, meaning_of

_STILL_TO_COME = frozenset(
    {"scheduled", "planned", "pending", "waiting", "upcoming", "tbd", "tba", "booked", "invited", "geplant", "prevu"}
)


@dataclass(frozen=True, slots=True)
class Reached:
    """What a cell in a column of a stage says."""

    meaning: Meaning | None
    """None: not reached, or not yet."""
    days: tuple[date, ...] = ()
    words: str = ""
    """What is worth keeping of it in the notes."""


def reached(column: Column, cell: str, days: DayReader) -> Reached:
    """Return what a cell under a stage's name says: a day, a yes, a number above 0, words of a status."""
    assert column.stage is not None
    if is_nothing(cell):
        return Reached(None)
    flag = flag_of(cell)
    if flag is not None:
        return Reached(column.stage if flag else None, words=line_of(cell) if flag else "")
    written_days = days.days(cell)
    if written_days:
        is_past = column.stage.outcome is not None or min(written_days) <= days.today
        return Reached(column.stage if is_past else None, written_days)
    words = line_of(cell)
    folded = plain(words)
    if folded.isdigit():
        return Reached(column.stage if int(folded[:6]) else None, words=words)
    if _STILL_TO_COME & set(folded.split()):
        return Reached(None, words=words)
    if folded == plain(column.header):
        return Reached(column.stage)
    if column.stage.outcome is None and is_pass(words) and not names_last(column.header):
        return Reached(column.stage, words=words)
    if is_status(words):
        meaning = meaning_of(words)
        if meaning.outcome is OutcomeKind.NO_RESPONSE and column.stage.outcome is None:
            return Reached(None, words=words)
        return Reached(meaning if meaning.rank > column.stage.rank else column.stage, words=words)
    return Reached(None, words=words)
