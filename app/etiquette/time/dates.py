"""Dates and times: business days, wall-clock moments, plain words. The only module that imports arrow.

A day is a `date`, an instant an aware `datetime`. Sums of hours are made in UTC (elapsed time, across a change of
the clock), sums of days on the calendar. Arrow is imported for the texts that only it can read: its import costs as
much as all the rest of what `afterword due` needs.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.etiquette.errors import InvalidFieldError, UnreadableDateError

Holidays = Container[date]
SATURDAY = 5
NOON = 12
_A_MINUTE, _AN_HOUR, _A_DAY = 60, 3600, 86400
_DAYS_UNTIL_WEEKS = 21
_DAY = timedelta(days=1)
_NOON = time(12)
NEVER = datetime.max.replace(tzinfo=UTC)
"""Later than anything."""
_FIRST = datetime.min.replace(tzinfo=UTC)


def is_business_day(day: date, holidays: Holidays) -> bool:
    """Return whether `day` is Monday to Friday and no holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def on_business_day(day: date, holidays: Holidays) -> date:
    """Return `day` if it is a business day, else the next one."""
    while not is_business_day(day, holidays) and day < date.max:
        day += _DAY
    return day


def add_business_days(day: date, count: int, holidays: Holidays) -> date:
    """Return the `count`-th business day after `day`: 2 after a Friday is Tuesday. 0 gives `day` itself."""
    for _ in range(count):
        if day >= date.max:
            break
        day = on_business_day(day + _DAY, holidays)
    return day


def add_days(day: date, count: int) -> date:
    """Return `day` moved by calendar days, held within the years that a date can have."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the month's last day if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        last = 31 if month == 11 else (date(year, month + 2, 1) - _DAY).day
        return date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return date.max


def add_time(moment: datetime, elapsed: timedelta) -> datetime:
    """Return the UTC instant `elapsed` clock hours after `moment`."""
    try:
        return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)) + elapsed
    except OverflowError:
        return NEVER if elapsed > timedelta(0) else _FIRST


def at(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return the UTC instant of a wall-clock time; a time that the clock skips counts from after the gap."""
    try:
        return datetime.combine(day, clock, zone).astimezone(UTC)
    except OverflowError:
        return datetime.combine(day, clock, UTC)


def is_left_out(day: date, zone: tzinfo) -> bool:
    """Return whether the clocks of `zone` skipped all of `day`, as Apia's did a Friday in 2011."""
    noon = datetime.combine(day, _NOON, zone)
    before, after = noon.utcoffset(), noon.replace(fold=1).utcoffset()
    return before is not None and after is not None and after - before >= _DAY


def local(moment: datetime, zone: tzinfo) -> datetime:
    """Return an instant as the clocks of `zone` show it; as it is where they would leave the years 1 to 9999."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def local_day(moment: datetime, zone: tzinfo) -> date:
    """Return the calendar day of an instant in `zone`."""
    return local(moment, zone).date()


def days_later(moment: datetime, days: int, zone: tzinfo) -> datetime:
    """Return the instant with the same wall-clock time in `zone`, `days` calendar days on."""
    local_moment = local(moment, zone)
    return at(add_days(local_moment.date(), days), local_moment.time().replace(fold=local_moment.fold), zone)


def zone_named(name: str) -> tzinfo:
    """Return the IANA time zone of that name.

    Raises:
        InvalidFieldError: there is none.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise InvalidFieldError(
            "timezone", f"There is no time zone called {name!r}. Write it like Europe/Berlin or America/New_York."
        ) from None


def zone_key(zone: tzinfo) -> str:
    """Return the IANA name of a zone, "" of one that has none, such as that of a copied zone file."""
    return str(getattr(zone, "key", None) or "")


def say_offset(moment: datetime, zone: tzinfo) -> str:
    """Return how far the clocks of `zone` are from UTC at an instant: `UTC+2`, `UTC-3:30`, `UTC`."""
    minutes = round((local(moment, zone).utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def system_zone() -> tzinfo:
    """Return the zone that the C library is set to, a POSIX `TZ` rule such as EST5EDT included."""
    from dateutil.tz import tzlocal

    class SystemZone(tzlocal):  # type: ignore[misc]
        """Hashable, since a policy is a key of what is remembered."""

        __hash__ = object.__hash__

    zone: tzinfo = SystemZone()
    return zone


def read_instant(text: str, zone: tzinfo, field: str = "time") -> datetime:
    """Return the UTC instant of an ISO 8601 text; without an offset it is meant in `zone`, without a time at 00:00.

    Raises:
        UnreadableDateError: it cannot be read.
    """
    written = text.strip()
    try:
        moment = _as_written_by_programs(written) or _as_arrow_reads(written)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UnreadableDateError(
            field, f"{text!r} is not a date and time. Write it like 2026-11-27T14:30+01:00."
        ) from None


def _as_written_by_programs(text: str) -> datetime | None:
    """Return the moment of a text just as programs write one, such as 2026-11-27T14:30:00+01:00, else None."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if text in (moment.isoformat(), moment.isoformat(timespec="minutes")) else None


def _as_arrow_reads(text: str) -> datetime:
    """Return the moment of any other ISO 8601 text: week dates, a day alone, basic forms, `Z`.

    Raises:
        ValueError: it is none; arrow's ParserError is one.
    """
    from arrow.parser import DateTimeParser

    return DateTimeParser().parse_iso(text)


def read_day(text: str, field: str = "date") -> date:
    """Return the day of an ISO 8601 date such as 2026-11-27; a time after it is left out.

    Raises:
        UnreadableDateError: it cannot be read.
    """
    day = text.strip()
    if day[10:11] in ("T", " "):
        day = day[:10]
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise UnreadableDateError(field, f"{text!r} is not a date. Write it like 2026-11-27.") from None


def ago(moment: datetime, now: datetime) -> str:
    """Return the distance in two short words, without a sign: `now`, `5 min`, `3 h`, `2 days`, `4 weeks`."""
    seconds = abs((moment - now).total_seconds())
    if seconds < _A_MINUTE:
        return "now"
    if seconds < _A_DAY:
        return f"{int(seconds // _AN_HOUR)} h" if seconds >= _AN_HOUR else f"{int(seconds // _A_MINUTE)} min"
    days = int(seconds // _A_DAY)
    if days >= _DAYS_UNTIL_WEEKS:
        return f"{days // 7} weeks"
    return "1 day" if days == 1 else f"{days} days"


@lru_cache(maxsize=512)
def say_day(day: date, today: date) -> str:
    """Return a day as people write it: `Fri, Nov 27`, with the year when it is another one: `Fri, Jan 8, 2027`."""
    return f"{day:%a}, {say_date(day, today.year)}"


def say_date(day: date, this_year: int) -> str:
    """Return a day without its weekday, for narrow columns: `Nov 27`, in another year `Jan 8, 2027`."""
    words = f"{day:%b} {day.day}"
    return words if day.year == this_year else f"{words}, {day.year}"


def say_full_day(day: date) -> str:
    """Return a day with its year, for a field that is read back: `Fri, Nov 27, 2026`."""
    return say_day(day, date.min)


def say_clock(local_moment: datetime) -> str:
    """Return the time of day of a local moment as people write it: `9:00 AM`, `12:30 PM`; in the hour that comes twice
    as the clocks go back, with the zone's name, which tells the two apart: `1:30 AM EDT`."""
    which = name_in_doubled_hour(local_moment)
    half = "AM" if local_moment.hour < NOON else "PM"
    return f"{local_moment.hour % 12 or 12}:{local_moment:%M} {half}{which and f' {which}'}"


def name_in_doubled_hour(local_moment: datetime) -> str:
    """Return the zone's name at a moment whose time the clocks show twice, `EDT` or `UTC-3`, and "" at any other."""
    first, second = (local_moment.replace(fold=fold).utcoffset() for fold in (0, 1))
    if first is None or second is None or first <= second:
        return ""
    name = local_moment.tzname() or ""
    return name if name.isalpha() else say_offset(local_moment, local_moment.tzinfo or UTC)


def say_closing(closes: date | None, today: date) -> str:
    """Return until when one can apply: `apply by Sat, Dec 19`, `closed Sat, Nov 7`; "" when that is not known."""
    return "" if closes is None else f"{'apply by' if closes >= today else 'closed'} {say_day(closes, today)}"


def say_moment(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Return an instant as people write it in `zone`: `Fri, Nov 27 at 2:30 PM`."""
    local_moment = local(moment, zone)
    return f"{say_day(local_moment.date(), local_day(now, zone))} at {say_clock(local_moment)}"
