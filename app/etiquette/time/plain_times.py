"""Moments and lengths as people type them: "tomorrow 14:30", "Fri 10am", "45 min". `now` and the zone are given."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from app.etiquette.errors import NoDateError, UnreadableDateError
from app.etiquette.text import clean
from app.etiquette.time.dates import (
    add_time,
    at,
    local,
    local_day,
    name_in_doubled_hour,
    read_instant,
    say_clock,
    say_moment,
)
from app.etiquette.time.plain_dates import (
    LONGEST,
    Prefer,
    distance,
    number_of,
    quoted,
    say_example,
    understand_day,
)


@dataclass(frozen=True, slots=True)
class UnderstoodMoment:
    """A UTC instant, and what to show for it: `Fri, Nov 27 at 2:30 PM, in 4 days`."""

    moment: datetime
    words: str
    is_day: bool = False
    """Whether only the day was given, so that the time of the moment is one that nobody gave."""


_CLOCK = re.compile(
    r"(?:(?:at|@|around|about) ?)?(?:(\d{1,2})[:.h](\d{2})(?::\d{2})?|(\d{1,2}))"
    r"(?: ?(am|pm|a\.m\.?|p\.m\.?|a|p|h|uhr|o'clock|sharp))?"
)
_HALVES = {
    "noon": time(12),
    "midday": time(12),
    "midnight": time(0),
    "morning": time(9),
    "afternoon": time(14),
    "evening": time(18),
}
_HALF_BEHIND = re.compile(r"(.*\d) (in the (?:morning|afternoon|evening)|at night)")
_PAST_HOUR = re.compile(r"(?:at )?(half past|quarter past|quarter to) (\w+)(?: ?(am|pm))?")
_MINUTES = {"half past": 30, "quarter past": 15, "quarter to": -15}
_SAID = {
    "just now": "now",
    "right now": "now",
    "tonight": "today evening",
    "last night": "yesterday evening",
    "this morning": "today morning",
    "this afternoon": "today afternoon",
    "this evening": "today evening",
}
_EARLIEST_HOUR = 7
"""An hour before it that stands alone is one of the afternoon: "at 3" is 15:00."""
_SPAN = re.compile(
    r"(?:in |about |around )*(\w+) ?(?:(a|an) )?(min|mins|minutes?|hours?|hrs?|h|m)( ago| from now| later)?"
)
_MOST_HOURS = 24


def _clock(words: str, *, bare: bool) -> time | None:
    """Return a time of day; a bare number such as `14` counts only where `bare` says so."""
    words = re.sub(r"^(?:at|in the) (?=[a-z])(?!half|quarter)", "", words)
    if half := _HALF_BEHIND.fullmatch(words):
        return _clock(f"{half[1]} {'am' if half[2] == 'in the morning' else 'pm'}", bare=bare)
    if words in _HALVES:
        return _HALVES[words]
    match = _CLOCK.fullmatch(words)
    if match is None:
        return _past_the_hour(words)
    if match[3] and not match[4] and not bare:
        return None
    if match[3] and not match[4]:
        return _time(_likely(int(match[3])), 0, "")
    return _time(int(match[1] or match[3]), int(match[2] or 0), match[4] or "")


def _likely(hour: int) -> int:
    return hour + 12 if 0 < hour < _EARLIEST_HOUR else hour


def _past_the_hour(words: str) -> time | None:
    """Return the time of `half past two`, `quarter to 3 pm`."""
    match = _PAST_HOUR.fullmatch(words)
    hour = number_of(match[2]) if match is not None else None
    if match is None or hour is None:
        return None
    whole = _time(hour if match[3] else _likely(hour), 0, match[3] or "")
    if whole is None:
        return None
    minutes = (whole.hour * 60 + _MINUTES[match[1]]) % (24 * 60)
    return time(minutes // 60, minutes % 60)


def _time(hour: int, minute: int, half: str) -> time | None:
    if half[:1] in ("a", "p") and half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def understand_moment(
    text: str,
    now: datetime,
    zone: tzinfo,
    prefer: Prefer = "future",
    today: date | None = None,
    month_first: bool | None = None,
) -> UnderstoodMoment:
    """Return the instant that plain words mean in `zone`: "tomorrow 14:30", "Fri 10am", "in 2 hours", "now".

    A wall-clock time that the clock skips is taken as after the gap.

    Args:
        today: what "today" means to who typed it, where that is another day than in `zone`.
        month_first: see `understand_day`.

    Raises:
        UnreadableDateError: it cannot be read, or has no time.
    """
    words = clean(text[: LONGEST * 2]).casefold().replace(",", " ").replace("’", "'")
    words = " ".join(words.split())[:LONGEST]
    today = today or local_day(now, zone)
    words = _SAID.get(words, words)
    if words == "now":
        return UnderstoodMoment(now, "now")
    moment = _from_now(words, now) or _iso(words, zone)
    if moment is None:
        reading = _Reading(today, zone, prefer, month_first)
        with suppress(NoDateError):  # said below, of all that was typed
            moment = _which_of_two(words, reading) or _day_and_time(words, reading)
    if moment is None:
        day = say_example(today, prefer)
        examples = f"yesterday 3 PM, or {day} at 15:00" if prefer == "past" else f"tomorrow 2:30 PM, or {day} at 14:30"
        raise NoDateError("starts", f"{quoted(text)} can't be read as a date and time. Try {examples}.")
    return UnderstoodMoment(moment, f"{say_moment(moment, now, zone)}, {distance(local_day(moment, zone), today)}")


@dataclass(frozen=True, slots=True)
class _Reading:
    today: date
    zone: tzinfo
    prefer: Prefer
    month_first: bool | None

    def day(self, words: str) -> date:
        """Return the day of some words, today for none."""
        if not words:
            return self.today
        return understand_day(words, self.today, prefer=self.prefer, month_first=self.month_first).day


def _from_now(words: str, now: datetime) -> datetime | None:
    """Return the moment of `in 2 hours`, `half an hour ago`, `in 90 min`."""
    match = _SPAN.fullmatch(words)
    if match is None or not (words.startswith("in ") or match[4]):
        return None
    number = 0.5 if match[1] == "half" else number_of(match[1])
    if number is None:
        return None
    span = timedelta(hours=number) if match[3].startswith("h") else timedelta(minutes=number)
    return add_time(now, -span if match[4] == " ago" else span)


def _iso(words: str, zone: tzinfo) -> datetime | None:
    """Return the moment of 2026-11-27T14:30+01:00, with an offset, a `Z`, or neither."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(z|[+-]\d\d:?(?:\d\d)?)?", words)
    if match is None:
        return None
    try:
        return read_instant(f"{match[1]}T{match[2]}{(match[3] or '').upper()}", zone)
    except UnreadableDateError:
        return None


def _day_and_time(words: str, reading: _Reading) -> datetime | None:
    """Return the moment of a day and a time in either order; a time alone is meant today.

    Raises:
        UnreadableDateError: there is a time, and what is beside it is not a day, or may be two.
    """
    parts = words.split(" ")
    for split in range(len(parts)):
        first, last = " ".join(parts[:split]), " ".join(parts[split:])
        clock = _clock(last, bare=bool(first) and last.startswith(("at ", "@")))
        if clock is not None:
            if not first:
                _refuse_a_day(last)
            return at(reading.day(first.removesuffix(" at")), clock, reading.zone)
    for split in range(1, len(parts)):
        clock = _clock(" ".join(parts[:split]), bare=False)
        if clock is not None:
            return at(reading.day(" ".join(parts[split:])), clock, reading.zone)
    return None


def _which_of_two(words: str, reading: _Reading) -> datetime | None:
    """Return the moment of a day and a time that the clocks show twice, with the zone's name behind it, which says
    which of the two is meant: `Nov 1 1:30 am est`."""
    before, _, name = words.rpartition(" ")
    if re.fullmatch(r"[a-z]{3,5}|utc[+-]\d[\d:]*", name) is None:
        return None
    try:
        moment = _day_and_time(before, reading)
    except UnreadableDateError:
        moment = None
    if moment is None:
        return None
    there = local(moment, reading.zone)
    both = (there.replace(fold=fold) for fold in (0, 1))
    return next((one.astimezone(UTC) for one in both if name_in_doubled_hour(one).casefold() == name), None)


def _refuse_a_day(words: str) -> None:
    """Raise when what would be a time alone may be a day as well: 5.12 is the 5th of December, too."""
    match = re.fullmatch(r"(\d{1,2})\.(\d{2})", words)
    if match is not None and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12:
        raise UnreadableDateError(
            "starts", f"Is {words} a day or a time? Write {match[1]}:{match[2]} for the time, or the day with its time."
        )


_HOURS = r"(?:h|hours?|hrs?)"
_MINS = r"(?:m|min|mins|minutes?|')"
_LENGTH = re.compile(
    rf"(?:(?:an?|one) {_HOURS}|(?P<hours>\d{{1,2}}|[a-z]+)(?:[.,](?P<part>\d{{1,2}}))? ?{_HOURS})?"
    rf"(?: ?(?:and )?(?P<half>a half|half an hour|half hour|30 ?{_MINS}))?"
    rf"(?: ?(?:and )?(?P<minutes>\d{{1,3}}) ?{_MINS}?)?"
)


def understand_length(text: str, starts: datetime, zone: tzinfo) -> timedelta:
    """Return how long something lasts: "45 min", "1h", "1:30", "1.5 hours", "half an hour", "until 15:00".

    Raises:
        UnreadableDateError: it cannot be read, or would be over before it starts.
    """
    words = " ".join(clean(text[:LONGEST]).casefold().replace("½", ".5").split())
    until = re.fullmatch(r"(?:until|till|to|ends at|-) ?(.+)", words)
    if until and (clock := _clock(until[1], bare=True)) is not None:
        return _until(clock, until[1], starts, zone)
    length = _length(words)
    if length is None:
        raise UnreadableDateError(
            "length", f"{quoted(text)} can't be read as a length of time. Try 45 min, 1 h, or until 3 PM."
        )
    if not timedelta(0) < length <= timedelta(hours=_MOST_HOURS):
        raise UnreadableDateError("length", "An interview lasts between a minute and a day.")
    return length


def _until(clock: time, words: str, starts: datetime, zone: tzinfo) -> timedelta:
    """Return how long it is until a time of day; `until 3` is 15:00 where 3:00 is over."""
    for hours in (0, 12) if clock.hour < 12 and re.fullmatch(r"[\d:.]+", words) else (0,):
        ends = at(local_day(starts, zone), clock.replace(hour=clock.hour + hours), zone)
        if ends > starts:
            return ends - starts
    raise UnreadableDateError(
        "length", f"It would end at {say_clock(datetime.combine(date.min, clock))}, before it starts."
    )


def _length(words: str) -> timedelta | None:
    colon = re.fullmatch(r"(\d{1,2}):(\d{2})(?: ?h)?", words)
    if colon:
        return timedelta(hours=int(colon[1]), minutes=int(colon[2]))
    if re.fullmatch(r"half[ -]hour", words):
        return timedelta(minutes=30)
    if re.fullmatch(r"\d{1,3}", words):
        return timedelta(minutes=int(words)) if int(words) >= 10 else None
    match = _LENGTH.fullmatch(words)
    if match is None or not words:
        return None
    hours = number_of(match["hours"]) if match["hours"] else int(words.startswith(("a", "one")))
    if hours is None:
        return None
    part = float(f"0.{match['part']}") if match["part"] else 0.0
    minutes = int(match["minutes"] or 0) + (30 if match["half"] else 0)
    return timedelta(hours=hours + part, minutes=minutes)
