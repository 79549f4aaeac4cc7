"""A time zone as a calendar file itself defines it (RFC 5545 3.6.5): the instant of a wall-clock time.

Its rules are worked out for the years around the time at hand alone, never from their beginning or to their end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import NamedTuple

from dateutil import rrule

from app.etiquette.errors import ImportFileError
from app.exchange.calendars.components import Component
from app.exchange.calendars.written_times import read_offset, read_wall_clock

MOST_EFFORT = 6_000
"""What may be worked out for one file: a date of a rule counts for one, a year of a rule for three."""
_FIRST, _LAST = datetime(1, 1, 3), datetime(9999, 12, 28)
_SLACK = timedelta(days=1)
"""How far a rule's UNTIL may miss its last date, which not everybody gives in UTC."""
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.IGNORECASE)
_DAYS = {"MO": rrule.MO, "TU": rrule.TU, "WE": rrule.WE, "TH": rrule.TH, "FR": rrule.FR, "SA": rrule.SA, "SU": rrule.SU}


class Change(NamedTuple):
    """A change of the clock: its UTC instant (naive), the offsets before and after it."""

    at: datetime
    before: timedelta
    after: timedelta


@dataclass(slots=True)
class Effort:
    """How much of the rules of one file was worked out so far."""

    spent: int = 0

    def spend(self, count: int) -> None:
        """Count more of it, and refuse what is too much."""
        self.spent += count
        if self.spent > MOST_EFFORT:
            raise ImportFileError("The calendar's own time zones have more rules than can be worked out.")


@dataclass(slots=True)
class Observance:
    """One STANDARD or DAYLIGHT: when it begins, and between which offsets it changes."""

    kind: str
    onset: datetime
    """Wall-clock time by the offset before."""
    before: timedelta
    after: timedelta
    rule: dict[str, str]
    """The parts of its yearly RRULE by name; empty: it begins once."""
    until: datetime | None = None
    """UTC, naive."""
    more: tuple[datetime, ...] = ()
    """Further onsets (RDATE), in order."""
    _years: dict[int, list[datetime]] = field(default_factory=dict)

    def once(self) -> list[Change]:
        """Return the changes that no rule brings."""
        return [self._change(onset) for onset in (self.onset, *self.more)]

    def ruled(self, year: int, effort: Effort) -> Iterator[Change]:
        """Yield the changes that its rule brings around a year, and the last ones before it."""
        for start in self._years_around(year):
            for change in map(self._change, self._onsets(start, effort)):
                if self.until is None or change.at <= self.until + _SLACK:
                    yield change

    def _change(self, onset: datetime) -> Change:
        return Change(min(max(onset, _FIRST), _LAST) - self.before, self.before, self.after)

    @property
    def ends(self) -> datetime | None:
        """The last moment of which it speaks (UTC, naive, about), None when it goes on for ever."""
        if self.rule and self.until is None and "COUNT" not in self.rule:
            return None
        last = max([self.onset, *self.more[-1:]])
        if "COUNT" in self.rule:
            years = (_number(self.rule["COUNT"], 1) - 1) * _number(self.rule.get("INTERVAL"), 1)
            last = max(last, datetime(min(self.onset.year + years, 9999), 12, 28))
        return max(last, self.until) if self.until is not None else last

    def _years_around(self, year: int) -> list[int]:
        if not self.rule:
            return []
        interval = _number(self.rule.get("INTERVAL"), 1)
        last = min(year + 1, 9999)
        if self.until is not None:
            last = min(last, self.until.year)
        if "COUNT" in self.rule:
            last = min(last, self.onset.year + (_number(self.rule["COUNT"], 1) - 1) * interval)
        newest = last - (last - self.onset.year) % interval
        return [start for start in range(newest, newest - 4 * interval, -interval) if start >= max(self.onset.year, 1)]

    def _onsets(self, year: int, effort: Effort) -> list[datetime]:
        if year not in self._years:
            effort.spend(3)
            self._years[year] = _worked_out(self.rule, self.onset, year)
        return [onset for onset in self._years[year] if onset >= self.onset]


class FileZone:
    """A zone of a file's own."""

    def __init__(self, observances: Iterable[Observance], effort: Effort):
        self._observances = list(observances)
        self._once = sorted({change for observance in self._observances for change in observance.once()})
        self._first = min(observance.onset for observance in self._observances)
        ends = [observance.ends for observance in self._observances]
        self._last = None if None in ends else max(end for end in ends if end is not None)
        self._is_steady = len({observance.after for observance in self._observances}) == 1
        self._effort = effort
        self._changes: dict[int, list[Change]] = {}

    def instant(self, local: datetime) -> datetime:
        """Return the UTC instant (naive) of a wall-clock time (RFC 5545 3.3.5): the first of two, and one that the
        clock skips by the offset before the gap.

        Raises:
            OverflowError: it lies beyond the years that an instant can have.
        """
        changes = self._around(local.year)
        offsets = [changes[0].before, *(change.after for change in changes)]
        starts = [datetime.min, *(change.at for change in changes)]
        ends = [*(change.at for change in changes), datetime.max]
        for offset, start, end in zip(offsets, starts, ends, strict=True):
            if start <= (at := local - offset) < end:
                return at
        for n, change in enumerate(changes):
            if local - offsets[n] >= change.at > local - offsets[n + 1]:
                return local - offsets[n]
        return local - offsets[-1]

    def speaks_of(self, local: datetime, *, is_well_known: bool) -> bool:
        """Return whether a time lies within what the zone tells of.

        Args:
            is_well_known: its name says what it is; a definition without a rule then tells of its own years alone,
                since many programs define but the standard time of a zone that has more.
        """
        is_endless = self._last is None or (not is_well_known and self._is_steady)
        return self._first <= local and (is_endless or self._last is None or local <= self._last)

    def _around(self, year: int) -> list[Change]:
        if year not in self._changes:
            first = bisect_left(self._once, (datetime(max(year - 1, 1), 1, 1),))
            last = bisect_left(self._once, (datetime(min(year + 2, 9999), 1, 1),))
            changes = {change for observance in self._observances for change in observance.ruled(year, self._effort)}
            self._changes[year] = sorted(changes.union(self._once[max(first - 1, 0) : max(last, 1)]))
        return self._changes[year]


def observances_of(zone: Component, effort: Effort) -> list[Observance]:
    """Return what a VTIMEZONE says; nothing when it cannot be relied on: one of its parts cannot be read."""
    observances = []
    for part in zone.components:
        if part.name not in ("STANDARD", "DAYLIGHT"):
            continue
        observance = _observance(part, effort)
        if observance is None:
            return []
        observances.append(observance)
    _end_superseded(observances)
    return observances


def _end_superseded(observances: list[Observance]) -> None:
    """End a rule without end before the year in which a later one of its kind begins: so some programs write eras."""
    ruled = sorted((one for one in observances if one.rule), key=lambda one: one.onset)
    for n, observance in enumerate(ruled):
        if observance.ends is None:
            later = (follower.onset for follower in ruled[n + 1 :] if follower.kind == observance.kind)
            begins = next((onset for onset in later if onset > observance.onset), None)
            observance.until = None if begins is None else datetime(begins.year, 1, 1) - 2 * _SLACK


def _observance(part: Component, effort: Effort) -> Observance | None:
    onset = read_wall_clock(part.text("DTSTART"))
    before, after = read_offset(part.text("TZOFFSETFROM")), read_offset(part.text("TZOFFSETTO"))
    if after is None or onset is None:
        return None
    if before is None:
        before = after
    rule = _rule(part.text("RRULE"))
    if rule is None:
        return None
    texts = [text for line in part.all("RDATE") for text in line.value.split(",")]
    effort.spend(len(texts))
    more = [written for written in map(read_wall_clock, texts) if written is not None]
    return Observance(
        part.name,
        onset.local,
        before,
        after,
        rule,
        _until(rule.get("UNTIL", ""), before),
        tuple(sorted(written.local + before if written.is_utc else written.local for written in more)),
    )


def _rule(text: str) -> dict[str, str] | None:
    """Return the parts of a rule, {} for no rule, None for one that does not come once in so many years."""
    if not text.strip():
        return {}
    parts = dict(part.upper().split("=", 1) for part in text.replace(" ", "").split(";") if "=" in part)
    return parts if parts.get("FREQ") == "YEARLY" else None


def _until(text: str, before: timedelta) -> datetime | None:
    written = read_wall_clock(text)
    if written is None:
        return None
    local = written.local if written.has_time else written.local + timedelta(days=1, seconds=-1)
    return local if written.is_utc else min(max(local, _FIRST), _LAST) - before


def _number(text: str | None, default: int) -> int:
    return max(1, int(text)) if text is not None and re.fullmatch(r"\d{1,6}", text) else default


def _worked_out(rule: dict[str, str], onset: datetime, year: int) -> list[datetime]:
    """Return the onsets of one year."""
    days = [
        _DAYS[match[2].upper()](int(match[1])) if match[1] and int(match[1]) else _DAYS[match[2].upper()]
        for match in map(_DAY.fullmatch, rule.get("BYDAY", "").split(",")[:14])
        if match is not None
    ]
    months, month_days = _numbers(rule, "BYMONTH", 12), _numbers(rule, "BYMONTHDAY", 31)
    year_days, places = _numbers(rule, "BYYEARDAY", 366), _numbers(rule, "BYSETPOS", 366)
    if not days and not month_days and not year_days:
        months, month_days = months or [onset.month], [onset.day]
    try:
        onsets = rrule.rrule(
            rrule.YEARLY,
            dtstart=datetime(year, 1, 1, onset.hour, onset.minute, onset.second),
            until=datetime(year, 12, 31, 23, 59, 59),
            bymonth=months or None,
            bymonthday=month_days or None,
            byyearday=year_days or None,
            byweekday=days or None,
            bysetpos=places or None,
        )
        return list(islice(onsets, 40))
    except (ValueError, OverflowError, IndexError):
        return []


def _numbers(rule: dict[str, str], name: str, most: int) -> list[int]:
    numbers = (int(text) for text in rule.get(name, "").split(",")[:most] if re.fullmatch(r"[+-]?\d{1,3}", text))
    return [number for number in numbers if 1 <= abs(number) <= most]
