"""Days as people type them: "Friday", "in two weeks", "27 Nov". Says what it understood. `today` is given."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.etiquette.errors import NoDateError, UnreadableDateError
from app.etiquette.text import clean
from app.etiquette.time import calendar_words
from app.etiquette.time.calendar_words import Asked, Holidays, Prefer, weekday_named
from app.etiquette.time.dates import add_business_days, add_days, add_months, say_day

__all__ = [
    "LONGEST",
    "Holidays",
    "Prefer",
    "Understood",
    "distance",
    "number_of",
    "quoted",
    "say_example",
    "understand_day",
]

LONGEST = 60
"""Characters of typed text that are looked at."""
_NUMBERS = {
    name: number
    for number, names in enumerate(
        ("", "a an one", "two couple", "three few", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve")
    )
    for name in names.split()
}  # fmt: skip
_FRIDAY, _WEDNESDAY = 4, 2
_EXAMPLE_DAYS = 3
_MOST_BUSINESS_DAYS = 2000
_BEFORE = re.compile(
    r"(?:(?:by|on|until|till|before|from|around|about|at|no later than|not later than|latest|some ?time|any ?time|"
    r"probably|maybe|hopefully|likely|roughly|approximately|approx\.?|ca\.?|over|during|starting) )+(?!$)"
)
_AFTER = re.compile(r" (?:at the latest|latest|or so|or earlier|or sooner|if possible)$")


@dataclass(frozen=True, slots=True)
class Understood:
    """A day, and what to show for it: `Fri, Nov 27, in 4 days`."""

    day: date
    words: str


def understand_day(
    text: str,
    today: date,
    holidays: Holidays = frozenset(),
    prefer: Prefer = "future",
    month_first: bool | None = None,
) -> Understood:
    """Return the day that plain words mean.

    Args:
        prefer: where a day without a year, or a weekday, lies: ahead (a reply-by date) or behind.
        month_first: whether 11/12 is 12 November; None: it may be either, and is asked about.

    Raises:
        UnreadableDateError: it cannot be read; the sentence shows what can.
    """
    asked = Asked(_plain(text), today, holidays, prefer, month_first)
    for reader in _READERS:
        day = reader(asked)
        if day is not None:
            return Understood(day, f"{say_day(day, today)}, {distance(day, today)}")
    if re.fullmatch(r"\d{1,3}", asked.words):
        number = int(asked.words)
        of_month = f"the {number}{_suffix(number)}, or " if 1 <= number <= 31 else ""
        away = f"{number} days ago" if prefer == "past" else f"in {number} days"
        raise UnreadableDateError("date", f"Is that {of_month}{away}? Write it out.")
    example = say_example(today, prefer)
    examples = f"yesterday, {example}, or two weeks ago" if prefer == "past" else f"Friday, {example}, or in two weeks"
    raise NoDateError("date", f"{quoted(text)} can't be read as a date. Try {examples}.")


def quoted(text: str) -> str:
    """Return typed words in quotes, those that are too long cut at a word."""
    words = clean(text)
    short = words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0] or words[:LONGEST]} …"
    return f"“{short}”"


def say_example(today: date, prefer: Prefer = "future") -> str:
    """Return a day near `today` as an example of what can be typed: `Nov 27`."""
    day = add_days(today, -_EXAMPLE_DAYS if prefer == "past" else _EXAMPLE_DAYS)
    return f"{calendar.month_abbr[day.month]} {day.day}"


def _suffix(number: int) -> str:
    return "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _plain(text: str) -> str:
    """Return typed words in lower case, without those that change nothing; `27th` as `27.`."""
    words = clean(text[: LONGEST * 2]).casefold().replace("’", "'").replace("–", "-").replace(",", " ")
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b\.?", ".", " ".join(words.split())[:LONGEST]).rstrip("!?")
    words = _BEFORE.sub("", words, count=1) if _BEFORE.match(words) else words
    words = _AFTER.sub("", words)
    return re.sub(r"^the ", "", words)


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


_NAMED = {
    0: "today now tonight eod cob asap end_of_day end_of_the_day end_of_today close_of_business this_morning "
    "this_afternoon this_evening",
    1: "tomorrow tmrw tmr tomorow tommorow tomorrow_morning tomorrow_afternoon tomorrow_evening end_of_tomorrow",
    -1: "yesterday last_night",
    2: "day_after_tomorrow",
    -2: "day_before_yesterday",
}
_NEAR = {name.replace("_", " "): days for days, names in _NAMED.items() for name in names.split()}


def _named(asked: Asked) -> date | None:
    return add_days(asked.today, _NEAR[asked.words]) if asked.words in _NEAR else None


_WEEK = re.compile(
    r"(?:(end of|late|later|late in|early|early in|mid|middle of|beginning of|start of) ?-?)?(?:the )?"
    r"(?:(this|next|last|coming|following) )?(work ?|working )?week( after next)?"
)


def _week(asked: Asked) -> date | None:
    """ "end of the week" is its Friday, "early next week" its Wednesday (ETIQUETTE 2.26); "next week" its Friday."""
    words = re.sub(r"^(?:eow|week[- ]end|end of the work ?week)$", "end of the week", asked.words)
    match = _WEEK.fullmatch("end of the week" if words == "week's end" else words)
    if match is None or words == "week":
        return None
    weeks = {"next": 1, "following": 1, "last": -1}.get(match[2] or "", 2 if match[4] else 0)
    early = match[1] is not None and match[1] not in ("end of", "late", "later", "late in")
    day = add_days(asked.today, 7 * weeks - asked.today.weekday() + (_WEDNESDAY if early else _FRIDAY))
    return add_days(day, 7) if not weeks and day < asked.today and not asked.is_past else day


def _numbered_week(asked: Asked) -> date | None:
    """Week 49, KW 49, the week of 30 Nov: its Friday."""
    match = re.fullmatch(r"(?:calendar )?(?:week|wk|kw|cw) ?(\d{1,2})(?: (\d{4}))?", asked.words)
    if match:
        return _friday_of_week(int(match[1]), int(match[2]) if match[2] else None, asked)
    of_day = re.fullmatch(r"week (?:of|beginning|starting|commencing) (?:the )?(.+)", asked.words)
    if of_day is None:
        return None
    day = understand_day(of_day[1], asked.today, asked.holidays, asked.prefer, asked.month_first).day
    return add_days(day, _FRIDAY - day.weekday() if day.weekday() <= _FRIDAY else 7 + _FRIDAY - day.weekday())


def _friday_of_week(week: int, year: int | None, asked: Asked) -> date | None:
    for candidate_year in (year,) if year else (asked.today.year, asked.today.year + (-1 if asked.is_past else 1)):
        try:
            day = date.fromisocalendar(candidate_year, week, _FRIDAY + 1)
        except ValueError:
            continue
        if year or (day <= asked.today if asked.is_past else add_days(day, 2) >= asked.today):
            return day
    return None


def _weekend(asked: Asked) -> date | None:
    """The weekend is its Saturday; after the weekend is Monday."""
    match = re.fullmatch(r"(after )?(?:the )?(?:(this|next|last|coming) )?weekend", asked.words)
    if match is None:
        return None
    saturday = add_days(asked.today, 5 - asked.today.weekday())
    saturday = add_days(saturday, {"next": 7, "last": -7}.get(match[2] or "", 0))
    day = add_days(saturday, 2) if match[1] else saturday
    if day < asked.today and match[2] is None and not asked.is_past:
        return asked.today if not match[1] else add_days(day, 7)
    return add_days(day, -7) if day > asked.today and asked.is_past and match[2] is None else day


_WEEKDAY = re.compile(
    r"(?:(next|this|last|coming|the following|following|past) )?([a-z]+)\.?"
    r"( next week| this week| in a week| week| after next| (?:morning|afternoon|evening|night|eod|cob))?"
)


def _weekday(asked: Asked) -> date | None:
    words = re.sub(r"^(?:a )?week (?:on|from) ([a-z]+)$", r"\1 in a week", asked.words)
    words = re.sub(r"^(?:end of|eod|cob) (?=[a-z]+day$)", "", words)
    match = _WEEKDAY.fullmatch(words)
    weekday = weekday_named(match[2]) if match is not None else None
    if match is None or weekday is None:
        return None
    which, then = match[1], match[3]
    monday = add_days(asked.today, -asked.today.weekday())
    if then == " this week":
        return add_days(monday, weekday)
    if then in (" next week", " after next") or which == "next":
        return add_days(monday, (14 if then == " after next" else 7) + weekday)
    behind = (asked.today.weekday() - weekday) % 7
    if which in ("last", "past") or (asked.is_past and which is None):
        return add_days(asked.today, -(behind or 7))
    ahead = (weekday - asked.today.weekday()) % 7
    if then in (" in a week", " week"):
        return add_days(asked.today, ahead + 7)
    return add_days(asked.today, ahead or (0 if which == "this" else 7))


_UNIT = (
    r"business days?|working days?|work ?days?|bds?|days?|d|fortnights?|weeks?|wks?|w|months?|mos?|m|quarters?|years?|"
    r"yrs?|y"
)
_AMOUNT = re.compile(
    r"(?:(in|within|after|for|over) )?(?:the )?(?:(?:next|coming|about|around|another|max|maximum|up to|at most) )*"
    r"(?:the )?(?:an? )?(?:(half|[a-z]+|\d+)(?: of)? ?)?(?:more )?(?:an? )?"
    rf"({_UNIT})(?:'s? time| time)?( ago| from now| from today| later| hence| from tomorrow)?"
)
_EITHER = re.compile(rf"(\w+) ?(?:-|to|or) ?(\w+)(?= ?(?:{_UNIT})\b)")


def _amount(asked: Asked) -> date | None:
    """In two weeks, a fortnight, 10 business days, 2-3 weeks (the longer), in half a year."""
    words = _EITHER.sub(
        lambda match: match[2] if number_of(match[1]) and number_of(match[2]) else match[0], asked.words
    )
    words = re.sub(rf"\ban? ({_UNIT}) or two\b", r"two \1", words)
    match = _AMOUNT.fullmatch(words)
    if match is None or (match[2] is None and not re.search(r"\b(?:an?|in|within|after|another|fortnight)\b", words)):
        return None
    number, unit, beyond = number_of(match[2] or "a"), match[3], match[4]
    if match[2] == "half":
        return add_months(asked.today, 6) if unit[0] == "y" else None
    if number is None:
        return None
    back = beyond == " ago" or (asked.is_past and match[1] is None and beyond is None)
    start = add_days(asked.today, 1) if beyond == " from tomorrow" else asked.today
    if unit.startswith(("business", "work", "bd")):
        return None if back else add_business_days(start, min(number, _MOST_BUSINESS_DAYS), asked.holidays)
    signed = -number if back else number
    days = {"d": 1, "f": 14, "w": 7}.get(unit[0])
    if days is not None:
        return add_days(start, days * signed)
    return add_months(start, signed * {"m": 1, "q": 3, "y": 12}[unit[0]])


def _relative_to_day(asked: Asked) -> date | None:
    """Two weeks from Friday, two days after Christmas, the day before Christmas."""
    match = re.fullmatch(rf"(?:the )?(?:an? )?(?:(\w+) )?({_UNIT}) (from|after|before) (.+)", asked.words)
    number = number_of(match[1] or "a") if match is not None else None
    if match is None or number is None:
        return None
    start = understand_day(match[4], asked.today, asked.holidays, asked.prefer, asked.month_first).day
    if match[3] == "before":
        return _amount(replace(asked, words=f"{number} {match[2]} ago", today=start))
    return _amount(replace(asked, words=f"in {number} {match[2]}", today=start))


_READERS: tuple[Callable[[Asked], date | None], ...] = (
    _named,
    _week,
    _weekend,
    _weekday,
    _amount,
    calendar_words.iso_day,
    calendar_words.numeric_day,
    calendar_words.worded_day,
    calendar_words.day_of_month,
    calendar_words.part_of_month,
    calendar_words.part_of_year,
    calendar_words.weekday_of_month,
    calendar_words.feast,
    _numbered_week,
    _relative_to_day,
)
