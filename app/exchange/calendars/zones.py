"""Time zones as calendars name them: IANA, Windows, or the file's own rules. An unknown one is never taken as UTC."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache

from app.etiquette.dates import zone_named
from app.etiquette.errors import AfterwordError
from app.exchange.calendars.content_lines import Component

_UTC_NAMES = frozenset(("UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "TZONE://MICROSOFT/UTC", "COORDINATED UNIVERSAL TIME"))
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?")
_RULE_PARTS = ("BYMONTH", "BYDAY", "BYMONTHDAY", "WKST")


@dataclass(frozen=True, slots=True)
class Instant:
    """A wall-clock time's instant, and the IANA name of its zone, "" when none can be told."""

    moment: datetime
    name: str


@dataclass(frozen=True, slots=True)
class _Observance:
    """One STANDARD or DAYLIGHT part: from which wall-clock moments on which offset holds."""

    starts: datetime
    before: timedelta
    after: timedelta
    rule: dict[str, str]
    until: datetime | None
    days: tuple[datetime, ...]

    def onsets(self, year: int) -> list[datetime]:
        """Return when it begins in the years around one; bounded, whatever the rule says."""
        found = [day for day in (self.starts, *self.days) if day.year <= year + 1]
        if self.rule.get("FREQ") != "YEARLY" or self.rule.get("COUNT") == "1":
            return found
        from dateutil.rrule import rrulestr

        parts = [f"{key}={self.rule[key]}" for key in _RULE_PARTS if key in self.rule]
        first = max(self.starts.year, year - 1)
        begins = self.starts.replace(year=first, month=1, day=1) if parts else _in_year(self.starts, first)
        try:
            rule = rrulestr(";".join(["FREQ=YEARLY", *parts]), dtstart=begins)
        except (ValueError, TypeError):
            return found
        for onset in rule:
            if onset.year > year + 1 or (self.until is not None and onset > self.until):
                break
            if onset >= self.starts:
                found.append(onset)
        return found


def _in_year(moment: datetime, year: int) -> datetime:
    try:
        return moment.replace(year=year)
    except ValueError:
        return moment.replace(year=year, day=28)


class Zones:
    """The zones that one file may name."""

    def __init__(self, components: Iterable[Component]):
        self._own: dict[str, list[_Observance]] = {}
        for component in components:
            tzid = component.text("TZID").strip()
            parts = [part for child in component.children if (part := _observance(child)) is not None]
            if tzid and parts and tzid not in self._own:
                self._own[tzid] = parts

    def instant(self, wall: datetime, tzid: str) -> Instant | None:
        """Return the UTC instant of a wall-clock time in a named zone, None when nobody knows the zone."""
        name = tzid.strip()
        if name.upper() in _UTC_NAMES:
            return Instant(wall.replace(tzinfo=UTC), "UTC")
        iana = _iana(name)
        if iana:
            return _at(wall, zone_named(iana), iana)
        windows = _windows(name)
        if name in self._own:
            moment = _by_rules(wall, self._own[name])
            if moment is not None:
                known = _at(wall, zone_named(windows), windows) if windows else None
                return Instant(moment, windows if known and known.moment == moment else "")
        return _at(wall, zone_named(windows), windows) if windows else None


def _at(wall: datetime, zone: tzinfo, name: str) -> Instant | None:
    """Return the instant: in a gap by the offset before it, of two the first (RFC 5545 3.3.5)."""
    try:
        return Instant(wall.replace(tzinfo=zone).astimezone(UTC), name)
    except OverflowError:
        return None


@lru_cache(maxsize=256)
def _iana(name: str) -> str:
    """Return the IANA name in a zone's name: itself, or behind a vendor's prefix such as `/citadel.org/20210210_1/`."""
    parts = name.strip('"').strip("/").split("/")
    for start in range(max(0, len(parts) - 3), len(parts)):
        candidate = "/".join(parts[start:])
        if "/" not in candidate and start:
            break
        if re.fullmatch(r"[A-Za-z][\w+/-]*", candidate):
            try:
                zone_named(candidate)
            except AfterwordError:
                continue
            return candidate
    return ""


@lru_cache(maxsize=256)
def _windows(name: str) -> str:
    """Return the IANA name of a Windows zone, by its key or by the name that Windows shows, "" when it is none."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    wanted = name.strip('"').strip()
    by_key = {key.casefold(): iana for key, iana in WINDOWS_TO_OLSON.items()}
    found = by_key.get(wanted.casefold())
    if found is None and not wanted.casefold().endswith("time"):
        found = by_key.get(f"{wanted} Standard Time".casefold())
    if found is None:
        found = by_key.get(
            wanted.casefold().replace("daylight time", "standard time").replace("summer time", "standard time")
        )
    if found is None:
        shown = re.sub(r"^\((?:UTC|GMT)[^)]*\)\s*", "", wanted)
        found = _SHOWN.get(shown.casefold().replace(" & ", ", "))
    return found or ""


_SHOWN = {
    "amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Berlin",
    "brussels, copenhagen, madrid, paris": "Europe/Paris",
    "belgrade, bratislava, budapest, ljubljana, prague": "Europe/Budapest",
    "sarajevo, skopje, warsaw, zagreb": "Europe/Warsaw",
    "dublin, edinburgh, lisbon, london": "Europe/London",
    "athens, bucharest": "Europe/Bucharest",
    "helsinki, kyiv, riga, sofia, tallinn, vilnius": "Europe/Kyiv",
    "istanbul": "Europe/Istanbul",
    "jerusalem": "Asia/Jerusalem",
    "moscow, st. petersburg": "Europe/Moscow",
    "eastern time (us, canada)": "America/New_York",
    "central time (us, canada)": "America/Chicago",
    "mountain time (us, canada)": "America/Denver",
    "pacific time (us, canada)": "America/Los_Angeles",
    "arizona": "America/Phoenix",
    "atlantic time (canada)": "America/Halifax",
    "newfoundland": "America/St_Johns",
    "brasilia": "America/Sao_Paulo",
    "chennai, kolkata, mumbai, new delhi": "Asia/Kolkata",
    "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
    "kuala lumpur, singapore": "Asia/Singapore",
    "osaka, sapporo, tokyo": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "abu dhabi, muscat": "Asia/Dubai",
    "canberra, melbourne, sydney": "Australia/Sydney",
    "auckland, wellington": "Pacific/Auckland",
}
"""What Windows shows for a zone, the offset left out -> its IANA name."""


def _observance(component: Component) -> _Observance | None:
    if component.name not in ("STANDARD", "DAYLIGHT"):
        return None
    starts = _wall(component.text("DTSTART"))
    before, after = _offset(component.text("TZOFFSETFROM")), _offset(component.text("TZOFFSETTO"))
    if starts is None or after is None:
        return None
    rule = dict(part.upper().split("=", 1) for part in component.text("RRULE").split(";") if "=" in part)
    until = _wall(rule.get("UNTIL", ""))
    days = [_wall(day) for each in component.all("RDATE")[:200] for day in each.value.split(",")[:200]]
    return _Observance(
        starts, after if before is None else before, after, rule, until, tuple(day for day in days if day is not None)
    )


def _wall(text: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip().rstrip("Zz")[:15], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall clock
    except ValueError:
        return None


def _offset(text: str) -> timedelta | None:
    found = _OFFSET.fullmatch(text.strip())
    if not found:
        return None
    span = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -span if found[1] == "-" else span


def _by_rules(wall: datetime, observances: list[_Observance]) -> datetime | None:
    """Return the instant by a file's own rules, as `_at` does for a known zone."""
    onsets = [(onset, part) for part in observances for onset in part.onsets(wall.year)]
    past = [(onset, part) for onset, part in onsets if onset <= wall]
    if past:
        onset, part = max(past, key=lambda pair: pair[0])
        is_in_gap = wall < onset + (part.after - part.before)
        offset = part.before if is_in_gap else part.after
    elif onsets:
        offset = min(onsets, key=lambda pair: pair[0])[1].before
    else:
        offset = observances[0].after
    try:
        return wall.replace(tzinfo=UTC) - offset
    except OverflowError:
        return None
