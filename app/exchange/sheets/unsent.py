"""Whether a row shows that its application was never sent, where its status leaves that open."""

from __future__ import annotations

from collections.abc import Sequence

from app.exchange.sheets.cells import line_of, lines_of
from app.exchange.sheets.columns.holding import flag_of
from app.exchange.sheets.columns.naming import APPLIED_FLAG
from app.exchange.sheets.folding import plain_header, status_key
from app.exchange.sheets.layout import Layout
from app.exchange.sheets.placeholders import is_nothing
from app.exchange.sheets.statuses.meaning import Meaning
from app.exchange.sheets.statuses.sentences import says_unsent
from app.exchange.sheets.statuses.together import is_vague

_MOSTLY, _FEWEST = 0.6, 4
"""The share of rows, and how many, that have a day from which on one that has none was not sent."""
_ANY_DAY = (
    "date dates datum fecha fechas data datas dato tarih pvm paivamaara day tag dag jour dia giorno dzien den nap"
)
_ANY = frozenset([*_ANY_DAY.split(), "дата", "日期", "时间", "日付", "날짜", "ημερομηνια", "תאריך", "التاريخ"])
"""Names of a column of days that leave open what was done on them."""


def is_unsent(cells: Sequence[str], layout: Layout, statuses: Sequence[Meaning]) -> bool:
    """Return whether a row with nothing but vague statuses, or none, shows that it was not applied for.

    It does so where a column of its own says no, where it has no day applied on and a note says so, and where a
    program's list or a list of days of sending leaves only its day blank.

    Args:
        statuses: what the row's statuses mean.
    """
    if any(meaning.outcome is not None or meaning.rank > 0 or meaning.is_wish for meaning in statuses):
        return False
    if statuses and _is_flagged_unsent(cells, layout):
        return True
    at = layout.one.get("applied_on")
    if at is not None and layout.days.days(cells[at]):
        return False
    words = [line_of(cells[at]) for at in layout.statuses]
    words = [word for word in words if word]
    if not all(is_vague(word) and status_key(word) not in layout.chosen for word in words):
        return False
    if words and any(says_unsent(lines_of(cells[index])) for index in layout.many.get("notes", ())):
        return True
    if at is None or not is_nothing(cells[at]):
        return False
    return (bool(words) and layout.context.is_log and layout.columns[at].holding.filled > 0) or _lists_days_sent(layout)


def _is_flagged_unsent(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a column for it says no, in so many words: a blank cell may be one that nobody ticked."""
    at = layout.one.get(APPLIED_FLAG)
    return at is not None and not is_nothing(cells[at]) and flag_of(cells[at]) is False


def _lists_days_sent(layout: Layout) -> bool:
    """Whether most rows fill a column for the day of sending; one that is named just "Date" may be of anything."""
    column = layout.columns[layout.one["applied_on"]]
    is_filled = column.holding.filled >= max(column.holding.looked_at * _MOSTLY, _FEWEST)
    return is_filled and plain_header(column.header) not in _ANY and bool(column.header)


def unticked(cells: Sequence[str], layout: Layout) -> list[str] | None:
    """Return lines for the notes of a row that says in its place for the day or the tick that it was not sent."""
    if APPLIED_FLAG in layout.one:
        at = layout.one[APPLIED_FLAG]
        flag = cells[at].strip()
        if flag and flag_of(flag) is False:
            return [f"{line_of(layout.columns[at].header)}: {line_of(flag) or 'no'}"]
        if not flag and layout.is_ticked:
            return []
    return [] if layout.says_not_yet(cells) else None
