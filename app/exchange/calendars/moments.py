"""A calendar's dates and times as instants: which zone each is meant in, and what to say when that is not known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from app.etiquette.text import clean
from app.etiquette.time.dates import at
from app.exchange.calendars.components import Component
from app.exchange.calendars.file_zones import Effort, FileZone, Observance, observances_of
from app.exchange.calendars.lines import ContentLine
from app.exchange.calendars.written_times import Length, WrittenTime, read_wall_clock
from app.exchange.calendars.zone_names import fixed_offset, iana_name, is_iana


@dataclass(frozen=True, slots=True)
class Moment:
    """One date or time of a calendar."""

    at: datetime | None = None
    """UTC; None when it cannot be told, `problem` then says why."""
    timezone: str = ""
    """IANA name, "" when there is none to tell."""
    floating: bool = False
    all_day: bool = False
    problem: str = ""
    local: datetime | None = None
    """The wall clock as written, None when it cannot be read."""
    zone_name: str = ""
    """What the file calls the zone, "" when it calls it nothing."""
    is_utc: bool = False


class Zones:
    """The zones of one calendar: those that the file defines, those with a name, and the user's."""

    def __init__(self, calendar: Component, defined: dict[str, FileZone], user: tzinfo):
        self._defined = defined
        self._stated_names = _stated_names(calendar)
        self._user = user
        self._of_floating = calendar.text("X-WR-TIMEZONE").strip()

    def moment(self, line: ContentLine, zone_name: str = "") -> Moment:
        """Return what a property of a date or time means.

        Args:
            zone_name: the zone that is meant where the property names none.
        """
        written = read_wall_clock(line.value)
        if written is None:
            return Moment(problem=f"{clean(line.name)} “{clean(line.value[:40])}” is not a date and time.")
        return self.placed(written, line.parameters.get("TZID", "").strip() or zone_name)

    def later(self, start: Moment, length: Length) -> Moment:
        """Return the moment so long after another one: days by the calendar, then elapsed time."""
        if start.local is None:
            return Moment(problem="Its start is not known.")
        try:
            local = start.local + timedelta(days=length.days)
            moved = self.placed(WrittenTime(local, not start.all_day, start.is_utc), start.zone_name)
            at = moved.at + length.elapsed if moved.at is not None else None
            return replace(moved, at=at, local=local + length.elapsed)
        except OverflowError:
            return Moment(problem="Its end is outside the years 1 to 9999.")

    def placed(self, written: WrittenTime, zone_name: str) -> Moment:
        """Return what a date or time means in a zone that the file names, "" for none."""
        try:
            return self._placed(written, zone_name)
        except (OverflowError, ValueError):
            return Moment(problem=f"{written.local} is outside the years 1 to 9999.")

    def _placed(self, written: WrittenTime, name: str) -> Moment:
        local = written.local
        if not written.has_time:
            midnight = at(local.date(), time(), self._user)
            return Moment(midnight, floating=True, all_day=True, local=local)
        if written.is_utc:
            iana = iana_name(name) or ("UTC" if written.says_utc else "")
            return Moment(local.replace(tzinfo=UTC), iana, local=local, zone_name=name, is_utc=True)
        is_floating = not name
        name = name or self._of_floating
        own = self._defined.get(_key(name))
        iana = iana_name(name) or self._stated_names.get(_key(name), "")
        if own is not None and (not iana or own.speaks_of(local, is_well_known=is_iana(name))):
            moment = own.instant(local).replace(tzinfo=UTC)
            agrees = bool(iana) and _instant(local, ZoneInfo(iana)) == moment
            return Moment(moment, iana if agrees else "", local=local, zone_name=name)
        zone = ZoneInfo(iana) if iana else fixed_offset(name)
        if zone is not None:
            return Moment(_instant(local, zone), iana, local=local, zone_name=name)
        if is_floating:
            return Moment(_instant(local, self._user), floating=True, local=local)
        said = clean(name[:80])
        problem = f"Its time zone “{said}” isn't recognized, so you'll be asked which one it means."
        return Moment(problem=problem, local=local, zone_name=said)


def file_zones(calendar: Component, effort: Effort) -> dict[str, FileZone]:
    """Return the zones that a calendar defines, by the form of their names in which they are looked up."""
    by_name: dict[str, list[Observance]] = {}
    for zone in calendar.parts("VTIMEZONE"):
        names = {_key(line.text) for line in zone.all("TZID")}
        if len(names) == 1:
            by_name.setdefault(names.pop(), []).extend(observances_of(zone, effort))
    return {name: FileZone(observances, effort) for name, observances in by_name.items() if observances}


def _stated_names(calendar: Component) -> dict[str, str]:
    """Return the IANA names that zones state beside their own, by the form in which zones are looked up."""
    named: dict[str, str] = {}
    for zone in calendar.parts("VTIMEZONE"):
        stated = zone.text("X-LIC-LOCATION") or zone.text("X-TZINFO").partition("[")[0]
        for line in zone.all("TZID"):
            named[_key(line.text)] = iana_name(stated)
    return named


def _key(name: str) -> str:
    return " ".join(name.replace('"', "").split()).casefold()


def _instant(local: datetime, zone: tzinfo) -> datetime:
    """Return the instant of a wall-clock time: the first of two, and one skipped by the offset before the gap."""
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)
