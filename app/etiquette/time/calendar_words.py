"""Days of the calendar as people type them: "27 Nov", "the 5th", "11/27", "mid December", "Christmas Eve"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.dates import add_days, add_months

Prefer = Literal["future", "past"]
Holidays = frozenset[date]

WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
MONTHS = tuple(name.casefold() for name in calendar.month_name)
"""From 1: at 0 stands nothing."""
_SHORT_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_EARLY, _MIDDLE = 5, 15
"""The days of a month that are meant by its beginning and its middle."""
_SLACK = timedelta(days=31)
"""How far a day without a year may lie on the other side of today."""
_PARTS = {
    "early": "early",
    "early in": "early",
    "beginning of": "early",
    "start of": "early",
    "mid": "middle",
    "middle of": "middle",
    "late": "end",
    "late in": "end",
    "end of": "end",
    "end": "end",
    "last day of": "end",
    "first day of": "first",
    "": "end",
}
PART = "|".join(sorted(filter(None, _PARTS), key=len, reverse=True))
_ORDINALS = {"first": 1, "1.": 1, "second": 2, "2.": 2, "third": 3, "3.": 3, "fourth": 4, "4.": 4, "last": -1}
_FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new year": (1, 1),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The words, in lower case and single spaces, and the day they were typed on."""

    words: str
    today: date
    holidays: Holidays
    prefer: Prefer
    month_first: bool | None
    """How a day in two numbers that may be read both ways is meant; None: not known, it is asked about."""

    @property
    def is_past(self) -> bool:
        """Whether days lie behind."""
        return self.prefer == "past"


def weekday_named(word: str) -> int | None:
    """Return the weekday of a name or an abbreviation of three letters or more, 0 for Monday, None for another word."""
    bare = word.rstrip(".")
    if len(bare) < 3:
        return None
    return _SHORT_WEEKDAYS.get(bare, next((i for i, name in enumerate(WEEKDAYS) if name.startswith(bare)), None))


def month_named(word: str) -> int | None:
    """Return the month of a name or an abbreviation of three letters or more, from 1, None for another word."""
    bare = word.rstrip(".")
    if len(bare) < 3 or bare == "sept":
        return 9 if bare == "sept" else None
    return next((i for i, name in enumerate(MONTHS) if name.startswith(bare)), None)


def iso_day(asked: Asked) -> date | None:
    """2026-11-27, 2026/11/27, 20261127; a time after it is left out."""
    match = re.fullmatch(r"(\d{4})([-./]?)(\d{1,2})\2(\d{1,2})(?:t\d\d?:?\d\d.*)?", asked.words)
    if match is None or (not match[2] and len(match[3] + match[4]) < 4):
        return None
    return _date_or_none(int(match[1]), int(match[3]), int(match[4]))


def numeric_day(asked: Asked) -> date | None:
    """27.11., 27/11, 11/27, 5.12.2026: day first with dots; with slashes what can be no month is the day."""
    match = re.fullmatch(r"(\d{1,2}) ?([./-]) ?(\d{1,2})(?: ?[./-] ?(\d{4}|\d{2})?)?", asked.words)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if first > 12 or (match[2] == "." and second <= 12):
        day, month = first, second
    elif second > 12 or first == second or asked.month_first:
        day, month = second, first
    elif asked.month_first is False:
        day, month = first, second
    else:
        either, other = (f"{calendar.month_abbr[month]} {day}" for day, month in ((first, second), (second, first)))
        raise UnreadableDateError("date", f"{asked.words} could be two different days. Write {either} or {other}.")
    return _nearest(month, day, asked) if match[4] is None else _date_or_none(_year(match[4]), month, day)


_AFTER_NAME = r"\.?(?:[ ,-]+(?P<year>'?\d{4}|'?\d{2}))?"


def worded_day(asked: Asked) -> date | None:
    """27 Nov, Nov 27, 27th of November, Fri 27 November 2026."""
    words = re.sub(
        r"^[a-z]{3,9}\.?,? (?:the )?(?=.*\d)", lambda match: "" if _is_weekday(match[0]) else match[0], asked.words
    )
    match = re.fullmatch(rf"(?P<day>\d{{1,2}})\.?[ -]?(?:of )?(?P<month>[a-z]{{3,9}}){_AFTER_NAME}", words)
    match = match or re.fullmatch(
        r"(?P<month>[a-z]{3,9})\.?[ -]?(?:the )?(?P<day>\d{1,2})\.?(?:[ ,-]+(?P<year>'?\d{4}|'\d{2}))?", words
    )
    month = month_named(match["month"]) if match is not None else None
    if match is None or month is None:
        return None
    year = match["year"]
    return _date_or_none(_year(year), month, int(match["day"])) if year else _nearest(month, int(match["day"]), asked)


def _is_weekday(words: str) -> bool:
    return weekday_named(words.split()[0].rstrip(",")) is not None


def day_of_month(asked: Asked) -> date | None:
    """27th, the 5th of next month, Friday the 27th: the next one ahead, or the last one behind."""
    words = re.sub(
        r"^[a-z]{3,9}\.? (?:the )?(?=\d)", lambda match: "" if _is_weekday(match[0]) else match[0], asked.words
    )
    match = re.fullmatch(r"(\d{1,2})\.(?: (?:of )?(?:the )?(this|next|last|following)? ?month)?", words)
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    day, which = int(match[1]), match[2]
    if which or words.endswith("month"):
        first = _month_beside(asked.today, which)
        return _date_or_none(first.year, first.month, day)
    months = (add_months(asked.today.replace(day=1), -count if asked.is_past else count) for count in range(13))
    return _first(asked, (_date_or_none(first.year, first.month, day) for first in months))


def _month_beside(today: date, which: str | None) -> date:
    """Return the first day of this, the next or the last month."""
    return add_months(today.replace(day=1), {"next": 1, "following": 1, "last": -1}.get(which or "", 0))


def part_of_month(asked: Asked) -> date | None:
    """End of the month, mid December, next month (its last day), December 2027."""
    words = re.sub(r"^(?:eom|month[- ]end|month's end)$", "end of the month", asked.words.removeprefix("in "))
    match = re.fullmatch(
        rf"(?:({PART}))?[ -]?(?:the )?(?:(this|next|last|following|coming) )?([a-z]+)\.?(?: (\d{{4}}))?", words
    )
    if match is None:
        return None
    part, which, name, year = _PARTS[match[1] or ""], match[2], match[3], match[4]
    month = month_named(name)
    if name == "month" and not year and (match[1] or which):
        first = _month_beside(asked.today, which)
        day = _part_of(first, part)
        is_over = day < asked.today and which is None and not asked.is_past
        return _part_of(add_months(first, 1), part) if is_over else day
    if month is None:
        return None
    if year:
        first_day = _date_or_none(int(year), month, 1)
        return _part_of(first_day, part) if first_day else None
    return _first(asked, (_part_of(date(year, month, 1), part) for year in _years(asked)))


def _part_of(first: date, part: str) -> date:
    if part == "end":
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first.replace(day={"first": 1, "early": _EARLY, "middle": _MIDDLE}[part])


def part_of_year(asked: Asked) -> date | None:
    """End of the year, early next year, end of the quarter, Q1."""
    words = re.sub(r"^(?:eoy|year[- ]end|year's end)$", "end of the year", asked.words.removeprefix("in "))
    words = (
        re.sub(r"^(?:early )?(?:in )?(?:the )?new year$", "early next year", words) if words != "new year" else words
    )
    words = re.sub(r"^eoq$", "end of the quarter", words)
    match = re.fullmatch(
        rf"(?:({PART}))?[ -]?(?:the )?(?:(this|next|last|following) )?(year|quarter|q[1-4])(?: (\d{{4}}))?", words
    )
    if match is None or (match[3][0] != "q" and not (match[1] or match[2])):
        return None
    part, which, span = _PARTS[match[1] or ""], match[2], match[3]
    today = asked.today
    step = {"next": 1, "following": 1, "last": -1}.get(which or "", 0)
    if span == "year":
        year = today.year + step
        month, day = {"first": (1, 1), "early": (1, _MIDDLE), "middle": (7, 1), "end": (12, 31)}[part]
        return _date_or_none(year, month, day)
    if span == "quarter":
        return _part_of_quarter(add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * step), part)
    years = [int(match[4])] if match[4] else _years(asked)
    days = (_part_of_quarter(date(year, 3 * int(span[1]) - 2, 1), part) for year in years)
    return next(iter(days), None) if match[4] else _first(asked, days)


def _part_of_quarter(first: date, part: str) -> date:
    if part == "end":
        return add_days(add_months(first, 3), -1)
    return {"first": first, "early": first.replace(day=_MIDDLE), "middle": add_months(first, 1).replace(day=_MIDDLE)}[
        part
    ]


def weekday_of_month(asked: Asked) -> date | None:
    """First Monday in December, last Friday of the month, first week of December (its seventh day)."""
    which = "|".join(map(re.escape, _ORDINALS))
    match = re.fullmatch(rf"({which}) ([a-z]+) (?:of|in) (?:the )?(?:(this|next) )?([a-z]+)", asked.words)
    if match is None:
        return None
    number, month = _ORDINALS[match[1]], month_named(match[4])
    if match[4] == "month":
        return _counted(_month_beside(asked.today, match[3]), number, match[2])
    if month is None:
        return None
    return _first(asked, (_counted(date(year, month, 1), number, match[2]) for year in _years(asked)))


def _counted(first: date, number: int, what: str) -> date | None:
    """Return the second Monday of a month, its last Friday, or the last day of its second week."""
    last, weekday = calendar.monthrange(first.year, first.month)[1], weekday_named(what)
    if what == "week":
        return first.replace(day=last if number < 0 else 7 * number)
    days = [day for day in (first.replace(day=n) for n in range(1, last + 1)) if day.weekday() == weekday]
    return days[number - 1 if number > 0 else -1] if days else None


def feast(asked: Asked) -> date | None:
    """Christmas, New Year's Eve: the days of them that everybody has."""
    feast_day = _FEASTS.get(asked.words.replace("’", "'"))
    if feast_day is None:
        return None
    return _first(asked, (date(year, *feast_day) for year in _years(asked)))


def _years(asked: Asked) -> Iterator[int]:
    """Yield the years in which a day without one may lie, the likeliest first."""
    step = -1 if asked.is_past else 1
    return (year for year in range(asked.today.year, asked.today.year + 9 * step, step) if 1 <= year <= 9999)


def _first(asked: Asked, days: Iterable[date | None]) -> date | None:
    """Return the first of these days that is not on the wrong side of today."""
    return next((day for day in days if day and (day <= asked.today if asked.is_past else day >= asked.today)), None)


def _year(text: str) -> int:
    digits = text.lstrip("'")
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, asked: Asked) -> date | None:
    """Return that day in the year in which it lies ahead (or behind); up to a month on the other side counts, too."""
    last_year = [_date_or_none(asked.today.year - 1, month, day)] if not asked.is_past and asked.today.year > 1 else []
    lately = [day for day in last_year if day and day >= asked.today - _SLACK]
    return next(iter(lately), None) or _first(
        replace(asked, today=asked.today if asked.is_past else add_days(asked.today, -_SLACK.days)),
        (_date_or_none(year, month, day) for year in _years(asked)),
    )
