"""Days as sheets write them, in many forms and languages; whether day or month comes first is decided a file.

Nothing is assumed of the reader's country: the whole file decides, and what it leaves open is said.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from app.etiquette.text import folded
from app.exchange.found import DateOrder

_MONTH_WORDS = """
jan january januar jänner janvier enero gennaio janeiro januari
feb february februar février fev fevrier febrero febbraio fevereiro februari
mar mär mrz march märz maerz mars marzo março maart
apr april avril avr abril aprile
may mai mayo maggio maio mei
jun june juni juin junio giugno junho
jul july juli juillet juil julio luglio julho
aug august août aout agosto augustus ago
sep sept september septembre septiembre settembre setembro
oct okt october oktober octobre octubre ottobre outubro
nov november novembre noviembre novembro
dec dez december dezember décembre decembre diciembre dic dicembre dezembro
"""
_MONTHS = {
    word: number for number, line in enumerate(_MONTH_WORDS.strip().splitlines(), 1) for word in folded(line).split()
}
_NAME = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:t?\d{0,6}z?)?(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)")
_NO_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\.?(?![\d/-])(?!\.\d)")
_CHINESE = re.compile(r"(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_DAY_NAME = re.compile(
    rf"(?<!\w)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s,/-]*(?:of |de |den )?\s*({_NAME})\.?"
    r"(?:[\s,./-]*(?:de |del )?'?(\d{4}|\d{2})(?![\d:]))?(?!\w)"
)
_NAME_DAY = re.compile(
    rf"(?<!\w)({_NAME})\.?[\s/-]*(\d{{1,2}})(?:st|nd|rd|th)?(?:[\s,/-]+'?(\d{{4}}|\d{{2}})(?![\d:]))?(?![\w:])"
)
_SERIAL = re.compile(r"[3-6]\d{4}(?:[.,]\d+)?")
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?(?:\.\d+)?")
_FIRST_SERIAL = date(1899, 12, 30)
_EARLIEST, _LATEST = 1990, 2100
_BY_NAME = "name"
"""Stands for the sign between a day and a month that is named, so that their order is not open."""
_LONGEST = 120
_FEW_LETTERS = 16
"""A cell with fewer letters besides its days says a day: `Monday`, `am`, `GMT`."""


@dataclass(frozen=True, slots=True)
class _Days:
    """What the numbers of one cell may mean: a day, or two numbers whose order is open unless the month is named."""

    span: tuple[int, int]
    """Where it stands in the cell."""
    day: date | None = None
    first: int = 0
    second: int = 0
    year: int | None = None
    sign: str = ""


def looks_dated(cell: str) -> bool:
    """Return whether a cell says a day and little else."""
    text = folded(cell)
    if not text or len(text) > 70 or is_serial(text):
        return False
    found = _found(text)
    said = sum(end - start for start, end in (each.span for each in found))
    return bool(found) and sum(map(str.isalpha, text)) - said < _FEW_LETTERS


def is_serial(cell: str) -> bool:
    """Return whether a cell is a number that a spreadsheet, or a program, counts days or seconds by."""
    text = cell.strip()
    return bool(_SERIAL.fullmatch(text) or _EPOCH.fullmatch(text))


def around(cells: Iterable[str], order: DateOrder | None, today: date) -> date:
    """Return the day that those without a year are near to: the middle of a file's full days, else today."""
    days = []
    for cell in cells:
        found = _found(folded(cell))
        days += [day for each in found if each.day or each.year if (day := _resolved(each, order, today)) is not None]
    days.sort()
    return days[len(days) // 2] if days else today


def order_of(cells: Iterable[str], language: str, today: date) -> tuple[DateOrder | None, bool]:
    """Return the order of day and month in a file's dates, and whether that is sure; None: no date leaves it open.

    Args:
        cells: every date cell of the file, in its order.
        language: of the header: en, de, fr, es, zh, "" unknown.
    """
    open_days: list[_Days] = []
    day_first = month_first = year_first = has_clock = 0
    for cell in cells:
        text = folded(cell)
        has_clock += bool(re.search(r"\d\s*[ap]\.?m\b", text))
        for found in _found(text):
            if found.sign == _BY_NAME:
                continue
            if found.day is not None:
                year_first += bool(_YEAR_FIRST.search(text))
            elif found.first > 12 >= found.second:
                day_first += 1
            elif found.second > 12 >= found.first:
                month_first += 1
            open_days += [found] if found.day is None else []
    if not open_days:
        return (DateOrder.YEAR_FIRST, True) if year_first else (None, True)
    if day_first or month_first:
        order = DateOrder.DAY_FIRST if day_first >= month_first else DateOrder.MONTH_FIRST
        return order, not (day_first and month_first)
    if all(found.first == found.second for found in open_days):
        return DateOrder.MONTH_FIRST, True
    return _unproven(open_days, language, today, has_clock > 0)


def _unproven(open_days: list[_Days], language: str, today: date, has_clock: bool) -> tuple[DateOrder, bool]:
    """Return the likelier order where no number is above 12."""
    if has_clock:
        return DateOrder.MONTH_FIRST, True
    if all(found.sign == "." for found in open_days):
        return DateOrder.DAY_FIRST, True
    if language in ("de", "fr", "es"):
        return DateOrder.DAY_FIRST, True
    scores = {order: _strangeness(open_days, order, today) for order in (DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)}
    likelier = min(scores, key=lambda order: scores[order])
    return likelier, False


def _strangeness(open_days: list[_Days], order: DateOrder, today: date) -> float:
    """Return how odd a file's dates would be: in the future, or jumping back and forth."""
    days = [day for found in open_days if (day := _resolved(found, order, today)) is not None]
    future = sum(day > today for day in days)
    pairs = list(itertools.pairwise(days))
    up, down = sum(a < b for a, b in pairs), sum(a > b for a, b in pairs)
    steps = sum(abs((b - a).days) for a, b in pairs)
    return 10.0 * future + min(up, down) + steps / 1000


def read_days(cell: str, order: DateOrder | None, today: date, near: date | None = None) -> list[date]:
    """Return the days that a cell says, in its order; empty when it says none that can be read.

    Args:
        near: the day that one without a year is close to, as `around` tells it; None: the latest that is past.
    """
    text = folded(cell)
    if not text:
        return []
    if _SERIAL.fullmatch(text):
        return [_FIRST_SERIAL + timedelta(days=int(re.split(r"[.,]", text)[0]))]
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.partition(".")[0]) == 13 else 1)
        return [datetime.fromtimestamp(seconds, UTC).date()]
    days = [_resolved(found, order, today, near) for found in _found(text)]
    return [day for day in days if day is not None]


def _resolved(found: _Days, order: DateOrder | None, today: date, near: date | None = None) -> date | None:
    if found.day is not None:
        return found.day
    day, month = found.first, found.second
    if found.sign != _BY_NAME and (month > 12 or (order is not DateOrder.DAY_FIRST and day <= 12)):
        day, month = month, day
    if found.year is None:
        return _last(day, month, today) if near is None or near == today else _nearest(day, month, near)
    return _day(found.year, month, day)


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[_Days, ...]:
    """Return what a folded text says of days, in its order, no part of it twice."""
    text = text[:_LONGEST]
    found: list[_Days] = []

    def note(match: re.Match[str], days: _Days | None) -> None:
        taken = any(each.span[0] < match.end() and match.start() < each.span[1] for each in found)
        if days is not None and not taken:
            found.append(days)

    for match in _YEAR_FIRST.finditer(text):
        note(match, _certain(match.span(), int(match[1]), int(match[2]), int(match[3])))
    for match in _COMPACT.finditer(text):
        note(match, _certain(match.span(), int(match[1]), int(match[2]), int(match[3])))
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), _full_year(match[4])
        note(match, _open(match.span(), first, second, year, match[2]))
    for match in _DAY_NAME.finditer(text):
        note(match, _named(match.span(), match[1], match[2], match[3]))
    for match in _NAME_DAY.finditer(text):
        said = match[3] or _year_after(text, match.end())
        note(match, _named(match.span(), match[2], match[1], said))
    for match in _CHINESE.finditer(text):
        note(
            match,
            _Days(match.span(), None, int(match[2]), int(match[1]), None, _BY_NAME) if int(match[1]) <= 12 else None,
        )
    for match in _NO_YEAR.finditer(text):
        note(match, _open(match.span(), int(match[1]), int(match[3]), None, match[2]))
    return tuple(sorted(found, key=lambda days: days.span))


def _year_after(text: str, place: int) -> str | None:
    """Return the year at the end of a date that tells the time first: `Mar 04 10:00:00 2024`."""
    later = re.match(r"[\s,]*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[a-z]{2,4}\s+)?(\d{4})\b", text[place:])
    return later[1] if later else None


def _certain(span: tuple[int, int], year: int, month: int, day: int) -> _Days | None:
    found = _day(year, month, day)
    return None if found is None else _Days(span, found)


def _named(span: tuple[int, int], day: str, month: str, year: str | None) -> _Days | None:
    number = _MONTHS[month]
    if year is not None:
        return _certain(span, _full_year(year), number, int(day))
    if not 1 <= int(day) <= 31:
        return None
    return _Days(span, None, int(day), number, None, _BY_NAME)


def _open(span: tuple[int, int], first: int, second: int, year: int | None, sign: str) -> _Days | None:
    is_possible = 1 <= min(first, second) <= 12 and max(first, second) <= 31
    return _Days(span, None, first, second, year, sign) if is_possible else None


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else 2000 + year


def _day(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _last(day: int, month: int, today: date) -> date | None:
    """Return the latest such day that is not after today."""
    for year in range(today.year, today.year - 5, -1):
        found = _day(year, month, day)
        if found is not None and found <= today:
            return found
    return None


def _nearest(day: int, month: int, near: date) -> date | None:
    """Return the one of such days that is closest to another day."""
    found = [_day(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    return min((each for each in found if each is not None), key=lambda each: abs(each - near), default=None)
