"""In which order a file writes a day in numbers: decided once from all that it holds, never cell by cell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.exchange.contents import DateOrder
from app.exchange.sheets.days import NUMERIC

_SAID = (
    (re.compile(r"\b(d{1,2}|t{1,2}|j{1,2})[./ -]m{1,2}[./ -](y|j|a)", re.IGNORECASE), DateOrder.DAY_FIRST),
    (re.compile(r"\bm{1,2}[./ -](d{1,2}|j{1,2})[./ -](y|a)", re.IGNORECASE), DateOrder.MONTH_FIRST),
    (re.compile(r"\by{2,4}[./ -]m{1,2}", re.IGNORECASE), DateOrder.YEAR_FIRST),
)
_YEAR_FIRST = re.compile(r"(?<!\d)\d{4}[-/.年]")
_AMERICAN = re.compile(r"\d\s?[AP]M\b|\$\s?\d", re.IGNORECASE)
_OTHER_MONEY = re.compile(r"[£€₹]\s?\d|\d\s?(€|EUR|GBP|INR|LPA)\b", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\.?")
_MONTH_FIRST = frozenset({"zh", "ja", "ko", "hu"})
"""Languages in which a day without its year begins with the month."""
_FEWEST_DAYS, _CLOSER = 2, 3
_FEWEST_IN_ORDER = 4
_IN_ORDER, _CLEARLY = 0.8, 0.2
"""The share of neighbours that follow each other in time, and by how much the other reading must fall behind."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The file's order, None when no day in it is written in numbers alone."""

    order: DateOrder | None
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a file's order is told from."""

    applied: Sequence[str]
    """The cells of the day applied on, in file order."""
    others: Sequence[str]
    """The cells of all other columns of days."""
    headers: Sequence[str]
    languages: frozenset[str]
    money: Sequence[str]
    """Cells in which sums of money may stand."""
    today: date


def decide_order(evidence: Evidence) -> Decided:
    """Return the order: as a header states, as a day above 12 shows, as the dates make sense, as is usual."""
    cells = [*evidence.applied, *evidence.others]
    numbers = [match for cell in cells if (match := NUMERIC.search(cell[:60]))]
    if not numbers:
        short = [match for cell in cells if (match := _SHORT.fullmatch(cell.strip()))]
        if short:
            return _of_short(short, evidence)
        return Decided(DateOrder.YEAR_FIRST if any(map(_YEAR_FIRST.search, cells)) else None)
    for header in evidence.headers:
        for pattern, order in _SAID:
            if pattern.search(header):
                return Decided(order)
    if _is_year_first(numbers):
        return Decided(DateOrder.YEAR_FIRST)
    day_first = sum(1 for match in numbers if int(match[1]) > 12 >= int(match[3]))
    month_first = sum(1 for match in numbers if int(match[3]) > 12 >= int(match[1]))
    if day_first or month_first:
        order = DateOrder.DAY_FIRST if day_first >= month_first else DateOrder.MONTH_FIRST
        return Decided(order, not (day_first and month_first))
    if any(match[2] == "." for match in numbers):
        return Decided(DateOrder.DAY_FIRST)
    return _by_neighbours(evidence.applied) or _by_sense(evidence) or _by_custom(evidence)


def _of_short(days: Sequence[re.Match[str]], evidence: Evidence) -> Decided:
    """Return the order of days that are all without a year: 12/3."""
    day_first = sum(1 for match in days if int(match[1]) > 12)
    month_first = sum(1 for match in days if int(match[2]) > 12)
    if day_first or month_first:
        order = DateOrder.DAY_FIRST if day_first >= month_first else DateOrder.MONTH_FIRST
        return Decided(order, not (day_first and month_first))
    if any("." in match[0] for match in days) and not evidence.languages & _MONTH_FIRST:
        return Decided(DateOrder.DAY_FIRST)
    return _by_custom(evidence)


def _is_year_first(numbers: list[re.Match[str]]) -> bool:
    """Return whether days are written like 24/03/15: two digits each, the first hardly changes and the last does."""
    firsts = {int(match[1]) for match in numbers}
    lasts = {match[4] for match in numbers}
    if len(numbers) < 3 or any(len(last) != 2 for last in lasts):
        return False
    return min(firsts) >= 15 and len(firsts) <= 3 and len(lasts) > len(firsts) and max(map(int, lasts)) <= 31


def _by_neighbours(cells: Sequence[str]) -> Decided | None:
    """Return the order in which days lie closer to neighbors written year first; None when that is not clear."""
    days = [_iso(cell) for cell in cells]
    if sum(1 for day in days if day is not None) < _FEWEST_DAYS:
        return None
    apart = dict.fromkeys((DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST), 0)
    before: date | None = None
    following = _following(days)
    for cell, day, after in zip(cells, days, following, strict=True):
        if day is not None:
            before = day
            continue
        for order in apart:
            beside = [abs((read - other).days) for read in _read([cell], order) for other in (before, after) if other]
            apart[order] += min(beside, default=0)
    best, other = sorted(apart, key=lambda order: apart[order])
    return Decided(best) if apart[best] * _CLOSER + 7 < apart[other] else None


def _iso(cell: str) -> date | None:
    match = _ISO.match(cell.strip())
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _following(days: Sequence[date | None]) -> list[date | None]:
    """Return for each cell the next day below it that is written year first."""
    after: date | None = None
    following: list[date | None] = []
    for day in reversed(days):
        following.append(after)
        after = day or after
    return following[::-1]


def _by_sense(evidence: Evidence) -> Decided | None:
    """Decide by sense: nobody has applied in the future, and rows are mostly written one day after the other."""
    readings = {order: _read(evidence.applied, order) for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)}
    tomorrow = evidence.today + timedelta(days=1)
    possible = [order for order, days in readings.items() if all(day <= tomorrow for day in days)]
    if len(possible) == 1:
        return Decided(possible[0])
    shares = {order: _share_in_order(days) for order, days in readings.items()}
    best, other = sorted(shares, key=lambda order: -shares[order])
    if shares[best] >= _IN_ORDER and shares[best] - shares[other] >= _CLEARLY:
        return Decided(best)
    return None


def _read(cells: Iterable[str], order: DateOrder) -> list[date]:
    days = []
    for cell in cells:
        match = NUMERIC.search(cell[:60])
        if match is None:
            continue
        day, month = int(match[1]), int(match[3])
        if order is DateOrder.MONTH_FIRST:
            day, month = month, day
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return days


def _share_in_order(days: list[date]) -> float:
    steps = [(after - before).days for before, after in itertools.pairwise(days) if after != before]
    if len(steps) + 1 < _FEWEST_IN_ORDER:
        return 0.0
    up = sum(1 for step in steps if step > 0)
    return max(up, len(steps) - up) / len(steps)


def _by_custom(evidence: Evidence) -> Decided:
    """All languages known here but English write the day first; of English the Americans do not."""
    if evidence.languages - {"en", *_MONTH_FIRST}:
        return Decided(DateOrder.DAY_FIRST)
    if evidence.languages & _MONTH_FIRST:
        return Decided(DateOrder.MONTH_FIRST, False)
    cells = [*evidence.money, *evidence.applied]
    american, other = (any(pattern.search(cell) for cell in cells) for pattern in (_AMERICAN, _OTHER_MONEY))
    return Decided(DateOrder.DAY_FIRST if other and not american else DateOrder.MONTH_FIRST, False)
