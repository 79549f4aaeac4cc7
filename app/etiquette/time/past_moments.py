"""When something came, as people type it: a moment, or its day alone. Nothing that is yet to come."""

from __future__ import annotations

from datetime import datetime, time, tzinfo

from app.etiquette.errors import UnreadableDateError
from app.etiquette.time.dates import at, local_day
from app.etiquette.time.plain_dates import understand_day
from app.etiquette.time.plain_times import UnderstoodMoment, understand_moment

_NOON = time(12)
"""Stands for the time of a day alone, as in an imported spreadsheet."""
TO_COME = "That time hasn't come yet. Enter one in the past."


def understand_past_moment(text: str, now: datetime, zone: tzinfo, month_first: bool | None = None) -> UnderstoodMoment:
    """Return the instant that plain words mean in `zone`: "yesterday", "Nov 24", "Nov 24 3 PM", "2 hours ago".

    Of a day alone it is noon, of today it is now.

    Args:
        month_first: see `understand_day`.

    Raises:
        UnreadableDateError: it cannot be read, or is yet to come.
    """
    try:
        understood = understand_moment(text, now, zone, prefer="past", month_first=month_first)
    except UnreadableDateError as no_moment:
        understood = _day_alone(text, now, zone, month_first, no_moment)
    if understood.moment > now:
        raise UnreadableDateError("at", TO_COME)
    return understood


def _day_alone(
    text: str, now: datetime, zone: tzinfo, month_first: bool | None, no_moment: UnreadableDateError
) -> UnderstoodMoment:
    today = local_day(now, zone)
    try:
        understood = understand_day(text, today, prefer="past", month_first=month_first)
    except UnreadableDateError as no_day:
        is_of_words = any(character.isalpha() or character.isspace() for character in text.strip())
        raise UnreadableDateError("at", str(no_moment if is_of_words else no_day)) from None
    return UnderstoodMoment(now if understood.day == today else at(understood.day, _NOON, zone), understood.words)
