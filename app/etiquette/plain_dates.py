"""Days as people type them: "Friday", "in two weeks", "27 Nov". Says what it understood. `today` is given."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from app.etiquette.dates import add_business_days, add_days, add_months, say_day
from app.etiquette.errors import UnreadableDateError
from app.etiquette.text import clean

Prefer = Literal["future", "past"]
Holidays = frozenset[date]

LONGEST = 60
"""Characters of typed text that are looked at."""
_WEEKDAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_MONTHS = {
    name: i
    for i, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "couple": 2,
    "few": 3,
}
_FRIDAY, _WEDNESDAY = 4, 2


@dataclass(frozen=True, slots=True)
class Understood:
    """A day, and what to show for it: `Fri 27 Nov, in 4 days`."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words, in lower case and single spaces, and the day they were typed on."""

    words: str
    today: date
    holidays: Holidays
    prefer: Prefer


def understand_day(text: str, today: date, holidays: Holidays = frozenset(), prefer: Prefer = "future") -> Understood:
    """Return the day that plain words mean.

    Args:
        prefer: where a day without a year, or a weekday, lies: ahead (a reply-by date) or behind.

    Raises:
        UnreadableDateError: it cannot be read; the sentence shows what can.
    """
    asked = _Asked(_plain(text), today, holidays, prefer)
    for reader in _READERS:
        day = reader(asked)
        if day is not None:
            return Understood(day, f"{say_day(day, today)}, {distance(day, today)}")
    raise UnreadableDateError(
        "date", f"{clean(text)[:40]!r} is no date I can read. Try Friday, 27 Nov, in two weeks or 2026-11-27."
    )


def _plain(text: str) -> str:
    words = " ".join(clean(text[: LONGEST * 2]).casefold().replace(",", " ").split())
    words = re.sub(r"^(by|on|until|till|before|from|around|about|at) ", "", words[:LONGEST])
    words = re.sub(r"^(the) ", "", words)
    return re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", words)


def distance(day: date, today: date) -> str:
    """Return how far a day is from today: `tomorrow`, `in 4 days`."""
    days = (day - today).days
    if days in (0, 1, -1):
        return ("today", "tomorrow", "yesterday")[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def number_of(word: str) -> int | None:
    """Return the number that a word or digits stand for, None when they stand for none."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) < 5 else None
    return _NUMBERS.get(word)


def _named(asked: _Asked) -> date | None:
    near = {
        "today": 0,
        "now": 0,
        "tonight": 0,
        "tomorrow": 1,
        "yesterday": -1,
        "day after tomorrow": 2,
        "day before yesterday": -2,
    }
    if asked.words in near:
        return add_days(asked.today, near[asked.words])
    return None


def _week(asked: _Asked) -> date | None:
    """ "end of the week" is its Friday, "early next week" its Wednesday (section 2); "next week" its Friday."""
    match = re.fullmatch(
        r"(end of|late|early|mid|middle of|beginning of|start of)? ?(the|this|next)? ?(work)?week", asked.words
    )
    if match is None:
        return None
    monday = add_days(asked.today, -asked.today.weekday() + (7 if match[2] == "next" else 0))
    early = match[1] in ("early", "mid", "middle of", "beginning of", "start of")
    day = add_days(monday, _WEDNESDAY if early else _FRIDAY)
    return add_days(day, 7) if match[2] != "next" and day < asked.today else day


def _month(asked: _Asked) -> date | None:
    match = re.fullmatch(
        r"(end of|late|early|mid|middle of|beginning of|start of) ?-?(the|this|next)? ?([a-z]+)", asked.words
    )
    if match is None:
        return None
    if match[3] == "month":
        first = add_months(asked.today.replace(day=1), 1 if match[2] == "next" else 0)
    elif match[3][:3] in _MONTHS and _is_month(match[3]):
        first = _nearest(_MONTHS[match[3][:3]], 28, asked) or asked.today
        first = first.replace(day=1)
    else:
        return None
    if match[1] in ("end of", "late"):
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first.replace(day=15 if "mid" in match[1] else 5)


def _is_month(word: str) -> bool:
    name = calendar.month_name[_MONTHS[word[:3]]].casefold()
    return name.startswith(word) or (word == "sept")


def _weekday(asked: _Asked) -> date | None:
    match = re.fullmatch(r"(next|this|last|coming)? ?([a-z]+)( next week| in a week)?", asked.words)
    if match is None or match[2][:3] not in _WEEKDAYS:
        return None
    wanted = _WEEKDAYS[match[2][:3]]
    if not calendar.day_name[wanted].casefold().startswith(match[2]) and match[2] not in (
        "tues",
        "thur",
        "thurs",
        "weds",
    ):
        return None
    ahead = (wanted - asked.today.weekday()) % 7
    if match[1] == "last" or (asked.prefer == "past" and match[1] is None):
        behind = (asked.today.weekday() - wanted) % 7
        return add_days(asked.today, -(behind or 7))
    if match[3] == " next week" or match[1] == "next":
        return add_days(asked.today, 7 - asked.today.weekday() + wanted)
    if match[3]:
        return add_days(asked.today, ahead + 7)
    return add_days(asked.today, ahead or (0 if match[1] == "this" else 7))


_AMOUNT = re.compile(
    r"(?:(in|within|after) )?(?:a )?([a-z]+|\d+)(?: of)? ?(more )?"
    r"(business days?|working days?|workdays?|bd|days?|d|weeks?|wks?|w|months?|m|years?|y)"
    r"( ago| from now| from today| later)?"
)


def _amount(asked: _Asked) -> date | None:
    match = _AMOUNT.fullmatch(asked.words)
    if match is None:
        return None
    number = number_of(match[2])
    if number is None:
        return None
    back = match[5] == " ago" or (asked.prefer == "past" and match[1] is None and match[5] is None)
    unit = match[4]
    if unit.startswith(("business", "work", "bd")):
        if back:
            return None
        return add_business_days(asked.today, min(number, 2000), asked.holidays)
    signed = -number if back else number
    if unit[0] == "d":
        return add_days(asked.today, signed)
    if unit[0] == "w":
        return add_days(asked.today, 7 * signed)
    return add_months(asked.today, signed if unit[0] == "m" else 12 * signed)


def _iso(asked: _Asked) -> date | None:
    match = re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", asked.words)
    return _made(int(match[1]), int(match[2]), int(match[3])) if match else None


def _numeric(asked: _Asked) -> date | None:
    """27.11., 27/11, 11/27, 5.12.2026: day first with dots; with slashes what can be a month is the month."""
    match = re.fullmatch(r"(\d{1,2})([./-])(\d{1,2})(?:[./-](\d{4}|\d{2})?)?", asked.words)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if first > 12 or (match[2] == "." and second <= 12):
        day, month = first, second
    elif second > 12:
        day, month = second, first
    elif first == second:
        day = month = first
    else:
        either, other = (f"{day} {calendar.month_abbr[month]}" for day, month in ((first, second), (second, first)))
        raise UnreadableDateError("date", f"{asked.words} may be two days; write {either} or {other}.")
    if match[4] is None:
        return _nearest(month, day, asked)
    return _made(int(match[4]) + (2000 if len(match[4]) == 2 else 0), month, day)


def _worded(asked: _Asked) -> date | None:
    """27 Nov, Nov 27, Fri 27 November 2026."""
    words = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.? ", "", asked.words)
    match = re.fullmatch(r"(\d{1,2})\.?[ -]?(?:of )?([a-z]{3,9})\.?[ -]?(\d{4})?", words)
    day, month, year = (match[1], match[2], match[3]) if match else ("", "", None)
    if match is None:
        match = re.fullmatch(r"([a-z]{3,9})\.? ?(\d{1,2})\.?(?: (\d{4}))?", words)
        if match is None:
            return None
        month, day, year = match[1], match[2], match[3]
    if month[:3] not in _MONTHS or not _is_month(month):
        return None
    number = _MONTHS[month[:3]]
    return _made(int(year), number, int(day)) if year else _nearest(number, int(day), asked)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, asked: _Asked) -> date | None:
    """Return that day in the year in which it lies ahead (or behind); up to a month on the other side counts, too."""
    slack = timedelta(days=31)
    for year in (
        range(asked.today.year, asked.today.year + 9)
        if asked.prefer == "future"
        else range(asked.today.year, asked.today.year - 9, -1)
    ):
        found = _made(year, month, day) if 1 <= year <= 9999 else None
        if found and (found >= asked.today - slack if asked.prefer == "future" else found <= asked.today):
            return found
    return None


_READERS: tuple[Callable[[_Asked], date | None], ...] = (
    _named,
    _week,
    _month,
    _weekday,
    _amount,
    _iso,
    _numeric,
    _worded,
)
