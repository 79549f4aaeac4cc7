"""The form for one interview: planned, logged or edited. What is left as it was is not changed.

Times are shown and read in the interview's own zone, and said in the user's as well where the two differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.etiquette.errors import InvalidFieldError
from app.etiquette.records import Application, Interview
from app.etiquette.stages import Stage
from app.etiquette.time.dates import zone_key
from app.hunt.plain_zones import zone_of
from app.hunt.typed import verbs
from app.hunt.typed.interview_times import InterviewTimes
from app.hunt.verbs import interviews
from app.ui.acts.note_previews import NotePreviews
from app.ui.dialogs.form import Field, FormDialog
from app.ui.typed_days import example_day, reader_of

if TYPE_CHECKING:
    from app.ui.work import Work


_KINDS = ("video", "phone screen", "phone", "onsite", "panel")
_OTHER_KIND = "other ..."
"""What stands for a kind that the user types."""


async def ask(
    work: Work,
    application: Application,
    before: Interview | None,
    *,
    title: str = "",
) -> bool:
    """Plan or log an interview, or edit one that is there (`before`); return whether it was saved.

    Args:
        title: the form's; "" for the usual one.
    """
    reader = reader_of(work)
    reading = verbs.times(reader)
    previews = await NotePreviews.of(work, application, before or Interview())
    minutes = int(work.settings.policy.assumed_length.total_seconds() // 60)
    fields = _fields(reading, application, before, minutes, previews, _when_hint(work, application, before))
    shown = {field.name: field.value for field in fields}

    async def submit(values: dict[str, str]) -> None:
        other = values.pop("other_kind")
        if values["kind"] == _OTHER_KIND:
            values["kind"] = other
        if before is None:
            await work.submit(application, verbs.planned(reader, values))
            return
        changed = {name for name in values if values[name] != shown[name]}
        verb = verbs.edited(reader, values, changed, before)
        if verb is not None:
            await work.submit(application, verb)

    title = title or f"Interview at {application.company}"
    kept_as = f"interview {application.id} {before.id if before else 'new'}"
    return await work.ask(FormDialog(title, fields, submit, kept_as=kept_as)) is True


def _kinds(kind: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds to choose from; one that the user, or an invitation, named otherwise is among them."""
    named = [(kind, kind)] if kind and kind not in _KINDS else []
    return (("", "not said"), *named, *((usual, usual) for usual in _KINDS), (_OTHER_KIND, "other"))


def _asks_other_kind(values: Mapping[str, str]) -> str:
    return "In your words" if values["kind"] == _OTHER_KIND else ""


def _when_hint(work: Work, application: Application, before: Interview | None) -> str:
    """Return examples of when: in the past where an interview took place on a day that nobody knows."""
    if before is None and application.stage is Stage.INTERVIEWED and not application.interviews:
        return f"last Friday 10 AM; or just {example_day(work, 'past')} if you don't know the time"
    return f"tomorrow 2:30 PM, Fri 10 AM; or just {example_day(work)} if you don't know the time yet"


def _fields(
    reading: InterviewTimes,
    application: Application,
    before: Interview | None,
    minutes: int,
    previews: NotePreviews,
    when_hint: str,
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
            hint=when_hint,
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
    reading: InterviewTimes, previews: NotePreviews, noted: str, starts: str, timezone: str, names: str, kind: str
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
