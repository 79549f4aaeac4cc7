"""The form for one interview: planned, logged or edited. What is left as it was is not changed.

Times are shown and read in the interview's own zone, and said in the user's as well where the two differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING

from app.etiquette.errors import InvalidFieldError, UnreadableDateError
from app.etiquette.records import Application, Interview
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
from app.hunt.verbs import interviews
from app.ui.acts.note_previews import NotePreviews
from app.ui.dialogs.form import Field, FormDialog

if TYPE_CHECKING:
    from app.ui.work import Work


_KINDS = ("video", "phone screen", "phone", "onsite", "panel")
_OTHER_KIND = "other ..."
"""What stands for a kind that the user types."""


async def ask(
    work: Work,
    application: Application,
    before: Interview | None,
    month_first: bool | None = None,
    *,
    title: str = "",
) -> bool:
    """Plan or log an interview, or edit one that is there (`before`); return whether it was saved.

    Args:
        month_first: see `understand_day`.
        title: the form's; "" for the usual one.
    """
    reading = _Reading(work.now, work.zone, month_first)
    previews = await NotePreviews.of(work, application, before or Interview())
    minutes = int(work.settings.policy.assumed_length.total_seconds() // 60)
    fields = _fields(reading, application, before, minutes, previews)
    shown = {field.name: field.value for field in fields}

    async def submit(values: dict[str, str]) -> None:
        other = values.pop("other_kind")
        if values["kind"] == _OTHER_KIND:
            values["kind"] = other
        if before is None:
            new = reading.changes(values, set(values), None)
            await work.submit(application, lambda a, when: interviews.planned(a, when, **new))  # type: ignore[arg-type]
            return
        interview = before
        changes = reading.changes(values, {name for name in values if values[name] != shown[name]}, interview)
        if changes:
            await work.submit(application, lambda a, when: interviews.edited(a, when, interview.id, **changes))

    form = FormDialog(title or f"Interview at {application.company}", fields, submit)
    return await work.ask(form) is True


def _kinds(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds to choose from; one that the user, or an invitation, named otherwise is among them."""
    named = [(kind, kind)] if kind and kind not in _KINDS else []
    return (("", "not said"), *named, *((usual, usual) for usual in _KINDS), (_OTHER_KIND, "other"))


def _asks_other_kind(values: Mapping[str, str]) -> str:
    return "In your words" if values["kind"] == _OTHER_KIND else ""


def _fields(
    reading: _Reading, application: Application, before: Interview | None, minutes: int, previews: NotePreviews
) -> list[Field]:
    interview = before or Interview()

    def asks_what_stood_out(values: Mapping[str, str]) -> str:
        is_over = interview.noted or reading.is_past(values["starts"], values["timezone"])
        return "What stood out" if is_over else ""

    length = interview.ends - interview.starts if interview.ends and not interview.day_only else None
    return [
        Field(
            "starts",
            "When",
            value=reading.shown(before) if before else "",
            required=True,
            hint="tomorrow 2:30 PM, Fri 10 AM; or just Dec 4 if you don't know the time yet",
            understand=reading.moment_words,
            beside=("timezone",),
        ),
        Field(
            "length",
            "How long",
            value=f"{int(length.total_seconds() // 60)} min" if length else "",
            hint=f"45 min, 1 h; leave empty for {minutes} min",
            understand=reading.length_words,
            beside=("starts", "timezone"),
        ),
        Field(
            "names",
            "Who",
            value=", ".join(person.name for person in application.people if person.id in interview.met),
            hint="Dana Lee <dana@northwind.example>, ...",
        ),
        Field("kind", "Kind", value=interview.kind, choices=_kinds(interview.kind)),
        Field("other_kind", "In your words", hint="lunch, case study", asked=_asks_other_kind),
        Field("location", "Location or link", value=interview.location),
        Field(
            "timezone",
            "Their time zone",
            value=interview.timezone,
            hint="Berlin, PT, CET; leave empty for yours",
            understand=reading.zone_words,
        ),
        Field(
            "noted",
            "What stood out",
            kind="multiline",
            value=interview.noted,
            understand=partial(_becomes, reading, previews),
            beside=("starts", "timezone", "names", "kind"),
            advises=True,
            asked=asks_what_stood_out,
        ),
    ]


def _becomes(
    reading: _Reading, previews: NotePreviews, noted: str, starts: str, timezone: str, names: str, kind: str
) -> str:
    """Return what the letters make of a note, with the form as it stands.

    Raises:
        DoubtError: it is not certain; says what to write instead.
    """
    application, met = interviews.people_named(previews.application, names)
    interview = replace(previews.interview, met=met, kind=kind)
    with suppress(InvalidFieldError):
        zone = zone_of(timezone, reading.own) if timezone.strip() else reading.zone_of(interview)
        start, day_only = reading.start(starts, zone)
        interview = replace(interview, starts=start, day_only=day_only, timezone=zone_key(zone))
    return previews.noted(noted, application, interview)


@dataclass(frozen=True, slots=True)
class _Reading:
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
        start, day_only = self.start(text, self.own)
        if day_only:
            today = local_day(self.now, self.own)
            return f"{say_day(start.date(), today)}, {distance(start.date(), today)}, time not known yet"
        try:
            zone = zone_of(zone_text, self.own)
        except InvalidFieldError:
            return (
                f"{say_moment(self._moment(text, self.own), self.now, self.own)}, once you've set the time zone below"
            )
        moment = self._moment(text, zone)
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

    def changes(self, values: dict[str, str], changed: set[str], before: Interview | None) -> dict[str, object]:
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
        return understand_moment(text, self.now, zone, today=today, month_first=self.month_first).moment
