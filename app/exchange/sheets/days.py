"""The days that a cell of a spreadsheet speaks of, in whatever way they are written. Knows no columns.

Which of 8/5/2019's numbers is the month is decided for the whole file (`day_order`) and given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TypeAlias

from app.exchange.contents import DateOrder
from app.exchange.sheets.folding import plain
from app.exchange.sheets.month_words import in_english
from app.exchange.sheets.words.months import AROUND_DAYS, MONTHS

LONGEST = 200
"""Characters of a cell that are looked at."""
_FIRST_YEAR, _YEARS_AHEAD = 1990, 5
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_FIRST, _EXCEL_LAST = 32_874, 62_000
"""1990 and 2069 as a spreadsheet program counts days."""
_YEARLESS_SLACK, SELDOM_SLACK = timedelta(days=31), timedelta(days=183)
"""Where most days have a year, and where a year is written once for all days around it."""

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/._])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_PLAIN = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}")
"""What most files hold: looked for first, for speed alone."""
_CJK = re.compile(
    r"(?:(\d{4}|\d{2})\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?|(?:(\d{4})년\s?)?(\d{1,2})월\s?(\d{1,2})일"
)
NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])")
"""Day, month and year in numbers, in an order that the cell alone does not tell."""
_DAY_MONTH = re.compile(
    r"(?<![\w.])(\d{1,2})(?:st|nd|rd|th|er|ª|º|°)?\.?[\s\-/.,]{0,3}(?:of |de |d['’])?([^\W\d_]{3,14})\.?"
    r"(?:[\s\-/.,]{0,3}(?:de |del )?['’]?(\d{4}|\d{2}))?(?![\d:])",
)
_MONTH_DAY = re.compile(
    r"(?<!\w)([^\W\d_]{3,12})\.?[\s\-/]{0,3}(\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:[\s,/\-]{1,3}['’]?(\d{4}|\d{2})(?![\d:]))?"
)
_YEAR_MONTH_DAY = re.compile(
    r"(?<!\d)(?P<year>\d{4})[.\s,/\-]{1,3}(?P<month>[^\W\d_]{3,14})[.\s,/\-]{1,3}(?P<day>\d{1,2})(?!\d)"
)
_SLIPS = (
    re.compile(r"(\d{1,2})[./-](\d{1,2})((?:19|20)\d{2})"),
    re.compile(r"(\d{2})(\d{2})[./-]((?:19|20)\d{2})"),
)
"""Two numbers and a year, between two of which the separator was left out: 8/82019."""
_YEAR_SLIP = re.compile(r"((?:19|20)\d{2})(?:-(\d{2})(\d{2})|(\d{2})-(\d{2}))")
_DOUBLED = re.compile(r"(?<=\d)\s*([./-])(?:\s*[./-])+\s*(?=\d)")
_ERA = re.compile(r"(?:令和|R)(\d{1,2}|元)(?:年|[./])(\d{1,2})(?:月|[./])(\d{1,2})日?")
_ERA_ZERO = 2018
"""The year before the era Reiwa."""
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2530, 2600)
_SHORT = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\.?")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[T ]?\d{4,6})?")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(
    r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s?([ap]\.?m\.?)?(z|[+-]\d{2}:?\d{2})?|\b(utc|gmt|uhr)\b", re.IGNORECASE
)


_Reading: TypeAlias = "Callable[[DayReader, re.Match[str]], date | None]"


@dataclass(slots=True)
class DayReader:
    """Reads the days of one file."""

    order: DateOrder
    today: date
    newest: date | None = None
    """The latest day written with its year, where the file is an old one: a day without a year lies before it."""
    slack: timedelta = _YEARLESS_SLACK
    """How long after the newest day a day without a year may lie in an old file."""
    read: dict[str, tuple[date, ...]] = field(default_factory=dict)

    def days(self, cell: str) -> tuple[date, ...]:
        """Return the days in a cell in the order written; none when it holds none that can be read."""
        text = _western(cell[:LONGEST].strip())
        days = self.read.get(text)
        if days is None:
            if len(self.read) > 100_000:
                self.read.clear()
            days = self.read[text] = tuple(dict.fromkeys(self._all(text)))
        return days

    def days_so_far(self, cell: str) -> tuple[date, ...]:
        """Return the days in a cell of what has happened: read in the other order where this one gives only days to
        come, and none where both do."""
        days = self.days(cell)
        if not days or min(days) <= self.today:
            return days
        is_day_first = self.order is DateOrder.DAY_FIRST
        other = replace(self, order=DateOrder.MONTH_FIRST if is_day_first else DateOrder.DAY_FIRST, read={})
        return tuple(day for day in other.days(cell) if day <= self.today)

    def _all(self, text: str) -> Iterator[date]:
        if not any("0" <= letter <= "9" for letter in text):
            return
        if _PLAIN.fullmatch(text):
            pattern, reading = (_YEAR_FIRST, DayReader.year_first) if text[4] == "-" else (NUMERIC, DayReader.numeric)
            match = pattern.fullmatch(text)
            day = reading(self, match) if match else None
            if day is not None:
                yield day
            return
        text = _DOUBLED.sub(r"\1", text)
        alone = self._alone(text) or self._slipped(text)
        if alone is not None:
            yield alone
            return
        for match, reader in sorted(_matches(text), key=lambda one: one[0].start()):
            day = reader(self, match)
            if day is not None:
                yield day

    def _alone(self, text: str) -> date | None:
        """Return a day written in a way that counts only if the cell holds nothing else: 3/14, 20240314, 45365."""
        short = _SHORT.fullmatch(text)
        if short:
            return self._of(int(short[1]), int(short[3]), None, short[2])
        compact = _COMPACT.fullmatch(text)
        if compact:
            return self._made(int(compact[1]), int(compact[2]), int(compact[3]))
        serial = _SERIAL.fullmatch(text)
        if serial and _EXCEL_FIRST <= int(serial[1]) <= _EXCEL_LAST:
            return _EXCEL_DAY_ZERO + timedelta(days=int(serial[1]))
        epoch = _EPOCH.fullmatch(text)
        if epoch:
            moment = datetime.fromtimestamp(int(epoch[1]), UTC).date()
            return self._made(moment.year, moment.month, moment.day)
        return None

    def _slipped(self, text: str) -> date | None:
        """Return a day in whose numbers a separator is missing."""
        for pattern in _SLIPS:
            match = pattern.fullmatch(text)
            if match:
                return self._of(int(match[1]), int(match[2]), int(match[3]), text[len(match[1])])
        match = _YEAR_SLIP.fullmatch(text)
        if match:
            month, day = (match[2], match[3]) if match[2] else (match[4], match[5])
            return self._made(int(match[1]), int(month), int(day))
        era = _ERA.fullmatch(text)
        if era:
            year = 1 if era[1] == "元" else int(era[1])
            return self._made(_ERA_ZERO + year, int(era[2]), int(era[3]))
        return None

    def _of(self, first: int, second: int, year: int | None, between: str) -> date | None:
        """Two numbers in the file's order, with dots the day first; the other one where this cannot be a day."""
        is_said = self.order is DateOrder.MONTH_FIRST and year is None
        month_first = is_said or (self.order is not DateOrder.DAY_FIRST and between != ".")
        month, day = (first, second) if month_first else (second, first)
        if month > 12 >= day:
            month, day = day, month
        return self._yearless(month, day) if year is None else self._made(year, month, day)

    def _made(self, year: int, month: int, day: int) -> date | None:
        if year in _BUDDHIST_YEARS:
            year -= _BUDDHIST
        if not _FIRST_YEAR <= year <= self.today.year + _YEARS_AHEAD:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None

    def _yearless(self, month: int, day: int) -> date | None:
        """Return the day in the year before today, or in an old file in the year before its newest day."""
        until = self.today
        if self.newest is not None and self.newest < self.today - timedelta(days=366):
            until = self.newest + self.slack
        for year in range(until.year, until.year - 9, -1):
            day_then = self._made(year, month, day)
            if day_then is not None and day_then <= until:
                return day_then
        return None

    def year_first(self, match: re.Match[str]) -> date | None:
        """2024-03-14; 2024-14-03 where it can only be that."""
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        return self._made(year, day, month) if month > 12 >= day else self._made(year, month, day)

    def cjk(self, match: re.Match[str]) -> date | None:
        """2024年3月14日, 3月14日, 3월 14일."""
        if match[5]:
            month, day = int(match[5]), int(match[6])
            return self._made(int(match[4]), month, day) if match[4] else self._yearless(month, day)
        month, day = int(match[2]), int(match[3])
        return self._made(_full_year(match[1]), month, day) if match[1] else self._yearless(month, day)

    def numeric(self, match: re.Match[str]) -> date | None:
        """8/5/2019, 5.8.19."""
        first, second = int(match[1]), int(match[3])
        if self.order is DateOrder.YEAR_FIRST and len(match[4]) == 2 and second <= 12:
            return self._made(2000 + first, second, int(match[4]))
        return self._of(first, second, _full_year(match[4]), match[2])

    def day_month(self, match: re.Match[str]) -> date | None:
        """14 March 2024, 8-Jul, 14. März, 3 de marzo de 2024."""
        return self._worded(match[2], match[1], match[3])

    def month_day(self, match: re.Match[str]) -> date | None:
        """March 14, 2024; not Mar-24, which is a month."""
        if match[3] is None and re.fullmatch(r"[^\W\d_]+-(1[3-9]|2\d|3\d)", match[0]):
            return None
        return self._worded(match[1], match[2], match[3])

    def year_month_day(self, match: re.Match[str]) -> date | None:
        """2026. március 12., 2026-Mar-12."""
        return self._worded(match["month"], match["day"], match["year"])

    def _worded(self, name: str, day: str, year: str | None) -> date | None:
        month = month_of(name)
        if month is None:
            return None
        return self._made(_full_year(year), month, int(day)) if year else self._yearless(month, int(day))


def _western(text: str) -> str:
    """A text with the digits of any script as 0 to 9, and with months that are no plain words in English."""
    if text.isascii():
        return text
    text = in_english(text)
    return "".join(str(unicodedata.digit(letter, letter)) if letter.isdigit() else letter for letter in text)


def month_of(name: str) -> int | None:
    """Return the month that a name stands for, None when it is no month's."""
    return MONTHS.get(plain(name))


@lru_cache(maxsize=50_000)
def looks_like_day(cell: str) -> bool:
    """Return whether a cell holds one or more days and hardly anything else."""
    text = _western(cell.strip())
    if _PLAIN.fullmatch(text) or _ERA.fullmatch(text):
        return True
    if not text or len(text) > 60 or not any("0" <= letter <= "9" for letter in text):
        return False
    short = _SHORT.fullmatch(text)
    if _COMPACT.fullmatch(text) or (short is not None and _is_short_day(short)):
        return True
    matches = _matches(text)
    if not matches:
        return False
    left = _CLOCK.sub(" ", text)
    for match, _ in matches:
        left = left.replace(match[0], " ")
    words = [word for word in _LETTERS.findall(plain(left)) if word not in AROUND_DAYS]
    return sum(map(len, words)) <= 3


def _is_short_day(short: re.Match[str]) -> bool:
    return 0 < int(short[1]) <= 31 and 0 < int(short[3]) <= 31 and (short[2] != "." or short[0].endswith("."))


def _full_year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _matches(text: str) -> list[tuple[re.Match[str], _Reading]]:
    """Return the matches that look like days, without those that lie inside another."""
    matches: list[tuple[re.Match[str], _Reading]] = []
    for pattern, reading in _READINGS:
        for match in pattern.finditer(text):
            if reading in _WORDED and month_of(match[_WORDED[reading]]) is None:
                continue
            if all(match.end() <= other.start() or match.start() >= other.end() for other, _ in matches):
                matches.append((match, reading))
    return matches


_READINGS: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (_YEAR_FIRST, DayReader.year_first),
    (_CJK, DayReader.cjk),
    (NUMERIC, DayReader.numeric),
    (_YEAR_MONTH_DAY, DayReader.year_month_day),
    (_DAY_MONTH, DayReader.day_month),
    (_MONTH_DAY, DayReader.month_day),
)
_WORDED: dict[_Reading, int] = {DayReader.year_month_day: 2, DayReader.day_month: 2, DayReader.month_day: 1}
"""Ways of writing in which the month is a word, and the group that it stands in."""
