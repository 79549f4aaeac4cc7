"""How far an application came, from all that its row says: status, decision, columns of stages. Knows no files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.etiquette.records import Decision, OutcomeKind
from app.etiquette.stages import Stage
from app.exchange.sheets.cells import line_of
from app.exchange.sheets.column import Column
from app.exchange.sheets.days import DayReader
from app.exchange.sheets.folding import plain
from app.exchange.sheets.holding import flag_of
from app.exchange.sheets.meaning import APPLIED, OFFER_ACCEPTED, OFFER_DECLINED, WISH, Meaning
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.stage_results import is_pass, names_last
from app.exchange.sheets.statuses import is_status, meaning_of

_STILL_TO_COME = frozenset(
    {"scheduled", "planned", "pending", "waiting", "upcoming", "tbd", "tba", "booked", "invited", "geplant", "prevu"}
)
_FIRST = (OutcomeKind.REJECTED, OutcomeKind.WITHDRAWN, OutcomeKind.OFFER, OutcomeKind.NO_RESPONSE)
"""Which outcome holds where columns of their own name several: a no ends an offer, any answer ends the silence."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What a cell in a column of a stage says."""

    meaning: Meaning | None
    """None: not reached, or not yet."""
    days: tuple[date, ...] = ()
    words: str = ""
    """What is worth keeping of it in the notes."""


_LETTERS = (Stage.THANKED, Stage.FOLLOWED_UP)
"""Columns of letters of the user's own: their days are kept, and a status beside them tells where things stand."""


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


def together(statuses: Sequence[Meaning], stages: Iterable[Meaning]) -> Meaning:
    """Return what a status, a decision and columns of stages say together.

    An outcome that is told comes before one that a column of its own names, a sure one before a guess; without any
    the furthest stage holds.
    """
    named = [stage for stage in stages if not statuses or stage.stage not in _LETTERS]
    outcome = _outcome(statuses) or _named_outcome(named)
    if outcome is not None:
        return outcome
    all_of_them = [*statuses, *named]
    if not all_of_them:
        return APPLIED
    furthest = max(all_of_them, key=lambda meaning: meaning.rank)
    if (
        furthest.rank == 0
        and any(meaning.is_wish for meaning in statuses)
        and all(m.is_wish or not m.is_sure for m in statuses)
    ):
        return WISH
    return furthest


def _outcome(statuses: Sequence[Meaning]) -> Meaning | None:
    ends = [meaning for meaning in statuses if meaning.outcome is not None]
    kinds = {end.outcome for end in ends}
    if OutcomeKind.OFFER in kinds and len(ends) > 1:
        if any(end.decision is Decision.ACCEPTED for end in ends):
            return OFFER_ACCEPTED
        if kinds & {OutcomeKind.WITHDRAWN, OutcomeKind.REJECTED}:
            return OFFER_DECLINED
    return next((end for end in ends if end.is_sure), ends[0] if ends else None)


def _named_outcome(stages: Sequence[Meaning]) -> Meaning | None:
    for kind in _FIRST:
        ends = [meaning for meaning in stages if meaning.outcome is kind]
        if ends:
            return max(ends, key=lambda end: end.decision is not None)
    return None


def dated(header: str, meaning: Meaning, days: Sequence[date]) -> tuple[tuple[str, Stage, date], ...]:
    """Return a stage's days as a row carries them."""
    return tuple((header, meaning.stage, day) for day in days)
