"""When an interview is, as it is typed: read in its own zone, and said in the user's as well where the two differ."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, tzinfo

from app.etiquette.errors import InvalidFieldError, UnreadableDateError
from app.etiquette.frozen import dataclass
from app.etiquette.records import Interview
from app.etiquette.time.dates import (
    add_time,
    local,
    local_day,
    say_clock,
    say_day,
    say_full_day,
    say_moment,
    zone_key,
    zone_named,
)
from app.etiquette.time.interview_times import stored_day
from app.etiquette.time.plain_dates import distance, understand_day
from app.etiquette.time.plain_times import understand_length, understand_moment
from app.hunt.plain_zones import say_zone, understand_zone, zone_of


@dataclass(frozen=True, slots=True)
class InterviewTimes:
    """Reads what was typed at a moment by somebody who lives in a zone."""

    now: datetime
    own: tzinfo
    month_first: bool | None = None

    def zone_of(self, interview: Interview) -> tzinfo:
        """Return the zone that an interview was meant in, the user's where that is not known."""
        try:
            return zone_named(interview.timezone) if interview.timezone else self.own
        except InvalidFieldError:
            return self.own

    def shown(self, interview: Interview) -> str:
        """Return an interview's start as it is read back."""
        if interview.day_only:
            return say_full_day(interview.starts.date())
        there = local(interview.starts, self.zone_of(interview))
        return f"{say_full_day(there.date())} at {say_clock(there)}"

    def moment_words(self, text: str, zone_text: str) -> str:
        """Return what a start means in the zone that is typed below it, and in the user's."""
        zone, is_clear = self.own, True
        try:
            zone = zone_of(zone_text, self.own)
        except InvalidFieldError:
            is_clear = False
        moment, day_only = self.start(text, zone)
        if day_only:
            today = local_day(self.now, self.own)
            is_ahead = moment.date() >= today
            time_of_day = "time not known yet" if is_ahead else "no time given"
            return f"{say_day(moment.date(), today)}, {distance(moment.date(), today)}, {time_of_day}"
        if not is_clear:
            return f"{say_moment(moment, self.now, self.own)}, once you've set the time zone below"
        day = local_day(moment, self.own)
        away = distance(day, local_day(self.now, self.own))
        there = say_moment(moment, self.now, zone)
        here = say_moment(moment, self.now, self.own)
        if there == here:
            return f"{here}, {away}"
        if local_day(moment, zone) == day:
            here = say_clock(local(moment, self.own))
        return f"{there} in {say_zone(str(zone))}, {here} your time"

    def is_past(self, starts_text: str, zone_text: str) -> bool:
        """Return whether an interview that starts as typed has begun; one that cannot be read yet has not."""
        try:
            start, day_only = self.start(starts_text, zone_of(zone_text, self.own))
        except InvalidFieldError:
            return False
        return start.date() < local_day(self.now, self.own) if day_only else start <= self.now

    def length_words(self, text: str, starts_text: str, zone_text: str) -> str:
        """Return how long something lasts and, once its start is clear, until when."""
        try:
            zone = zone_of(zone_text, self.own)
            starts = self._moment(starts_text, zone)
        except InvalidFieldError:
            starts = None
        length = understand_length(text, starts or self.now, self.own if starts is None else zone)
        minutes = f"{int(length.total_seconds() // 60)} min"
        return minutes if starts is None else f"{minutes}, until {say_clock(local(add_time(starts, length), zone))}"

    def zone_words(self, text: str) -> str:
        """Return which zone is meant, and what its clock shows now."""
        name = understand_zone(text, self.own)
        return f"{say_zone(name)}, where it is {say_clock(local(self.now, zone_named(name)))} now"

    def changes(self, values: Mapping[str, str], changed: set[str], before: Interview | None) -> dict[str, object]:
        """Return the fields of the verb that were changed, or of a new interview all of them.

        Raises:
            InvalidFieldError: something cannot be read.
        """
        changes: dict[str, object] = {name: values[name] for name in ("kind", "location", "names", "noted")}
        changes = {name: text for name, text in changes.items() if name in changed}
        if "timezone" in changed:
            typed = values["timezone"].strip()
            changes["timezone"] = understand_zone(typed, self.own) if typed else zone_key(self.own)
        zone = (
            zone_of(values["timezone"], self.own) if "timezone" in changed or before is None else self.zone_of(before)
        )
        starts = before.starts if before is not None else self.now
        day_only = before is not None and before.day_only
        if changed & {"starts", "timezone"}:
            starts, day_only = self.start(values["starts"], zone)
            changes |= {"starts": starts, "day_only": day_only}
        if "length" in changed:
            length = "" if day_only else values["length"].strip()
            changes["ends"] = add_time(starts, understand_length(length, starts, zone)) if length else None
        return changes

    def start(self, text: str, zone: tzinfo) -> tuple[datetime, bool]:
        """Return when an interview starts, and whether only its day was typed.

        Raises:
            UnreadableDateError: neither can be read.
        """
        try:
            return self._moment(text, zone), False
        except UnreadableDateError as no_moment:
            today = local_day(self.now, self.own)
            try:
                return stored_day(understand_day(text, today, month_first=self.month_first).day), True
            except UnreadableDateError as no_day:
                is_worded = any(letter.isalpha() for letter in text)
                raise UnreadableDateError("starts", str(no_moment if is_worded else no_day)) from None

    def _moment(self, text: str, zone: tzinfo) -> datetime:
        today = local_day(self.now, self.own)
        try:
            return understand_moment(text, self.now, zone, today=today, month_first=self.month_first).moment
        except UnreadableDateError:
            name = self._zone_behind(text)
            if not name:
                raise
            raise UnreadableDateError("starts", f"Type the time zone, {name}, under “Their time zone”.") from None

    def _zone_behind(self, text: str) -> str:
        """Return the time zone that was typed behind a time, "" if what stands there is none."""
        words = text.split()
        for count in (1, 2):
            before, name = " ".join(words[:-count]), " ".join(words[-count:])
            with suppress(InvalidFieldError):
                understand_moment(before, self.now, self.own, month_first=self.month_first)
                understand_zone(name, self.own)
                return name
        return ""
