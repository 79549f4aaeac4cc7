"""An IANA time zone as a calendar file defines it (VTIMEZONE, RFC 5545 3.6.5), for the years that the file is about.

icalendar's own `Timezone.from_tzinfo` gives the beginning of daylight-saving time by the clock that follows it, an hour
too late, where the standard wants the clock before.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

FIRST_YEAR, LAST_YEAR = 1971, 2099
"""Years whose zones are written; times of others are given in UTC."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = timedelta(days=1)


class Change(NamedTuple):
    """One change of a zone's clock."""

    local: datetime
    """Naive, by the clock before it."""
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


@lru_cache(maxsize=64)
def zone_definition(name: str, first_year: int, last_year: int) -> bytes:
    """Return the VTIMEZONE of an IANA zone, right from one year to another, both included."""
    zone = ZoneInfo(name)
    component = Timezone()
    component.add("tzid", name)
    changes = _changes(zone, first_year - 1, last_year + 1)
    start = datetime(first_year - 1, 1, 1, tzinfo=zone)
    offset = start.utcoffset() or timedelta(0)
    first = Change(start.replace(tzinfo=None), offset, offset, start.tzname() or name, bool(start.dst()))
    component.add_component(_observance([first], None))
    kinds: dict[tuple[timedelta, timedelta, str, bool], list[Change]] = {}
    for change in changes:
        kinds.setdefault(change[1:], []).append(change)
    for of_kind in kinds.values():
        component.add_component(_observance(of_kind, _yearly(of_kind, first_year, last_year)))
    text: bytes = component.to_ical()
    return text


def _observance(changes: list[Change], rule: vRecur | None) -> TimezoneStandard | TimezoneDaylight:
    first = changes[0]
    part = TimezoneDaylight() if first.is_daylight else TimezoneStandard()
    part.add("dtstart", first.local)
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    part.add("tzname", first.name)
    if rule is not None:
        part.add("rrule", rule)
    elif changes[1:]:
        part.add("rdate", [change.local for change in changes[1:]])
    return part


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> list[Change]:
    """Return every change of the clock in these years."""
    moment = datetime(first_year, 1, 1, tzinfo=UTC)
    days = [moment + _DAY * n for n in range((datetime(last_year + 1, 1, 1, tzinfo=UTC) - moment).days + 1)]
    return [_narrowed(zone, *pair) for pair in pairwise(days) if _state(zone, pair[0]) != _state(zone, pair[1])]


def _state(zone: ZoneInfo, moment: datetime) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _narrowed(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """Return the change between two instants that are a day apart."""
    old = _state(zone, before)
    low, high = 0, int((after - before).total_seconds())
    while high - low > 1:
        middle = (low + high) // 2
        is_before = _state(zone, before + timedelta(seconds=middle)) == old
        low, high = (middle, high) if is_before else (low, middle)
    change = before + timedelta(seconds=high)
    local, offset = change.astimezone(zone), before.astimezone(zone).utcoffset() or timedelta(0)
    moment = change.replace(tzinfo=None) + offset
    return Change(moment, offset, local.utcoffset() or timedelta(0), local.tzname() or "", bool(local.dst()))


def _yearly(changes: list[Change], first_year: int, last_year: int) -> vRecur | None:
    """Return the rule by which a change comes every year on the same weekday, None when there is none."""
    years = [change.local.year for change in changes]
    if years != list(range(first_year - 1, last_year + 2)) or len({_month_and_day(change) for change in changes}) > 1:
        return None
    month, weekday, _ = _month_and_day(changes[0])
    nth = {(change.local.day - 1) // 7 + 1 for change in changes}
    if all((change.local + 7 * _DAY).month != month for change in changes):
        nth = {-1}
    return vRecur(freq="YEARLY", bymonth=month, byday=f"{nth.pop()}{_DAYS[weekday]}") if len(nth) == 1 else None


def _month_and_day(change: Change) -> tuple[int, int, object]:
    return change.local.month, change.local.weekday(), change.local.time()


def years_of(moments: Iterable[datetime]) -> tuple[int, int]:
    """Return the first and the last year of some moments."""
    years = [moment.year for moment in moments]
    return min(years), max(years)
