"""Moments and lengths as people type them: "tomorrow 14:30", "Fri 10am", "45 min". `now` and the zone are given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from app.etiquette.dates import add_time, at, local, local_day, say_day
from app.etiquette.errors import UnreadableDateError
from app.etiquette.plain_dates import LONGEST, Prefer, distance, number_of, understand_day
from app.etiquette.text import clean


@dataclass(frozen=True, slots=True)
class UnderstoodMoment:
    """A UTC instant, and what to show for it: `Fri 27 Nov 14:30`."""

    moment: datetime
    words: str


_CLOCK = re.compile(r"(?:(?:at|@) ?)?(?:(\d{1,2})[:.h](\d{2})|(\d{1,2}))(?: ?(am|pm|a\.m\.|p\.m\.|h|uhr|o'clock))?")
_HALVES = {
    "noon": time(12),
    "midday": time(12),
    "midnight": time(0),
    "morning": time(9),
    "afternoon": time(14),
    "evening": time(18),
}


def _clock(words: str, *, bare: bool) -> time | None:
    """Return a time of day; a bare number such as `14` counts only where `bare` says so."""
    if words in _HALVES:
        return _HALVES[words]
    match = _CLOCK.fullmatch(words)
    if match is None or (match[3] and not match[4] and not bare):
        return None
    hour, minute = int(match[1] or match[3]), int(match[2] or 0)
    half = (match[4] or "").replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def understand_moment(
    text: str, now: datetime, zone: tzinfo, prefer: Prefer = "future", today: date | None = None
) -> UnderstoodMoment:
    """Return the instant that plain words mean in `zone`: "tomorrow 14:30", "Fri 10am", "in 2 hours", "now".

    A wall-clock time that the clock skips is taken as after the gap.

    Args:
        today: what "today" means to who typed it, where that is another day than in `zone`.

    Raises:
        UnreadableDateError: it cannot be read, or has no time.
    """
    words = " ".join(clean(text[: LONGEST * 2]).casefold().replace(",", " ").split())[:LONGEST]
    today = today or local_day(now, zone)
    soon = re.fullmatch(r"in (\w+) (min|minutes?|hours?|h)", words)
    if words == "now":
        return UnderstoodMoment(now, "now")
    if soon and (number := number_of(soon[1])) is not None:
        span = timedelta(hours=number) if soon[2].startswith("h") else timedelta(minutes=number)
        return _moment(add_time(now, span), today, zone)
    iso = re.fullmatch(r"(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(:\d{2})?", words)
    if iso:
        words = f"{iso[1]} {iso[2]}"
    parts = words.split(" ")
    for split in range(len(parts), -1, -1):
        first, last = " ".join(parts[:split]), " ".join(parts[split:])
        clock = _clock(last, bare=last != words and last.startswith(("at ", "@"))) if last else None
        if clock is None:
            continue
        words_of_day = first.removesuffix(" at")
        day = understand_day(words_of_day, today, prefer=prefer).day if words_of_day else today
        return _moment(at(day, clock, zone), today, zone)
    for split in range(1, len(parts)):
        clock = _clock(" ".join(parts[:split]), bare=False)
        if clock is not None:
            return _moment(
                at(understand_day(" ".join(parts[split:]), today, prefer=prefer).day, clock, zone), today, zone
            )
    raise UnreadableDateError(
        "starts",
        f"{clean(text)[:40]!r} has no day and time I can read. Try tomorrow 14:30, Fri 10am or 2026-11-27 14:30.",
    )


def _moment(moment: datetime, today: date, zone: tzinfo) -> UnderstoodMoment:
    there = local(moment, zone)
    return UnderstoodMoment(moment, f"{say_day(there.date(), today)} {there:%H:%M}, {distance(there.date(), today)}")


def understand_length(text: str, starts: datetime, zone: tzinfo) -> timedelta:
    """Return how long something lasts: "45 min", "1h", "1:30", "1.5 hours", "until 15:00".

    Raises:
        UnreadableDateError: it cannot be read, or would be over before it starts.
    """
    words = " ".join(clean(text[:LONGEST]).casefold().split())
    until = re.fullmatch(r"(?:until|till|to|-) ?(.+)", words)
    if until and (clock := _clock(until[1], bare=True)) is not None:
        ends = at(local_day(starts, zone), clock, zone)
        if ends > starts:
            return ends - starts
        raise UnreadableDateError("length", f"It would end at {clock:%H:%M}, before it starts.")
    match = re.fullmatch(r"(?:(\d{1,2})(?:[.,](\d))? ?h(?:ours?|rs?)?)? ?(?:(\d{1,3}) ?m?(?:in|ins|inutes?)?)?", words)
    colon = re.fullmatch(r"(\d{1,2}):(\d{2})", words)
    if colon:
        length = timedelta(hours=int(colon[1]), minutes=int(colon[2]))
    elif match and (match[1] or match[3]):
        tenths = int(match[2] or 0)
        length = timedelta(hours=int(match[1] or 0) + tenths / 10, minutes=int(match[3] or 0))
    else:
        raise UnreadableDateError(
            "length", f"{clean(text)[:40]!r} is no length of time. Try 45 min, 1h or until 15:00."
        )
    if not timedelta(0) < length <= timedelta(hours=24):
        raise UnreadableDateError("length", "An interview lasts between a minute and a day.")
    return length
